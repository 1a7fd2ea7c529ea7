/** Pages of a template as sections of a Word file. */
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Block, Page} from '../../../../src/document/nodes.ts'
import type {FrameSpec, Master} from '../../../../src/theme/masters.ts'
import {Styles} from '../../../../src/theme/styles.ts'
import {compose} from '../../../../src/writers/docx/compose.ts'
import type {WordParagraph} from '../../../../src/writers/docx/model.ts'
import type {WordSection} from '../../../../src/writers/docx/model-sections.ts'
import {shownText} from '../../../../src/writers/docx/shown-text.ts'
import {masterWith} from '../../../helpers/master.ts'
import {bodyOf, lines} from './model-text.ts'
import {brand, cell, contextOf, documentOf, heading, list, p, section, t} from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatefold-word-'))
const art =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M0 0h50v9z" fill="var(--lilac)"/></svg>'
writeFileSync(join(folder, 'art.svg'), art)

const frame = (own: Partial<FrameSpec>): FrameSpec => {
  return {x: 20, y: 20, width: 170, height: 250, columns: 1, valign: 'top', ...own}
}

const master = (name: string, own: Partial<Master> = {}): Master => {
  const margins = {top: 20, bottom: 20, start: 30, end: 10}
  return masterWith({name, width: 210, height: 297, margins, frames: {main: frame({next: 'main'})}, ...own})
}

const page = (name: string, ...children: Block[]): Page => {
  return {type: 'page', master: name, children: [{type: 'frame', name: 'main', children}]}
}

function made(lang: string, masters: readonly Master[], children: Page[], styles?: Styles) {
  const {context, diagnostics} = contextOf(lang, {project: folder})
  const named = Object.fromEntries(masters.map((one) => [one.name, one]))
  const {running} = documentOf(lang, [])
  const more = {'first.hbs': [{type: 'frame' as const, name: 'header', children: [p('Прва')]}]}
  const document = documentOf(lang, [], {children, running: {...running, ...more}})
  const model = compose(document, {
    ...context,
    theme: {...context.theme, ...(styles && {styles}), masters: {...context.theme.masters, ...named}}
  })
  return {model, diagnostics, text: model.sections.map((one) => lines(one.body, model, '').join(' | '))}
}

const header = (one: WordSection | undefined) => ({
  first: one?.header.first && textOf(one.header.first),
  rest: one?.header.rest && textOf(one.header.rest)
})

const textOf = (blocks: NonNullable<WordSection['header']['rest']>) =>
  blocks
    .flatMap((block) => (block.type === 'paragraph' ? block.children : []))
    .map((inline) => (inline.type === 'text' ? inline.value : inline.type))
    .join(' ')

test('each run of pages on one master is a section of its size, its margins and its columns', () => {
  const wide = master('wide', {
    width: 297,
    height: 210,
    grid: {columns: 1, gutter: 4},
    frames: {main: frame({columns: 2, next: 'main'})}
  })
  const {model, text} = made(
    'mk',
    [master('tall'), wide],
    [page('tall', p('a')), page('tall', p('b')), page('wide', p('c'))]
  )
  expect(text).toEqual(['Normal: a | Normal: b', 'Normal: c'])
  expect(model.sections.map(({start, firstPage}) => [start, firstPage])).toEqual([
    ['page', false],
    ['page', false]
  ])
  const [tall, broad] = model.sections
  const mm = (points = 0) => Math.round((points / 72) * 25.4)
  expect([tall?.page.width, tall?.page.margins.start, tall?.page.margins.end].map(mm)).toEqual([210, 30, 10])
  expect(tall?.columns.widths.map(mm)).toEqual([170])
  expect([broad?.page.width, broad?.page.height, broad?.columns.gap].map(mm)).toEqual([297, 210, 4])
  expect(broad?.columns.widths.map((width) => mm(width * 10))).toEqual([1265, 1265])
})

test('a master that another continues has its own header on the first page only', () => {
  const first = master('first', {header: 'first.hbs', continue: 'word'})
  const {model} = made('mk', [first], [page('first', p('a'))])
  expect(model.sections).toHaveLength(1)
  expect(model.sections[0]?.firstPage).toBe(true)
  expect(header(model.sections[0])).toEqual({first: 'Прва', rest: 'Организација tab Наслов'})
  expect(model.sections[0]?.footer.first).toBeUndefined()
  expect(textOf(model.sections[0]?.footer.rest ?? [])).toContain('www.example.org')
})

