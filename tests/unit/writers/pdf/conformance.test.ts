import {expect, test} from 'vitest'
import {pdf} from '../../../../src/writers/pdf.ts'
import {sample} from '../../../helpers/brochure.ts'
import {readPdf} from '../../../helpers/pdf-reader.ts'

/** What the file says it is, what the writer says it is, and what was reported. */
async function claims(html: string, title = 'Title') {
  const {document, context, diagnostics} = sample(`<section data-master="inner">${html}</section>`, {lang: 'en'})
  const {bytes, conformance} = await pdf.write({...document, meta: {...document.meta, title}}, context)
  const file = readPdf(bytes)
  const found = file.stream(file.catalog.get('Metadata')).match(/<pdf(?:ua|a)id:part>/g) ?? []
  return {found, conformance, rules: diagnostics.list.map(({rule, severity}) => `${severity} ${rule}`)}
}

test('a sound document is given both identifiers', async () => {
  expect(await claims('<p>a</p>')).toEqual({
    found: ['<pdfaid:part>', '<pdfuaid:part>'],
    conformance: ['PDF/UA-1', 'PDF/A-2a'],
    rules: []
  })
})

test('one with a character that no font has is an error and is given none', async () => {
  expect(await claims('<p>한</p>')).toEqual({found: [], conformance: [], rules: ['error glyph-missing']})
})

test('one without a title is given none', async () => {
  expect(await claims('<p>a</p>', '')).toMatchObject({found: [], conformance: []})
})

test.each([
  ['<gf-figure src="gatefold:templates/strands/assets/mark.svg"></gf-figure>', []],
  ['<p>a\uece0</p>', ['error glyph-missing']]
])('%s is given none', async (html, rules) => {
  expect(await claims(html)).toEqual({found: [], conformance: [], rules})
})

test('a damaged font is named, and another one keeps the layout going', async () => {
  const {document, context, diagnostics} = sample('<section data-master="inner"><p>a</p></section>', {lang: 'en'})
  const {world} = context
  const read = (path: string) => {
    const bytes = world.read(path)
    // The offsets of the outlines.
    return bytes && path.endsWith('SourceSerif4_400Regular.ttf') ? damaged(bytes) : bytes
  }
  const {conformance} = await pdf.write(document, {...context, world: {...world, read}})
  expect(conformance).toHaveLength(2)
  expect(diagnostics.list.map(({rule, reason, file}) => `${file?.split('/').at(-1)} ${rule} ${reason}`)).toEqual([
    'SourceSerif4_400Regular.ttf font-invalid Unexpected damage in the font, expected a whole one that has `Source Serif 4` in weight 400'
  ])
})

function damaged(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  const entry = copy.indexOf('loca')
  const offset = copy.readUInt32BE(entry + 8)
  return copy.fill(0xff, offset + 40, offset + 80)
}

test('pages have the labels that they show, as the language writes numbers', async () => {
  const labels = async (lang: string) => {
    const {document, context} = sample('<section data-master="inner"><p>a<br></p></section>'.repeat(3), {lang})
    const file = readPdf((await pdf.write(document, context)).bytes)
    return JSON.stringify(file.dictionary(file.catalog.get('PageLabels')).get('Nums'), (_, value) => {
      return value instanceof Map ? Object.fromEntries(value) : value
    })
  }
  expect(await labels('mk')).toBe('[0,{"S":{"name":"D"},"St":1}]')
  expect(await labels('ar')).toBe('[0,{"P":"١"},1,{"P":"٢"},2,{"P":"٣"}]')
})
