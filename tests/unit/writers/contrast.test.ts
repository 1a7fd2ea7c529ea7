/** Rule contrast: the numbers of the house's colours, and the pairs that each writer really shows. */
import {describe, expect, test} from 'vitest'
import {loadPack} from '../../../src/template/pack.ts'
import {diskWorld, programRoot} from '../../../src/world.ts'
import {checkContrast, contrast} from '../../../src/writers/contrast.ts'
import {docx} from '../../../src/writers/docx.ts'
import {handout} from '../../../src/writers/handout.ts'
import {html} from '../../../src/writers/html.ts'
import type {PrintedText} from '../../../src/writers/pdf/engine.ts'
import {pdf} from '../../../src/writers/pdf.ts'
import {slides} from '../../../src/writers/slides.ts'
import type {Writer} from '../../../src/writers/writer.ts'
import {type SampleOptions, sample} from '../../helpers/brochure.ts'

const colors = loadPack(diskWorld(programRoot()), 'strands', () => {})?.brand.colors ?? {}
const between = (text: string, ground: string) => contrast(colors[text] ?? '', colors[ground] ?? '')

test.each([
  ['ink', 'paper', 16.52],
  ['ink', 'lilac-tint', 14.09],
  ['pine', 'paper', 12.33],
  ['pine', 'lilac-tint', 10.52],
  ['pine', 'lilac', 7.06],
  ['muted', 'paper', 6.37],
  ['muted', 'lilac-tint', 5.43],
  ['signal-text', 'paper', 5.91],
  ['signal-text', 'lilac-tint', 5.04],
  ['paper', 'pine', 12.33],
  ['lilac', 'pine', 7.06],
  ['pine', 'gold', 6.9],
  ['ink', 'gold', 9.25],
  ['signal', 'paper', 3.51],
  ['signal', 'pine', 3.51],
  ['teal', 'paper', 4.88],
  ['paper', 'gold', 1.79],
  ['signal-text', 'gold', 3.31]
])('%s on %s is %d', (text, ground, expected) => expect(between(text, ground)).toBeCloseTo(expected, 2))

/** What is said of texts of this size and weight, 3.51 : 1. */
function judged(...looks: {size: number; weight: number}[]): string[] {
  const {context, diagnostics} = sample('')
  const texts = looks.map((look): PrintedText => ({color: '#F0532D', ground: '#FFFFFF', words: 'A word', ...look}))
  checkContrast(texts, context)
  return diagnostics.list.map(
    ({rule, severity, reason, note}) => `${severity} ${rule}: ${reason}. ${note.split('. ')[0]}`
  )
}

const tooLittle =
  'error contrast: Unexpected contrast 3.51 of `signal` (#F0532D) on `paper` (#FFFFFF), expected at least 4.5 for text.'

test.each([
  [17.9, 400, 1],
  [18, 400, 0],
  [13.9, 700, 1],
  [14, 700, 0],
  [14, 600, 1]
])('text of %d pt in weight %d: %d problems', (size, weight, count) =>
  expect(judged({size, weight})).toHaveLength(count)
)

test('a pair is told of once, with how often it is seen', () => {
  const small = {size: 9, weight: 400}
  expect(judged(small)).toEqual([`${tooLittle} Seen in “A word”`])
  expect(judged(small, small, {size: 30, weight: 400})).toEqual([`${tooLittle} Seen 2 times, first in “A word”`])
})

/** Write `body` with some styles changed, and say what contrast is too little. */
async function problems(writer: Writer, body: string, styles: Record<string, object>, more: SampleOptions = {}) {
  const {document, context, diagnostics} = sample(body, more)
  const {theme} = context
  const get = theme.styles.get.bind(theme.styles)
  // As a pack would say it in template.yml.
  theme.styles.get = (name, scopes) => ({...get(name, scopes), ...styles[theme.styles.key(name, scopes)]})
  await writer.write(document, context)
  return diagnostics.list.flatMap(({rule, reason}) => (rule === 'contrast' ? [reason] : []))
}