test('a header goes on where it is the same, and ends where the next master has none', () => {
  const headed = (name: string) => master(name, {header: 'first.hbs'})
  const pages = ['one', 'two', 'bare', 'bare2', 'three'].map((name) => page(name, p(name)))
  const {model} = made('mk', [headed('one'), headed('two'), master('bare'), master('bare2'), headed('three')], pages)
  expect(model.sections.map((one) => header(one).rest)).toEqual(['Прва', undefined, '', undefined, 'Прва'])
})

const cover = master('cover', {
  ground: 'pine',
  panels: [{x: 0, y: 0, width: 50, height: 10, ground: 'lilac'}],
  art: [{src: 'art.svg', x: 0, y: 0, width: 50, height: 50, mirror: true, keep: 'start'}],
  frames: {
    title: frame({x: 18, y: 52, width: 96, height: 82}),
    foot: frame({x: 18, y: 283, width: 174, height: 6, valign: 'middle'})
  }
})

const coverPage: Page = {
  type: 'page',
  master: 'cover',
  children: [
    {type: 'frame', name: 'title', children: [heading(1, 'Наслов'), {...p('Под'), style: 'subtitle'}]},
    {
      type: 'frame',
      name: 'foot',
      children: [
        {
          type: 'columns',
          children: [
            {type: 'column', width: '*', children: [p('2026')]},
            {type: 'column', width: 'auto', children: [p('example.org')]}
          ]
        }
      ]
    }
  ]
}

const paragraphs = (one: WordSection | undefined): WordParagraph[] =>
  (one?.body ?? []).filter((block) => block.type === 'paragraph')

test('a master with a ground and no text that goes on is a cover: its frames are frames, shaded in its ground', () => {
  const {model, text, diagnostics} = made('mk', [cover], [coverPage, page('word', p('a'))])
  const pictures = '<png 595×842 decorative><svg 595×842 decorative><svg 595×842 decorative>'
  expect(text).toEqual([
    `Title: Наслов | Subtitle: Под | Normal: 2026→example.org | TableEnd: ${pictures}`,
    'Normal: a'
  ])
  const [title, subtitle, foot, end] = paragraphs(model.sections[0])
  const mm = (points = 0) => Math.round((points / 72) * 25.4)
  expect([title?.place?.x, title?.place?.y, title?.place?.width].map(mm)).toEqual([18, 52, 96])
  expect(subtitle?.place).toEqual(title?.place)
  expect(mm(foot?.place?.y)).toBeGreaterThanOrEqual(283)
  expect(mm(foot?.endTab)).toBe(174)
  expect([title, subtitle, foot].map((one) => one?.ground)).toEqual(['pine', 'pine', 'pine'])
  expect(end?.place).toBeUndefined()
  expect(diagnostics.list).toEqual([])
})

test('ground, panels and art of a cover lie behind its text, as large as the page, and mean nothing', () => {
  const {model} = made('mk', [cover], [coverPage, page('word', p('a'))])
  expect(paragraphs(model.sections[0]).at(-1)?.children).toMatchObject(
    ['png', 'svg', 'svg'].map((format, index) => ({
      format,
      alt: null,
      width: 595.2755905511812,
      behind: {layer: index + 1}
    }))
  )
  expect(header(model.sections[0]).rest).toBeUndefined()
  expect(header(model.sections[1]).rest).toBe('Организација tab Наслов')
})

test('what stands below the title of a cover takes its part of the frame', () => {
  const styles = new Styles({h1: {size: 50, leading: 60, steps: [50, 40]}, subtitle: {size: 20, leading: 30}}, 'Cyrl')
  const titled = (below: string): Page => ({
    ...coverPage,
    children: [
      {type: 'frame', name: 'title', children: [heading(1, 'Наслов наслов'), {...p(below), style: 'subtitle'}]}
    ]
  })
  const size = (below: string) => {
    const {model} = made('mk', [cover], [titled(below)], styles)
    return model.styles.find(({id}) => id === 'Title')?.look.size
  }
  expect(size('Под')).toBe(50)
  expect(size('Поднаслов од многу зборови '.repeat(4))).toBe(40)
})

