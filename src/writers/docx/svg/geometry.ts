/** Points and the maps between them. */

export type Point = readonly [x: number, y: number]

/** `[a b c d e f]` as in SVG: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

export function apply([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The map that does `inner` first, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d] = outer
  const [g, h, i, j, k, l] = inner
  const [x, y] = apply(outer, [k, l])
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, x, y]
}

/** How much longer lengths become, on the whole. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}

/** Read a `transform` attribute; `undefined` where it is none of SVG's six. */
export function parseTransform(text: string): Matrix | undefined {
  let matrix = identity
  const rest = text.replace(/(\w+)\s*\(([^)]*)\)[\s,]*/g, (_, name: string, list: string) => {
    const step = transformStep(name, (list.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number))
    matrix = step ? compose(matrix, step) : matrix
    return step ? '' : name
  })
  return rest.trim() === '' ? matrix : undefined
}

function transformStep(name: string, n: readonly number[]): Matrix | undefined {
  const [first = 0, second] = n
  const radians = (first * Math.PI) / 180
  if (name === 'translate') return [1, 0, 0, 1, first, second ?? 0]
  if (name === 'scale') return [first, 0, 0, second ?? first, 0, 0]
  if (name === 'skewX') return [1, 0, Math.tan(radians), 1, 0, 0]
  if (name === 'skewY') return [1, Math.tan(radians), 0, 1, 0, 0]
  if (name === 'matrix' && n.length === 6) return [first, second ?? 0, n[2] ?? 0, n[3] ?? 0, n[4] ?? 0, n[5] ?? 0]
  if (name !== 'rotate') return
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const turn: Matrix = [cos, sin, -sin, cos, 0, 0]
  const [x, y] = [second ?? 0, n[2] ?? 0]
  return compose(compose([1, 0, 0, 1, x, y], turn), [1, 0, 0, 1, -x, -y])
}
