/** The samples of a PNG: filters undone, passes of an interlaced one put together. */

export interface PngHeader {
  width: number
  height: number
  /** Bits a sample. */
  depth: number
  colorType: number
  channels: number
  interlaced: boolean
}

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

/** All samples, pixel after pixel, as they are stored: `depth` bits each. `data` is inflated. */
export function pixelsOf(header: PngHeader, data: Buffer): Uint16Array {
  const {width, height, channels} = header
  const samples = new Uint16Array(width * height * channels)
  let offset = 0
  for (const [left, top, stepX, stepY] of header.interlaced ? PASSES : [[0, 0, 1, 1] as const]) {
    const columns = Math.ceil((width - left) / stepX)
    const rows = Math.ceil((height - top) / stepY)
    if (columns <= 0 || rows <= 0) continue
    const stride = Math.ceil((columns * channels * header.depth) / 8)
    const unfiltered = undoFilters(data.subarray(offset, offset + rows * (stride + 1)), stride, header)
    offset += rows * (stride + 1)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const target = ((top + row * stepY) * width + left + column * stepX) * channels
        for (let channel = 0; channel < channels; channel++) {
          samples[target + channel] = sampleAt(unfiltered, row * stride, {
            index: column * channels + channel,
            depth: header.depth
          })
        }
      }
    }
  }
  return samples
}

/** Rows without their filter bytes (PNG 3rd edition, 9). */
function undoFilters(data: Buffer, stride: number, {channels, depth}: PngHeader): Buffer {
  const rows = Math.floor(data.length / (stride + 1))
  const result = Buffer.alloc(rows * stride)
  const distance = Math.max(1, (channels * depth) >> 3)
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (stride + 1)] ?? 0
    const start = row * stride
    for (let at = 0; at < stride; at++) {
      const left = at >= distance ? (result[start + at - distance] ?? 0) : 0
      const above = row > 0 ? (result[start + at - stride] ?? 0) : 0
      const corner = row > 0 && at >= distance ? (result[start + at - stride - distance] ?? 0) : 0
      const raw = data[row * (stride + 1) + 1 + at] ?? 0
      result[start + at] = raw + predict(filter, {left, above, corner})
    }
  }
  return result
}

interface Neighbours {
  left: number
  above: number
  corner: number
}

function predict(filter: number, {left, above, corner}: Neighbours): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4:
      return paeth({left, above, corner})
    default:
      return 0
  }
}

function paeth({left, above, corner}: Neighbours): number {
  const estimate = left + above - corner
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(estimate - value))
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner
}

function sampleAt(row: Buffer, start: number, {index, depth}: {index: number; depth: number}): number {
  if (depth === 8) return row[start + index] ?? 0
  if (depth === 16) return row.readUInt16BE(start + 2 * index)
  const bit = index * depth
  const byte = row[start + (bit >> 3)] ?? 0
  return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
}
