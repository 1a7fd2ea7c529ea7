/** Pictures as poppler shows them: each kind, and each way up. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {uprightSize} from '../../../../src/picture/picture.ts'
import {readPicture} from '../../../../src/picture/read.ts'
import type {PdfPage} from '../../../../src/writers/pdf/engine.ts'
import {exif, iccProfile, jpegFile, paint, pngFile} from '../../../helpers/pictures.ts'
import {has} from '../../../helpers/programs.ts'
import {engine, pagesOf} from './setup.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatefold-pictures-'))

/** A page that is nothing but the picture, `points` pt to the pixel. */
function page(bytes: Uint8Array, points: number): Buffer {
  const raster = readPicture(bytes, 'a')
  if (raster.kind !== 'jpeg' && raster.kind !== 'png') throw new Error(JSON.stringify(raster))
  const size = uprightSize(raster)
  const [width, height] = [size.width * points, size.height * points]
  const laid = engine()
  const {fragments} = laid.flow(
    [{kind: 'picture', raster, width, height, alt: 'x'}],
    () => ({width, height, page: 1}),
    null
  )
  return Buffer.from(laid.write(pagesOf(fragments)))
}

/** Red, green and blue of the page's pixels, row by row, 1 pixel to `points` pt from the middle of each. */
function pixels(pdf: Buffer, points: number): number[][][] {
  const path = join(folder, 'a.pdf')
  writeFileSync(path, pdf)
  execFileSync('pdftoppm', ['-r', '72', '-singlefile', path, join(folder, 'a')])
  const file = readFileSync(join(folder, 'a.ppm'))
  const [head = '', width = '', height = ''] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(file.toString('latin1', 0, 40)) ?? []
  const at = (x: number, y: number) => [...file.subarray(head.length + 3 * (y * Number(width) + x)).subarray(0, 3)]
  const middles = (length: number) => Array.from({length: length / points}, (_, index) => (index + 0.5) * points)
  return middles(Number(height)).map((y) => middles(Number(width)).map((x) => at(Math.floor(x), Math.floor(y))))
}

const poppler = has('pdftoppm', '-v')
if (!poppler) console.warn('poppler is not installed: pictures are not looked at')

/** The name of a colour, by which of its channels are bright. */
const name = ([red = 0, green = 0, blue = 0]: readonly number[]) =>
  `${red > 128 ? 'r' : ''}${green > 128 ? 'g' : ''}${blue > 128 ? 'b' : ''}` || 'k'
const names = (rows: number[][][]) => rows.map((row) => row.map(name).join(' '))

const upright = [
  [paint.red, paint.green, paint.green],
  [paint.blue, paint.yellow, paint.yellow]
]

/** Where the block in column s and row t of a file stands upright, of `width` and `height` blocks. Exif 2.32, 4.6.4 A. */
const places: Record<number, (s: number, t: number) => [number, number]> = {
  1: (s, t) => [s, t],
  2: (s, t) => [2 - s, t],
  3: (s, t) => [2 - s, 1 - t],
  4: (s, t) => [s, 1 - t],
  5: (s, t) => [t, s],
  6: (s, t) => [2 - t, s],
  7: (s, t) => [2 - t, 1 - s],
  8: (s, t) => [t, 1 - s]
}

describe.runIf(poppler)('a JPEG stands upright', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %d', (orientation) => {
    const [columns, rows] = orientation >= 5 ? [2, 3] : [3, 2]
    const blocks = Array.from({length: rows}, (_, t) =>
      Array.from({length: columns}, (__, s) => {
        const [x, y] = places[orientation]?.(s, t) ?? [0, 0]
        return upright[y]?.[x] ?? []
      })
    )
    const file = page(jpegFile({blocks, segments: [[0xe1, exif(orientation)]]}), 1)
    expect(names(pixels(file, 8))).toEqual(['r g g', 'b rg rg'])
    expect(file.toString('latin1')).not.toMatch(/GPS|Exif/)
  })

  test('a progressive one is shown as it is', () => {
    expect(pixels(page(jpegFile({blocks: [[[40, 128, 128]]], progressive: true}), 1), 8)).toEqual([[[40, 40, 40]]])
  })

  test('RGB that is not YCbCr', () => {
    const adobe = Buffer.from('Adobe\0\x64\0\0\0\0\0', 'latin1')
    const file = jpegFile({blocks: [[[255, 0, 0]]], segments: [[0xee, adobe]]})
    expect(names(pixels(page(file, 1), 8))).toEqual(['r'])
  })
})

const rgb = [0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 255, 255, 0]
const palette = Buffer.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0)
const square = {width: 2, height: 2}

