import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {fromHast} from '../../../src/document/from-hast.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'

const file = 'content/news/en.md'

function tree(html: string): Root {
  const root = fromHtml(html, {fragment: true})
  visit(root, 'element', (element: Element) => {
    Object.assign(element, {data: {file}})
  })
  return root
}

function read(html: string, running: Record<string, string> = {}) {
  const trees = Object.fromEntries(Object.entries(running).map(([name, text]) => [name, tree(text)]))
  return diagnosed((report) =>
    fromHast(
      {hast: tree(html), running: trees, lang: 'en', dir: 'ltr', meta: {title: 'T', authors: [], keywords: []}},
      report
    )
  )
}

/** The blocks of a template without pages, in short: `paragraph(text strong(text))`. */
function outlineOf(html: string): {blocks: string[]; lines: string[]} {
  const {result, lines} = read(html)
  const frames = result.children.flatMap((page) => page.children)
  return {blocks: frames.flatMap((frame) => frame.children.map(short)), lines}
}

/** Write a node as text: its type, what distinguishes it in brackets, its parts in parentheses. */
function short(node: unknown): string {
  if (typeof node !== 'object' || node === null || !('type' in node)) return ''
  const {type, children, value, position: _p, data: _d, ...rest} = node as Record<string, unknown>
  const marks = Object.entries(rest)
    .filter(([, held]) => held !== null && held !== false && !(Array.isArray(held) && held.length === 0))
    .map(([key, held]) => (Array.isArray(held) ? `${key}=${held.map(short).join(' ')}` : `${key}=${held}`))
  const text = typeof value === 'string' ? `"${value}"` : ''
  const inside = Array.isArray(children) ? `(${children.map(short).join(' ')})` : ''
  return `${type}${marks.length > 0 ? `[${marks.join(' ')}]` : ''}${text}${inside}`
}

const text = (value: string) => `text"${value}"`
const paragraph = (value: string) => `paragraph(${text(value)})`

describe('each element is a node', () => {
  test.each<[string, string, string | string[]]>([
    ['p', '<p>a</p>', paragraph('a')],
    ['heading', '<h2 id="x">a</h2>', `heading[depth=2 id=x](${text('a')})`],
    [
      'section',
      '<section id="x"><h2>a</h2><p>b</p></section>',
      `section[id=x](heading[depth=2](${text('a')}) ${paragraph('b')})`
    ],
    [
      'ul',
      '<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>',
      `list[start=1](listItem(${paragraph('a')}) listItem(${paragraph('b')} list[start=1](listItem(${paragraph('c')}))))`
    ],
    ['ol', '<ol start="3"><li>a</li></ol>', `list[ordered=true start=3](listItem(${paragraph('a')}))`],
    [
      'tasks',
      '<ul><li class="task-list-item"><input type="checkbox" checked> a</li></ul>',
      `list[start=1](listItem[checked=true](${paragraph('a')}))`
    ],
    ['blockquote', '<blockquote><p>a</p></blockquote>', `blockquote(${paragraph('a')})`],
    ['pre', '<pre><code class="language-js">a\n b\n</code></pre>', 'code[language=js]"a\n b"'],
    ['hr', '<hr>', 'thematicBreak'],
    ['group', '<div class="panel"><p>a</p></div>', `group[style=panel](${paragraph('a')})`],
    ['plain div', '<div><p>a</p><p>b</p></div>', [paragraph('a'), paragraph('b')]],
    [
      'callout',
      '<gf-callout class="callout" kind="tip"><gf-title>T</gf-title><p>a</p></gf-callout>',
      `callout[kind=tip title=${text('T')}](${paragraph('a')})`
    ],
    [
      'quote',
      '<gf-quote><gf-title>Ana</gf-title><p>a</p></gf-quote>',
      `quote[source=${text('Ana')}](${paragraph('a')})`
    ],
    [
      'lead',
      '<gf-lead class="lead"><gf-title>K</gf-title><p>a</p></gf-lead>',
      `lead[kicker=${text('K')}](${paragraph('a')})`
    ],
    ['aside', '<gf-aside class="big aside"><p>a</p></gf-aside>', `aside[style=big](${paragraph('a')})`],
    [
      'figures',
      '<gf-figures><gf-key-figure value="1" unit="bn">a</gf-key-figure></gf-figures>',
      `figures(keyFigure[unit=bn label=${text('a')}]"1")`
    ],
    [
      'contact',
      '<gf-contact><gf-title>T</gf-title><ul><li>a</li></ul></gf-contact>',
      `contact(paragraph[style=contact-label](${text('T')}) list[start=1](listItem(${paragraph('a')})))`
    ],
    [
      'programme',
      '<gf-programme><gf-entry><gf-time>10:30</gf-time><gf-what>a</gf-what><gf-where>b</gf-where></gf-entry></gf-programme>',
      `programme(programmeEntry[time=${text('10:30')} what=${text('a')} where=${text('b')}])`
    ],
    [
      'columns',
      '<gf-columns><gf-column width="auto"><p>a</p></gf-column><gf-column width="40"></gf-column><gf-column></gf-column></gf-columns>',
      `columns(column[width=auto](${paragraph('a')}) column[width=40]() column[width=*]())`
    ],
    ['break', '<gf-break to="column"></gf-break>', 'break[to=column]'],
    ['toc', '<gf-toc depth="2"><gf-title>T</gf-title></gf-toc>', `toc[depth=2 title=${text('T')}]`],
    ['qr', '<gf-qr href="https://x.example">a</gf-qr>', `qr[url=https://x.example caption=${text('a')}]`],
    [
      'slide',
      '<gf-slide layout="quote"><gf-title>T</gf-title><p>a</p></gf-slide>',
      `slide[title=${text('T')} layout=quote](${paragraph('a')})`
    ],
    ['notes', '<gf-notes><p>a</p></gf-notes>', `notes(${paragraph('a')})`],
    [
      'figure',
      '<gf-figure src="a.svg" alt="A" credit="C" width="80">a</gf-figure>',
      `figure[src=a.svg alt=A width=80 caption=${text('a')} credit=C]`
    ],
    ['decorative figure', '<gf-figure src="a.svg" decorative></gf-figure>', 'figure[src=a.svg alt= decorative=true]'],
    ['a picture alone in its paragraph', '<p> <img src="a.svg" alt="A"> </p>', 'figure[src=a.svg alt=A]']
  ])('%s', (_, html, expected) => {
    expect(outlineOf(html)).toEqual({blocks: [expected].flat(), lines: []})
  })
})

