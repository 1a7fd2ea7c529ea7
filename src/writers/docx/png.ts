/** PNG files from pixels. */
import {deflateSync} from 'node:zlib'

/** Colour types: an index into a palette, or red, green, blue and opacity. */
const indexed = {type: 3, bytes: 1}
const direct = {type: 6, bytes: 4}

/**
 * Write an image of one byte a pixel, an index into `palette` (`#RRGGBB`, or `transparent`), as PNG (ISO 15948).
 *
 * `pixels` holds the rows one after the other, `width` bytes each.
 */
export function png(pixels: Uint8Array, width: number, palette: readonly string[]): Uint8Array {
  return file(pixels, width, indexed, [
    chunk('PLTE', Uint8Array.from(palette.flatMap(channels))),
    chunk('tRNS', Uint8Array.from(palette.map((color) => (color === 'transparent' ? 0 : 255))))
  ])
}

/** Write an image of four bytes a pixel, red, green, blue and opacity. */
export function pngOf(pixels: Uint8Array, width: number): Uint8Array {
  return file(pixels, width, direct, [])
}

function file(pixels: Uint8Array, width: number, color: typeof indexed, colors: readonly Uint8Array[]): Uint8Array {
  const length = width * color.bytes
  const height = pixels.length / length
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  // 8 bits to a value; compression, filter and interlace have one value each.
  header.set([8, color.type, 0, 0, 0], 8)

  const rows = new Uint8Array(height * (length + 1))
  for (let row = 0; row < height; row++) {
    // Each row starts with its filter, 0 for none.
    rows.set(pixels.subarray(row * length, (row + 1) * length), row * (length + 1) + 1)
  }
  return join([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    ...colors,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array())
  ])
}

function channels(color: string): number[] {
  if (color === 'transparent') return [255, 255, 255]
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, content.length)
  bytes.set(new TextEncoder().encode(type), 4)
  bytes.set(content, 8)
  view.setUint32(content.length + 8, checksum(bytes.subarray(4, content.length + 8)))
  return bytes
}

/** CRC-32 of ISO 3309, as PNG asks for it. */
function checksum(bytes: Uint8Array): number {
  let register = 0xffffffff
  for (const byte of bytes) {
    register ^= byte
    for (let bit = 0; bit < 8; bit++) register = (register >>> 1) ^ (register & 1 ? 0xedb88320 : 0)
  }
  return (register ^ 0xffffffff) >>> 0
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
