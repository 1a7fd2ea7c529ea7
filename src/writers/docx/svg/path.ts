/** SVG paths (SVG 1.1, 8.3) as straight lines. */
import type {Point} from './geometry.ts'

export interface Line {
  points: Point[]
  closed: boolean
}

/** Lines to a quarter of a circle, or to a Bézier curve. */
const steps = 16

const counts: Readonly<Record<string, number>> = {M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0}

/** Read the `d` of a path; `undefined` where it is not one. */
export function parsePath(d: string): Line[] | undefined {
  const pen = new Pen()
  for (const [, letter = '', list = ''] of d.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const command = letter.toUpperCase()
    const count = counts[command]
    if (count === undefined) return
    const numbers = numbersOf(list, command)
    if (count === 0) pen.close()
    else if (numbers.length === 0 || numbers.length % count !== 0) return
    for (let at = 0; count > 0 && at < numbers.length; at += count) {
      const further = command === 'M' && at > 0 ? 'L' : command
      pen.draw(further, numbers.slice(at, at + count), letter !== command)
    }
  }
  return pen.lines
}

/** Flags of arcs are one digit, and may stand close to the next number. */
function numbersOf(list: string, command: string): number[] {
  const number = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`
  if (command !== 'A') return (list.match(new RegExp(number, 'gi')) ?? []).map(Number)
  const between = '[\\s,]*'
  const arc = [number, number, number, '[01]', '[01]', number, number].map((part) => `(${part})`).join(between)
  return [...list.matchAll(new RegExp(arc, 'gi'))].flatMap((match) => match.slice(1, 8).map(Number))
}

class Pen {
  readonly lines: Line[] = []
  #at: Point = [0, 0]
  #start: Point = [0, 0]
  /** Last control point, which S and T mirror. */
  #control: Point | undefined

  close(): void {
    const line = this.lines.at(-1)
    if (line) line.closed = true
    this.#at = this.#start
    this.#control = undefined
  }

  draw(command: string, numbers: readonly number[], relative: boolean): void {
    const [dx, dy] = relative ? this.#at : [0, 0]
    const point = (index: number): Point => [(numbers[index] ?? 0) + dx, (numbers[index + 1] ?? 0) + dy]
    const mirrored: Point = this.#control
      ? [2 * this.#at[0] - this.#control[0], 2 * this.#at[1] - this.#control[1]]
      : this.#at
    const control = this.#control
    this.#control = undefined
    if (command === 'M') this.#move(point(0))
    else if (command === 'L') this.#to(point(0))
    else if (command === 'H') this.#to([(numbers[0] ?? 0) + dx, this.#at[1]])
    else if (command === 'V') this.#to([this.#at[0], (numbers[0] ?? 0) + dy])
    else if (command === 'C') this.#curve([point(0), point(2), point(4)])
    else if (command === 'S') this.#curve([control ? mirrored : this.#at, point(0), point(2)])
    else if (command === 'Q') this.#curve([point(0), point(2)])
    else if (command === 'T') this.#curve([mirrored, point(0)])
    else this.#arc(numbers, point(5))
  }

  #move(point: Point): void {
    this.lines.push({points: [point], closed: false})
    this.#at = point
    this.#start = point
  }

  #to(point: Point): void {
    const line = this.lines.at(-1)
    // After a closed line the next one starts where that one did.
    if (!line || line.closed) this.lines.push({points: [this.#at, point], closed: false})
    else line.points.push(point)
    this.#at = point
  }

  /** A Bézier curve by de Casteljau's steps. */
  #curve(points: readonly Point[]): void {
    const start = this.#at
    for (let step = 1; step <= steps; step++) this.#to(between([start, ...points], step / steps))
    this.#control = points.at(-2)
  }

  /** An arc from its end points (SVG 1.1, F.6.5). */
  #arc([rx0 = 0, ry0 = 0, turn = 0, large = 0, sweep = 0]: readonly number[], end: Point): void {
    const [x1, y1] = this.#at
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
    const [mx, my] = [(x1 - end[0]) / 2, (y1 - end[1]) / 2]
    const [px, py] = [cos * mx + sin * my, cos * my - sin * mx]
    if (rx0 === 0 || ry0 === 0 || (px === 0 && py === 0)) {
      this.#to(end)
      return
    }
    const grow = Math.max(1, Math.sqrt((px / rx0) ** 2 + (py / ry0) ** 2))
    const [rx, ry] = [Math.abs(rx0) * grow, Math.abs(ry0) * grow]
    const under = (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2
    const root = Math.sqrt(Math.max(0, under / ((rx * py) ** 2 + (ry * px) ** 2))) * (large === sweep ? -1 : 1)
    const [cx, cy] = [(root * rx * py) / ry, (-root * ry * px) / rx]
    const from = Math.atan2((py - cy) / ry, (px - cx) / rx)
    let angle = Math.atan2((-py - cy) / ry, (-px - cx) / rx) - from
    if (sweep === 1 && angle < 0) angle += 2 * Math.PI
    if (sweep === 0 && angle > 0) angle -= 2 * Math.PI
    const count = Math.max(1, Math.ceil((Math.abs(angle) / (Math.PI / 2)) * steps))
    const [ox, oy] = [cos * cx - sin * cy + (x1 + end[0]) / 2, sin * cx + cos * cy + (y1 + end[1]) / 2]
    for (let step = 1; step < count; step++) {
      const at = from + (angle * step) / count
      const [ex, ey] = [rx * Math.cos(at), ry * Math.sin(at)]
      this.#to([cos * ex - sin * ey + ox, sin * ex + cos * ey + oy])
    }
    this.#to(end)
  }
}

function between(points: readonly Point[], t: number): Point {
  const [first = [0, 0], ...rest] = points
  if (rest.length === 0) return first
  const next = rest.map((point, index): Point => {
    const [x, y] = points[index] ?? first
    return [x + (point[0] - x) * t, y + (point[1] - y) * t]
  })
  return between(next, t)
}