describe('tables', () => {
  test('cells know what they head and where they are aligned', () => {
    const html = `<table><caption>C</caption><thead><tr><th align="left">a</th><th align="right">b</th></tr></thead>
      <tbody><tr><th scope="row">c</th><td align="center" colspan="2">d</td></tr></tbody></table>`
    const cell = (marks: string, words: string) => `tableCell[${marks}](${paragraph(words)})`
    expect(outlineOf(html)).toEqual({
      blocks: [
        `table[caption=${text('C')}](` +
          `tableRow(${cell('header=column align=start colspan=1 rowspan=1', 'a')} ${cell('header=column align=end colspan=1 rowspan=1', 'b')}) ` +
          `tableRow(${cell('header=row align=start colspan=1 rowspan=1', 'c')} ${cell('align=center colspan=2 rowspan=1', 'd')}))`
      ],
      lines: []
    })
  })
})

describe('inlines', () => {
  test.each([
    ['<strong>a</strong>', `strong(${text('a')})`],
    ['<b>a</b><i>b</i>', `strong(${text('a')}) emphasis(${text('b')})`],
    ['<del>a</del><sup>b</sup><sub>c</sub>', `delete(${text('a')}) superscript(${text('b')}) subscript(${text('c')})`],
    ['<code class="language-x">a  b</code>', 'inlineCode"a  b"'],
    ['<a href="#x" title="t">a</a>', `link[url=#x title=t](${text('a')})`],
    ['a<br>b', `${text('a')} lineBreak ${text('b')}`],
    ['a <img src="a.svg" alt="A" width="5">', `${text('a ')} image[src=a.svg alt=A width=5]`],
    ['<span lang="fr" dir="ltr">a</span>', `span[lang=fr dir=ltr](${text('a')})`],
    ['<span>a</span>', text('a')],
    ['a<gf-note id="1" number="1">n</gf-note>', `${text('a')} note[id=1 number=1](${paragraph('n')})`],
    ['<gf-field name="pages"></gf-field>', 'field[name=pages]']
  ])('%s', (html, expected) => {
    expect(outlineOf(`<p>${html}</p>`)).toEqual({blocks: [`paragraph(${expected})`], lines: []})
  })
})

describe('white space', () => {
  test.each([
    ['<p>\n  a\n  b  </p>', [paragraph('a b')]],
    ['<p>a <em> b</em> c</p>', [`paragraph(${text('a ')} emphasis(${text('b')}) ${text(' c')})`]],
    ['<p>a <br> b</p>', [`paragraph(${text('a')} lineBreak ${text('b')})`]],
    ['<p>a\u00a0b\u202fc</p>', [paragraph('a\u00a0b\u202fc')]],
    ['<p>a <strong> </strong></p>', [paragraph('a')]],
    ['<p> \n </p>', []],
    ['<p>a</p>\n\n<p>b</p>\n', [paragraph('a'), paragraph('b')]]
  ])('%j', (html, blocks) => {
    expect(outlineOf(html).blocks).toEqual(blocks)
  })
})

