import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {pdf} from '../../../src/writers/pdf.ts'
import {type SampleOptions, sample} from '../../helpers/brochure.ts'
import {has, output} from '../../helpers/programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatefold-brochure-'))
const poppler = has('pdftotext', '-v')

async function written(html: string, options: SampleOptions = {}) {
  const {document, context, diagnostics} = sample(html, options)
  const result = await pdf.write(document, context)
  return {...result, problems: diagnostics.list.map(({rule, reason, note}) => `${rule}: ${reason} (${note})`)}
}

/** Left and right edge of each word in mm from the left of its page. */
async function edges(html: string, options: SampleOptions = {}): Promise<Record<string, [number, number]>> {
  const file = join(folder, 'words.pdf')
  const {bytes} = await written(html, options)
  writeFileSync(file, bytes)
  const found = output('pdftotext', ['-bbox', file, '-']).matchAll(
    /<word xMin="([\d.]+)".*?xMax="([\d.]+)".*?>(.*?)<\/word>/g
  )
  const mm = (points: string | undefined) => (Number(points) * 25.4) / 72
  return Object.fromEntries([...found].map(([, left, right, word = '']) => [word, [mm(left), mm(right)]]))
}

const near = (value: number) => expect.closeTo(value, 0)

test.skipIf(!poppler)('words begin where their frames do', async () => {
  const html =
    '<section data-master="opener">' +
    '<div data-frame="statement"><gf-lead><gf-title>kicker</gf-title><p>statement</p></gf-lead></div>' +
    '<div data-frame="main"><p>body</p></div><div data-frame="side"><gf-quote><p>quote</p></gf-quote></div></section>'
  const left = await edges(html, {lang: 'en'})
  expect(left).toMatchObject({
    kicker: [near(18), expect.anything()],
    statement: [near(77.33), expect.anything()],
    body: [near(77.33), expect.anything()],
    quote: [near(18), expect.anything()]
  })
  const right = await edges(html, {lang: 'ar'})
  expect(right).toMatchObject({
    kicker: [expect.anything(), near(192)],
    statement: [expect.anything(), near(132.67)],
    body: [expect.anything(), near(132.67)],
    quote: [expect.anything(), near(192)]
  })
})

test.skipIf(!poppler)('contents, headers and footers name the pages as they are laid out', async () => {
  const section = (id: string) => `<section id="${id}"><h2>${id}</h2>${'<p>text</p>'.repeat(60)}</section>`
  const html = `<section data-master="inner"><gf-toc depth="2"></gf-toc>${section('alpha')}${section('omega')}</section>`
  const running = {
    'running.hbs': '<div data-frame="section"><p>in <gf-field name="section"></gf-field></p></div>',
    'folio.hbs':
      '<div data-frame="folio"><p>page <gf-field name="page"></gf-field> of <gf-field name="pages"></gf-field></p></div>'
  }
  const {bytes, pages} = await written(html, {lang: 'en', running})
  const file = join(folder, 'pages.pdf')
  writeFileSync(file, bytes)
  const texts = output('pdftotext', ['-layout', file, '-']).split('\f').slice(0, -1)
  expect(texts).toHaveLength(pages ?? 0)
  const begins = texts.findIndex((text) => /^\s+omega$/m.test(text)) + 1
  expect(begins).toBeGreaterThan(1)
  expect(texts[0]).toMatch(new RegExp(`alpha +1\\n\\s+omega +${begins}\\n`))
  for (const [index, text] of texts.entries()) expect(text).toContain(`page ${index + 1} of ${pages}`)
  expect(texts[0]).toContain('in alpha')
  expect(texts.at(-1)).toContain('in omega')
})

test('a character that no font has is named, with its place and what to add', async () => {
  const {problems} = await written('<section data-master="inner"><p>한</p></section>')
  expect(problems).toEqual([
    'glyph-missing: Unexpected character `한` (U+D55C), expected one that a font of the brand has ' +
      '(Add the font package @expo-google-fonts/noto-sans-kr to typography.fonts and ' +
      'typography.fallback in brand.yml.)'
  ])
})

test('options that a PDF format does not have are reported', async () => {
  const {document, context, diagnostics} = sample('<section data-master="inner"><p>a</p></section>')
  const options = {masters: ['inner', 'iner'], mastres: []}
  await pdf.write(document, {...context, options})
  expect(diagnostics.list.map(({rule, reason}) => `${rule}: ${reason}`)).toEqual([
    'pack-invalid: Unexpected option `mastres` of a PDF format, expected `masters`',
    'master-unknown: Unexpected page master `iner`, expected `inner`'
  ])
})

test('the same document gives the same bytes', async () => {
  const html = '<section data-master="cover"><div data-frame="title"><h1>Наслов</h1></div></section>'
  const [first, second] = [await written(html), await written(html)]
  expect(first.bytes).toEqual(second.bytes)
  expect(first).toMatchObject({pages: 1, extension: 'pdf', conformance: ['PDF/UA-1', 'PDF/A-2a'], problems: []})
})