describe.runIf(poppler)('a PNG shows what it holds', () => {
  test.each([
    ['RGB', pngFile({...square, rows: rgb}), ['r g', 'b rg']],
    ['RGB of 16 bits', pngFile({...square, depth: 16, rows: wide(rgb, 6)}), ['r g', 'b rg']],
    [
      'RGB with a transparent colour',
      pngFile({...square, rows: rgb, chunks: [['tRNS', Buffer.of(0, 255, 0, 0, 0, 0)]]}),
      ['rgb g', 'b rg']
    ],
    [
      'RGB with opacity',
      pngFile({...square, colorType: 6, rows: [0, 255, 0, 0, 255, 0, 255, 0, 0, 0, 0, 0, 255, 255, 255, 255, 0, 0]}),
      ['r rgb', 'b rgb']
    ],
    ['grey', pngFile({...square, colorType: 0, rows: [0, 0, 255, 0, 255, 0]}), ['k rgb', 'rgb k']],
    [
      'grey of 1 bit',
      pngFile({...square, colorType: 0, depth: 1, rows: [0, 0b0100_0000, 0, 0b1000_0000]}),
      ['k rgb', 'rgb k']
    ],
    [
      'grey with opacity',
      pngFile({...square, colorType: 4, rows: [0, 0, 255, 0, 0, 0, 0, 0, 0, 255]}),
      ['k rgb', 'rgb k']
    ],
    [
      'a palette of 2 bits',
      pngFile({...square, colorType: 3, depth: 2, rows: [0, 0b0001_0000, 0, 0b1011_0000], chunks: [['PLTE', palette]]}),
      ['r g', 'b rg']
    ],
    [
      'a palette with opacity',
      pngFile({
        ...square,
        colorType: 3,
        rows: [0, 0, 1, 0, 2, 3],
        chunks: [
          ['PLTE', palette],
          ['tRNS', Buffer.of(255, 0)]
        ]
      }),
      ['r rgb', 'b rg']
    ],
    [
      'an interlaced palette',
      pngFile({...square, colorType: 3, interlaced: true, rows: [0, 0, 0, 1, 0, 2, 3], chunks: [['PLTE', palette]]}),
      ['r g', 'b rg']
    ],
    [
      'interlaced RGB',
      pngFile({...square, interlaced: true, rows: [0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 255, 255, 0]}),
      ['r g', 'b rg']
    ]
  ])('%s', (_, bytes, expected) => expect(names(pixels(page(bytes, 8), 8))).toEqual(expected))
})

test('colours of a profile of its own are told by it', () => {
  const profile = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), iccProfile('Wide')])
  const file = (segments: [number, Uint8Array][]) => page(jpegFile({blocks: upright, segments}), 1).toString('latin1')
  expect(file([[0xe2, profile]])).toContain('/ICCBased')
  expect(file([])).not.toContain('/ICCBased')
})

/** Rows of `length` samples with each sample in two bytes. */
function wide(rows: readonly number[], length: number): number[] {
  return rows.flatMap((value, index) => (index % (length + 1) === 0 ? [value] : [value, value]))
}

describe('a drawing that stands on every page', () => {
  const box = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
  const fade = '<linearGradient id="f"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>'
  const shapes = `<rect width="20" height="20" fill="url(#f)"/><g opacity="0.5"><circle cx="30" cy="10" r="8"/></g>`
  const art = `${box}${fade}${shapes}<text y="15" font-size="8">Знак</text>${'<path d="M0 0L9 9"/>'.repeat(90)}</svg>`
  const placed = (width: number, mirror = false): PdfPage => ({
    width: 80,
    height: 40,
    placements: [{kind: 'art', svg: art, x: 0, y: 0, width, height: width / 2, mirror}]
  })
  const written = (...pages: PdfPage[]) => Buffer.from(engine().write(pages))
  const forms = (file: Buffer) =>
    file.toString('latin1').match(/\/Subtype \/Form[^>]*\/BBox \[0 0 80 40\]/g)?.length ?? 0

  test('is in the file once, at any size', () => {
    const [one, two, fifty] = [1, 2, 50].map((count) => written(...Array.from({length: count}, () => placed(80))))
    expect([one, two, fifty].map((file) => forms(file ?? Buffer.alloc(0)))).toEqual([0, 1, 1])
    const each = ((fifty?.length ?? 0) - (two?.length ?? 0)) / 48
    expect(each).toBeLessThan(200)
    expect(forms(written(placed(80), placed(40), placed(20, true)))).toBe(1)
  })

  test.runIf(poppler)('looks as it does where it stands once, smaller and mirrored too', () => {
    const looks = (file: Buffer, pages: number) => {
      const path = join(folder, 'b.pdf')
      writeFileSync(path, file)
      execFileSync('pdftoppm', ['-r', '144', path, join(folder, 'b')])
      return Array.from({length: pages}, (_, index) => readFileSync(join(folder, `b-${index + 1}.ppm`)))
    }
    const kinds = [placed(80), placed(40), placed(20, true)]
    const alone = kinds.map((page) => looks(written(page), 1)[0])
    const together = looks(written(...kinds), kinds.length)
    for (const [index, page] of together.entries()) expect(difference(page, alone[index])).toBeLessThan(0.5)
  })
})

/** Mean difference of the bytes of two pictures. */
function difference(a: Buffer, b: Buffer | undefined): number {
  expect(b?.length).toBe(a.length)
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b?.[index] ?? 0)), 0) / a.length
}
