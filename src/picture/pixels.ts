/** Pictures as plain samples of 8 bits, and made smaller. */

export interface Pixels {
  width: number
  height: number
  /** 1 grey, 2 grey and opacity, 3 red, green and blue, 4 with opacity. */
  channels: 1 | 2 | 3 | 4
  /** Samples from one pixel to the next, where there are more than `channels`. */
  stride?: number
  /** Row after row, pixel after pixel. */
  data: Uint8Array
}

/** Which samples of a line, and how much of the first and the last, go into one that is shorter. */
interface Share {
  first: number
  last: number
  firstPart: number
  lastPart: number
}

/**
 * Make a picture smaller to `width` × `height`: each new pixel is the mean of the area that it covers, transparent parts
 * counting for nothing. Only the four operations of arithmetic: the same result on every machine.
 */
export function shrinkPixels(pixels: Pixels, width: number, height: number): Pixels {
  const {channels, stride = channels, data} = pixels
  const columns = sharesOf(pixels.width, width)
  const rows = sharesOf(pixels.height, height)
  const result = new Uint8Array(width * height * channels)
  const line = new Float64Array(width * channels)
  const sums = new Float64Array(width * channels)
  let narrowed = -1
  for (const [y, {first, last, firstPart, lastPart}] of rows.entries()) {
    sums.fill(0)
    for (let row = first; row <= last; row++) {
      if (row !== narrowed) {
        const start = row * pixels.width * stride
        narrow(data.subarray(start, start + pixels.width * stride), {columns, channels, stride}, line)
        narrowed = row
      }
      const part = row === first ? firstPart : row === last ? lastPart : 1
      for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (line[at] ?? 0) * part
    }
    const area = (pixels.width / width) * (pixels.height / height)
    settle(sums, {channels, area}, result.subarray(y * width * channels, (y + 1) * width * channels))
  }
  return {width, height, channels, data: result}
}

function sharesOf(from: number, to: number): Share[] {
  return Array.from({length: to}, (_, index) => {
    const start = (index * from) / to
    const end = ((index + 1) * from) / to
    const first = Math.floor(start)
    const last = Math.max(first, Math.min(from, Math.ceil(end)) - 1)
    return {first, last, firstPart: Math.min(end, first + 1) - start, lastPart: end - last}
  })
}

interface Shape {
  columns: readonly Share[]
  channels: number
  stride: number
}

/** Sums of a row's samples for each new column; colours are weighed by their opacity. */
function narrow(row: Uint8Array, {columns, channels, stride}: Shape, line: Float64Array): void {
  const opacity = channels % 2 === 0 ? channels - 1 : channels
  line.fill(0)
  let target = 0
  for (const {first, last, firstPart, lastPart} of columns) {
    for (let x = first; x <= last; x++) {
      const part = x === first ? firstPart : x === last ? lastPart : 1
      const source = x * stride
      const weight = opacity === channels ? part : part * (row[source + opacity] ?? 0)
      for (let channel = 0; channel < opacity; channel++)
        line[target + channel] = (line[target + channel] ?? 0) + (row[source + channel] ?? 0) * weight
      if (opacity < channels) line[target + opacity] = (line[target + opacity] ?? 0) + weight
    }
    target += channels
  }
}

/** Sums over an area of pixels as samples. */
function settle(sums: Float64Array, {channels, area}: {channels: number; area: number}, result: Uint8Array): void {
  const opacity = channels % 2 === 0 ? channels - 1 : undefined
  for (let start = 0; start < sums.length; start += channels) {
    const weight = opacity === undefined ? area : (sums[start + opacity] ?? 0)
    for (let channel = 0; channel < channels; channel++) {
      const sum = sums[start + channel] ?? 0
      if (channel === opacity) result[start + channel] = Math.round(sum / area)
      else result[start + channel] = weight === 0 ? 0 : Math.round(sum / weight)
    }
  }
}
