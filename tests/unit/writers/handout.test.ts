import {expect, test} from 'vitest'
import type {Block, Document, Inline, TableCell} from '../../../src/document/nodes.ts'
import {plainText} from '../../../src/document/text.ts'
import {notesSheets} from '../../../src/writers/handout/notes.ts'
import {outlineDocument} from '../../../src/writers/handout/outline.ts'
import type {Desk, Sheet} from '../../../src/writers/handout/sheet.ts'
import {slideSheets} from '../../../src/writers/handout/slides-page.ts'
import {handout} from '../../../src/writers/handout.ts'
import {layOutDeck} from '../../../src/writers/slides/deck.ts'
import {slideOptions} from '../../../src/writers/slides/options.ts'
import {type PackContext, packContext} from '../../helpers/pack-context.ts'

const text = (value: string): Inline[] => [{type: 'text', value}]
const p = (value: string): Block => ({type: 'paragraph', children: text(value)})
const list = (...items: string[]): Block => ({
  type: 'list',
  ordered: false,
  start: 1,
  children: items.map((item) => ({type: 'listItem', checked: null, children: [p(item)]}))
})
const section = (depth: 2 | 3, title: string, ...children: Block[]): Block => ({
  type: 'section',
  id: title.toLowerCase(),
  children: [{type: 'heading', depth, children: text(title)}, ...children]
})

function documentOf(dir: 'ltr' | 'rtl', ...blocks: Block[]): Document {
  return {
    type: 'document',
    lang: dir === 'rtl' ? 'ar' : 'en',
    dir,
    meta: {title: 'Deck', authors: [], keywords: []},
    running: {},
    children: [
      {
        type: 'page',
        master: 'slide-title',
        style: 'slide',
        children: [{type: 'frame', name: 'main', children: [{type: 'heading', depth: 1, children: text('Deck')}]}]
      },
      {type: 'page', master: 'slide-bullets', children: [{type: 'frame', name: 'main', children: blocks}]}
    ]
  }
}

const four = ['One', 'Two', 'Three'].map((title) => section(2, title, list('Point.'), p('Said.')))

function sheetsOf(format: string, document: Document): {sheets: Sheet[]; desk: Desk & {context: PackContext}} {
  const context = packContext('base', format, document.lang)
  const {engine, slides} = layOutDeck(document, context)
  const desk = {document, context, engine}
  const options = slideOptions(context)
  return {sheets: (options.layout === 'notes' ? notesSheets : slideSheets)(slides, options, desk), desk}
}

const mm = (points: number) => Math.round((points * 254) / 72) / 10

/** Lines around slides (x, y, width, height) and ruled lines (x, y of the first, width, count, step), mm. */
function drawn(sheet: Sheet | undefined): string[] {
  return (sheet?.placements ?? []).flatMap((placement) => {
    if (placement.kind !== 'shapes') return []
    const {x, y, shapes} = placement
    const [first, second] = shapes
    if (first?.shape === 'frame') return [`slide ${mm(x)} ${mm(y)} ${mm(first.width)} x ${mm(first.height)}`]
    if (first?.shape !== 'line' || second?.shape !== 'line') return []
    const step = Math.round(((second.y1 - first.y1) * 2540) / 72) / 100
    return [`lines ${mm(x)} ${mm(y + first.y1)} ${mm(first.x2)}: ${shapes.length} by ${step}`]
  })
}

test('three slides on a page stand beside nine lines, the first level with the slide’s top', () => {
  const {sheets} = sheetsOf('handout', documentOf('ltr', ...four))
  expect(drawn(sheets[0])).toEqual([
    'slide 18 33 99.8 x 56.2',
    'lines 121.8 33 70.2: 9 by 7.02',
    'slide 18 112 99.8 x 56.2',
    'lines 121.8 112 70.2: 9 by 7.02',
    'slide 18 191 99.8 x 56.2',
    'lines 121.8 191 70.2: 9 by 7.02'
  ])
  expect(drawn(sheets[1])).toHaveLength(2)
  expect(sheets).toHaveLength(2)
})

test('right to left, slides begin at the right and lines stand left of them', () => {
  const {sheets} = sheetsOf('handout-4', documentOf('rtl', ...four))
  expect(drawn(sheets[0])).toEqual([
    'slide 107 33 85 x 47.8',
    'lines 107 94 85: 9 by 6.6',
    'slide 18 33 85 x 47.8',
    'lines 18 94 85: 9 by 6.6',
    'slide 107 153 85 x 47.8',
    'lines 107 214 85: 9 by 6.6',
    'slide 18 153 85 x 47.8',
    'lines 18 214 85: 9 by 6.6'
  ])
})

test.each(['word '.repeat(60).trim(), 'word'.repeat(100)])(
  'a caption that has no room for the whole title is cut, without complaint',
  (title) => {
    const {sheets, desk} = sheetsOf('handout-9', documentOf('ltr', section(2, title, p('Point.'))))
    expect(sheets).toHaveLength(1)
    expect(desk.context.diagnostics.list).toEqual([])
  }
)

test.each([
  ['handout-1', 4, 1],
  ['handout-2', 2, 2],
  ['handout-6', 1, 4],
  ['handout-9', 1, 4]
])('%s has %i pages with %i slides on the first', (format, pages, slides) => {
  const {sheets} = sheetsOf(format, documentOf('ltr', ...four))
  expect(sheets).toHaveLength(pages)
  expect(drawn(sheets[0]).filter((one) => one.startsWith('slide'))).toHaveLength(slides)
})

