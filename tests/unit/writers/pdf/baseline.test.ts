/** Running text of columns beside each other stands on the same baselines, measured in the finished file. */
import {describe, expect, test} from 'vitest'
import type {Master} from '../../../../src/theme/masters.ts'
import {type PlacedText, type PlainPage, placesIn, plainPage} from '../../../helpers/plain-page.ts'

const leading = {mk: 14, ar: 21}
const sentences = {
  mk: 'Секој лист си има свое место во книгата што ја читаме. ',
  ar: 'لكل ورقة مكانها في الكتاب الذي نقرؤه كل يوم. '
}

interface Options {
  master?: Partial<Master>
  frames?: PlainPage['frames']
  body?: object
  side?: string
}

/** Lines of running text on the page, the others, and the left edges of its columns. */
async function lines(lang: 'mk' | 'ar', {master = {}, frames, body = {}, side}: Options) {
  const sentence = sentences[lang]
  const main =
    `<p>${sentence.repeat(4)}</p><h2>${sentence}</h2><p>${sentence.repeat(3)}</p>` +
    `<ul><li>${sentence}</li><li>${sentence.repeat(2)}</li></ul><h3>${sentence}</h3><p>${sentence.repeat(14)}</p>`
  const {write, problems} = plainPage({
    lang,
    styles: {
      body: {size: 10, leading: leading[lang], after: 5, ...body},
      h2: {size: 17, leading: leading[lang] * 1.7, before: 9, after: 4, keepWithNext: true},
      h3: {size: 12, leading: leading[lang] * 1.2, before: 6, after: 2.5, keepWithNext: true}
    },
    frames: frames ?? {main: {width: 130, height: 190, columns: 2}},
    master: {width: 150, height: 280, ...master},
    html: {main, ...(side !== undefined && {side})}
  })
  expect(problems).toEqual([])
  const found = await placesIn(write())
  const running = found.filter(({size}) => size === 10)
  return {running, others: found.filter(({size}) => size !== 10)}
}

/** Baselines, each once, from the top. */
function baselines(found: readonly PlacedText[]): number[] {
  return [...new Set(found.map(({y}) => Math.round(y * 100) / 100))].sort((a, b) => a - b)
}

/** What is left of each distance from the first baseline, in whole leadings. */
function off(ys: readonly number[], step: number): number[] {
  const [first = 0] = ys
  return ys.map((y) => Math.abs((y - first) / step - Math.round((y - first) / step))).filter((part) => part > 0.005)
}

describe.each(['mk', 'ar'] as const)('in %s', (lang) => {
  const step = leading[lang]

  test('without a grid the columns stand as they come', async () => {
    const {running} = await lines(lang, {})
    expect(off(baselines(running), step).length).toBeGreaterThan(3)
  })

  test.each<[string, Partial<Master>]>([
    ['a distance', {baseline: step}],
    ['the leading of a style', {baseline: 'body'}]
  ])('%s puts body and lists of both columns on the same baselines, and no heading', async (_, master) => {
    const {running, others} = await lines(lang, {master})
    const ys = baselines(running)
    expect(new Set(running.map(({x}) => x > 75 * (72 / 25.4))).size).toBe(2)
    expect(ys.length).toBeGreaterThan(8)
    expect(off(ys, step)).toEqual([])
    expect(others.length).toBeGreaterThan(1)
    expect(off([ys[0] ?? 0, ...baselines(others)], step).length).toBeGreaterThan(0)
  })

  test('the first line stands where it would without', async () => {
    const [with_, without] = await Promise.all([lines(lang, {master: {baseline: 'body'}}), lines(lang, {})])
    expect(baselines(with_.running)[0]).toBeCloseTo(baselines(without.running)[0] ?? 0, 1)
  })

  test('frames that begin at different heights share the grid of their page; one may have its own, or none', async () => {
    const side = `<p>${sentences[lang].repeat(3)}</p>`
    const at = async (baseline?: number | string | false) => {
      const beside = {x: 100, width: 40, y: 13.3, height: 180, ...(baseline !== undefined && {baseline})}
      const frames = {main: {width: 85, height: 260}, side: beside}
      const {running} = await lines(lang, {master: {baseline: 'body'}, frames, side})
      const onSide = ({x}: PlacedText) => (lang === 'ar' ? x < 48 * (72 / 25.4) : x > 98 * (72 / 25.4))
      const [first = 0] = baselines(running.filter((place) => !onSide(place)))
      const sides = baselines(running.filter(onSide))
      return {all: off(baselines(running), step), own: off(sides, step), lower: (sides[0] ?? 0) - first}
    }
    expect(await at()).toEqual({all: [], own: [], lower: expect.closeTo(step, 1)})
    const offset = 3.3 * (72 / 25.4)
    expect(await at('body')).toMatchObject({own: [], lower: expect.closeTo(offset, 1)})
    expect(await at(false)).toMatchObject({own: [], lower: expect.closeTo(offset, 1)})
  })

  test('text of another leading stands as it comes', async () => {
    const {running} = await lines(lang, {master: {baseline: step + 3}})
    expect(baselines(running)).toEqual(baselines((await lines(lang, {})).running))
  })
})

test('text that is set smaller to fit stands on baselines that are nearer to each other', async () => {
  const frames = {main: {width: 130, height: 60, columns: 2}}
  const fit = {size: 8, leading: 11}
  const found = await placesIn(
    plainPage({
      lang: 'mk',
      styles: {body: {size: 10, leading: 14, after: 5, fit}, h2: {size: 15, leading: 19, before: 9, after: 3}},
      frames,
      master: {width: 150, height: 80, baseline: 14},
      html: {main: `<p>${sentences.mk.repeat(9)}</p><h2>Наслов</h2><p>${sentences.mk.repeat(11)}</p>`}
    }).write()
  )
  const sizes = [...new Set(found.map(({size}) => size))].filter((size) => size < 15)
  expect(sizes).toHaveLength(1)
  expect(sizes[0]).toBeLessThan(10)
  const step = 14 - ((10 - (sizes[0] ?? 0)) / 2) * 3
  expect(off(baselines(found.filter(({size}) => size === sizes[0])), step)).toEqual([])
})
