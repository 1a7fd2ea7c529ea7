import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fromHtml} from 'hast-util-from-html'
import {selectAll} from 'hast-util-select'
import {expect, test} from 'vitest'
import {Diagnostics} from '../../../src/diagnostic.ts'
import type {Block, Document, Inline, Paragraph} from '../../../src/document/nodes.ts'
import {createLocale} from '../../../src/locale.ts'
import {resolveMaster} from '../../../src/theme/resolve-master.ts'
import {Styles} from '../../../src/theme/styles.ts'
import {diskWorld} from '../../../src/world.ts'
import {html} from '../../../src/writers/html.ts'
import type {WriterContext} from '../../../src/writers/writer.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatefold-html-'))
const svgRoot =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8" width="8" height="8">'
writeFileSync(join(folder, 'map.svg'), `${svgRoot}<path stroke="var(--signal)"/></svg>`)

writeFileSync(join(folder, 'leaf.svg'), `${svgRoot}<path d="M0 0L8 8"/></svg>`)

const words = {skip: 'Skip to the text', contents: 'Contents', footnotes: 'Notes', back: 'Back to note'}

const sheet = {
  body: {size: 10, leading: 15, color: 'ink'},
  h1: {font: 'head' as const, size: 30, leading: 30, color: 'signal'},
  'panel.body': {size: 8, ground: 'tint', padding: [6, 12] as const},
  'people.list': {columns: 2},
  'beside.figure': {numberWidth: 120}
}

function contextOf(diagnostics: Diagnostics): WriterContext {
  return {
    world: diskWorld(folder),
    theme: {
      brand: {
        name: 'Test',
        colors: {ink: '#111111', signal: '#FF0000', tint: '#EEEEEE'},
        faces: [],
        roles: {head: 'Geologica', text: 'Source Serif 4', mono: 'Geologica'},
        scripts: {arab: {text: 'Noto Naskh Arabic'}},
        fallback: ['Noto Sans'],
        substitutes: {Geologica: 'Segoe UI'},
        logos: {}
      },
      styles: new Styles(sheet, 'Latn'),
      masters: {cover: resolveMaster('cover', {art: 'map.svg'}, (path) => path)}
    },
    locale: createLocale('en', [words], diagnostics.report),
    report: diagnostics.report,
    format: 'web',
    options: {}
  }
}

const text = (value: string): Inline[] => [{type: 'text', value}]
const p = (value: string): Paragraph => ({type: 'paragraph', children: text(value)})

function documentOf(blocks: Block[], own: Partial<Document> = {}): Document {
  return {
    type: 'document',
    lang: 'en',
    dir: 'ltr',
    meta: {title: 'A <title>', description: 'What it says', authors: ['A', 'B'], keywords: []},
    running: {},
    children: [{type: 'page', master: 'web', children: [{type: 'frame', name: 'main', children: blocks}]}],
    ...own
  }
}

async function write(document: Document): Promise<{source: string; diagnostics: Diagnostics}> {
  const diagnostics = new Diagnostics()
  const written = await html.write(document, contextOf(diagnostics))
  return {source: new TextDecoder().decode(written.bytes), diagnostics}
}

/** What stands in `<main>`, without its own tags. */
async function main(...blocks: Block[]): Promise<string> {
  const {source} = await write(documentOf(blocks))
  return /<main id="main">\n<div>\n(.*)\n<\/div>\n<\/main>/s.exec(source)?.[1] ?? source
}

test('the page names its language, direction, title and description, and allows no script and no network', async () => {
  const {source} = await write(documentOf([p('x')], {lang: 'ar', dir: 'rtl'}))
  expect(source).toMatch(/^<!DOCTYPE html>\n<html lang="ar" dir="rtl">/)
  expect(source).toContain('<title>A &#60;title&#62;</title>')
  expect(source).toContain('<meta name="description" content="What it says">')
  expect(source).toContain('<meta name="author" content="A, B">')
  expect(source).toContain('default-src &#39;none&#39;')
  expect(source).not.toMatch(/<script|https?:/)
})

test('a skip link leads to the main text between the landmarks', async () => {
  const frame = (name: string) => ({type: 'frame' as const, name, children: [p(name)]})
  const children = [{type: 'page' as const, master: 'web', children: ['footer', 'main', 'header'].map(frame)}]
  const {source} = await write(documentOf([], {children}))
  const body = selectAll('body > *', fromHtml(source)).map((one) => `${one.tagName}#${one.properties.id ?? ''}`)
  expect(body).toEqual(['a#', 'header#', 'main#main', 'footer#'])
  expect(source).toContain('<a class="skip" href="#main">Skip to the text</a>')
})

test('art of the page master is a strip before the text, which no screen reader hears', async () => {
  const children = [{type: 'page' as const, master: 'cover', children: []}]
  const {source} = await write(documentOf([], {children}))
  expect(source).toMatch(/<img class="art mirrored" src="data:image\/svg\+xml;base64,[^"]+" alt="">\n<main id="main">/)
})

