/** The samples of a PNG: filters undone, passes of an interlaced one put together. */
import type {PngLayout} from './picture.ts'

/** Adam7: first column and row of each pass, and the steps between its pixels. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2]
] as const

interface Pass {
  left: number
  top: number
  stepX: number
  stepY: number
  columns: number
  rows: number
  /** Bytes of a row without its filter. */
  stride: number
}

/** Bytes of the inflated rows with their filters. */
export function inflatedLength(layout: PngLayout): number {
  return passesOf(layout).reduce((sum, {rows, stride}) => sum + rows * (stride + 1), 0)
}

/** All samples, pixel after pixel, as they are stored: `depth` bits each. `data` is inflated. */
export function pixelsOf(layout: PngLayout, data: Buffer): Uint8Array | Uint16Array {
  const {width, height, channels, depth} = layout
  const length = width * height * channels
  const samples = depth === 16 ? new Uint16Array(length) : new Uint8Array(length)
  let offset = 0
  for (const pass of passesOf(layout)) {
    const size = pass.rows * (pass.stride + 1)
    const rows = undoFilters(data.subarray(offset, offset + size), pass.stride, layout)
    offset += size
    place(samples, rows, {pass, layout})
  }
  return samples
}

function passesOf({width, height, channels, depth, interlaced}: PngLayout): Pass[] {
  const passes = (interlaced ? PASSES : [[0, 0, 1, 1] as const]).map(([left, top, stepX, stepY]) => {
    const columns = Math.ceil((width - left) / stepX)
    const rows = Math.ceil((height - top) / stepY)
    return {left, top, stepX, stepY, columns, rows, stride: Math.ceil((columns * channels * depth) / 8)}
  })
  return passes.filter(({columns, rows}) => columns > 0 && rows > 0)
}

function place(samples: Uint8Array | Uint16Array, rows: Buffer, {pass, layout}: {pass: Pass; layout: PngLayout}): void {
  const {width, channels, depth} = layout
  for (let row = 0; row < pass.rows; row++) {
    const start = row * pass.stride
    let target = ((pass.top + row * pass.stepY) * width + pass.left) * channels
    for (let column = 0; column < pass.columns; column++, target += pass.stepX * channels) {
      for (let channel = 0; channel < channels; channel++) {
        const index = column * channels + channel
        samples[target + channel] = depth === 8 ? (rows[start + index] ?? 0) : sampleAt(rows, start, index, depth)
      }
    }
  }
}

function sampleAt(rows: Buffer, start: number, index: number, depth: number): number {
  if (depth === 16) return rows.readUInt16BE(start + 2 * index)
  const bit = index * depth
  const byte = rows[start + (bit >> 3)] ?? 0
  return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
}

/** Rows without their filter bytes (PNG 3rd edition, 9). */
function undoFilters(data: Buffer, stride: number, {channels, depth}: PngLayout): Buffer {
  const rows = Math.floor(data.length / (stride + 1))
  const result = Buffer.alloc(rows * stride)
  const distance = Math.max(1, (channels * depth) >> 3)
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (stride + 1)] ?? 0
    const source = row * (stride + 1) + 1
    const start = row * stride
    if (filter === 0) {
      data.copy(result, start, source, source + stride)
      continue
    }
    for (let at = 0; at < stride; at++) {
      const left = at >= distance ? (result[start + at - distance] ?? 0) : 0
      const above = row > 0 ? (result[start + at - stride] ?? 0) : 0
      const corner = row > 0 && at >= distance ? (result[start + at - stride - distance] ?? 0) : 0
      result[start + at] = (data[source + at] ?? 0) + predict(filter, left, above, corner)
    }
  }
  return result
}

/**
 * What a filter foretells of a byte by those before and above it (PNG 3rd edition, 9.2). Four numbers, and no object of
 * them: it is called for each byte of a picture.
 */
export function predict(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4:
      return paeth(left, above, corner)
    default:
      return 0
  }
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner
  const toLeft = Math.abs(estimate - left)
  const toAbove = Math.abs(estimate - above)
  const toCorner = Math.abs(estimate - corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
