import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {pdf} from '../../../../src/writers/pdf.ts'
import {sample} from '../../../helpers/brochure.ts'
import {readDrawing} from '../../../helpers/pdf-drawing.ts'
import {readPdf} from '../../../helpers/pdf-reader.ts'
import {readTree, textOf} from '../../../helpers/pdf-tree.ts'
import {has, output} from '../../../helpers/programs.ts'

const print = {bleed: '3mm', marks: ['crop', 'fold', 'slug']}
const cover = '<section data-master="cover"><div data-frame="title"><h1>Наслов</h1></div></section>'
const leaflet =
  '<section data-master="trifold-outside"><div data-frame="title"><h1>Наслов</h1></div></section>' +
  '<section data-master="trifold-inside"><div data-frame="panel"><p>текст</p></div></section>'

/** The pages of `html` as they are in the file. `format`: the name of the format, whose options these are. */
async function written(html: string, options: object = print, {lang = 'mk', format = 'brochure-print'} = {}) {
  const {document, context, diagnostics} = sample(html, {lang})
  const file = await pdf.write(document, {...context, format, options: {...options}})
  const problems = diagnostics.list.map(({rule, reason}) => `${rule}: ${reason}`)
  return {...file, problems, drawn: readDrawing(file.bytes), tree: readTree(file.bytes)}
}

/** Equal to 0.01 mm. */
const near = (value: number) => expect.closeTo(value, 2)
const box = (...edges: number[]) => edges.map(near)

function crop(from: [number, number], to: [number, number]) {
  return {from: box(...from), to: box(...to), width: 0.25, color: '#000000', dash: []}
}

function cropMarks(width: number, height: number) {
  return [
    ...[0, height].flatMap((y) => [crop([-11, y], [-4, y]), crop([width + 4, y], [width + 11, y])]),
    ...[0, width].flatMap((x) => [crop([x, -11], [x, -4]), crop([x, height + 4], [x, height + 11])])
  ]
}

test.each(['mk', 'ar'])('%s: the boxes of a page and the crop marks at its corners', async (lang) => {
  const {drawn, problems} = await written(cover, print, {lang})
  const [page] = drawn
  expect(problems).toEqual([])
  expect(page?.media).toEqual(box(-12, -12, 222, 309))
  expect(page?.bleed).toEqual(box(-3, -3, 213, 300))
  expect(page?.trim).toEqual(box(0, 0, 210, 297))
  expect(page?.marks).toEqual(cropMarks(210, 297))
})

describe('fold marks, mirrored for Arabic', () => {
  test.each([
    ['mk', [97, 197], [100, 200]],
    ['ar', [200, 100], [197, 97]]
  ] as const)('%s', async (lang, front, back) => {
    const {drawn} = await written(leaflet, {marks: ['fold']}, {lang})
    const marks = (folds: readonly number[]) =>
      folds.flatMap((x) =>
        [
          [-11, -4],
          [214, 221]
        ].map(([top = 0, bottom = 0]) => ({
          from: box(x, top),
          to: box(x, bottom),
          width: 0.5,
          color: '#b8350f',
          dash: [near(1.2), near(0.8)]
        }))
      )
    expect(drawn.map((page) => page.marks)).toEqual([marks(front), marks(back)])
  })
})

test('the slug line says what the page is, and folds how far they are from the start', async () => {
  const texts = async (lang: string) => {
    const {tree} = await written(leaflet, print, {lang, format: 'trifold-print'})
    return tree.artifactKinds.map((kinds) => kinds.filter((kind) => kind.startsWith('Page')).join(' | '))
  }
  expect(await texts('mk')).toMatchInlineSnapshot(`
    [
      "Page | Page “Превиткување 97 mm” | Page | Page “Превиткување 197 mm” | Page “Наслов · trifold-print · Надворешна страна · 297 × 210 mm + 3 mm”",
      "Page | Page “Превиткување 100 mm” | Page | Page “Превиткување 200 mm” | Page “Наслов · trifold-print · Внатрешна страна · 297 × 210 mm + 3 mm”",
    ]
  `)
  expect(await texts('ar')).toMatchInlineSnapshot(`
    [
      "Page | Page “مم‏ ‏٩٧‏ يطلا” | Page | Page “مم‏ ‏١٩٧‏ يطلا” | Page “297 × 210 mm + 3 mm‏ · يجراخلا هجولا ·‏ ‏trifold-print‏ ·‏ ‏Наслов”",
      "Page | Page “مم‏ ‏١٠٠‏ يطلا” | Page | Page “مم‏ ‏٢٠٠‏ يطلا” | Page “297 × 210 mm + 3 mm‏ · يلخادلا هجولا ·‏ ‏trifold-print‏ ·‏ ‏Наслов”",
    ]
  `)
})

