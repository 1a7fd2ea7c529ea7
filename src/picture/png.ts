/** PNG files, chunk by chunk (PNG 3rd edition, 11): whole, and what is picture only. */
import {crc32, inflateSync} from 'node:zlib'
import {profileFor} from './icc.ts'
import {checkPixels, damaged, PictureError, type Png, type PngLayout} from './picture.ts'
import {inflatedLength} from './png-pixels.ts'
import {toEightBits} from './png-reduce.ts'
import {pngChunk, pngFile, pngSignature} from './png-write.ts'

/** What is read of a file before its profile is known. */
export interface PngParts {
  layout: PngLayout
  palette: Buffer | undefined
  transparency: Buffer | undefined
  data: Uint8Array
}

/** Bits a sample that each colour type may have, and its channels. */
const colorTypes: Readonly<Record<number, {depths: readonly number[]; channels: number}>> = {
  0: {depths: [1, 2, 4, 8, 16], channels: 1},
  2: {depths: [8, 16], channels: 3},
  3: {depths: [1, 2, 4, 8], channels: 1},
  4: {depths: [8, 16], channels: 2},
  6: {depths: [8, 16], channels: 4}
}
const maximumProfile = 4e6

/** Whether `bytes` begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return pngSignature.every((byte, index) => bytes[index] === byte)
}

/** Read a PNG; throws a PictureError. 16 bits a sample become 8; of an animation the still picture is left. */
export function readPng(bytes: Uint8Array): Omit<Png, 'digest'> {
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const layout = readHeader(chunks.get('IHDR')?.[0])
  const [palette, transparency] = [chunks.get('PLTE')?.[0], chunks.get('tRNS')?.[0]]
  checkColors(layout, palette, transparency)
  const data = Buffer.concat(chunks.get('IDAT') ?? [])
  const rows = inflated(data, inflatedLength(layout))
  const whole: PngParts = {layout, palette: layout.colorType === 3 ? palette : undefined, transparency, data}
  const parts = layout.depth === 16 ? toEightBits(whole, rows) : whole

  const profile = profileOf(chunks.get('iCCP')?.[0], layout)
  const own = profile && !profile.isSrgb ? chunks.get('iCCP')?.[0] : undefined
  return {
    kind: 'png',
    ...parts.layout,
    palette: parts.palette,
    transparency: parts.transparency,
    data: parts.data,
    bytes: pngFile(headerOf(parts.layout), [
      ...(own ? [pngChunk('iCCP', own)] : []),
      ...(parts.palette ? [pngChunk('PLTE', parts.palette)] : []),
      ...(parts.transparency ? [pngChunk('tRNS', parts.transparency)] : []),
      pngChunk('IDAT', parts.data)
    ]),
    orientation: 1,
    profile: own && profile?.bytes
  }
}

/** Contents by type; a file that breaks off, or was changed on its way, is damaged. */
function chunksOf(bytes: Buffer): Map<string, Buffer[]> {
  const chunks = new Map<string, Buffer[]>()
  for (let at = 8; !chunks.has('IEND'); ) {
    const length = at + 12 <= bytes.length ? bytes.readUInt32BE(at) : Number.POSITIVE_INFINITY
    if (at + 12 + length > bytes.length) throw damaged(`PNG that breaks off after ${at} bytes`)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 8 + length
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw damaged(`PNG with a wrong sum in ${type}`)
    const same = chunks.get(type)
    if (same) same.push(bytes.subarray(at + 8, end))
    else chunks.set(type, [bytes.subarray(at + 8, end)])
    at = end + 4
  }
  return chunks
}

function readHeader(header: Buffer | undefined): PngLayout {
  if (header?.length !== 13) throw damaged('PNG without a header')
  const [depth = 0, type = 0, compression, filter, interlace = 0] = header.subarray(8)
  const color = colorTypes[type]
  if (!color?.depths.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1)
    throw damaged('PNG with values in its header that PNG does not have')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  checkPixels(width, height)
  // The table above has these five types only.
  const colorType = type as PngLayout['colorType']
  return {width, height, depth, colorType, channels: color.channels, interlaced: interlace === 1}
}

function headerOf({width, height, depth, colorType, interlaced}: PngLayout): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colorType, 0, 0, interlaced ? 1 : 0], 8)
  return header
}

function checkColors({colorType, depth}: PngLayout, palette: Buffer | undefined, transparency: Buffer | undefined) {
  const entries = (palette?.length ?? 0) / 3
  if (colorType === 3 && (entries < 1 || entries > 2 ** depth || !Number.isInteger(entries)))
    throw damaged('PNG with a wrong palette')
  if (!transparency) return
  const right = {0: transparency.length === 2, 2: transparency.length === 6, 3: transparency.length <= entries}
  if (colorType === 4 || colorType === 6 || !right[colorType]) throw damaged('PNG with wrong transparency')
}

/** Inflate, and no further than the size in the header allows. */
function inflated(data: Buffer, length: number): Buffer {
  let rows: Buffer
  try {
    rows = inflateSync(data, {maxOutputLength: length})
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'ERR_BUFFER_TOO_LARGE') throw damaged('PNG whose data cannot be unpacked')
    throw new PictureError('PNG with more data than pixels', 'a PNG as its header says', 'Export it again.')
  }
  if (rows.length !== length) throw damaged('PNG with less data than pixels')
  return rows
}

/** Name, 0, method 0 and the compressed profile. */
function profileOf(content: Buffer | undefined, {colorType}: PngLayout) {
  if (!content) return
  try {
    const profile = inflateSync(content.subarray(content.indexOf(0) + 2), {maxOutputLength: maximumProfile})
    return profileFor(profile, colorType === 0 || colorType === 4 ? 1 : 3)
  } catch {
    // Without a profile that can be read the colours are sRGB, as other programs take them, too.
    return
  }
}
