/** A mail merge: one document for each sound record, and values that are nothing but text. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {fromHtml} from 'hast-util-from-html'
import {describe, expect, test} from 'vitest'
import {readTree, textOf} from '../helpers/pdf-tree.ts'
import {gatefold, project, write} from '../helpers/project.ts'
import {linesOf, readers} from '../helpers/readers.ts'
import {texts, workbook} from '../helpers/workbook.ts'

const pack = {
  'templates/cards/template.yml': `extends: base
formats:
  card: {writer: pdf, template: card.hbs}
  letter: {extends: word, template: card.hbs}
  page: {extends: web, template: card.hbs}
record:
  type: object
  required: [id, name]
  properties:
    id: {type: string}
    name: {type: string}
    seats: {type: integer, maximum: 9}
`,
  'templates/cards/card.hbs': `<section data-master="main"><h1>{{doc.title}}</h1>
<p class="guest">For {{record.name}}!</p>{{slot "body"}}</section>
`
}

const text = '---\ntitle: Card\n---\n\n**Dear** :value{name=name}, *welcome*.\n'

/** A project whose edition `cards` is a merge of `file`. */
function merge(file: string, content: string | Uint8Array, said = 'formats: [page]') {
  return project({
    ...pack,
    'gatefold.yml': 'source: en\n',
    'content/fair/publication.yml': `formats: []\neditions:\n  cards: {template: cards, each: ${file}, ${said}}\n`,
    'content/fair/en.md': text,
    [`content/fair/${file}`]: content
  })
}

interface Artifact {
  record: string
  path: string
}

const artifacts = (folder: string): Artifact[] =>
  JSON.parse(readFileSync(join(folder, 'output/manifest.json'), 'utf8')).artifacts

describe('sixty invitations, three of them faulty', () => {
  const rows = Array.from({length: 60}, (_, index) => [`g${index + 1}`, `Guest ${index + 1}`, '2'])
  rows[9] = ['g10', ' ', '2']
  rows[29] = ['g30', 'Guest 30', 'many']
  rows[49] = ['G9', 'Guest 50', '2']
  const sound = rows.flatMap(([id = ''], index) => ([9, 29, 49].includes(index) ? [] : [id]))
  const csv = [['id', 'name', 'seats'], ...rows].map((cells) => cells.join(',')).join('\n')
  const sheet = [['id', 'name', 'seats'], ...rows].map((cells, row) => {
    return texts(...cells.map((cell, column) => `${'ABC'[column]}${row + 1}:${cell}`))
  })

  test.each<[string, string | Uint8Array]>([
    ['guests.csv', csv],
    ['guests.xlsx', workbook(sheet.join(''))]
  ])('%s: the others are built, and each fault names its row and column', async (file, content) => {
    const folder = merge(file, content)
    const {code, err} = await gatefold(folder, ['build'])
    expect(code).toBe(1)
    expect(err).toContain('57 documents built, 2 failed, 3 errors, 0 warnings\n')
    const faults = err
      .split('\n')
      .flatMap((line) => /^ *(\d+):\d+(?:-\d+:\d+)? +error +(.*?) +[a-z-]+ +gatefold$/.exec(line)?.slice(1) ?? [])
    expect(faults).toEqual([
      '11',
      'Missing value in row 11, column `name`, expected it to be text',
      '31',
      'Unexpected text `many` in row 31, column `seats`, expected a whole number',
      '51',
      'Unexpected second record `G9`, expected one (the other is in row 10)'
    ])
    expect(artifacts(folder).map(({record}) => record)).toEqual([...sound].sort())
    expect(artifacts(folder)[0]?.path).toBe('fair-cards/en/g1/fair-cards-page.html')
    expect(readFileSync(join(folder, 'output/fair-cards/en/g60/fair-cards-page.html'), 'utf8')).toContain(
      'For Guest 60!'
    )
  })

  test('--record picks some; a name that there is not is told of', async () => {
    const folder = merge('guests.csv', csv)
    expect(await gatefold(folder, ['build', '--record', 'g7,g8', '--quiet'])).toMatchObject({code: 1})
    expect(artifacts(folder).map(({record}) => record)).toEqual(['g7', 'g8'])
    const {code, err} = await gatefold(folder, ['build', '--record', 'g77'])
    expect(code).toBe(2)
    expect(err).toContain('gatefold: Unexpected record `g77`, expected `g7`')
  })

  test('a fault of some documents only says of which', async () => {
    const folder = merge('guests.csv', `id,name\n1,Ana\n2,${'☃'.repeat(2)}\n3,☃\n`, 'formats: [card]')
    const {err} = await gatefold(folder, ['build'])
    expect(err).toContain('1 document built, 2 failed, 2 errors, 0 warnings\n')
    expect(err).toMatch(/glyph-missing[\s\S]*In the records `2` and `3`\./)
  })
})