describe('words and blocks side by side', () => {
  test('loose words become paragraphs', () => {
    expect(outlineOf('<div class="x">a <em>b</em><p>c</p>d</div>').blocks).toEqual([
      `group[style=x](paragraph(${text('a ')} emphasis(${text('b')})) ${paragraph('c')} ${paragraph('d')})`
    ])
  })

  test('a part outside its whole is said, and its words stay', () => {
    expect(outlineOf('<gf-entry><p>a</p></gf-entry>')).toEqual({
      blocks: [paragraph('a')],
      lines: [
        `template-markup ${file}:1:1 Unexpected element \`<gf-entry>\` here, expected a block such as \`<p>\` or \`<div>\``
      ]
    })
  })

  test('a stranger in a component is said, and its words stay', () => {
    const {blocks, lines} = outlineOf('<gf-columns><p>a</p></gf-columns>')
    expect(blocks).toEqual([`columns(column[width=*](${paragraph('a')}))`])
    expect(lines).toEqual([
      `template-markup ${file}:1:13 Unexpected \`<p>\` in \`<gf-columns>\`, expected \`<gf-column>\``
    ])
  })

  test('a list inside a heading is said, and its words stay', () => {
    const {result, lines} = diagnosed((report) => {
      const list: Element = {type: 'element', tagName: 'ul', properties: {}, children: [{type: 'text', value: 'b'}]}
      const heading: Element = {
        type: 'element',
        tagName: 'h2',
        properties: {},
        children: [{type: 'text', value: 'a'}, list]
      }
      const meta = {title: 'T', authors: [], keywords: []}
      return fromHast({hast: {type: 'root', children: [heading]}, running: {}, lang: 'en', dir: 'ltr', meta}, report)
    })
    expect(short(result.children[0]?.children[0]?.children[0])).toBe(
      `heading[depth=2](${text('a')} ${text(' ')} ${text('b')})`
    )
    expect(lines).toEqual(['template-markup Unexpected `<ul>` inside a line of text, expected words only'])
  })

  test('a link that could run something is said, and its words stay', () => {
    expect(outlineOf('<p><a href="javascript:x()">a</a></p>')).toEqual({
      blocks: [paragraph('a')],
      lines: [
        `link-unsafe ${file}:1:4 Unexpected link to \`javascript:x()\`, expected http, https, mailto, tel or \`#id\``
      ]
    })
  })
})

test('a direction belongs to words', () => {
  expect(outlineOf('<p dir="ltr">+389</p>').blocks).toEqual([`paragraph(span[dir=ltr](${text('+389')}))`])
  expect(outlineOf('<div class="x" dir="ltr"><p>a</p></div>').lines).toEqual([
    `writer-unsupported ${file}:1:1 Unexpected \`dir\` of \`<div>\`, expected it on paragraphs, headings and \`<span>\``
  ])
})

describe('pages', () => {
  const pages = (html: string) => read(html).result.children.map(short)

  test('a section with a master is a run of pages, its frames by name', () => {
    expect(
      pages(`<section data-master="cover" class="dark"><div data-frame="side" class="small"><p>a</p></div><p>b</p></section>
        <section data-master="inner"><p>c</p></section>`)
    ).toEqual([
      `page[style=dark master=cover](frame[style=small name=side](${paragraph('a')}) frame[name=main](${paragraph('b')}))`,
      `page[master=inner](frame[name=main](${paragraph('c')}))`
    ])
  })

  test('parts of one frame are joined', () => {
    expect(pages('<section data-master="m"><p>a</p><div data-frame="side">s</div><p>b</p></section>')).toEqual([
      `page[master=m](frame[name=main](${paragraph('a')} ${paragraph('b')}) frame[name=side](${paragraph('s')}))`
    ])
  })

  test('what stands outside sections is on the master main', () => {
    expect(pages('<p>a</p>')).toEqual([`page[master=main](frame[name=main](${paragraph('a')}))`])
  })

  test('a page without content stays: it may be all art', () => {
    expect(pages('<section data-master="back"></section>')).toEqual(['page[master=back]()'])
  })

  test('a page or a frame inside other elements is said', () => {
    expect(
      read('<div><section data-master="m"><div class="x"><div data-frame="f">a</div></div></section></div>').lines
    ).toEqual([
      `template-markup ${file}:1:6 Unexpected page inside other elements, expected \`<section data-master>\` outermost`,
      `template-markup ${file}:1:46 Unexpected frame inside other elements, expected \`<div data-frame>\` right below its page`
    ])
  })

  test('running headers are frames by the name of their file', () => {
    const {running} = read('', {'head.hbs': '<div data-frame="head"><p>a</p></div>'}).result
    expect(running['head.hbs']?.map(short)).toEqual([`frame[name=head](${paragraph('a')})`])
  })
})

test('nodes keep their place, file, language and unit', () => {
  const hast: Root = {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'p',
        properties: {lang: 'mk'},
        position: {start: {line: 3, column: 1}, end: {line: 3, column: 9}},
        children: [{type: 'text', value: 'а', data: {file: 'content/mk.md'}}]
      }
    ]
  }
  Object.assign(hast.children[0] ?? {}, {data: {file: 'content/mk.md', unit: 'u1'}})
  const meta = {title: 'T', authors: [], keywords: []}
  const {result} = diagnosed((report) => fromHast({hast, running: {}, lang: 'en', dir: 'ltr', meta}, report))
  expect(result.children[0]?.children[0]?.children[0]).toEqual({
    type: 'paragraph',
    position: {start: {line: 3, column: 1}, end: {line: 3, column: 9}},
    data: {file: 'content/mk.md', unit: 'u1'},
    lang: 'mk',
    children: [{type: 'text', data: {file: 'content/mk.md'}, value: 'а'}]
  })
})