test('a notes page shows the slide, and lines fill the room below the notes', () => {
  const {sheets} = sheetsOf('notes', documentOf('ltr', ...four))
  expect(sheets).toHaveLength(4)
  expect(drawn(sheets[1])[0]).toBe('slide 18 30 174 x 97.9')
  expect(drawn(sheets[1])[1]).toMatch(/^lines 77\.3 \d+(\.\d)? 114\.7: \d+ by 7\.2$/)
})

test('long notes go on on a further page without the slide, and only the last one has lines', () => {
  const long = Array.from({length: 14}, () =>
    p('Many people cross borders each year, and most of them do so safely. '.repeat(4))
  )
  const {sheets} = sheetsOf('notes', documentOf('ltr', section(2, 'Long', list('Point.'), ...long)))
  const [, first, second] = sheets
  expect(drawn(first)).toEqual(['slide 18 30 174 x 97.9'])
  expect(drawn(second)).toHaveLength(1)
  expect(drawn(second)[0]).toMatch(/^lines/)
  expect(sheets).toHaveLength(3)
})

test('footnotes stand right below the notes, and lines have the rest of the page', () => {
  const note: Inline = {type: 'note', id: '1', number: 1, children: [p('Where it was read.')]}
  const called: Block = {type: 'paragraph', children: [...text('Said.'), note]}
  const {sheets} = sheetsOf('notes', documentOf('ltr', section(2, 'One', list('Point.'), called)))
  const [, lines = ''] = drawn(sheets[1])
  expect(Number(/: (\d+) by/.exec(lines)?.[1])).toBeGreaterThan(10)
})

test('a handout for which the pack has no master is reported', () => {
  const context = packContext('base', 'handout', 'en')
  const {engine, slides} = layOutDeck(documentOf('ltr', ...four), context)
  const options = {...slideOptions(context), slides: 5}
  expect(slideSheets(slides, options, {document: documentOf('ltr'), context, engine})).toEqual([])
  expect(context.diagnostics.list).toMatchObject([{rule: 'master-unknown', severity: 'error'}])
})

test('the outline numbers the sections, with every heading and what their slides say below it', () => {
  const heading = (depth: 2 | 3 | 4, value: string): Block => ({type: 'heading', depth, children: text(value)})
  const cell = (value: string): TableCell => {
    return {type: 'tableCell', header: null, align: 'start', colspan: 1, rowspan: 1, children: [p(value)]}
  }
  const note: Inline = {type: 'note', id: '1', number: 1, children: [p('Unseen.')]}
  const parted = (...[first = p('')]: Block[]): Block => ({
    ...{type: 'columns'},
    children: [{type: 'column', width: '*', children: [first]}]
  })
  const document = documentOf(
    'ltr',
    p('Opening. More.'),
    section(2, 'Aims', list('Help.'), p('Unseen.'), list('Improve.')),
    section(
      2,
      'Means',
      section(3, 'Money', {type: 'callout', kind: 'note', title: text('Box'), children: [list('Coins.')]}),
      {type: 'aside', title: text('Beside'), children: [p('One way. Another.')]}
    ),
    section(
      2,
      'Words',
      {type: 'quote', children: [p('“Said.”')], source: text('Someone')},
      {type: 'figures', children: [{type: 'keyFigure', value: '7', unit: 'km', label: text('of road')}]},
      {type: 'table', caption: text('Costs'), children: [{type: 'tableRow', children: [cell('Unseen.')]}]},
      {type: 'code', value: 'unseen'},
      parted({type: 'blockquote', children: [{type: 'paragraph', children: [...text('Kept. Unseen.'), note]}]}),
      {type: 'section', id: 'deep', children: [heading(4, 'Deep'), p('Below. Unseen.')]}
    ),
    section(2, 'Own', {type: 'slide', title: text('Welcome'), children: [list('Come in.')]}, p('Unseen.'), {
      type: 'section',
      id: 'under',
      children: [heading(4, 'Under'), p('Unseen.')]
    }),
    section(2, 'End')
  )
  const [title, intro, sections] = outlineDocument(document, false).children[0]?.children[0]?.children ?? []
  expect(title).toMatchObject({type: 'heading', depth: 1, children: text('Deck')})
  expect(intro?.type === 'group' && intro.children.map(words)).toEqual(['(Opening.)'])
  expect(
    sections?.type === 'list' && sections.children.map((item) => item.children.map(words).filter(Boolean).join(' '))
  ).toEqual([
    'Aims (Help.) (Improve.)',
    'Means Money (Box (Coins.)) Beside (One way.)',
    'Words (“Said.” – Someone) (7\u00a0km of road) (Costs) (Kept.) Deep (Below.)',
    'Own Welcome (Come in.) Under',
    'End'
  ])
})

test.each(['handout', 'notes', 'outline'])('%s is written without complaint, the same each time', async (format) => {
  const write = async () => {
    const context = packContext('strands', format, 'ar')
    const written = await handout.write(documentOf('rtl', ...four), context)
    expect(context.diagnostics.list).toEqual([])
    return Buffer.from(written.bytes)
  }
  const first = await write()
  expect(first.subarray(0, 5).toString()).toBe('%PDF-')
  expect(first.equals(await write())).toBe(true)
})

function words(block: Block): string {
  if (block.type === 'group') return block.children.map(words).filter(Boolean).join(' ')
  if (block.type === 'list') return block.children.map((item) => `(${item.children.map(words).join(' ')})`).join(' ')
  return block.type === 'heading' || block.type === 'paragraph' ? plainText(block.children) : ''
}