test('where text goes on, ground and art lie behind it, panels do not', () => {
  const flowing = {...cover, name: 'flowing', frames: {main: frame({next: 'main'})}}
  const {model} = made('mk', [flowing], [page('flowing', p('a'))])
  expect(header(model.sections[0]).rest).toBe('picture picture')
  expect(paragraphs(model.sections[0]).map(({place, ground}) => [place, ground])).toEqual([[undefined, undefined]])
})

test('right to left: frames lie in the middle of the page with their text at the right, art is turned round', () => {
  const {model} = made('ar', [cover], [coverPage])
  const [title, , foot] = paragraphs(model.sections[0])
  const mm = (points = 0) => Math.round((points / 72) * 25.4)
  expect([title?.place?.x, title?.place?.width].map(mm)).toEqual([18, 174])
  expect([title?.place?.indent?.start, title?.place?.indent?.end].map(mm)).toEqual([0, 78])
  expect([foot?.place?.indent?.end, foot?.endTab].map(mm)).toEqual([0, 174])
  const svg = paragraphs(model.sections[0]).at(-1)?.children.at(-1)
  expect(svg?.type === 'picture' && new TextDecoder().decode(svg.bytes)).toContain('scale(-1 1)')
})

test('a frame beside another one keeps its place, from the left', () => {
  const pair = master('pair', {
    ground: 'pine',
    frames: {foot: frame({x: 18, y: 283, width: 80, height: 6}), end: frame({x: 120, y: 283, width: 72, height: 6})}
  })
  const children = ['foot', 'end'].map((name) => ({type: 'frame' as const, name, children: [p(name)]}))
  const {model} = made('ar', [pair], [{type: 'page', master: 'pair', children}])
  expect(paragraphs(model.sections[0]).map(({place}) => place && Math.round((place.x / 72) * 25.4))).toEqual([
    112,
    18,
    undefined
  ])
})

test('a table on a cover stands in the flow', () => {
  const table: Block = {type: 'table', caption: [], children: [{type: 'tableRow', children: [cell('x')]}]}
  const {model} = made(
    'mk',
    [cover],
    [{...coverPage, children: [{type: 'frame', name: 'title', children: [p('a'), table]}]}]
  )
  expect(paragraphs(model.sections[0]).map(({place, ground}) => [place, ground])).toEqual([
    [undefined, 'pine'],
    [undefined, 'pine'],
    [undefined, undefined]
  ])
})

test('words of a table on a cover stand on its ground as well', () => {
  const table: Block = {type: 'table', caption: [], children: [{type: 'tableRow', children: [cell('x')]}]}
  const {model} = made('mk', [cover], [page('cover', table)])
  expect(shownText(model, brand)).toMatchObject([{words: 'x', ground: '#0F3B38'}])
})

test('the title of a cover takes the step at which it should fit, in the style itself', () => {
  const styles = new Styles({h1: {size: 50, leading: 60, steps: [50, 40, 30]}}, 'Cyrl')
  const long = {
    ...coverPage,
    children: [{type: 'frame' as const, name: 'title', children: [heading(1, 'Меѓународната')]}]
  }
  const {model} = made('mk', [cover], [long], styles)
  expect(model.styles.find(({id}) => id === 'Title')?.look).toMatchObject({size: 30, leading: 36})
})

test.each([[['Меѓународната', 'Наслов']], [['Наслов', 'Меѓународната']]])(
  'a style of two covers takes the smaller of their steps: %s',
  (titles) => {
    const styles = new Styles({h1: {size: 50, leading: 60, steps: [50, 40, 30]}}, 'Cyrl')
    const pages = titles.map((title) => {
      return {...coverPage, children: [{type: 'frame' as const, name: 'title', children: [heading(1, title)]}]}
    })
    const {model} = made('mk', [cover], pages, styles)
    expect(model.styles.find(({id}) => id === 'Title')?.look).toMatchObject({size: 30, leading: 36})
  }
)

test('what stands on the ground of a cover must be told from it', () => {
  const {model} = made('mk', [cover], [coverPage, page('word', p('a'))])
  const printed = shownText(model, brand).filter(({words}) => ['Наслов', 'a'].includes(words.trim()))
  expect(printed.map(({words, ground}) => [words, ground])).toEqual([
    ['Наслов', '#0F3B38'],
    ['Наслов', '#FFFFFF'],
    ['a', '#FFFFFF']
  ])
})

