/** Words are found where they stand, ligatures and divided words too. */
import {expect, test} from 'vitest'
import {readers} from '../../../helpers/readers.ts'
import {searchByPdfium, searchByPdfJs} from '../../../helpers/search.ts'
import {arabic, body, engine, items, pagesOf} from './setup.ts'

const height = 100

function page(lang: string, text: string, width: number) {
  const laid = engine({lang, dir: lang === 'ar' ? 'rtl' : 'ltr'})
  const style = lang === 'ar' ? arabic : body
  const block = {kind: 'text', runs: [{text, style}], align: 'start', hyphenate: true} as const
  const {fragments} = laid.flow([block], () => ({width, height, page: 1}), laid.root)
  const lines = items(fragments[0]).filter((item) => item.type === 'line')
  return {file: laid.write(pagesOf(fragments)), lines, width}
}

/** The place of a word as it was laid out, from the left of the page, pt. */
function placeOf({lines, width}: ReturnType<typeof page>, word: string, mirrored: boolean): [number, number][] {
  return lines.flatMap((line) => {
    const left = mirrored ? width - line.x - line.width : line.x
    const pieces = line.pieces.filter(({inline}) => inline.text.trim() === word)
    return pieces.map(({inline, x}): [number, number] => [left + x, left + x + inline.width])
  })
}

test('an Arabic word with ligatures', async () => {
  const written = page('ar', 'هذا كلام لا يُنسى عن السلام والإسلام في المدينة', 260)
  for (const word of ['كلام', 'السلام', 'المدينة']) {
    const [place] = placeOf(written, word, true)
    const [found, ...more] = await searchByPdfium(written.file, word)
    expect(more).toEqual([])
    // The space that follows the word lies at its left.
    expect(found?.[0]).toBeGreaterThanOrEqual((place?.[0] ?? 0) - 1)
    expect(found?.[2]).toBeLessThanOrEqual((place?.[1] ?? 0) + 1)
    const [item] = await searchByPdfJs(written.file, word)
    expect(item?.[0]).toBeLessThanOrEqual((place?.[0] ?? 0) + 1)
    expect(item?.[2]).toBeGreaterThanOrEqual((place?.[1] ?? 0) - 1)
  }
})

test('a Macedonian word that is divided at the end of a line', async () => {
  const written = page('mk', 'Секоја меѓународна организација има место', 62)
  const {file, lines} = written
  expect(lines.some(({pieces}) => pieces.some(({hyphen}) => hyphen))).toBe(true)
  // What each reader takes out before it searches: Chrome the mark that PDFium puts there, pdf.js a hyphen before a line end.
  const joined = {pdftotext: /\u00ad\n/gu, 'pdf.js': /(?<=\p{L})-\n(?=\p{Ll})/gu, PDFium: /\ufffe/gu}
  for (const name of ['pdftotext', 'pdf.js', 'PDFium'] as const)
    expect((await readers[name](file)).replace(joined[name], ''), name).toMatch(/меѓународна.*организација/s)
  expect(await searchByPdfium(file, 'Секоја')).toHaveLength(1)
})
