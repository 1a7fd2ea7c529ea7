/** Sections, frames and what lies behind them, in the parts of the file. */
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Block, Page} from '../../../../src/document/nodes.ts'
import type {Master} from '../../../../src/theme/masters.ts'
import {Styles} from '../../../../src/theme/styles.ts'
import {compose} from '../../../../src/writers/docx/compose.ts'
import {pack} from '../../../../src/writers/docx/pack.ts'
import {brand, contextOf, documentOf, heading, p} from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatefold-word-'))
const art = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><path d="M0 0h50v9z" fill="#CBBDEB"/></svg>'
writeFileSync(join(folder, 'art.svg'), art)

const {masters} = contextOf('mk').context.theme
const word = masters.word as Master
const spec = {x: 18, y: 52, width: 96, height: 82, columns: 1, valign: 'top'} as const
const cover: Master = {
  ...word,
  name: 'cover',
  ground: 'pine',
  art: [{src: 'art.svg', x: 0, y: 0, width: 210, height: 297, mirror: true, keep: 'start'}],
  frames: {main: spec}
}
const first: Master = {...word, name: 'first', continue: 'word'}
const wide: Master = {
  ...word,
  name: 'wide',
  width: 297,
  height: 210,
  frames: {main: {...spec, columns: 3, next: 'main'}}
}

const page = (master: string, ...children: Block[]): Page => {
  return {type: 'page', master, children: [{type: 'frame', name: 'main', children}]}
}
const columns: Block = {
  type: 'columns',
  children: [
    {type: 'column', width: 30, children: [p('one')]},
    {type: 'column', width: '*', children: [p('two')]}
  ]
}

/** The parts of a file with a cover, a first page, columns and a page on its side. */
function partsOf(lang: string) {
  const {context} = contextOf(lang, {project: folder})
  const {running} = documentOf(lang, [])
  const children = [page('cover', heading(1, 'Наслов')), page('first', p('a'), columns, p('b')), page('wide', p('c'))]
  const theme = {...context.theme, masters: {word, cover, first, wide}}
  const parts = pack(compose(documentOf(lang, [], {children, running}), {...context, theme}), brand)
  return (path: string) => String(parts.get(path) ?? '')
}

const sectionsIn = (xml: string) => [...xml.matchAll(/<w:sectPr\b.*?<\/w:sectPr>/gs)].map(([section]) => section)

test('sections begin a page or go on, with their columns and sides', () => {
  const found = sectionsIn(partsOf('mk')('word/document.xml'))
  expect(found.map((section) => /<w:type w:val="(\w+)"/.exec(section)?.[1])).toEqual([
    undefined,
    'nextPage',
    'continuous',
    'continuous',
    'nextPage'
  ])
  expect(found.map((section) => section.includes('<w:titlePg/>'))).toEqual([false, true, false, false, false])
  expect(found[2]).toContain('<w:cols w:space="360" w:num="2" w:equalWidth="false"><w:col w:w="1701" w:space="360"/>')
  expect(found[4]).toContain('<w:cols w:space="360" w:num="3" w:equalWidth="true"/>')
  expect(found[4]).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
  expect(found[0]).toContain('<w:pgSz w:w="11906" w:h="16838"')
})

test('each section ends in the last paragraph of its text, and a break begins a column', () => {
  const xml = partsOf('mk')('word/document.xml')
  const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => paragraph)
  const ends = paragraphs.filter((paragraph) => paragraph.includes('<w:sectPr'))
  const words = (paragraph = '') => [...paragraph.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map(([, text]) => text)
  expect(ends.map(words)).toEqual([[], ['a'], ['two'], ['b']])
  expect(paragraphs.filter((paragraph) => paragraph.includes('<w:br w:type="column"/>')).map(words)).toEqual([['two']])
})

test('right to left: every section has its columns and gutter from the right', () => {
  const found = sectionsIn(partsOf('ar')('word/document.xml'))
  expect(found).toHaveLength(5)
  for (const section of found) expect(section).toContain('<w:bidi/><w:rtlGutter/>')
  for (const section of sectionsIn(partsOf('mk')('word/document.xml'))) expect(section).not.toContain('<w:bidi/>')
})

