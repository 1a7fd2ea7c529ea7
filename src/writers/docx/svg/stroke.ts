/** Strokes as polygons. */
import type {Point} from './geometry.ts'
import type {Line} from './path.ts'

export interface Pencil {
  width: number
  cap: string
  join: string
}

/** Sides of a round cap or join. */
const roundness = 24
/** A corner sharper than this, as length of the tip over the width, is cut (SVG 1.1, 11.4). */
const miterLimit = 4

/** Polygons that together cover the stroke of `line`; each turns the same way, so that they may overlap. */
export function outlineOf(line: Line, pencil: Pencil): Point[][] {
  const corners = line.points.filter((point, index) => index === 0 || !same(point, line.points[index - 1]))
  const first = corners[0]
  const points = line.closed && first && !same(first, corners.at(-1)) ? [...corners, first] : corners
  const half = pencil.width / 2
  if (points.length < 2) return first && pencil.cap === 'round' ? [disc(first, half)] : []
  const bars = points.slice(1).map((to, index) => bar(points[index] ?? to, to, half))
  const inner = points
    .slice(1, -1)
    .map((at, index) => joint([points[index] ?? at, at, points[index + 2] ?? at], pencil))
  const ends = line.closed ? joint([points.at(-2), points[0], points[1]], pencil) : caps(points, pencil)
  return [...bars, ...inner.flat(), ...ends].map(turned)
}

function same(a: Point, b: Point | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1]
}

/** Unit vector from `a` to `b`. */
function direction(a: Point, b: Point): Point {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
}

function bar(from: Point, to: Point, half: number): Point[] {
  const [x, y] = direction(from, to)
  const [nx, ny] = [-y * half, x * half]
  return [
    [from[0] + nx, from[1] + ny],
    [to[0] + nx, to[1] + ny],
    [to[0] - nx, to[1] - ny],
    [from[0] - nx, from[1] - ny]
  ]
}

function joint([before, at, after]: readonly (Point | undefined)[], {width, join}: Pencil): Point[][] {
  if (!before || !at || !after) return []
  const half = width / 2
  if (join === 'round') return [disc(at, half)]
  const [a, b] = [direction(before, at), direction(at, after)]
  // The outer side is the one that the line turns away from.
  const side = a[0] * b[1] - a[1] * b[0] > 0 ? -half : half
  const outer = ([x, y]: Point): Point => [at[0] - y * side, at[1] + x * side]
  const [one, two] = [outer(a), outer(b)]
  const cosine = Math.sqrt(Math.max(0, (1 + a[0] * b[0] + a[1] * b[1]) / 2))
  if (join === 'bevel' || cosine < 1 / miterLimit) return [[at, one, two]]
  const middle = direction(at, [(one[0] + two[0]) / 2, (one[1] + two[1]) / 2])
  const reach = half / cosine
  return [[at, one, [at[0] + middle[0] * reach, at[1] + middle[1] * reach], two]]
}

function caps(points: readonly Point[], {width, cap}: Pencil): Point[][] {
  const half = width / 2
  const ends = [
    [points[0], points[1]],
    [points.at(-1), points.at(-2)]
  ]
  return ends.flatMap(([end, next]): Point[][] => {
    if (!end || !next || (cap !== 'round' && cap !== 'square')) return []
    if (cap === 'round') return [disc(end, half)]
    const [x, y] = direction(next, end)
    return [bar(end, [end[0] + x * half, end[1] + y * half], half)]
  })
}

function disc([x, y]: Point, radius: number): Point[] {
  return Array.from({length: roundness}, (_, index): Point => {
    const angle = (index * 2 * Math.PI) / roundness
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
}

/** The polygon with its points in the one order that all have. */
function turned(points: Point[]): Point[] {
  const area = points.reduce((sum, [x, y], index) => {
    const [nx, ny] = points[(index + 1) % points.length] ?? [x, y]
    return sum + x * ny - nx * y
  }, 0)
  return area < 0 ? points.toReversed() : points
}
