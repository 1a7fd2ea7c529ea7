import {spawnSync} from 'node:child_process'
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {expect, test, vi} from 'vitest'
import type {Block, Document} from '../../../src/document/nodes.ts'
import {docx} from '../../../src/writers/docx.ts'
import {judged} from '../../helpers/word-validator.ts'
import {everything} from './docx/everything.ts'
import {contextOf, documentOf, heading, item, list, p} from './docx/sample.ts'

/** 14 November 2023, 22:13:20 UTC. */
const epoch = 1_700_000_000

const judge = judged()

async function write(lang: string, body: Block[], options: {epoch?: number; own?: Partial<Document>} = {}) {
  const {context, diagnostics} = contextOf(lang, options)
  const written = await docx.write(documentOf(lang, body, options.own), context)
  judge(written.bytes)
  const parts = unzipSync(written.bytes)
  return {...written, diagnostics, part: (path: string) => strFromU8(parts[path] ?? new Uint8Array()), parts}
}

/** What pandoc reads out of a file. */
function pandoc(bytes: Uint8Array, to: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'gatefold-word-')), 'a.docx')
  writeFileSync(file, bytes)
  const {stdout, stderr, status} = spawnSync('pandoc', [file, '-s', '-t', to, '--wrap=none'], {encoding: 'utf8'})
  if (status !== 0) throw new Error(stderr)
  return stdout
}

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0
const withPandoc = hasPandoc ? test : test.skip
if (!hasPandoc) console.warn('pandoc is not installed: Word files are not read back')

test('the same document gives the same bytes, in whatever order files are made, also at one time', async () => {
  const first = [await write('mk', everything, {epoch}), await write('ar', everything, {epoch})]
  const [ar, mk] = [await write('ar', everything, {epoch}), await write('mk', everything, {epoch})]
  const together = await Promise.all([write('mk', everything, {epoch}), write('ar', everything, {epoch})])
  for (const again of [[mk, ar], together]) {
    expect(again.map(({bytes}, index) => Buffer.compare(bytes, first[index]?.bytes ?? Buffer.of()))).toEqual([0, 0])
  }
  expect(mk).toMatchObject({extension: 'docx', pages: null, conformance: []})
})

test('the same document gives the same bytes in every time zone', async () => {
  const zones = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns']
  const made = []
  for (const zone of zones) {
    vi.stubEnv('TZ', zone)
    made.push({offset: new Date(epoch * 1000).getTimezoneOffset(), ...(await write('mk', everything, {epoch}))})
  }
  vi.unstubAllEnvs()
  expect(made.map(({offset}) => offset)).toEqual([0, -840, 210])
  for (const {bytes} of made) expect(Buffer.compare(bytes, made[0]?.bytes ?? Buffer.of())).toBe(0)
})

test('core properties name the title, authors, language; dates come from the clock that is given', async () => {
  const {part} = await write('mk', [p('a')], {epoch})
  const core = part('docProps/core.xml')
  expect(core).toContain('<dc:title>Наслов</dc:title><dc:creator>Gatefold</dc:creator>')
  expect(core).toContain('<cp:keywords>миграција, мисија</cp:keywords><dc:description>Опис</dc:description>')
  expect(core).toContain('<dc:language>mk</dc:language>')
  expect(core.match(/2023-11-14T22:13:20Z/g)).toHaveLength(2)
})

test('without a clock there are no dates', async () => {
  const {part} = await write('mk', [p('a')])
  expect(part('docProps/core.xml')).not.toContain('dcterms:created')
})

test('styles have Word’s names, the theme has the brand’s colours and fonts', async () => {
  const {part} = await write('mk', [p('a')])
  const names = [...part('word/styles.xml').matchAll(/<w:name w:val="([^"]*)"/g)].map(([, name]) => name)
  for (const name of ['Normal', 'Title', 'Subtitle', 'heading 1', 'heading 6', 'Quote', 'caption', 'footnote text'])
    expect(names).toContain(name)
  for (const name of ['Hyperlink', 'header', 'footer', 'toc 1', 'Strong', 'Emphasis', 'Brand Table', 'Callout'])
    expect(names).toContain(name)
  expect(new Set(names).size).toBe(names.length)
  const theme = part('word/theme/theme1.xml')
  expect(theme).toContain('<a:dk1><a:srgbClr val="16211F"/></a:dk1>')
  expect(theme).toContain('<a:latin typeface="Source Serif 4"/><a:ea typeface=""/><a:cs typeface="Noto Naskh Arabic"/>')
  expect(part('word/styles.xml')).toContain('w:ascii="Geologica Light"')
})

test('a right-to-left file says so in its sections, paragraphs, runs and tables', async () => {
  const {part} = await write('ar', everything)
  const xml = part('word/document.xml')
  expect(xml).toMatch(/<w:bidi\/><w:rtlGutter\/>(<w:docGrid|<\/w:sectPr>)/)
  expect(xml).toContain('<w:bidiVisual/>')
  expect(xml).toContain('<w:rtl/>')
  expect(part('word/settings.xml')).toContain('<w:themeFontLang w:val="en-US" w:bidi="ar-EG"/>')
  expect(part('word/styles.xml')).toContain('w:bidi="ar-EG"')
})

