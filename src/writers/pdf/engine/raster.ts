/** Pictures made of dots as image objects; pdfkit's own reader decodes transparency without being waited for. */
import {deflateSync, inflateSync} from 'node:zlib'
import type {Jpeg, Png, Raster} from '../../../picture/picture.ts'
import {pixelsOf} from '../../../picture/png-pixels.ts'
import {pngDifferences} from '../../../picture/png-write.ts'
import type {PdfReference, PdfWriter} from './pdfmake.ts'

type ColorSpace = string | unknown[]

/** Write a picture into the file; transparency becomes a soft mask. */
export function embedRaster(document: PdfWriter, raster: Raster): PdfReference {
  if (raster.kind === 'jpeg') return embedJpeg(document, raster)
  const {colorType, interlaced, transparency} = raster
  const transparent = colorType === 4 || colorType === 6 || transparency !== undefined
  return transparent || interlaced ? embedDecoded(document, raster) : embedAsIs(document, raster)
}

function embedJpeg(document: PdfWriter, jpeg: Jpeg): PdfReference {
  const image = document.ref({
    ...imageOf(jpeg),
    BitsPerComponent: 8,
    ColorSpace: colorSpace(document, jpeg, jpeg.channels),
    Filter: 'DCTDecode',
    // Three channels are YCbCr unless it is said that they are not (ISO 32000-1, 7.4.8).
    ...(jpeg.plain && {DecodeParms: {ColorTransform: 0}})
  })
  image.end(jpeg.bytes)
  return image
}

/** PDF knows the filters of PNG as predictors, so that the data can stay compressed (ISO 32000-1, 7.4.4.4). */
function embedAsIs(document: PdfWriter, png: Png): PdfReference {
  const {width, depth, colorType, channels, data} = png
  const space = colorSpace(document, png, colorType === 0 ? 1 : 3)
  const image = document.ref({
    ...imageOf(png),
    BitsPerComponent: depth,
    ColorSpace: colorType === 3 ? indexed(document, png, space) : space,
    Filter: 'FlateDecode',
    DecodeParms: {Predictor: 15, Colors: channels, BitsPerComponent: depth, Columns: width}
  })
  image.end(data)
  return image
}

function imageOf({width, height}: Raster): Record<string, unknown> {
  return {Type: 'XObject', Subtype: 'Image', Width: width, Height: height}
}

/** The colours of the document, which are sRGB, or those of the picture's own profile. */
function colorSpace(document: PdfWriter, {profile}: Raster, channels: 1 | 3): ColorSpace {
  const device = channels === 1 ? 'DeviceGray' : 'DeviceRGB'
  if (!profile) return device
  const stream = document.ref({N: channels, Alternate: device})
  stream.end(profile)
  return ['ICCBased', stream]
}

function indexed(document: PdfWriter, {palette = Buffer.alloc(3)}: Png, base: ColorSpace): ColorSpace {
  const table = document.ref()
  table.end(palette)
  return ['Indexed', base, palette.length / 3 - 1, table]
}

/** Eight bits a channel, colour and opacity apart; a palette stays one. */
function embedDecoded(document: PdfWriter, png: Png): PdfReference {
  const {colorType} = png
  const {color, opacity} = separated(png, pixelsOf(png, inflateSync(png.data)))
  const image = {...imageOf(png), BitsPerComponent: 8, Filter: 'FlateDecode'}
  const mask = document.ref({...image, ColorSpace: 'DeviceGray'})
  endPlane(mask, opacity, png.width, 1)
  const channels = colorType === 0 || colorType === 4 ? 1 : 3
  const space = colorSpace(document, png, channels)
  const ColorSpace = colorType === 3 ? indexed(document, png, space) : space
  const result = document.ref({...image, ColorSpace, SMask: mask})
  endPlane(result, color, png.width, colorType === 3 ? 1 : channels)
  return result
}

/** Pack samples of 8 bits, as they are or as differences, whichever takes fewer bytes. */
function endPlane(image: PdfReference, samples: Uint8Array, width: number, channels: number): void {
  const plain = deflateSync(samples)
  const differences = pngDifferences(samples, width * channels, channels)
  const smaller = differences.length < plain.length
  if (smaller) image.data['DecodeParms'] = {Predictor: 15, Colors: channels, BitsPerComponent: 8, Columns: width}
  image.end(smaller ? differences : plain)
}

interface Planes {
  color: Uint8Array
  opacity: Uint8Array
}

function separated(png: Png, samples: Uint8Array | Uint16Array): Planes {
  const {width, height, colorType, channels, transparency} = png
  const count = width * height
  const opacity = new Uint8Array(count).fill(255)
  if (colorType === 3) {
    for (let pixel = 0; pixel < count; pixel++) opacity[pixel] = transparency?.[samples[pixel] ?? 0] ?? 255
    return {color: Uint8Array.from(samples), opacity}
  }
  const colors = colorType === 0 || colorType === 4 ? 1 : 3
  const scale = 255 / (2 ** png.depth - 1)
  const key = transparency && keyOf(transparency)
  const color = new Uint8Array(count * colors)
  for (let pixel = 0; pixel < count; pixel++) {
    let transparent = key !== undefined
    for (let channel = 0; channel < colors; channel++) {
      const sample = samples[pixel * channels + channel] ?? 0
      color[pixel * colors + channel] = sample * scale
      transparent &&= sample === key?.[channel]
    }
    if (channels > colors) opacity[pixel] = samples[pixel * channels + colors] ?? 0
    else if (transparent) opacity[pixel] = 0
  }
  return {color, opacity}
}

/** The transparent colour, two bytes a channel. */
function keyOf(bytes: Uint8Array): number[] {
  return Array.from(
    {length: bytes.length / 2},
    (_, channel) => ((bytes[2 * channel] ?? 0) << 8) | (bytes[2 * channel + 1] ?? 0)
  )
}