test('text and attributes are escaped', async () => {
  const link: Inline = {type: 'link', url: 'https://x.org/?a=1&b="2"', title: '<t>', children: text('a & b')}
  expect(await main({type: 'paragraph', children: [...text('<script>alert("1")</script>\u0000'), link]})).toBe(
    '<p>&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;\uFFFD' +
      '<a href="https://x.org/?a=1&#38;b=&#34;2&#34;" title="&#60;t&#62;">a &#38; b</a></p>'
  )
  expect(
    await main({type: 'paragraph', children: [{type: 'link', url: 'javascript:alert(1)', children: text('x')}]})
  ).toBe('<p><a>x</a></p>')
})

test('people stand in a grid, key figures beside their labels, where the styles say so', async () => {
  const people = ['Ana', 'Ben'].map((name) => ({type: 'listItem' as const, checked: null, children: [p(name)]}))
  expect(await main({type: 'list', ordered: false, start: 1, style: 'people', children: people})).toBe(
    '<ul class="grid" style="--columns:2" role="list"><li>Ana</li><li>Ben</li></ul>'
  )
  const figures: Block = {type: 'figures', children: [{type: 'keyFigure', value: '1951', label: text('founded')}]}
  expect(await main({type: 'group', style: 'beside', children: [figures]})).toContain('<ul class="figures stacked"')
  expect(await main(figures)).toContain('<ul class="figures"')
})

test('sections, headings and lists keep their structure', async () => {
  const list = (ordered: boolean, start: number, ...items: Block[][]): Block => ({
    type: 'list',
    ordered,
    start,
    children: items.map((children, index) => ({type: 'listItem', checked: ordered ? null : index === 0, children}))
  })
  expect(
    await main({
      type: 'section',
      id: 'aims',
      children: [
        {type: 'heading', depth: 2, children: text('Aims')},
        list(true, 3, [p('Three'), list(false, 1, [p('done')], [p('to do')])])
      ]
    })
  ).toBe(
    [
      '<section id="aims"><h2 class="h2">Aims</h2>',
      '<ol class="list" start="3" role="list"><li>Three',
      '<ul class="list" role="list"><li class="task"><label><input type="checkbox" disabled checked> done</label></li>' +
        '<li class="task"><label><input type="checkbox" disabled> to do</label></li></ul></li></ol></section>'
    ].join('\n')
  )
})

test('header cells say what they head, and a table with a caption can be reached and named', async () => {
  const cell = (value: string, header: 'column' | 'row' | null, align: 'start' | 'end' = 'start') => ({
    type: 'tableCell' as const,
    header,
    align,
    colspan: 1,
    rowspan: 1,
    children: [p(value)]
  })
  const row = (...children: ReturnType<typeof cell>[]) => ({type: 'tableRow' as const, children})
  expect(
    await main({
      type: 'table',
      caption: text('Staff'),
      children: [
        row(cell('Year', 'column'), cell('Number', 'column')),
        row(cell('2027', 'row'), cell('5', null, 'end'))
      ]
    })
  ).toBe(
    '<div class="scroll" role="region" aria-labelledby="label-1" tabindex="0"><table class="table">' +
      '<caption class="caption" id="label-1">Staff</caption>' +
      '<thead><tr><th class="table-head" scope="col">Year</th><th class="table-head" scope="col">Number</th></tr></thead>' +
      '<tbody><tr><th class="table-first" scope="row">2027</th><td class="table" style="text-align:end">5</td></tr></tbody>' +
      '</table></div>'
  )
})

test('a footnote stands at the end and links back to its place', async () => {
  const note: Inline = {type: 'note', id: 'a', number: 1, children: [p('See the law.')]}
  const {source} = await write(documentOf([{type: 'paragraph', children: [...text('Law'), note]}]))
  expect(source).toContain('<p>Law<sup><a id="ref-a" href="#note-a" role="doc-noteref">1</a></sup></p>')
  expect(source).toContain(
    '<li id="note-a" value="1"><p>See the law.</p> ' +
      '<a href="#ref-a" role="doc-backlink" aria-label="Back to note 1">↩</a></li>'
  )
})

