import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Block} from '../../../../src/document/nodes.ts'
import {png} from '../../../../src/picture/png-write.ts'
import {Styles} from '../../../../src/theme/styles.ts'
import {compose} from '../../../../src/writers/docx/compose.ts'
import {listIndent} from '../../../../src/writers/docx/pack-numbering.ts'
import {exif, jpegFile} from '../../../helpers/pictures.ts'
import {bodyOf, lines, modelText} from './model-text.ts'
import {cell, contextOf, documentOf, heading, item, list, p, section, sheet, t} from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatefold-word-'))
writeFileSync(join(folder, 'wide.png'), png(new Uint8Array(1000 * 10), 1000, ['#FF0000']))
writeFileSync(
  join(folder, 'mark.svg'),
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" fill="var(--pine)"/>'
)
writeFileSync(join(folder, 'tall.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="10000"/>')
writeFileSync(join(folder, 'side.jpg'), jpegFile({blocks: [[[9], [99]]], segments: [[0xe1, exif(6)]]}))
writeFileSync(join(folder, 'text.png'), 'not a picture')

function model(lang: string, ...body: Block[]) {
  const {context, diagnostics} = contextOf(lang, {project: folder})
  return {model: compose(documentOf(lang, body), context), diagnostics}
}

const missing = (): never => {
  throw new Error('No section')
}

const written = (lang: string, ...body: Block[]) => modelText(model(lang, ...body).model)
test('the title is Word’s Title, ## its Heading 1, and an id the bookmark of the first paragraph', () => {
  const body = [
    heading(1, 'A'),
    {...p('B'), style: 'subtitle'},
    section('c-d', heading(2, 'C'), heading(3, 'D'), p('e'))
  ]
  expect(written('mk', ...body)).toBe('Title: A\nSubtitle: B\nHeading1 #c_d: C\nHeading2: D\nNormal: e')
})

test('people stand in a grid, key figures beside their labels, where the styles say so', () => {
  const figures: Block = {type: 'figures', children: [{type: 'keyFigure', value: '1951', label: [t('founded')]}]}
  const people = {...list(false, item(p('Ana'), p('Chair')), item(p('Ben')), item(p('Cem'))), style: 'people'}
  expect(written('mk', people, {type: 'group', style: 'beside', children: [figures]})).toMatchInlineSnapshot(`
    "table plain
      cell
        PeopleList: Ana
        PeopleList: Chair
      cell
        PeopleList: Ben
      cell
        PeopleList: Cem
      cell
        PeopleList: 
    TableEnd: 
    table plain
      cell
        BesideFigure: 1951
      cell
        KeyFigureLabel: founded
    TableEnd: "
  `)
})

test('runs carry what the nodes around them say', () => {
  const text = written(
    'mk',
    p([
      t('a\nb '),
      {type: 'strong', children: [t('c'), {type: 'emphasis', children: [t('d')]}]},
      {type: 'lineBreak'},
      {type: 'inlineCode', value: 'e'},
      {type: 'superscript', children: [t('2')]},
      {type: 'span', lang: 'fr', children: [t('f')]},
      {type: 'link', url: 'https://x.example/?a&b', children: [t('g')]},
      {type: 'link', url: '#s', children: [t('h')]}
    ])
  )
  expect(text).toBe(
    'Normal: a b {bold:c}{bold italic:d}↵{VerbatimChar:e}{raised:2}{fr:f}[{Hyperlink:g}](https://x.example/?a&b)[{Hyperlink:h}](#s)'
  )
})

test('each list has its own numbering, nested ones count their depth, and what follows in an item stands under it', () => {
  const inner = list(true, item(p('b')))
  expect(written('mk', list(true, item(p('a'), inner, p('c'))), list(false, item(p('d'))))).toBe(
    'ListNumber 1#0.0: a\nListNumber2 1#1.1: b\nListParagraph 1#0.0 under: c\nListBullet -#2.0: d'
  )
})

test('a list stands in as far as the lists around it, of whatever kind they are', () => {
  const look = {...sheet, bullet: {indent: 10}, numeral: {indent: 30}}
  const {context} = contextOf('mk', {project: folder})
  const deep = list(false, item(p('c'), list(true, item(p('d')))))
  const body = [list(true, item(p('a'), list(false, item(p('b'), deep)))), list(false, item(p('e')))]
  const made = compose(documentOf('mk', body), {
    ...context,
    theme: {...context.theme, styles: new Styles(look, 'Cyrl')}
  })
  const indents = made.lists.map((one) => listIndent(made, one, one.level))
  expect(indents).toEqual([30, 40, 50, 80, 10])
})

test('tasks show their state, and a list keeps its first number', () => {
  const tasks: Block = {
    type: 'list',
    ordered: false,
    start: 1,
    children: [
      {type: 'listItem', checked: true, children: [p('a')]},
      {type: 'listItem', checked: false, children: [p('b')]}
    ]
  }
  const later: Block = {type: 'list', ordered: true, start: 4, children: [item(p('c'))]}
  expect(written('mk', tasks, later)).toBe('ListBullet -#0.0: ☒ a\nListBullet -#0.0: ☐ b\nListNumber 4#1.0: c')
})

test('a table has its caption above and named, its header row marked, its cells aligned', () => {
  const table: Block = {
    type: 'table',
    caption: [t('T')],
    children: [
      {type: 'tableRow', children: [cell('A', {header: 'column'}), cell('B', {header: 'column', align: 'end'})]},
      {type: 'tableRow', children: [cell('c', {colspan: 2})]}
    ]
  }
  expect(written('ar', table)).toBe(
    [
      'Caption rtl keep: T',
      'table table rtl “T”',
      '  head',
      '    TableHeading rtl: A',
      '  head',
      '    TableHeading rtl end: B',
      '  cell 2 wide',
      '    TableFirstColumn rtl: c',
      'TableEnd rtl: '
    ].join('\n')
  )
})

test('components become paragraphs with named styles, and tables only to look at', () => {
  const text = written(
    'mk',
    {type: 'lead', kicker: [t('K')], children: [p('l')]},
    {type: 'callout', kind: 'note', title: [t('C')], children: [p('x')]},
    {type: 'quote', children: [p('q')], source: [t('s')]},
    {type: 'figures', children: [{type: 'keyFigure', value: '1', unit: 'm', label: [t('f')]}]},
    {type: 'aside', title: [t('A')], children: [p('y')]},
    {type: 'contact', children: [list(false, item(p('tel')))]},
    {type: 'columns', children: [{type: 'column', width: '*', children: [p('one')]}]},
    {type: 'programme', children: [{type: 'programmeEntry', time: [t('9')], what: [t('w')], where: []}]}
  )
  expect(text).toBe(
    [
      'Kicker keep: K',
      'Lead: l',
      'table plain',
      '  cell',
      '    CalloutTitle: C',
      '    Callout: x',
      'TableEnd: ',
      'QuoteMarker keep: –',
      'Quote keep: q',
      'QuoteSource: s',
      'table plain',
      '  cell',
      '    KeyFigure: 1{KeyFigureUnit: m}',
      '    KeyFigureLabel: f',
      'TableEnd: ',
      'AsideTitle keep: A',
      'Aside: y',
      'Contact: tel',
      'Normal: one',
      'table lines',
      '  cell',
      '    ProgrammeTime: 9',
      '  cell',
      '    ProgrammeEntry: w',
      'TableEnd: '
    ].join('\n')
  )
})

test('breaks, slides and speaker notes are not for Word', () => {
  const slide: Block = {type: 'slide', title: [], children: [p('s')]}
  expect(written('mk', {type: 'break', to: 'page'}, slide, {type: 'notes', children: [p('n')]}, p('a'))).toBe(
    'Normal: a'
  )
})

test('a group is a scope for styles: the pack’s own get names of their own', () => {
  const {model: made} = model('mk', {type: 'group', style: 'panel', children: [p('a'), heading(2, 'b')]})
  expect(modelText(made)).toBe('PanelBody: a\nHeading1: b')
  expect(made.styles.find((style) => style.id === 'PanelBody')).toMatchObject({name: 'Panel Body', basedOn: 'Normal'})
})

test('a footnote is filed once, with its number; its bookmark is what later references link to', () => {
  const note = {type: 'note', id: 'x', number: 1, children: [p('text')]} as const
  const again = {type: 'link', url: '#note-x', children: [t('1')]} as const
  expect(
    written('mk', p([t('a'), {...note, children: [...note.children]}, {...again, children: [...again.children]}]))
  ).toBe('Normal: a[^1][{Hyperlink:1}](#note_x)\n  note 1 FootnoteText:  text')
})

test('contents list the headings as links', () => {
  const body: Block[] = [{type: 'toc', depth: 2, title: [t('In')]}, section('a', heading(2, 'A'), heading(3, 'B'))]
  expect(written('mk', ...body)).toBe('TOCHeading: In\nTOC1: [A](#a)\nHeading1 #a: A\nHeading2: B')
})

test('bookmarks have at most 40 characters, start with a letter and are unlike, whatever the case', () => {
  const long = 'а'.repeat(60)
  const {model: made} = model('mk', ...[long, `${long}б`, 'Ab', 'aB', '1-x'].map((id) => section(id, heading(2, id))))
  const names = bodyOf(made).flatMap((block) => (block.type === 'paragraph' ? (block.bookmarks ?? []) : []))
  expect(names).toEqual(['а'.repeat(40), `${'а'.repeat(38)}_2`, 'Ab', 'aB_2', 's1_x'])
})

test('each block of a translation has its unit as a hidden bookmark, unlike where a unit stands twice', () => {
  const of = (unit: string) => ({data: {unit}})
  const figure = {type: 'keyFigure', value: '1', label: [t('f')], ...of('F')} as const
  const text = written(
    'mk',
    section('s', {...heading(2, 'A'), ...of('A')}, {...p('b'), ...of('B')}, {...p('b'), ...of('B')}, p('c')),
    list(false, item({...p('d'), ...of('D')})),
    {type: 'callout', kind: 'note', title: [{...t('C'), ...of('T')}], children: []},
    {type: 'figures', children: [{...figure, label: [t('f')]}]},
    {type: 'table', caption: [], children: [{type: 'tableRow', children: [cell('e', of('E'))]}]},
    {
      type: 'programme',
      children: [{type: 'programmeEntry', time: [t('9')], what: [t('w')], where: [], ...of('P')}]
    }
  )
  const names = [...text.matchAll(/#(_gf_\w+)/g)].map(([, name = '']) => name)
  expect(names).toHaveLength(10)
  expect(new Set(names).size).toBe(10)
  expect(names[2]).toBe(`${names[1]}_2`)
  expect(names[6]).toBe(`${names[5]}_label`)
  for (const name of names) expect(name).toMatch(/^_gf_[\da-f]{16}(_2|_label|_what)?$/)
  expect(text.replace(/_gf_[\da-f]+(_2)?/g, 'unit')).toBe(
    [
      'Heading1 #s #unit: A',
      'Normal #unit: b',
      'Normal #unit: b',
      'Normal: c',
      'ListBullet -#0.0 #unit: d',
      'table plain',
      '  cell',
      '    CalloutTitle #unit: C',
      'TableEnd: ',
      'table plain',
      '  cell',
      '    KeyFigure #unit: 1',
      '    KeyFigureLabel #unit_label: f',
      'TableEnd: ',
      'table lines',
      '  cell',
      '    TableFirstColumn #unit: e',
      'TableEnd: ',
      'table lines',
      '  cell',
      '    ProgrammeTime #unit: 9',
      '  cell',
      '    ProgrammeEntry #unit_what: w',
      'TableEnd: '
    ].join('\n')
  )
})

test('a unit’s bookmark is around its words only: no box of a task, no space after a footnote’s number', () => {
  const of = (unit: string) => ({data: {unit}})
  const task: Block = {
    type: 'list',
    ordered: false,
    start: 1,
    children: [{type: 'listItem', checked: true, children: [{...p('a'), ...of('A')}]}]
  }
  const note = {type: 'note', id: 'n', number: 1, children: [{...p('b'), ...of('B')}]} as const
  const text = written('mk', task, p([t('c'), {...note, children: [...note.children]}]))
  expect(text.replace(/_gf_[\da-f]+/g, 'unit')).toBe(
    'ListBullet -#0.0: ☒ <#unit a>\nNormal: c[^1]\n  note 1 FootnoteText:  <#unit b>'
  )
})

test('a picture, its caption and its credit are units of their own', () => {
  const figure: Block = {
    type: 'figure',
    src: 'mark.svg',
    alt: 'M',
    decorative: false,
    caption: [{...t('C'), data: {unit: 'C'}}],
    credit: 'Ф',
    licence: 'CC',
    data: {attributeUnits: {alt: 'M', credit: 'Ф'}}
  }
  expect(written('mk', figure).replace(/_gf_[\da-f]+/g, 'unit')).toBe(
    'Picture keep: <#unit <svg 48×48 M>>\nCaption #unit: C\nCredit: <#unit Ф> · CC'
  )
})

test('right-to-left: paragraphs and runs are marked, words of other scripts are not', () => {
  const phone: Block = p([t('هاتف '), {type: 'span', dir: 'ltr', children: [t('+389 2 000')]}])
  const code = p([t('رمز '), {type: 'inlineCode', value: '{#a}'}])
  expect(written('ar', p('قراءة (PDF 1.7) في ١٩٥١'), phone, code)).toBe(
    [
      'Normal rtl: {rtl:قراءة (}PDF 1.7{rtl:) في ١٩٥١}',
      'Normal rtl: {rtl:هاتف }\u200E+389 2 000\u200E',
      'Normal rtl: {rtl:رمز }\u200E{VerbatimChar:{#a}}\u200E'
    ].join('\n')
  )
})

test('a paragraph in another language takes its direction', () => {
  expect(written('ar', {...p('English'), lang: 'en'})).toBe('Normal: {en:English}')
  expect(written('mk', {...p('عربي'), lang: 'ar'})).toBe('Normal rtl: {ar rtl:عربي}')
})

test('emphasis in Arabic is weight, not slant', () => {
  expect(written('ar', p([{type: 'emphasis', children: [t('مهم')]}]))).toBe('Normal rtl: {italic boldComplex rtl:مهم}')
})

test('pictures keep within the text, with their description or none', () => {
  const {model: made, diagnostics} = model(
    'mk',
    {type: 'figure', src: 'wide.png', alt: 'Wide', decorative: false, caption: [t('C')], credit: 'Ф'},
    {type: 'figure', src: 'mark.svg', alt: '', decorative: true, width: 10, caption: []}
  )
  expect(modelText(made)).toBe('Picture keep: <png 454×5 Wide>\nCaption: C\nCredit: Ф\nPicture: <svg 28×28 decorative>')
  const svg = bodyOf(made)
    .flatMap((block) => (block.type === 'paragraph' ? block.children : []))
    .at(-1)
  expect(svg?.type === 'picture' && new TextDecoder().decode(svg.bytes)).toContain('fill="#0F3B38"')
  expect(diagnostics.list).toEqual([])
})

test('pictures are no higher than a page, no wider than the cell or the item that they stand in', () => {
  const figure = (src: string): Block => ({type: 'figure', src, alt: 'A', decorative: false, caption: []})
  const row = [cell('', {children: [figure('wide.png')]}), cell('two words and more')]
  const table: Block = {type: 'table', caption: [], children: [{type: 'tableRow', children: row}]}
  const text = written('mk', figure('tall.svg'), table, list(false, item(p('a'), figure('wide.png'))))
  expect([...text.matchAll(/<(?:png|svg) (\d+)×(\d+)/g)].map(([, width, height]) => [width, height])).toEqual([
    ['69', '686'],
    ['321', '3'],
    ['431', '4']
  ])
})

test('a picture that lies on its side is turned, at the size it then has', () => {
  const {model: made} = model('mk', {type: 'figure', src: 'side.jpg', alt: 'A', decorative: false, caption: []})
  expect(modelText(made)).toBe('Picture: <jpg 6×12 A>')
  const [turned] = bodyOf(made).flatMap((block) => (block.type === 'paragraph' ? block.children : []))
  expect(turned).toMatchObject({turn: {degrees: 90, mirrored: false}})
})

test('a picture that is missing or none is an error, and leaves its caption', () => {
  const {model: made, diagnostics} = model(
    'mk',
    {type: 'figure', src: 'no.png', alt: 'A', decorative: false, caption: [t('C')]},
    p([{type: 'image', src: 'text.png', alt: 'B', decorative: false}])
  )
  expect(modelText(made)).toBe('Caption: C\nNormal: B')
  expect(diagnostics.list.map(({rule, reason}) => [rule, reason])).toEqual([
    ['image-missing', 'Unexpected missing picture `no.png`, expected a file'],
    ['image-invalid', 'Unexpected content in `text.png`, expected a PNG, JPEG or SVG picture']
  ])
})

test('what XML cannot hold becomes U+FFFD and is reported', () => {
  const {model: made, diagnostics} = model('mk', p('a\u0001b\uD800c\uFFFEd\uFFFFe😀\tf'))
  expect(modelText(made)).toBe('Normal: a\uFFFDb\uFFFDc\uFFFDd\uFFFDe😀\tf')
  expect(diagnostics.list.map((one) => one.reason)).toEqual(
    ['U+0001', 'U+D800', 'U+FFFE', 'U+FFFF'].map((code) => `Unexpected character ${code}, expected text`)
  )
})

test('the page is its master’s; header and footer are one line with what stands at the end after a tab', () => {
  const {model: made} = model('ar', p('a'))
  const [{page, footer} = missing()] = made.sections
  expect(page.width).toBeCloseTo(595.28, 1)
  expect(page.margins.top).toBeCloseTo(85.04, 1)
  expect(page.header).toBeCloseTo(35.43, 1)
  expect(page.footer).toBeCloseTo(28.35, 1)
  expect(lines(footer.rest ?? [], made, '')).toEqual([
    'Footer rtl: www.example.org→Страница{rtl: }<PAGE=١>{rtl: }од{rtl: }<NUMPAGES=١>'
  ])
})

test('Word takes no footnotes in footnotes, nor in headers: their text stands in brackets', () => {
  const inner = {type: 'note', id: 'y', number: 2, children: [p('inner')]} as const
  const outer = {
    type: 'note',
    id: 'x',
    number: 1,
    children: [p([t('outer'), {...inner, children: [p('inner')]}])]
  } as const
  expect(written('mk', p([t('a'), {...outer, children: [...outer.children]}]))).toBe(
    'Normal: a[^1]\n  note 1 FootnoteText:  outer<#note_y  (inner)>'
  )
})

test('an address that no QR code holds is reported and stays as a link', () => {
  const url = `https://x.example/${'a'.repeat(5000)}`
  const {model: made, diagnostics} = model('mk', {type: 'qr', url, caption: []})
  expect(modelText(made)).toBe(`Picture: [${url}](${url})`)
  expect(diagnostics.list.map((one) => one.reason)).toEqual([
    'Unexpected address of 5018 characters, expected one that a QR code holds'
  ])
})
