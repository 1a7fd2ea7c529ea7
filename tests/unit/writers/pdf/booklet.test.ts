import {describe, expect, test} from 'vitest'
import {booklet, signature} from '../../../../src/writers/pdf/booklet.ts'
import type {PdfPage} from '../../../../src/writers/pdf/engine.ts'
import {pdf} from '../../../../src/writers/pdf.ts'
import {sample} from '../../../helpers/brochure.ts'
import {readDrawing} from '../../../helpers/pdf-drawing.ts'
import {readPdf} from '../../../helpers/pdf-reader.ts'
import {readTree, textOf} from '../../../helpers/pdf-tree.ts'

/** Sides as they are printed: the page on the left half and that on the right one, counted from 1. */
const sides = (count: number, dir: 'ltr' | 'rtl') =>
  signature(count, dir)
    .map((pages) => pages.map((page) => page + 1).join('|'))
    .join(', ')

describe('the order of pages on the sides of folded sheets, front and back by turns', () => {
  test.each([
    [4, '4|1, 2|3'],
    [8, '8|1, 2|7, 6|3, 4|5'],
    [12, '12|1, 2|11, 10|3, 4|9, 8|5, 6|7']
  ])('%i pages, bound on the left', (count, order) => {
    expect(sides(count, 'ltr')).toBe(order)
  })

  test.each([
    [4, '1|4, 3|2'],
    [8, '1|8, 7|2, 3|6, 5|4'],
    [12, '1|12, 11|2, 3|10, 9|4, 5|8, 7|6']
  ])('%i pages, bound on the right', (count, order) => {
    expect(sides(count, 'rtl')).toBe(order)
  })

  test.each(['ltr', 'rtl'] as const)('folded, one inside the other, they follow each other: %s', (dir) => {
    const order = signature(16, dir)
    for (const [front, back] of pairs(order)) {
      // The two pages of one leaf lie back to back: the sheet is turned over its short edge.
      expect(Math.abs(front[0] - back[1])).toBe(1)
      expect(Math.abs(front[1] - back[0])).toBe(1)
    }
    expect(order.flat().sort((a, b) => a - b)).toEqual(Array.from({length: 16}, (_, page) => page))
  })
})

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((first, index) => {
    const second = list[index + 1]
    return index % 2 === 0 && second !== undefined ? [[first, second] as [T, T]] : []
  })
}

const millimetre = 72 / 25.4
const a4 = {width: 210 * millimetre, height: 297 * millimetre}
const leaf = '<section data-master="inner"><p>текст</p></section>'

/** Pages named by their labels, on the sheets of a booklet: `left|right`, with what was reported. */
function bound(count: number, options: Parameters<typeof booklet>[1], {lang = 'mk', size = a4} = {}) {
  const {document, context, diagnostics} = sample(leaf, {lang})
  const pages = Array.from({length: count}, (_, index): PdfPage => ({...size, placements: [], label: `${index + 1}`}))
  const sheets = booklet(pages, options, {document, context})
  const half = ({width, placements}: PdfPage, left: boolean) =>
    placements.find((place) => place.x < width / 2 - 1 === left)
  const labels = sheets.map((sheet) =>
    [true, false]
      .map((left) => {
        const place = half(sheet, left)
        return place?.kind === 'page' ? place.page.label : '-'
      })
      .join('|')
  )
  const problems = diagnostics.list.map(({rule, reason}) => `${rule}: ${reason}`)
  return {sheets, labels: labels.join(', '), problems}
}

describe('pages that do not fill the last sheet', () => {
  test.each([
    [1, '1 page', 4],
    [6, '6 pages', 8],
    [9, '9 pages', 12]
  ])('%i are an error', (count, said, needed) => {
    expect(bound(count, {}).problems).toEqual([
      `booklet-pages: Unexpected ${said} of a booklet, expected ${needed}: a folded sheet has four`
    ])
  })

  test.each([
    ['before-back', '6|1, 2|-, -|3, 4|5'],
    ['after-cover', '6|1, -|5, 4|-, 2|3'],
    ['end', '-|1, 2|-, 6|3, 4|5']
  ] as const)('blanks: %s', (blanks, order) => {
    const {labels, problems} = bound(6, {blanks})
    expect(problems).toEqual([])
    expect(labels).toBe(order)
  })

  test('those that fill it need no blanks', () => {
    expect(bound(8, {blanks: 'end'}).labels).toBe('8|1, 2|7, 6|3, 4|5')
    expect(bound(8, {}, {lang: 'ar'}).labels).toBe('1|8, 7|2, 3|6, 5|4')
  })
})

describe('sheets', () => {
  const placed = (options: Parameters<typeof booklet>[1], size = a4) => {
    const [sheet] = bound(4, options, {size}).sheets
    const mm = (length = 0) => Math.round((length / millimetre) * 100) / 100
    return {
      sheet: [mm(sheet?.width), mm(sheet?.height)],
      places: sheet?.placements.map((place) => [mm(place.x), mm(place.y), 'scale' in place ? place.scale : undefined])
    }
  }

  test('A4 pages are made half as large on A4, and meet at the fold', () => {
    const scale = 210 / 297
    expect(placed({})).toEqual({
      sheet: [297, 210],
      places: [
        [expect.closeTo(148.5 - 210 * scale, 1), 0, expect.closeTo(scale, 6)],
        [148.5, 0, expect.closeTo(scale, 6)]
      ]
    })
  })

  test('on A3 they keep their size', () => {
    expect(placed({sheet: 'a3'})).toEqual({
      sheet: [420, 297],
      places: [
        [0, 0, expect.closeTo(1, 6)],
        [210, 0, expect.closeTo(1, 6)]
      ]
    })
  })

  test('pages of other proportions are centred along the fold', () => {
    const [page] = placed({}, {width: 200 * millimetre, height: 200 * millimetre}).places ?? []
    expect(page).toEqual([0, expect.closeTo((210 - 148.5) / 2, 2), expect.closeTo(148.5 / 200, 6)])
  })
})

test('the file: text once and in order, cut off at the fold, no claim, told how to be printed', async () => {
  const html = ['first', 'second', 'third', 'fourth']
    .map((word) => `<section data-master="panel"><p>${word}</p></section>`)
    .join('')
  const {document, context} = sample(html, {lang: 'en'})
  const options = {impose: 'booklet'}
  const {bytes, pages, conformance} = await pdf.write(document, {...context, options})
  expect([pages, conformance]).toEqual([2, []])
  expect(textOf(readTree(bytes).document)).toMatch(/first\s*second\s*third\s*fourth/)

  const [front] = readDrawing(bytes)
  const scale = 210 / 297
  const fold = 148.5
  const near = (value: number) => expect.closeTo(value, 2)
  expect(front?.media).toEqual([0, 0, 297, 210].map(near))
  // The panels reach 3 mm beyond their pages, and are cut off there.
  const edges = front?.areas.filter(([, , , , color]) => color === '#efebf8').map(([left, , right]) => [left, right])
  const start = fold - 210 * scale
  expect(edges).toEqual([
    [near(start), near(start + 71.33 * scale)],
    [near(fold), near(fold + 71.33 * scale)]
  ])

  const file = readPdf(bytes)
  const preferences = file.dictionary(file.catalog.get('ViewerPreferences'))
  expect(preferences.get('Duplex')).toEqual({name: 'DuplexFlipShortEdge'})
  expect(preferences.get('PrintScaling')).toEqual({name: 'None'})
  expect(file.stream(file.catalog.get('Metadata'))).not.toMatch(/pdfuaid:part|pdfaid:part/)
})