test('a picture is inside the page, in the brand’s colours', async () => {
  const {source, diagnostics} = await write(
    documentOf([
      {
        type: 'figure',
        src: 'map.svg',
        alt: 'Map of offices',
        decorative: false,
        caption: text('Offices'),
        credit: 'IOM'
      },
      {type: 'figure', src: 'leaf.svg', alt: '', decorative: true, caption: []},
      {type: 'figure', src: 'none.png', alt: 'Nothing', decorative: false, caption: []}
    ])
  )
  const svg = Buffer.from(/base64,([^"]+)/.exec(source)?.[1] ?? '', 'base64').toString()
  expect(svg).toBe(`${svgRoot}<path stroke="#FF0000"/></svg>`)
  expect(source).toContain('alt="Map of offices"><figcaption class="caption">Offices <small class="credit">IOM</small>')
  expect(source).toContain('alt=""></figure>')
  expect(source).toContain('<figure>Nothing</figure>')
  expect(diagnostics.list.map(({rule}) => rule)).toEqual(['image-missing'])
})

test('a picture that stands more than once is in the page once', async () => {
  const figure = {type: 'figure', src: 'map.svg', alt: 'Map', decorative: false, caption: []} as const
  const image = {type: 'image', src: 'map.svg', alt: '', decorative: false} as const
  const {source} = await write(
    documentOf([
      {...figure, caption: []},
      {type: 'figure', src: 'leaf.svg', alt: 'Leaf', decorative: false, caption: []},
      {...figure, alt: 'Half of it', width: 80, height: 20, focus: {x: 0, y: 1}, caption: []},
      {type: 'paragraph', children: [image]}
    ])
  )
  expect(source.match(/data:image/g)).toHaveLength(2)
  const frames = [...source.matchAll(/<svg viewBox[^>]*>/g)].map(([tag]) => tag)
  expect(frames).toEqual([
    '<svg viewBox="0 0 8 8" width="8" height="8" role="img" aria-label="Map">',
    '<svg viewBox="0 6 8 2" width="8" height="2" role="img" aria-label="Half of it" style="inline-size:80mm">',
    '<svg viewBox="0 0 8 8" width="8" height="8" aria-hidden="true" style="block-size:1em">'
  ])
  expect(source.match(/<image id="picture-1" width="8" height="8" href="data:[^"]+"><\/image><\/svg>/g)).toHaveLength(1)
  expect(source.match(/<use href="#picture-1"><\/use><\/svg>/g)).toHaveLength(2)
})

test('what is in another language says so, with its direction', async () => {
  expect(await main({...p('Bonjour'), lang: 'fr'})).toBe('<p lang="fr" dir="ltr">Bonjour</p>')
  const span: Inline = {type: 'span', lang: 'ar', children: text('سلام')}
  expect(await main({type: 'paragraph', children: [span]})).toBe('<p><span lang="ar" dir="rtl">سلام</span></p>')
})

test('styles in use become rules, found by the class around them', async () => {
  const panel: Block = {type: 'group', style: 'panel', children: [p('small')]}
  const {source} = await write(documentOf([{type: 'heading', depth: 1, children: text('T')}, panel]))
  expect(source).toContain('<div class="panel"><p class="panel-body">small</p></div>')
  expect(source).toContain("--font-head: 'Geologica', 'Segoe UI', 'Noto Sans', system-ui, sans-serif;")
  expect(source).toMatch(
    /\.h1 \{font-family: var\(--font-head\); font-size: [\d.]+rem; font-size: clamp\(.*color: var\(--signal\)/
  )
  expect(source).toMatch(/\.panel-body \{.*background: var\(--tint\); padding: 0.5rem 1rem\}/)
  expect(source).not.toContain('.h2 {')
})

test('components of the dialect keep their meaning', async () => {
  expect(await main({type: 'callout', kind: 'tip', title: text('Note'), children: [p('x')]})).toBe(
    '<div class="callout tip" role="note" aria-labelledby="label-1"><p class="callout-title" id="label-1">Note</p><p>x</p></div>'
  )
  expect(await main({type: 'quote', source: text('She'), children: [p('So')]})).toBe(
    '<figure class="pull"><blockquote class="quote"><p>So</p></blockquote>' +
      '<figcaption class="quote-source">She</figcaption></figure>'
  )
  expect(
    await main({type: 'figures', children: [{type: 'keyFigure', value: '1', unit: 'bn', label: text('budget')}]})
  ).toBe(
    '<ul class="figures" role="list"><li><span class="figure">1 <span class="figure-unit">bn</span></span> ' +
      '<span class="figure-label">budget</span></li></ul>'
  )
  expect(await main({type: 'qr', url: 'https://example.org', caption: []})).toMatch(
    /^<p class="qr"><a href="https:\/\/example.org"><svg class="qr-code".*<\/svg>https:\/\/example.org<\/a><\/p>$/
  )
})

test('the contents link to the sections of the text', async () => {
  const section: Block = {type: 'section', id: 'aims', children: [{type: 'heading', depth: 2, children: text('Aims')}]}
  expect(await main({type: 'toc', depth: 2, title: []}, section)).toContain(
    '<nav aria-labelledby="label-1"><p class="aside-title" id="label-1">Contents</p>' +
      '<ol class="toc" role="list"><li class="depth-2"><a href="#aims">Aims</a></li></ol></nav>'
  )
})