test('numbers of right-to-left lists, and what is typed after a paragraph, go from the right', async () => {
  const steps = [list(true, item(p('x')))]
  const levels = (xml: string) => [...xml.matchAll(/<w:lvlText w:val="%1."\/>.*?<\/w:lvl>/g)].map(([level]) => level)
  const arabic = await write('ar', steps)
  for (const level of levels(arabic.part('word/numbering.xml'))) expect(level).toContain('<w:rtl/>')
  expect(arabic.part('word/document.xml')).toMatch(/<w:bidi\/>(?:(?!<\/w:pPr>).)*<w:rPr><w:rtl\/><\/w:rPr><\/w:pPr>/)
  const macedonian = await write('mk', steps)
  expect(levels(macedonian.part('word/numbering.xml')).length).toBeGreaterThan(0)
  expect(macedonian.part('word/numbering.xml')).not.toContain('<w:rtl/>')
})

test('a table says its name and its columns to those who cannot see it', async () => {
  const {part} = await write('mk', everything)
  expect(part('word/document.xml')).toContain(
    '<w:tblCaption w:val="Клучни податоци"/><w:tblDescription w:val=" (Показател, Вредност)"/></w:tblPr>'
  )
})

test('header and footer hold real fields', async () => {
  const {part} = await write('mk', [p('a')])
  expect(part('word/header1.xml')).toContain('Организација')
  const instructions = [...part('word/footer1.xml').matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, code]) => code)
  expect(instructions).toEqual([' PAGE ', ' NUMPAGES '])
})

test('no text can break the file', async () => {
  const bad = 'a\u0001\uD800\uFFFE & <b> "q" 😀'
  const {part, diagnostics} = await write('mk', [heading(2, bad), p(bad), {type: 'code', value: bad}], {
    own: {meta: {title: bad, authors: [bad], keywords: [bad]}}
  })
  for (const path of ['word/document.xml', 'docProps/core.xml']) {
    expect(part(path)).toContain('\uFFFD\uFFFD\uFFFD &amp; &lt;b&gt; ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it must not be there
    expect(part(path)).not.toMatch(/[\u0001\uFFFE]/)
  }
  expect(diagnostics.list.length).toBeGreaterThan(0)
})

test('ten thousand list items are one list', async () => {
  const items = Array.from({length: 10_000}, (_, index) => item(p(`ставка ${index}`)))
  const {part} = await write('mk', [list(true, ...items)])
  const ids = part('word/document.xml').match(/<w:numId w:val="\d+"\/>/g) ?? []
  expect(ids).toHaveLength(10_000)
  expect(new Set(ids).size).toBe(1)
})

test('relationships, drawings and bookmarks count from 1', async () => {
  const {part} = await write('mk', everything)
  const xml = part('word/document.xml')
  expect(xml.match(/<w:bookmarkStart [^>]*w:id="1"/g)).toHaveLength(1)
  expect(xml).toMatch(/<wp:docPr id="1"/)
  const used = [...xml.matchAll(/r:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id)
  const known = [...part('word/_rels/document.xml.rels').matchAll(/ Id="([^"]*)"/g)].map(([, id]) => id)
  expect(known).toEqual(known.map((_, index) => `rId${index + 1}`))
  for (const id of used) expect(known).toContain(id)
})

withPandoc('pandoc reads back headings, lists, tables, links, footnotes and emphasis', async () => {
  const {bytes} = await write('mk', everything)
  expect(pandoc(bytes, 'markdown')).toMatchInlineSnapshot(`
    "---
    subtitle: Поднаслов
    title: ИОМ во Светот
    ---

    Содржина

    [Мисија](#мисија)

    [Фокус](#фокус)

    # Мисија

    Прва **важна** и *нагласена* реченица[^1] со [врска](https://www.example.org/?a=1&b=2) и [упатување](#фокус)\`x = 1\`~~бришано~~

    -   прва точка

        -   вгнездена точка

    -   втора точка

    ## Фокус

    1.  прв чекор

    2.  втор чекор

    Меѓу листите.

    1.  нов прв чекор

    +-----------------------------------------------------------------------+
    | Напомена                                                              |
    |                                                                       |
    | Во рамка.                                                             |
    +-----------------------------------------------------------------------+

    Клучни податоци

      -----------------------------------------------------------------------
      Показател                             Вредност
      ------------------------------------- ---------------------------------
      Вработени                             5.400

                                            околу
      -----------------------------------------------------------------------

      : Клучни податоци (Показател, Вредност)

    +-----------------------------------------------------------------------+
    | 1951 г.                                                               |
    |                                                                       |
    | основана                                                              |
    +-----------------------------------------------------------------------+

    --

    > Хумана миграција.

    Извор

      ----------- ------------------------------------------ -----------------
      10:00       Отворање                                   Сала

      ----------- ------------------------------------------ -----------------

    Адреса

    > Цитат.

        a = 1
        b = 2

    ![qr https://www.example.org](media/image1.png){width="0.984251968503937in" height="0.984251968503937in"}

    Код

    Une phrase

    [جملة]{dir="rtl"} PDF 1.7 [عربية]{dir="rtl"}

    [^1]: Текст на фуснотата.
    "
  `)
})
