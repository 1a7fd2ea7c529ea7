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
