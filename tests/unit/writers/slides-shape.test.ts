/** Slides of another shape than the pack's, and handouts on another paper. */
import {describe, expect, test} from 'vitest'
import type {Document} from '../../../src/document/nodes.ts'
import {onPaper} from '../../../src/writers/handout/paper.ts'
import {slideSheets} from '../../../src/writers/handout/slides-page.ts'
import {handout} from '../../../src/writers/handout.ts'
import {filling} from '../../../src/writers/pdf/art.ts'
import {withAspect} from '../../../src/writers/slides/aspect.ts'
import {layOutDeck} from '../../../src/writers/slides/deck.ts'
import {slideOptions} from '../../../src/writers/slides/options.ts'
import {sample} from '../../helpers/brochure.ts'
import {packContext} from '../../helpers/pack-context.ts'
import {readTree} from '../../helpers/pdf-tree.ts'

const html = `<section data-master="slide-title" class="slide"><h1>Deck</h1></section>
<section data-master="slide-bullets"><section id="aims"><h2>Aims</h2><ul><li>One</li><li>Two</li></ul></section></section>`
const deckOf = (lang: string): Document => sample(html, {lang, pack: 'base', format: 'slides'}).document
const optioned = (name: string, format: string, lang: string, options: object) => {
  const context = packContext(name, format, lang)
  return {...context, options: {...context.options, ...options}}
}
const mm = (points: number) => Math.round((points * 254) / 72) / 10

/** Slides (x, y, width, height) and the first of ruled lines (x, y, width, count) of the first page, mm. */
function drawn(format: string, lang: string, options: object): string[] {
  const context = optioned('strands', format, lang, options)
  const document = deckOf(lang)
  const {engine, slides} = layOutDeck(document, context)
  const read = slideOptions(context)
  const [sheet] = slideSheets(slides, read, {document, context: onPaper(context, read.paper), engine})
  return (sheet?.placements ?? []).flatMap((placement) => {
    if (placement.kind !== 'shapes') return []
    const {x, y, shapes} = placement
    const [first] = shapes
    if (first?.shape === 'frame') return [`slide ${mm(x)} ${mm(y)} ${mm(first.width)} x ${mm(first.height)}`]
    return first?.shape === 'line' ? [`lines ${mm(x)} ${mm(y + first.y1)} ${mm(first.x2)}: ${shapes.length}`] : []
  })
}

test('slides keep their height, and what stands on them its part of the width', () => {
  const before = packContext('strands', 'slides', 'en')
  const {theme} = withAspect(before, '4:3')
  const {width, height, frames, art} = theme.masters['slide-title'] ?? {}
  expect([width, height].map((one) => one?.toFixed(2))).toEqual(['254.00', '190.50'])
  expect(frames?.main).toMatchObject({x: expect.closeTo(14.82), width: expect.closeTo(126), y: 41.3, height: 84})
  expect(art).toMatchObject([
    {width: expect.closeTo(254), height: expect.closeTo(190.5), fills: true},
    {x: expect.closeTo(14.82), width: expect.closeTo(9.525), height: expect.closeTo(9.525)}
  ])
  expect(theme.masters['handout-3']).toBe(before.theme.masters['handout-3'])
  expect(withAspect(before, undefined)).toBe(before)
})

test('art on a narrower slide is cut at the edge that it does not keep', () => {
  expect(filling('<svg viewBox="0 0 9 9"/>', 'end')).toContain('preserveAspectRatio="xMaxYMin slice" overflow="hidden"')
  const keeps = (master: string) => packContext('strands', 'slides', 'en').theme.masters[master]?.art[0]?.keep
  expect([keeps('slide-title'), keeps('slide-quote')]).toEqual(['start', 'end'])
})

describe('a handout keeps the shape of its slides, which begin at the start edge of their frame', () => {
  test.each([
    [
      'en',
      ['slide 18 33 74.9 x 56.2', 'lines 121.8 33 70.2: 9', 'slide 18 112 74.9 x 56.2', 'lines 121.8 112 70.2: 9']
    ],
    ['ar', ['slide 117.1 33 74.9 x 56.2', 'lines 18 33 70.2: 9', 'slide 117.1 112 74.9 x 56.2', 'lines 18 112 70.2: 9']]
  ])('%s', (lang, places) => {
    expect(drawn('handout', lang, {aspect: '4:3'})).toEqual(places)
  })
})

test.each([
  [
    'handout',
    ['slide 21 31 99.8 x 56.2', 'lines 124.8 31 70.2: 9', 'slide 21 105.4 99.8 x 56.2', 'lines 124.8 105.4 70.2: 9']
  ],
  ['handout-6', ['slide 21 31 85 x 47.8', 'lines 21 88.1 85: 3', 'slide 110 31 85 x 47.8', 'lines 110 88.1 85: 3']]
])('on letter paper the rows of %s are nearer together and in the middle', (format, places) => {
  expect(drawn(format, 'en', {paper: 'letter'})).toEqual(places)
})

test('nothing of a master leaves letter paper, and the text of notes ends above its foot', () => {
  const context = packContext('strands', 'handout', 'en')
  const {masters} = onPaper(context, 'letter').theme
  const names = Object.keys(masters).filter((name) => /^(handout-|notes|outline)/.test(name))
  expect(names).toHaveLength(9)
  for (const name of names)
    for (const frame of Object.values(masters[name]?.frames ?? {})) {
      expect(frame.x + frame.width).toBeLessThan(215.9)
      expect(frame.y + frame.height).toBeLessThan(279.4)
      expect(frame.height).toBeGreaterThan(0)
    }
  expect(masters.notes?.frames.main).toMatchObject({y: expect.closeTo(131.5, 1), height: expect.closeTo(120.4, 1)})
  expect(masters.notes?.frames.foot?.y).toBeCloseTo(264.2)
})

test.each(['handout', 'notes', 'outline'])('%s is written on letter paper without complaint', async (format) => {
  const context = optioned('strands', format, 'ar', {aspect: '4:3', paper: 'letter'})
  const {bytes} = await handout.write(deckOf('ar'), context)
  expect(readTree(bytes).document.children.length).toBeGreaterThan(0)
  expect(context.diagnostics.list).toEqual([])
})

test('a shape and a paper that are not known are reported', () => {
  const context = optioned('base', 'handout', 'en', {aspect: '16x9', paper: 'a3'})
  expect(slideOptions(context)).not.toHaveProperty('aspect')
  expect(context.diagnostics.list.map(({reason}) => reason)).toEqual([
    'Unexpected option `aspect` of a slide format, expected `16:9` or `4:3`',
    'Unexpected option `paper` of a slide format, expected `a4` or `letter`'
  ])
})