test('the text of a cover stands in frames of the page, in Word’s own styles, shaded', () => {
  const [title = ''] = /<w:p>.*?<\/w:p>/s.exec(partsOf('mk')('word/document.xml')) ?? []
  expect(title).toContain('<w:pStyle w:val="Title"/>')
  expect(title).toContain(
    '<w:framePr w:w="5443" w:x="1020" w:y="2948" w:hAnchor="page" w:vAnchor="page" w:wrap="around"/>'
  )
  expect(title).toContain('<w:shd w:fill="0F3B38" w:themeFill="accent1" w:val="clear"/>')
})

test('what lies behind is anchored to the page after the words of a cover, as decoration, and shows without SVG too', () => {
  const part = partsOf('mk')
  const anchors = [...part('word/document.xml').matchAll(/<wp:anchor\b.*?<\/wp:anchor>/gs)].map(([anchor]) => anchor)
  expect(anchors).toHaveLength(2)
  for (const [index, anchor] of anchors.entries()) {
    expect(anchor).toContain(`relativeHeight="${index + 1}"`)
    expect(anchor).toContain('behindDoc="1"')
    expect(anchor).toContain('<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset>')
    expect(anchor).toContain('<wp:extent cx="7560000" cy="10692000"/>')
    expect(anchor).toContain('<wp:wrapNone/>')
    expect(anchor).toContain('decorative" val="1"')
  }
  const related = part('word/_rels/document.xml.rels')
  expect(related.match(/media\/\w+\.png/g)).toHaveLength(2)
  expect(related.match(/media\/\w+\.svg/g)).toHaveLength(1)
  expect(part('word/header1.xml')).not.toContain('<wp:anchor')
})

test('a style says what differs from the one that it is based on', () => {
  const [lead = ''] = /<w:style [^>]*w:styleId="Lead">.*?<\/w:style>/s.exec(partsOf('mk')('word/styles.xml')) ?? []
  expect(lead).toContain('<w:basedOn w:val="Subtitle"/>')
  // The sample's lead is body text, its subtitle is not.
  expect(lead).toContain('<w:sz w:val="21"/>')
})

test('bullets and numbers stand in as far as their own styles say', () => {
  const {context} = contextOf('mk')
  const styles = new Styles({list: {indent: 20}, bullet: {indent: 15}, numeral: {indent: 25}}, 'Cyrl')
  const model = compose(documentOf('mk', []), {...context, theme: {...context.theme, styles}})
  const indents = [...String(pack(model, brand).get('word/numbering.xml')).matchAll(/<w:ind [^>]*\/>/g)].map(String)
  expect(indents).toContain('<w:ind w:start="300" w:hanging="300"/>')
  expect(indents).toContain('<w:ind w:start="500" w:hanging="500"/>')
  expect(indents).not.toContain('<w:ind w:start="400" w:hanging="400"/>')
})

test('links on a ground have a style of their own, based on Word’s', () => {
  const {context} = contextOf('mk')
  const styles = new Styles({link: {color: 'signal-text'}, 'dark.link': {color: 'ink'}}, 'Cyrl')
  const link = (): Block => p([{type: 'link', url: 'https://www.example.org', children: [{type: 'text', value: 'a'}]}])
  const document = documentOf('mk', [link(), {type: 'group', style: 'dark', children: [link()]}])
  const parts = pack(compose(document, {...context, theme: {...context.theme, styles}}), brand)
  const used = [...String(parts.get('word/document.xml')).matchAll(/<w:rStyle w:val="(\w+)"/g)].map(([, id]) => id)
  expect(used).toEqual(['Hyperlink', 'DarkHyperlink'])
  const [style = ''] =
    /<w:style [^>]*w:styleId="DarkHyperlink".*?<\/w:style>/s.exec(String(parts.get('word/styles.xml'))) ?? []
  expect(style).toContain('<w:basedOn w:val="Hyperlink"/>')
  expect(style).toContain('<w:color w:val="16211F"')
})