describe('a value is text and nothing else', () => {
  const values = [
    '{{record.id}} {{{doc.title}}} {{> body}} {{#if}}',
    '<script>alert(1)</script><b>x</b><!-- --><img src=x onerror=y>',
    '**a** _b_ `c` ~~d~~ # e',
    '[x](javascript:alert) <https://www.example.org> ![](x.png)',
    ':value{name=id} ::break{to=page} :::only{lang=mk}',
    '&lt;b&gt; &amp; &#x41; "quoted" \'single\'',
    '</p></section><h1>x',
    '__proto__ constructor %s $& $1 \\n',
    "'; DROP TABLE guests; --",
    '=1+1',
    'gf-slot <!--slot:0--> <gf-slot></gf-slot>'
  ]
  const records = ['NAME', ...values].map((name, index) => ({id: `r${index}`, name}))
  const file = (folder: string, record: string, name: string) =>
    readFileSync(join(folder, `output/fair-cards/en/${record}/fair-cards-${name}`))

  test('in a web page, a Word file and a PDF', async () => {
    const folder = merge('guests.json', JSON.stringify(records), 'formats: [page, letter, card]')
    const {code, err} = await gatefold(folder, ['build'])
    expect({code, err}).toEqual({
      code: 0,
      err: `${records.length * 3} documents built, 0 failed, 0 errors, 0 warnings\n`
    })

    const page = pageTree(file(folder, 'r0', 'page.html'))
    const word = wordText(file(folder, 'r0', 'letter.docx'))
    const plain = await pdfText(file(folder, 'r0', 'card.pdf'))
    expect([page.split('NAME').length, word.split('NAME').length, plain.split('NAME').length]).toEqual([3, 3, 3])
    for (const {id, name} of records) {
      const quoted = JSON.stringify(name).slice(1, -1)
      expect(pageTree(file(folder, id, 'page.html'))).toBe(page.replaceAll('NAME', () => quoted))
      expect(wordText(file(folder, id, 'letter.docx'))).toBe(word.replaceAll('NAME', () => name))
      expect(flat(await pdfText(file(folder, id, 'card.pdf')))).toBe(flat(plain.replaceAll('NAME', () => name)))
    }
  })

  test('where an address is wanted, it is one that may be linked to, or the document fails', async () => {
    const rows = ['1,javascript:alert(1)', '2," JaVaScript:x"', '3,data:text/html', '4,https://www.example.org/?a&b<c>']
    const folder = merge('guests.csv', `id,url,name\n${rows.map((row) => `${row},Ana`).join('\n')}\n`)
    const card = '<section><h1>{{doc.title}}</h1><p><a href="{{record.url}}">Go</a></p>{{slot "body"}}</section>\n'
    const columns = 'record: {properties: {id: {type: string}, name: {type: string}, url: {type: string}}}\n'
    const offered = 'extends: base\nformats: {page: {extends: web, template: card.hbs}}\n'
    write(folder, {'templates/cards/card.hbs': card, 'templates/cards/template.yml': offered + columns})
    const {err} = await gatefold(folder, ['build'])
    expect(err.match(/link-unsafe/g)).toHaveLength(3)
    expect(err).toContain('1 document built, 3 failed, 3 errors, 0 warnings\n')
    expect(pageTree(file(folder, '4', 'page.html'))).toContain('"href":"https://www.example.org/?a&b<c>"')
  })

  test('however long it is, and over several lines', async () => {
    const long = Array.from({length: 400}, (_, index) => `name${index}`).join(' ')
    const csv = `id,name\nlong,${long}\nlines,"Ana\nBo\n\nLi"\nword,${'x'.repeat(3000)}\n`
    const folder = merge('guests.csv', csv, 'formats: [page, letter, card]')
    const {code, err} = await gatefold(folder, ['build'])
    expect({code, err}).toEqual({code: 0, err: '9 documents built, 0 failed, 0 errors, 0 warnings\n'})
    expect(flat(textOf(readTree(file(folder, 'long', 'card.pdf')).document))).toContain(flat(`For ${long}!`))
    expect(linesOf(await pdfText(file(folder, 'lines', 'card.pdf'))).join(' ')).toContain('For Ana Bo Li!')
  })
})

/** The elements and texts of a page as a browser reads it, as JSON. */
function pageTree(bytes: Uint8Array): string {
  const tree = fromHtml(new TextDecoder().decode(bytes))
  return JSON.stringify(tree, (key, value) => (key === 'position' || key === 'data' ? undefined : value))
}

/** The text of a Word file with its styles, without the cutting of runs. */
function wordText(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g)]
    .map(([, words]) => (words === undefined ? '\n' : words))
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function pdfText(bytes: Uint8Array): Promise<string> {
  return readers['pdf.js'](bytes)
}

/** Lines may break anywhere. */
function flat(text: string): string {
  return text.replace(/\s/g, '')
}