const columns = (widths: readonly (number | '*')[], ...content: Block[][]): Block => ({
  type: 'columns',
  children: content.map((children, index) => ({type: 'column', width: widths[index] ?? '*', children}))
})

test('columns in the text are a section of their own, each after a break; the text goes on below', () => {
  const body = section('s', heading(2, 'S'), columns(['*', '*'], [p('one'), p('two')], [p('three')]), p('after'))
  const {model, text} = made('mk', [], [page('word', p('before'), body)])
  expect(text).toEqual([
    'Normal: before | Heading1 #s: S',
    'Normal: one | Normal: two | Normal: three',
    'Normal: after'
  ])
  expect(model.sections.map(({start, columns: {widths}}) => [start, widths.length])).toEqual([
    ['page', 1],
    ['here', 2],
    ['here', 1]
  ])
  expect(paragraphs(model.sections[1]).map(({columnBreak}) => columnBreak ?? false)).toEqual([false, false, true])
  expect(model.sections[1]?.header).toEqual({})
})

test('a width in mm is kept, the others share what is left; a column that begins with a table has its break before', () => {
  const table: Block = {type: 'table', caption: [], children: [{type: 'tableRow', children: [cell('x')]}]}
  const {model, text} = made('ar', [], [page('word', columns([40, '*', '*'], [p('a')], [table], []))])
  const mm = (points = 0) => Math.round((points / 72) * 254) / 10
  const [{columns: made_} = {columns: undefined}] = model.sections
  // 160 mm of text, 18 pt between two.
  expect(made_?.widths.map(mm)).toEqual([40, 53.7, 53.7])
  expect(text[0]).toContain('TableEnd rtl:  | table lines rtl')
  expect(paragraphs(model.sections[0]).filter(({columnBreak}) => columnBreak)).toHaveLength(2)
})

test('columns in a box, a list or a quotation stand one after the other', () => {
  const inner = columns(['*', '*'], [p('one')], [p('two')])
  const boxed: Block[] = [
    {type: 'callout', kind: 'note', title: [], children: [inner]},
    {type: 'blockquote', children: [inner]},
    list(false, {type: 'listItem', checked: null, children: [inner]})
  ]
  const {model} = made('mk', [], [page('word', ...boxed)])
  expect(model.sections).toHaveLength(1)
  expect(bodyOf(model).some((block) => block.type === 'paragraph' && block.columnBreak)).toBe(false)
})

test('a group without a ground holds columns of the page, one with a ground does not', () => {
  const styles = new Styles({'boxed.body': {}, boxed: {ground: 'lilac'}, 'open.body': {size: 9}}, 'Cyrl')
  const group = (style: string): Block => ({type: 'group', style, children: [columns([], [p('one')], [p('two')])]})
  expect(made('mk', [], [page('word', group('open'))], styles).text).toEqual(['OpenBody: one | OpenBody: two'])
  expect(made('mk', [], [page('word', group('open'))], styles).model.sections[0]?.columns.widths).toHaveLength(2)
  expect(made('mk', [], [page('word', group('boxed'))], styles).model.sections[0]?.columns.widths).toHaveLength(1)
})

test('a heading brings its own space below a box', () => {
  const box: Block = {type: 'callout', kind: 'note', title: [], children: [p('x')]}
  const {text} = made('mk', [], [page('word', box, heading(2, 'A'), box, p('b'))])
  expect(text[0]?.split(' | ').filter((line) => !line.startsWith(' '))).toEqual([
    'table plain',
    'Heading1: A',
    'table plain',
    'TableEnd: ',
    'Normal: b'
  ])
})

test('a page without a master of its own, or a template without pages, is on the master `word`', () => {
  const {model} = made('mk', [], [page('none', p('a'))])
  expect(model.sections[0]?.page.margins.top).toBeCloseTo(85.04, 1)
  expect(made('mk', [], []).model.sections.map(({body}) => body)).toEqual([[]])
})

test('footnotes of a cover and of columns are counted on', () => {
  const noted = (id: string) => p([t(id), {type: 'note', id, number: 1, children: [p(`note ${id}`)]}])
  const {model} = made('mk', [], [page('word', noted('a'), columns([], [noted('b')], [noted('c')]))])
  expect(model.notes).toHaveLength(3)
})
