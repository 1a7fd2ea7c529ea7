/** What an SVG draws, as flat coloured polygons. */
import type {Element, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {apply, compose, identity, type Matrix, type Point, parseTransform, scaleOf} from './geometry.ts'
import {type Line, parsePath} from './path.ts'
import {outlineOf} from './stroke.ts'

export interface Shape {
  polygons: Point[][]
  /** Overlapping parts of one shape cancel out, instead of adding up. */
  evenOdd: boolean
  /** `#RRGGBB` */
  color: string
  opacity: number
}

/** Presentation attributes that go down the tree. */
interface Paint {
  matrix: Matrix
  opacity: number
  fill: string
  stroke: string
  strokeWidth: number
  strokeLinecap: string
  strokeLinejoin: string
  fillRule: string
}

const silent = ['title', 'desc', 'metadata']
const understood = new Set([
  ...['d', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'points', 'viewBox'],
  ...['fill', 'fillRule', 'stroke', 'strokeWidth', 'strokeLineCap', 'strokeLineJoin', 'opacity', 'transform'],
  ...[
    'id',
    'className',
    'role',
    'ariaLabel',
    'ariaHidden',
    'xmlns',
    'xmlnsXLink',
    'xmlSpace',
    'version',
    'preserveAspectRatio'
  ]
])

/** Read `svg`, its box mapped to `width` × `height`; `undefined` where it holds more than flat shapes. */
export function shapesOf(svg: string, width: number, height: number): Shape[] | undefined {
  const root = fromHtml(svg, {fragment: true}).children.find((node) => node.type === 'element')
  if (root?.type !== 'element' || root.tagName !== 'svg') return
  const box =
    String(root.properties.viewBox ?? '')
      .match(/[-+.\de]+/g)
      ?.map(Number) ?? []
  const [x = 0, y = 0, w = number(root, 'width'), h = number(root, 'height')] = box
  if (!(w > 0 && h > 0)) return
  // The box keeps its shape and stands in the middle (preserveAspectRatio, `xMidYMid meet`).
  const scale = Math.min(width / w, height / h)
  const matrix: Matrix = [scale, 0, 0, scale, (width - w * scale) / 2 - x * scale, (height - h * scale) / 2 - y * scale]
  const paint = {fill: '#000000', stroke: 'none', strokeWidth: 1, strokeLinecap: 'butt', strokeLinejoin: 'miter'}
  return drawn(root.children, {...paint, matrix, opacity: 1, fillRule: 'nonzero'}, root)
}

function drawn(nodes: readonly RootContent[], around: Paint, parent: Element): Shape[] | undefined {
  const paint = painted(parent, around)
  if (!paint) return
  const shapes: Shape[] = []
  for (const node of nodes) {
    if (node.type !== 'element' || silent.includes(node.tagName)) continue
    const inner = node.tagName === 'g' ? drawn(node.children, paint, node) : shape(node, paint)
    if (!inner) return
    shapes.push(...inner)
  }
  return shapes
}

/** The paint inside `element`; `undefined` where it says something that is not understood. */
function painted(element: Element, around: Paint): Paint | undefined {
  if (Object.keys(element.properties).some((name) => !understood.has(name))) return
  const text = (name: string, inherited: string) => String(element.properties[name] ?? inherited)
  const own = element.properties.transform === undefined ? identity : parseTransform(text('transform', ''))
  if (!own) return
  return {
    matrix: compose(around.matrix, own),
    opacity: around.opacity * Number(element.properties.opacity ?? 1),
    fill: text('fill', around.fill),
    stroke: text('stroke', around.stroke),
    strokeWidth: Number(element.properties.strokeWidth ?? around.strokeWidth),
    strokeLinecap: text('strokeLineCap', around.strokeLinecap),
    strokeLinejoin: text('strokeLineJoin', around.strokeLinejoin),
    fillRule: text('fillRule', around.fillRule)
  }
}

function shape(element: Element, around: Paint): Shape[] | undefined {
  const paint = painted(element, around)
  const lines = linesOf(element)
  if (!paint || !lines) return
  const place = (points: readonly Point[]) => points.map((point) => apply(paint.matrix, point))
  const placed = lines.map((line) => ({...line, points: place(line.points)}))
  const fill = color(paint.fill)
  const stroke = color(paint.stroke)
  if (fill === undefined || stroke === undefined) return
  const pencil = {
    width: paint.strokeWidth * scaleOf(paint.matrix),
    cap: paint.strokeLinecap,
    join: paint.strokeLinejoin
  }
  const {opacity} = paint
  const evenOdd = paint.fillRule === 'evenodd'
  const outlines = stroke === 'none' ? [] : placed.flatMap((line) => outlineOf(line, pencil))
  return [
    ...(fill === 'none' ? [] : [{polygons: placed.map((line) => line.points), evenOdd, color: fill, opacity}]),
    ...(outlines.length === 0 ? [] : [{polygons: outlines, evenOdd: false, color: stroke, opacity}])
  ]
}

/** `#RRGGBB` or `none`; `undefined` for what is neither. */
function color(value: string): string | undefined {
  if (value === 'none') return value
  if (value === 'white') return '#FFFFFF'
  if (value === 'black') return '#000000'
  const [, short] = /^#([\da-f]{3})$/i.exec(value) ?? []
  if (short !== undefined) return `#${[...short].map((digit) => digit + digit).join('')}`
  return /^#[\da-f]{6}$/i.test(value) ? value : undefined
}

function linesOf(element: Element): Line[] | undefined {
  const n = (name: string) => number(element, name)
  if (element.tagName === 'path') return parsePath(String(element.properties.d ?? ''))
  if (element.tagName === 'circle') return ellipse(n('cx'), n('cy'), [n('r'), n('r')])
  if (element.tagName === 'ellipse') return ellipse(n('cx'), n('cy'), [n('rx'), n('ry')])
  if (element.tagName === 'rect') return parsePath(rectangle(n('x'), n('y'), {...size(element), r: n('rx') || n('ry')}))
  if (element.tagName === 'line') return parsePath(`M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`)
  const points = `M${String(element.properties.points ?? '')}`
  if (element.tagName === 'polyline') return parsePath(points)
  if (element.tagName === 'polygon') return parsePath(`${points}Z`)
  return
}

function ellipse(x: number, y: number, [rx, ry]: Point): Line[] | undefined {
  const arc = `A${rx} ${ry} 0 1 1 `
  return parsePath(`M${x - rx} ${y}${arc}${x + rx} ${y}${arc}${x - rx} ${y}Z`)
}

function rectangle(x: number, y: number, {width, height, r}: {width: number; height: number; r: number}): string {
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`
  const c = Math.min(r, width / 2, height / 2)
  const corner = (dx: number, dy: number) => `a${c} ${c} 0 0 1 ${dx} ${dy}`
  const [w, h] = [width - 2 * c, height - 2 * c]
  return `M${x + c} ${y}h${w}${corner(c, c)}v${h}${corner(-c, c)}h${-w}${corner(-c, -c)}v${-h}${corner(c, -c)}Z`
}

function size(element: Element): {width: number; height: number} {
  return {width: number(element, 'width'), height: number(element, 'height')}
}

function number(element: Element, name: string): number {
  return Number.parseFloat(String(element.properties[name] ?? 0)) || 0
}
