/** Dots to the inch: what is reported, and what each writer keeps. */
import {unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {isJpeg} from '../../../src/picture/jpeg.ts'
import {encodeJpeg, loadJpegCodec} from '../../../src/picture/jpeg-codec.ts'
import {isPng} from '../../../src/picture/png.ts'
import {readPicture} from '../../../src/picture/read.ts'
import {docx} from '../../../src/writers/docx.ts'
import {handout} from '../../../src/writers/handout.ts'
import {html} from '../../../src/writers/html.ts'
import {pdf} from '../../../src/writers/pdf.ts'
import {slides} from '../../../src/writers/slides.ts'
import type {Writer} from '../../../src/writers/writer.ts'
import {sample} from '../../helpers/brochure.ts'
import {exif, pngFile} from '../../helpers/pictures.ts'

await loadJpegCodec()

/** Pictures of 800 × 400 dots that no compression makes small. */
const noise = (seed: number) => (Math.imul(seed + 1, 2_654_435_761) >>> 11) & 255
const rows = Array.from({length: 400}, (_, y) => Array.from({length: 800}, (__, x) => noise(y * 977 + x * x)))
const data = Uint8Array.from(rows.flat())
const photo = encodeJpeg({width: 800, height: 400, channels: 1, data}) ?? data
const turned = Buffer.concat([
  photo.subarray(0, 2),
  Buffer.of(0xff, 0xe1, 0, exif(6).length + 2),
  exif(6),
  photo.subarray(2)
])
const album: Record<string, Uint8Array> = {
  'photo.jpg': photo,
  'turned.jpg': turned,
  'grey.png': pngFile({width: 800, height: 400, colorType: 0, rows: rows.flatMap((row) => [0, ...row])}),
  'icon.png': pngFile({
    width: 40,
    height: 40,
    colorType: 0,
    rows: rows.slice(0, 40).flatMap((row) => row.slice(0, 41).fill(0, 0, 1))
  })
}

const figure = (src: string, width?: number) =>
  `<gf-figure src="${src}" alt="A"${width === undefined ? '' : ` width="${width}"`}></gf-figure>`

/** Write figures in a format with these options; `master` is one of the pack base. */
async function written(writer: Writer, figures: string, options: Record<string, unknown>, master = 'main') {
  const {document, context, diagnostics} = sample(`<section data-master="${master}">${figures}</section>`, {
    pack: 'base'
  })
  const world = {...context.world, read: (path: string) => album[path] ?? context.world.read(path)}
  const {bytes} = await writer.write(document, {...context, world, options})
  const said = diagnostics.list.map(({rule, severity, reason}) => `${severity} ${rule}: ${reason}`)
  return {bytes, said, notes: diagnostics.list.map(({note}) => note)}
}

/** Width and height of the pictures in a file of any kind. */
function sizes(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1')
  if (text.startsWith('PK')) {
    const files = Object.values(unzipSync(bytes)).filter((file) => isJpeg(file) || isPng(file))
    return files.map(size).sort()
  }
  if (text.startsWith('%PDF'))
    return [...text.matchAll(/\/Subtype \/Image\n\/Width (\d+)\n\/Height (\d+)/g)].map(
      ([, wide, high]) => `${wide} ${high}`
    )
  return [...text.matchAll(/data:image\/(?:jpeg|png);base64,([^"]+)/g)].map(([, data = '']) =>
    size(Buffer.from(data, 'base64'))
  )
}

function size(bytes: Uint8Array): string {
  const read = readPicture(bytes, 'a')
  return read.kind === 'unusable' ? read.unexpected : `${read.width} ${read.height}`
}

describe('a format with a resolution makes finer pictures smaller to it', () => {
  test.each<[string, Writer]>([
    ['PDF', pdf],
    ['Word', docx],
    ['web', html]
  ])('%s', async (_, writer) => {
    const pictures = figure('photo.jpg', 50.8) + figure('grey.png', 50.8)
    const whole = await written(writer, pictures, {})
    expect(sizes(whole.bytes).sort()).toEqual(['800 400', '800 400'])
    const smaller = await written(writer, pictures, {resolution: 150})
    expect(sizes(smaller.bytes).sort()).toEqual(['300 150', '300 150'])
    expect(smaller.bytes.length).toBeLessThan(whole.bytes.length / 3)
    expect([whole.said, smaller.said]).toEqual([[], []])
    expect(Buffer.compare(smaller.bytes, (await written(writer, pictures, {resolution: 150})).bytes)).toBe(0)
  })

  test('one that stands in several sizes is as fine as the largest needs', async () => {
    const {bytes} = await written(pdf, figure('photo.jpg', 25.4) + figure('photo.jpg', 50.8), {resolution: 150})
    expect(sizes(bytes)).toEqual(['300 150'])
  })

  test('a turned one by the side that its rows lie along', async () => {
    const {bytes} = await written(pdf, figure('turned.jpg', 25.4), {resolution: 150})
    expect(sizes(bytes)).toEqual(['300 150'])
  })

  test('a little finer is left alone, and so is all without a resolution', async () => {
    expect(sizes((await written(pdf, figure('photo.jpg', 101.6), {resolution: 185})).bytes)).toEqual(['800 400'])
    expect(sizes((await written(pdf, figure('photo.jpg', 10), {resolution: 'none'})).bytes)).toEqual(['800 400'])
  })

  test('on a handout by its size there, a third of the slide', async () => {
    const options = {resolution: 150}
    const deck = sizes((await written(slides, figure('photo.jpg', 100), options, 'slide-image')).bytes)
    const sheet = sizes(
      (await written(handout, figure('photo.jpg', 100), {...options, slides: 3}, 'slide-image')).bytes
    )
    expect([deck, sheet]).toEqual([['591 296'], ['175 88']])
  })
})

describe('rule image-resolution', () => {
  const coarse = 'Unexpected picture of 800 × 400 pixels on 150 × 75 mm, 135 dots to the inch, expected at least'

  test.each<[string, number, Record<string, unknown>, string[]]>([
    ['as large as it is by itself', 160, {}, []],
    ['fewer dots than the format wants', 150, {minimumResolution: 200}, [`warning image-resolution: ${coarse} 200`]],
    ['fewer than half of them', 150, {minimumResolution: 300}, [`error image-coarse: ${coarse} 300`]],
    ['just as many', 101.6, {minimumResolution: 200}, []],
    ['none wanted', 160, {minimumResolution: 'none', resolution: 'none'}, []],
    [
      'a value that is none',
      50,
      {resolution: 'fine'},
      ['error pack-invalid: Unexpected option `resolution`, expected a number of dots to the inch, or `none`']
    ]
  ])('%s', async (_, width, options, expected) => {
    for (const writer of [pdf, docx])
      expect((await written(writer, figure('photo.jpg', width), options)).said).toEqual(expected)
  })

  test('made larger than it is, on a screen too', async () => {
    const {said, notes} = await written(slides, figure('icon.png', 100), {}, 'slide-image')
    expect(said).toEqual([
      'warning image-resolution: Unexpected picture of 40 × 40 pixels on 100 × 100 mm, 10 dots to the inch, expected at least 90'
    ])
    expect(notes).toEqual(['Use the picture in at least 355 pixels across, or print it smaller.'])
  })

  test('turned upright, by the sides that are seen', async () => {
    const {said} = await written(pdf, figure('turned.jpg', 100), {minimumResolution: 110})
    expect(said).toEqual([
      'warning image-resolution: Unexpected picture of 400 × 800 pixels on 100 × 200 mm, 102 dots to the inch, expected at least 110'
    ])
  })
})