const page = (text: string, master = 'inner') => `<section data-master="${master}">${text}</section>`
const box = '<gf-callout class="callout"><p>In a box</p></gf-callout>'

describe('the colours that a writer shows', () => {
  test.each<[string, Writer, SampleOptions, string]>([
    ['PDF', pdf, {}, 'inner'],
    ['slides', slides, {format: 'slides'}, 'slide-bullets'],
    ['handout', handout, {format: 'handout'}, 'slide-bullets'],
    ['Word', docx, {format: 'word'}, 'word'],
    ['web', html, {format: 'web'}, 'web']
  ])('text in a box: %s', async (_, writer, options, master) => {
    expect(await problems(writer, page(`<p>a</p>${box}`, master), {}, options)).toEqual([])
    const changed = {callout: {color: 'lilac'}, 'callout.body': {color: 'lilac'}, 'slide-callout': {color: 'lilac'}}
    const [problem, ...more] = await problems(writer, page(`<p>a</p>${box}`, master), changed, options)
    expect(problem).toContain(
      'Unexpected contrast 1.49 of `lilac` (#CBBDEB) on `lilac-tint` (#EFEBF8), expected at least'
    )
    expect(more).toEqual([])
  })

  const cover = '<div data-frame="title"><h1>A title</h1></div>'
  const panel = '<div data-frame="side"><p>Beside</p></div><p>Text</p>'

  test.each([
    [
      'on the ground of the page',
      'mk',
      cover,
      'cover',
      {'cover.h1': {color: 'teal'}},
      '2.52 of `teal` (#2E7D74) on `pine`'
    ],
    ['on a panel', 'mk', panel, 'panel', {'panel.body': {color: 'sea'}}, '1.91 of `sea` (#7FB8AD) on `lilac-tint`'],
    [
      'on a panel, from right to left',
      'ar',
      panel,
      'panel',
      {'panel.body': {color: 'sea'}},
      '1.91 of `sea` (#7FB8AD) on `lilac-tint`'
    ],
    [
      'beside the panel',
      'ar',
      panel,
      'panel',
      {'dense.body': {color: 'sea'}, body: {color: 'sea'}, 'panel.body': {color: 'pine'}},
      '2.24 of `sea` (#7FB8AD) on `paper`'
    ]
  ])('%s', async (_, lang, text, master, styles, expected) => {
    const said = await problems(pdf, page(text, master), styles, {lang})
    expect(said.map((reason) => reason.replace(/^Unexpected contrast (.*) \(#\w+\), expected.*$/, '$1'))).toEqual([
      expected
    ])
  })

  test('links, numbers of lists, and a header on its ground: web', async () => {
    const text = '<div data-frame="header"><h1>Title</h1></div><ol><li>One</li></ol><p><a href="#a">Link</a></p>'
    expect(await problems(html, page(text, 'web'), {}, {format: 'web'})).toEqual([])
    const said = await problems(html, page(text, 'web'), {h1: {color: 'pine'}}, {format: 'web'})
    expect(said).toEqual([
      'Unexpected contrast 1.00 of `pine` (#0F3B38) on `pine` (#0F3B38), expected at least 3 for large text'
    ])
  })
})

test('the place in the text is said', async () => {
  const {document, context, diagnostics} = sample(page('<p>Far</p>'))
  const get = context.theme.styles.get.bind(context.theme.styles)
  context.theme.styles.get = (name, scopes) => ({...get(name, scopes), color: 'lilac'})
  const paragraph = document.children[0]?.children[0]?.children[0]
  if (paragraph?.type === 'paragraph') {
    const position = {start: {line: 7, column: 1}, end: {line: 7, column: 4}}
    Object.assign(paragraph, {position, data: {file: 'content/a/mk.md'}})
    Object.assign(paragraph.children[0] ?? {}, {position, data: {file: 'content/a/mk.md'}})
  }
  await pdf.write(document, context)
  expect(diagnostics.list).toMatchObject([{rule: 'contrast', file: 'content/a/mk.md', line: 7, column: 1}])
})
