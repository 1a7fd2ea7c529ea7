/** Text that is longer than its frame: set smaller as far as the style allows, else an error. */
import {describe, expect, test} from 'vitest'
import type {StyleSheet} from '../../../../src/theme/styles.ts'
import {Column} from '../../../../src/writers/pdf/engine/column.ts'
import {type PlainPage, plainPage} from '../../../helpers/plain-page.ts'

type Frames = PlainPage['frames']

/** Size and leading of the lines on the first page, each once, and what is reported. */
function set(lang: string, words: number, styles: StyleSheet, frames: Frames = {main: {}}) {
  const main = `<p>${`${lang === 'ar' ? 'كلمة' : 'збор'} `.repeat(words)}</p>`
  const {pages, problems} = plainPage({lang, styles, frames, html: {main}})
  const lines = (pages[0]?.placements ?? []).flatMap((placement) =>
    placement.kind === 'fragment' && placement.fragment instanceof Column
      ? placement.fragment.items.flatMap((item) => (item.type === 'line' ? [item] : []))
      : []
  )
  const sizes = lines.map(({pieces, height}) => `${pieces[0]?.inline.fontSize}/${Math.round(height * 100) / 100}`)
  return {sizes: [...new Set(sizes)], pages: pages.length, problems}
}

describe.each([['mk'], ['ar']])('in %s', (lang) => {
  const body = {size: 10, leading: lang === 'ar' ? 20 : 14}
  const fit = {size: 8, leading: body.leading - 4}
  const styles: StyleSheet = {body: {...body, fit}}
  const most = (sheet: StyleSheet) => {
    let words = 20
    while (set(lang, words + 4, sheet).problems.length === 0) words += 4
    return words
  }

  test('text comes as near to the least size and leading as it must, and no nearer', () => {
    const full = most({body})
    expect(set(lang, full, styles).sizes).toEqual([`10/${body.leading}`])
    const step = (part: number) => ({size: 10 - part / 4, leading: body.leading - part / 2})
    const {sizes, problems} = set(lang, full + 4, styles)
    const taken = [1, 2, 3, 4].find((part) => sizes.join() === `${step(part).size}/${step(part).leading}`) ?? 0
    expect(problems).toEqual([])
    for (let part = 0; part < taken; part++) expect(set(lang, full + 4, {body: step(part)}).problems).toHaveLength(1)
    expect(set(lang, full + 4, {body: step(taken)}).problems).toEqual([])
    expect(taken).toBeGreaterThan(0)
    const last = most(styles)
    expect(set(lang, last, styles).sizes).toEqual([`8/${fit.leading}`])
    expect(last).toBeGreaterThan(full * 1.4)
  })

  test('beyond the least size the frame, the language, lines and words are named', () => {
    const {sizes, problems} = set(lang, most(styles) + 40, styles)
    expect(sizes).toEqual([`8/${fit.leading}`])
    expect(problems).toEqual([
      expect.stringMatching(
        new RegExp(
          `^overset: Unexpected \\d+ lines \\(\\d+ words\\) beyond the frame \`main\` of the page master \`page\` ` +
            `in \`${lang}\` at its smallest size too, expected the text to fit$`
        )
      )
    ])
  })

  test('a style without sizes to step through is left as it is', () => {
    const {sizes, problems} = set(lang, most({body}) + 40, {body})
    expect(sizes).toEqual([`10/${body.leading}`])
    expect(problems.join()).toMatch(/ in `..`, expected the text to fit$/)
  })

  test('text of linked frames that end is named by both; the words that are over are counted', () => {
    const frames: Frames = {main: {next: 'rest', height: 20}, rest: {x: 40, width: 30, height: 20}}
    const {problems} = set(lang, 200, {body}, frames)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('beyond the frame `main` to `rest` of')
    const words = Number(/\((\d+) words\)/.exec(problems[0] ?? '')?.[1])
    const fewer = Number(/\((\d+) words\)/.exec(set(lang, 180, {body}, frames).problems[0] ?? '')?.[1])
    // Ten of the words may be those of lines that stay together.
    expect(Math.abs(words - fewer - 20)).toBeLessThan(10)
  })

  test('where text goes on on a further page it is fitted to the first one, or left at its size', () => {
    const frames: Frames = {main: {next: 'main'}}
    const full = most({body})
    expect(set(lang, full + 8, styles, frames)).toMatchObject({pages: 1, problems: []})
    expect(set(lang, full * 3, styles, frames)).toMatchObject({sizes: [`10/${body.leading}`], problems: []})
  })
})
