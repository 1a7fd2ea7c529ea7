import {expect, test} from 'vitest'
import type {Block, Document, Inline, Page} from '../../../src/document/nodes.ts'
import {plainText} from '../../../src/document/text.ts'
import {engineFor} from '../../../src/writers/pdf.ts'
import {layOutDeck} from '../../../src/writers/slides/deck.ts'
import {fitSlide} from '../../../src/writers/slides/fit.ts'
import {slideOptions} from '../../../src/writers/slides/options.ts'
import {shared} from '../../../src/writers/slides/share.ts'
import {joined, pieces} from '../../../src/writers/slides/split.ts'
import {slides} from '../../../src/writers/slides.ts'
import {packContext} from '../../helpers/pack-context.ts'

const text = (value: string): Inline[] => [{type: 'text', value}]
const p = (value: string): Block => ({type: 'paragraph', children: text(value)})
const list = (items: string[], ordered = false): Block => ({
  type: 'list',
  ordered,
  start: 1,
  children: items.map((item) => ({type: 'listItem', checked: null, children: [p(item)]}))
})
const items = (count: number, words: number) =>
  Array.from({length: count}, (_, index) => `${index + 1} ${'people on the move '.repeat(words).trim()}.`)

function documentOf(blocks: Block[]): Document {
  return {
    type: 'document',
    lang: 'en',
    dir: 'ltr',
    meta: {title: 'The deck', authors: [], keywords: []},
    running: {},
    children: [
      {
        type: 'page',
        master: 'slide-title',
        children: [{type: 'frame', name: 'main', children: [{type: 'heading', depth: 1, children: text('The deck')}]}]
      },
      {
        type: 'page',
        master: 'slide-bullets',
        children: [
          {
            type: 'frame',
            name: 'main',
            children: [
              {type: 'section', id: 'aims', children: [{type: 'heading', depth: 2, children: text('Aims')}, ...blocks]}
            ]
          }
        ]
      }
    ]
  }
}

function slidePage(blocks: Block[]): Page {
  return {
    type: 'page',
    master: 'slide-bullets',
    style: 'slide',
    title: 'Aims',
    notes: [p('Say it.')],
    children: [
      {type: 'frame', name: 'title', children: [{type: 'heading', depth: 2, id: 'aims', children: text('Aims')}]},
      {type: 'frame', name: 'main', children: blocks}
    ]
  }
}

/** Sizes of the type, and the numbers that the items on each slide begin with. */
function fitted(blocks: Block[]): string[] {
  const context = packContext('base', 'slides', 'en')
  const page = slidePage(blocks)
  return fitSlide(page, engineFor(documentOf([]), context), context).map((slide) => {
    const size = slide.context.theme.styles.get('list', ['slide']).size
    const main = slide.page.children.find((frame) => frame.name === 'main')
    const lists = (main?.children ?? []).flatMap((block) => (block.type === 'list' ? [block] : []))
    const starts = lists.flatMap((one) =>
      one.children.map((item) => item.children.map((block) => words(block).split(' ')[0]))
    )
    return `${size} pt: ${starts.join(' ')}`
  })
}

function words(block: Block): string {
  return block.type === 'paragraph' ? plainText(block.children) : ''
}

test('a list steps down through the declared sizes, then goes on on a further slide', () => {
  expect(fitted([list(items(4, 1))])).toEqual(['22 pt: 1 2 3 4'])
  expect(fitted([list(items(5, 5))])).toEqual(['20 pt: 1 2 3 4 5'])
  expect(fitted([list(items(8, 5))])).toEqual(['18 pt: 1 2 3 4', '18 pt: 5 6 7 8'])
})

test('the last slide of a long list takes items of the one before, where that one is fuller', () => {
  // Items as high as the number they are, on slides of 100.
  const height = (blocks: readonly Block[]) => blocks.flatMap(numbers).reduce((sum, number) => sum + number, 0)
  const fits = (blocks: readonly Block[], part: number) => height(blocks) <= part * 100
  const shares = (...heights: number[]) =>
    shared(pieces([list(heights.map(String))]), {height, fits}).map((blocks) => blocks.flatMap(numbers).join(' '))
  expect(shares(48, 48, 48, 48, 5)).toEqual(['48 48', '48', '48 5'])
  expect(shares(48, 48, 48, 48, 50)).toEqual(['48 48', '48 48', '50'])
})