test.skipIf(!has('pdftotext', '-v'))(
  'the slug line begins 6 mm from the corner at the start edge, 6 mm above the page',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatefold-print-'))
    const slugOf = async (lang: string) => {
      const path = join(folder, `${lang}.pdf`)
      writeFileSync(path, (await written('<section data-master="inner"></section>', print, {lang})).bytes)
      const words = output('pdftotext', ['-bbox', path, '-']).matchAll(
        /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g
      )
      const boxes = [...words].map((word) => word.slice(1).map((points) => (Number(points) * 25.4) / 72 - 12))
      const edge = (index: number, choose: (...edges: number[]) => number) =>
        choose(...boxes.map((edges) => edges[index] ?? Number.NaN))
      return {left: edge(0, Math.min), top: edge(1, Math.min), right: edge(2, Math.max), bottom: edge(3, Math.max)}
    }
    const nearly = (value: number) => expect.closeTo(value, 0)
    const mk = await slugOf('mk')
    expect(mk).toMatchObject({left: nearly(6), bottom: nearly(-6.3)})
    expect(mk.top).toBeGreaterThan(-11)
    const ar = await slugOf('ar')
    expect(ar.right).toEqual(nearly(204))
    expect(ar.top).toBeGreaterThan(-11)
  }
)

test('a page of a document that is not folded has its number; without bleed there is none to tell', async () => {
  const {tree} = await written(cover, {marks: ['slug']})
  expect(tree.artifacts[0]).toContain('Наслов · brochure-print · Страница 1 од 1 · 210 × 297 mm')
  expect(tree.artifacts[0]).not.toContain('+')
})

test('a title that is too long for the slug line loses its last words', async () => {
  const {document, context} = sample(leaflet)
  document.meta.title = 'Долг наслов '.repeat(20).trim()
  const {bytes} = await pdf.write(document, {...context, format: 'trifold-print', options: print})
  expect(readTree(bytes).artifacts[0]).toMatch(
    /Долг( наслов)?… · trifold-print · Надворешна страна · 297 × 210 mm \+ 3 mm/
  )
})

describe('what touches the trim goes on to the bleed, and nothing beyond', () => {
  const panel = '<section data-master="panel"><p>текст</p></section>'

  test.each([
    ['mk', [0, 71.33], [-2, 71.33]],
    ['ar', [138.67, 210], [138.67, 212]]
  ] as const)('%s: a panel', async (lang, plain, bled) => {
    const reading = await written(panel, {}, {lang})
    expect(reading.drawn[0]?.trim).toBeUndefined()
    expect(reading.drawn[0]?.media).toEqual(box(0, 0, 210, 297))
    const {drawn} = await written(panel, {bleed: '2 mm'}, {lang})
    const [page] = drawn
    expect(page?.media).toEqual(box(-2, -2, 212, 299))
    expect(page?.areas[0]).toEqual([near(bled[0]), near(-2), near(bled[1]), near(299), '#efebf8'])
    const [left, , right] = reading.drawn[0]?.areas[0] ?? []
    expect([Math.max(0, Number(left)), Math.min(210, Number(right))]).toEqual(box(...plain))
  })

  test('a bleed beyond the art is told of, once for each master', async () => {
    const {problems} = await written(cover + cover, {bleed: 5})
    expect(problems).toEqual([
      'pack-invalid: Unexpected bleed of 5 mm, expected at most 3 mm: there the art of the page master `cover` ends'
    ])
  })

  test('with more bleed, marks begin further out', async () => {
    const {drawn} = await written('<section data-master="panel"><p>текст</p></section>', {bleed: 5, marks: ['crop']})
    const [page] = drawn
    expect(page?.bleed).toEqual(box(-5, -5, 215, 302))
    expect(page?.areas[0]?.slice(0, 4)).toEqual(box(-5, -5, 71.33, 302))
    expect(page?.marks[0]).toEqual(crop([-11, 0], [-6, 0]))
  })
})

test('a file for the print shop claims no standard; its text stays tagged, its marks are none of it', async () => {
  const reading = await written(leaflet, {})
  const file = await written(leaflet)
  expect([reading.conformance, file.conformance]).toEqual([['PDF/UA-1', 'PDF/A-2a'], []])
  const metadata = (bytes: Uint8Array) => {
    const read = readPdf(bytes)
    return read.stream(read.catalog.get('Metadata'))
  }
  expect(metadata(reading.bytes)).toMatch(/pdfuaid:part/)
  expect(metadata(file.bytes)).not.toMatch(/pdfuaid:part|pdfaid:part/)
  expect(textOf(file.tree.document)).toBe(textOf(reading.tree.document))
})
