/** Small pictures, made from numbers: whole and valid, and broken on purpose. */
import {crc32, deflateSync} from 'node:zlib'
import {srgbProfile} from '../../src/writers/pdf/engine/srgb.ts'

// ---- PNG --------------------------------------------------------------------------------------------------------

export interface PngRecipe {
  width: number
  height: number
  depth?: number
  colorType?: number
  interlaced?: boolean
  /** Rows with their filters, as they lie in the file before they are compressed. */
  rows: readonly number[]
  /** Further chunks before the data: type and content. */
  chunks?: readonly (readonly [string, Uint8Array])[]
}

/** A PNG file. */
export function pngFile({width, height, depth = 8, colorType = 2, interlaced = false, rows, chunks = []}: PngRecipe) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colorType, 0, 0, interlaced ? 1 : 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...chunks.map(([type, content]) => pngChunk(type, content)),
    pngChunk('IDAT', deflateSync(Buffer.from(rows))),
    pngChunk('IEND', Buffer.alloc(0))
  ])
}

function pngChunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

// ---- JPEG -------------------------------------------------------------------------------------------------------

export interface JpegRecipe {
  /** Colours of the blocks of 8 × 8 pixels, row by row: one to four samples each, 0 to 255. */
  blocks: readonly (readonly (readonly number[])[])[]
  progressive?: boolean
  /** Segments after the first one: marker and content. */
  segments?: readonly (readonly [number, Uint8Array])[]
}

/** A JPEG file of flat blocks: each has a mean (DC) only, so that one table of codes does for it (ITU-T T.81, annex F). */
export function jpegFile({blocks, progressive = false, segments = []}: JpegRecipe): Buffer {
  const channels = blocks[0]?.[0]?.length ?? 1
  const [width, height] = [8 * (blocks[0]?.length ?? 0), 8 * blocks.length]
  const ids = Array.from({length: channels}, (_, channel) => channel + 1)
  const frame = [8, height >> 8, height & 255, width >> 8, width & 255, channels, ...ids.flatMap((id) => [id, 0x11, 0])]
  // Lengths of codes: twelve of four bits for the differences, one of one bit for the end of a block.
  const means = [0x00, 0, 0, 0, 12, ...Array<number>(12).fill(0), ...Array.from({length: 12}, (_, size) => size)]
  const ends = [0x10, 1, ...Array<number>(15).fill(0), 0]
  const spectrum = progressive ? [0, 0, 0] : [0, 63, 0]
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    ...segments.map(([marker, content]) => segment(marker, content)),
    segment(0xdb, Buffer.from([0, ...Array<number>(64).fill(8)])),
    segment(progressive ? 0xc2 : 0xc0, Buffer.from(frame)),
    segment(0xc4, Buffer.from([...means, ...ends])),
    segment(0xda, Buffer.from([channels, ...ids.flatMap((id) => [id, 0]), ...spectrum])),
    scan(blocks.flat(), {ends: !progressive}),
    Buffer.of(0xff, 0xd9)
  ])
}

function segment(marker: number, content: Uint8Array): Buffer {
  const length = content.length + 2
  return Buffer.concat([Buffer.of(0xff, marker, length >> 8, length & 255), content])
}

function scan(blocks: readonly (readonly number[])[], {ends}: {ends: boolean}): Buffer {
  let bits = ''
  const before: number[] = []
  for (const block of blocks) {
    for (const [channel, sample] of block.entries()) {
      const difference = sample - 128 - (before[channel] ?? 0)
      before[channel] = sample - 128
      const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1
      const value = difference > 0 ? difference : difference + 2 ** size - 1
      bits += size.toString(2).padStart(4, '0') + (size > 0 ? value.toString(2).padStart(size, '0') : '')
      if (ends) bits += '0'
    }
  }
  const bytes = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1').match(/.{8}/g) ?? []
  return Buffer.from(bytes.flatMap((byte) => (byte === '11111111' ? [0xff, 0] : [Number.parseInt(byte, 2)])))
}

/** YCbCr of red, green, blue and yellow. */
export const paint = {
  red: [76, 85, 255],
  green: [150, 44, 21],
  blue: [29, 255, 107],
  yellow: [226, 1, 149]
} as const

/** Exif data with an orientation, a place (GPS) and a camera, as a telephone writes them. */
export function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(tag, 0)
    bytes.writeUInt16LE(type, 2)
    bytes.writeUInt32LE(count, 4)
    bytes.writeUInt32LE(value, 8)
    return bytes
  }
  const text = Buffer.from('GPS Skopje 41.9981 N 21.4254 E\0')
  const [first, place] = [8, 8 + 2 + 3 * 12 + 4]
  const directory = Buffer.concat([
    Buffer.of(3, 0),
    entry(0x010f, 2, text.length, place + 2 + 12 + 4),
    entry(0x0112, 3, 1, orientation),
    entry(0x8825, 4, 1, place),
    Buffer.alloc(4)
  ])
  const gps = Buffer.concat([Buffer.of(1, 0), entry(0x0001, 2, 2, 0x4e), Buffer.alloc(4)])
  return Buffer.concat([Buffer.from('Exif\0\0II*\0', 'latin1'), Buffer.of(first, 0, 0, 0), directory, gps, text])
}

/** A profile of a screen by another name than sRGB, or with another colour space in its header. */
export function iccProfile(name: string, space = 'RGB '): Buffer {
  const wide = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1')
  const profile = srgbProfile().toString('latin1')
  return Buffer.from(profile.replaceAll(wide('sRGB'), wide(name)).replace('RGB XYZ ', `${space}XYZ `), 'latin1')
}
