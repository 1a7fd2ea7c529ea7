/** PNG files from pixels. */
import {crc32, deflateSync} from 'node:zlib'
import {predict} from './png-pixels.ts'

/** What every PNG begins with. */
export const pngSignature: Uint8Array = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** Colour types: an index into a palette, or red, green, blue and opacity. */
const indexed = {type: 3, channels: 1}
const direct = {type: 6, channels: 4}

/**
 * Write an image of one byte a pixel, an index into `palette` (`#RRGGBB`, or `transparent`), as PNG (ISO 15948).
 *
 * `pixels` holds the rows one after the other, `width` bytes each.
 */
export function png(pixels: Uint8Array, width: number, palette: readonly string[]): Uint8Array {
  return pngFile(pngHeader(pixels, width, indexed), [
    pngChunk('PLTE', Uint8Array.from(palette.flatMap(channels))),
    pngChunk('tRNS', Uint8Array.from(palette.map((color) => (color === 'transparent' ? 0 : 255)))),
    pngChunk('IDAT', pngData(pixels, width * indexed.channels))
  ])
}

/** Write an image of four bytes a pixel, red, green, blue and opacity. */
export function pngOf(pixels: Uint8Array, width: number): Uint8Array {
  return pngFile(pngHeader(pixels, width, direct), [pngChunk('IDAT', pngData(pixels, width * direct.channels))])
}

/** Put the header and the other chunks between signature and end. */
export function pngFile(header: Uint8Array, chunks: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([pngSignature, pngChunk('IHDR', header), ...chunks, pngChunk('IEND', new Uint8Array())])
}

/** The header of an image of 8 bits a sample, not interlaced. */
export function pngHeader(pixels: Uint8Array, width: number, color: {type: number; channels: number}): Uint8Array {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, pixels.length / (width * color.channels))
  // 8 bits to a value; compression, filter and interlace have one value each.
  header.set([8, color.type, 0, 0, 0], 8)
  return header
}

/** Compress rows of `length` bytes each. */
function pngData(pixels: Uint8Array, length: number): Uint8Array {
  const height = pixels.length / length
  const rows = new Uint8Array(height * (length + 1))
  for (let row = 0; row < height; row++) {
    // Each row starts with its filter, 0 for none.
    rows.set(pixels.subarray(row * length, (row + 1) * length), row * (length + 1) + 1)
  }
  return deflateSync(rows)
}

/**
 * Compress rows of a photograph, `step` bytes a pixel: each row as differences from what the filter foretells that leaves
 * least (PNG 3rd edition, 9 and 12.7).
 */
export function pngDifferences(pixels: Uint8Array, length: number, step: number): Uint8Array {
  const height = pixels.length / length
  const rows = new Uint8Array(height * (length + 1))
  const tried = filters.map(() => new Uint8Array(length))
  let above: Uint8Array = new Uint8Array(length)
  for (let row = 0; row < height; row++) {
    const line = pixels.subarray(row * length, (row + 1) * length)
    let [best, least] = [0, Number.POSITIVE_INFINITY]
    for (const [filter, difference] of tried.entries()) {
      const sum = differences(line, {above, step, filter: filters[filter] ?? 0}, difference)
      if (sum < least) [best, least] = [filter, sum]
    }
    rows[row * (length + 1)] = filters[best] ?? 0
    rows.set(tried[best] ?? line, row * (length + 1) + 1)
    above = line
  }
  return deflateSync(rows)
}

/** None, from the left, from above, and Paeth's choice between those. */
const filters = [0, 1, 2, 4] as const

/** Write the differences of a row into `result`, and give the sum of what they are away from nothing. */
function differences(
  line: Uint8Array,
  {above, step, filter}: {above: Uint8Array; step: number; filter: number},
  result: Uint8Array
): number {
  let sum = 0
  for (let at = 0; at < line.length; at++) {
    const left = at < step ? 0 : (line[at - step] ?? 0)
    const up = above[at] ?? 0
    const corner = at < step ? 0 : (above[at - step] ?? 0)
    const difference = ((line[at] ?? 0) - predict(filter, left, up, corner)) & 255
    result[at] = difference
    sum += difference < 128 ? difference : 256 - difference
  }
  return sum
}

/** A chunk: length, type, content and checksum. */
export function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, content.length)
  bytes.set(new TextEncoder().encode(type), 4)
  bytes.set(content, 8)
  view.setUint32(content.length + 8, crc32(bytes.subarray(4, content.length + 8)))
  return bytes
}

function channels(color: string): number[] {
  if (color === 'transparent') return [255, 255, 255]
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
}
