/** PNG pictures as image objects. pdfkit's own reader decodes transparency asynchronously, which a writer cannot wait for. */
import {deflateSync, inflateSync} from 'node:zlib'
import type {PdfReference, PdfWriter} from './pdfmake.ts'
import {type PngHeader, pixelsOf} from './png-pixels.ts'

interface Png extends PngHeader {
  palette: Buffer | undefined
  /** tRNS: alpha of palette entries, or the one transparent colour. */
  transparency: Buffer | undefined
  data: Buffer
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Colour types (PNG 3rd edition, 11.2.1). */
const GREY = 0
const PALETTE = 3
const GREY_ALPHA = 4
const RGB_ALPHA = 6
const CHANNELS: Readonly<Record<number, number>> = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}

/** Whether `bytes` begin as a PNG does. */
export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(SIGNATURE)
}

/** Write a PNG into the file; transparency becomes a soft mask. */
export function embedPng(document: PdfWriter, bytes: Buffer): PdfReference {
  const png = readPng(bytes)
  const {colorType, interlaced, transparency} = png
  const transparent = colorType === GREY_ALPHA || colorType === RGB_ALPHA || transparency !== undefined
  return transparent || interlaced ? embedDecoded(document, png) : embedAsIs(document, png)
}

function readPng(bytes: Buffer): Png {
  const chunks = new Map<string, Buffer[]>()
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const content = bytes.subarray(at + 8, at + 8 + length)
    chunks.set(type, [...(chunks.get(type) ?? []), content])
    at += 12 + length
  }
  const header = chunks.get('IHDR')?.[0]
  if (!header) throw new Error('The picture has no header')
  const colorType = header.readUInt8(9)
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    depth: header.readUInt8(8),
    colorType,
    channels: CHANNELS[colorType] ?? 1,
    interlaced: header.readUInt8(12) === 1,
    palette: chunks.get('PLTE')?.[0],
    transparency: chunks.get('tRNS')?.[0],
    data: Buffer.concat(chunks.get('IDAT') ?? [])
  }
}

/** PDF knows the filters of PNG as predictors, so that the data can stay compressed (ISO 32000-1, 7.4.4.4). */
function embedAsIs(document: PdfWriter, png: Png): PdfReference {
  const {width, height, depth, colorType, channels, data} = png
  const image = document.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: depth,
    ColorSpace: colorType === PALETTE ? indexed(document, png) : colorType === GREY ? 'DeviceGray' : 'DeviceRGB',
    Filter: 'FlateDecode',
    DecodeParms: {Predictor: 15, Colors: channels, BitsPerComponent: depth, Columns: width}
  })
  image.end(data)
  return image
}

function indexed(document: PdfWriter, {palette = Buffer.alloc(3)}: Png): unknown[] {
  const table = document.ref()
  table.end(palette)
  return ['Indexed', 'DeviceRGB', palette.length / 3 - 1, table]
}

/** Eight bits a channel, colour and alpha apart. */
function embedDecoded(document: PdfWriter, png: Png): PdfReference {
  const {width, height, colorType, channels} = png
  const samples = pixelsOf(png, inflateSync(png.data))
  const colors = colorType === GREY || colorType === GREY_ALPHA ? 1 : 3
  const color = Buffer.alloc(width * height * colors)
  const alpha = Buffer.alloc(width * height, 255)
  const scale = colorType === PALETTE ? 1 : 255 / (2 ** png.depth - 1)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const sample = samples.subarray(pixel * channels, (pixel + 1) * channels)
    if (colorType === PALETTE) {
      const entry = sample[0] ?? 0
      for (let channel = 0; channel < 3; channel++) color[3 * pixel + channel] = png.palette?.[3 * entry + channel] ?? 0
      alpha[pixel] = png.transparency?.[entry] ?? 255
      continue
    }
    for (let channel = 0; channel < colors; channel++) color[colors * pixel + channel] = (sample[channel] ?? 0) * scale
    if (channels > colors) alpha[pixel] = (sample[colors] ?? 0) * scale
    else if (isTransparent(sample, png.transparency)) alpha[pixel] = 0
  }
  const image = {Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8}
  const mask = document.ref({...image, ColorSpace: 'DeviceGray', Filter: 'FlateDecode'})
  mask.end(deflateSync(alpha))
  const space = colors === 1 ? 'DeviceGray' : 'DeviceRGB'
  const result = document.ref({...image, ColorSpace: space, SMask: mask, Filter: 'FlateDecode'})
  result.end(deflateSync(color))
  return result
}

function isTransparent(sample: Uint16Array, color: Buffer | undefined): boolean {
  return color !== undefined && sample.every((value, channel) => value === color.readUInt16BE(2 * channel))
}