function numbers(block: Block): number[] {
  return block.type === 'list' ? block.children.map((item) => Number(item.children.map(words).join(''))) : []
}

test('a drawing fills its slide, and leaves room for its caption', () => {
  const context = packContext('base', 'slides', 'en')
  const src = 'content/guide/images/flow.svg'
  const heights = (caption: string) => {
    const figure: Block = {type: 'figure', src, alt: 'Lines', decorative: false, caption: text(caption)}
    const page = {...slidePage([figure]), master: 'slide-image'}
    return fitSlide(page, engineFor(documentOf([]), context), context).map((slide) => slide.page.children[1]?.children)
  }
  const room = context.theme.masters['slide-image']?.frames.main?.height ?? 0
  expect(heights('Short.')).toMatchObject([[{height: 0.85 * room}]])
  expect(heights('People on the move. '.repeat(30))).toMatchObject([[{height: 0.7 * room}]])
})

test('a further slide has the title as a paragraph, and leaves the notes to the first', () => {
  const context = packContext('base', 'slides', 'en')
  const engine = engineFor(documentOf([]), context)
  const [first, second] = fitSlide(slidePage([list(items(8, 5))]), engine, context)
  expect(first?.page.children[0]?.children).toMatchObject([{type: 'heading', id: 'aims'}])
  expect(first?.page.notes).toEqual([p('Say it.')])
  expect(second?.page.children[0]?.children).toEqual([{type: 'paragraph', style: 'h2', children: text('Aims')}])
  expect(second?.page.notes).toBeUndefined()
})

test('pieces of a list go on counting, those of a table repeat its head and leave the caption behind', () => {
  const cell = (value: string, header: 'column' | null) => ({
    type: 'tableCell' as const,
    header,
    align: 'start' as const,
    colspan: 1,
    rowspan: 1,
    children: [p(value)]
  })
  const row = (value: string, header: 'column' | null) => ({
    type: 'tableRow' as const,
    children: [cell(value, header)]
  })
  const table: Block = {
    type: 'table',
    caption: text('Staff'),
    children: [row('Year', 'column'), row('2026', null), row('2027', null)]
  }
  const all = pieces([p('One.'), list(['a', 'b', 'c'], true), table])
  expect(all).toHaveLength(6)
  expect(joined(all)).toEqual([p('One.'), list(['a', 'b', 'c'], true), table])
  expect(joined(all.slice(2, 3))).toMatchObject([{type: 'list', start: 2, children: [{children: [p('b')]}]}])
  expect(joined(all.slice(5))).toEqual([{...table, caption: [], children: [table.children[0], table.children[2]]}])
})

test('each slide is a 16:9 page, tagged as a section of its own', () => {
  const context = packContext('base', 'slides', 'en')
  const deck = layOutDeck(documentOf([list(items(8, 5))]), context)
  expect(deck.slides.map(({of, width, height}) => `${of.title} ${Math.round(width)} x ${Math.round(height)}`)).toEqual([
    'The deck 960 x 540',
    'Aims 960 x 540',
    'Aims 960 x 540'
  ])
  expect(new Set(deck.slides.map(({element}) => element)).size).toBe(3)
  expect(context.diagnostics.list).toEqual([])
})

test('the same text gives the same bytes', async () => {
  const write = async () => slides.write(documentOf([list(items(8, 5))]), packContext('base', 'slides', 'en'))
  const [one, other] = [await write(), await write()]
  expect(one.pages).toBe(3)
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
})

test('an option that is unknown or wrong is reported, and its default taken', () => {
  const context = packContext('base', 'slides', 'en')
  const options = {breaks: 'yes', layuot: 'notes', slides: 6}
  expect(slideOptions({...context, options})).toEqual({breaks: false, layout: 'slides', slides: 6, lines: true})
  expect(context.diagnostics.list.map(({reason}) => reason)).toEqual([
    'Unexpected option `breaks` of a slide format, expected `true` or `false`',
    'Unexpected option `layuot` of a slide format, expected `layout`'
  ])
})
