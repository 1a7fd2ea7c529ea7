/** SVG as pixels, for programs that show no SVG in a Word file. */
import {pngOf} from '../../../picture/png-write.ts'
import type {Point} from './geometry.ts'
import {type Shape, shapesOf} from './shapes.ts'

/** Lines of samples in a row of pixels. */
const samples = 4

/**
 * Draw `svg` as a PNG of `width` × `height` pixels on a transparent ground; `undefined` where it holds more than flat
 * shapes (text, gradients, styles).
 */
export function rasterize(svg: string, width: number, height: number): Uint8Array | undefined {
  const shapes = shapesOf(svg, width, height)
  if (!shapes) return
  const pixels = new Uint8Array(width * height * 4)
  for (const shape of shapes) paint(pixels, shape, {width, height})
  return pngOf(pixels, width)
}

function paint(pixels: Uint8Array, shape: Shape, size: {width: number; height: number}): void {
  const color = [1, 3, 5].map((at) => Number.parseInt(shape.color.slice(at, at + 2), 16))
  const opaque = new Uint32Array(Uint8Array.of(...color, 255).buffer)[0] ?? 0
  const words = new Uint32Array(pixels.buffer)
  const change = new Float64Array(size.width + 2)
  const edges = edgesOf(shape)
  for (let row = 0; row < size.height; row++) {
    const near = edges.filter((edge) => edge.top < row + 1 && edge.bottom > row)
    if (near.length === 0) continue
    change.fill(0)
    for (let sample = 0; sample < samples; sample++) {
      for (const [from, to] of spans(near, row + (sample + 0.5) / samples, shape.evenOdd)) {
        cover(change, from, 1 / samples)
        cover(change, to, -1 / samples)
      }
    }
    let coverage = 0
    for (let x = 0; x < size.width; x++) {
      coverage += change[x] ?? 0
      const alpha = Math.min(1, coverage) * shape.opacity
      if (alpha > 1 - least) words[row * size.width + x] = opaque
      else if (alpha > least) blend(pixels, (row * size.width + x) * 4, {color, alpha})
    }
  }
}

/** What no pixel shows, of 255 steps. */
const least = 1 / 512

/** Cover `part` more of all that lies right of `x`: what changes from one pixel to the next. */
function cover(change: Float64Array, x: number, part: number): void {
  const at = Math.min(change.length - 2, Math.max(0, x))
  const pixel = Math.floor(at)
  const rest = at - pixel
  change[pixel] = (change[pixel] ?? 0) + part * (1 - rest)
  change[pixel + 1] = (change[pixel + 1] ?? 0) + part * rest
}

/** A side of a polygon from its upper to its lower end; `turn` is 1 where the polygon goes down along it. */
interface Edge {
  top: number
  bottom: number
  /** x at the top, and what it grows by with each unit of y. */
  x: number
  slope: number
  turn: number
}

function edgesOf(shape: Shape): Edge[] {
  return shape.polygons.flatMap((points) =>
    points.flatMap(([x2, y2], index): Edge[] => {
      const [x1, y1] = points.at(index - 1) ?? [x2, y2]
      if (y1 === y2) return []
      const slope = (x2 - x1) / (y2 - y1)
      return y1 < y2 ? [{top: y1, bottom: y2, x: x1, slope, turn: 1}] : [{top: y2, bottom: y1, x: x2, slope, turn: -1}]
    })
  )
}

/** Stretches of the line `y` that are inside the shape with these edges. */
function spans(edges: readonly Edge[], y: number, evenOdd: boolean): Point[] {
  const crossings = edges
    .filter((edge) => edge.top <= y && edge.bottom > y)
    .map((edge) => ({x: edge.x + (y - edge.top) * edge.slope, turn: edge.turn}))
    .sort((a, b) => a.x - b.x)
  const found: Point[] = []
  let winding = 0
  let from = 0
  for (const {x, turn} of crossings) {
    const before = evenOdd ? winding % 2 !== 0 : winding !== 0
    winding += evenOdd ? 1 : turn
    const after = evenOdd ? winding % 2 !== 0 : winding !== 0
    if (!before && after) from = x
    if (before && !after) found.push([from, x])
  }
  return found
}

/** Put a colour over what is there (source over, not premultiplied). */
function blend(pixels: Uint8Array, at: number, {color, alpha}: {color: readonly number[]; alpha: number}): void {
  const under = (pixels[at + 3] ?? 0) / 255
  const whole = alpha + under * (1 - alpha)
  for (const [channel, value] of color.entries()) {
    const below = pixels[at + channel] ?? 0
    pixels[at + channel] = Math.round((value * alpha + below * under * (1 - alpha)) / whole)
  }
  pixels[at + 3] = Math.round(whole * 255)
}
