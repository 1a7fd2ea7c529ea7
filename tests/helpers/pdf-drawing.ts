/** Boxes of the pages of a PDF file and what is drawn on them, in mm from the top left corner of the trim. */
import {asDictionary, isName, isReference, Operator, Parser, type PdfFile, readPdf, type Value} from './pdf-reader.ts'

export interface DrawnPage {
  /** left, top, right, bottom */
  media: number[]
  bleed: number[] | undefined
  trim: number[] | undefined
  /** Marks of the printer's: lines in artifacts of the kind `Page`. */
  marks: DrawnLine[]
  /** Filled rectangles: left, top, right, bottom, `#RRGGBB`, cut off by the clip around them. */
  areas: [number, number, number, number, string][]
}

export interface DrawnLine {
  from: [number, number]
  to: [number, number]
  /** pt */
  width: number
  color: string
  dash: number[]
}

type Matrix = [number, number, number, number, number, number]
type Box = [number, number, number, number]

interface Pen {
  matrix: Matrix
  clip: Box
  width: number
  dash: number[]
  fill: string
  stroke: string
}

const millimetre = 72 / 25.4

/** Read the pages of `bytes`; what stands in form XObjects is left out. */
export function readDrawing(bytes: Uint8Array): DrawnPage[] {
  const file = readPdf(bytes)
  return leavesOf(file, file.catalog.get('Pages')).map((page) => readPage(file, page))
}

function leavesOf(file: PdfFile, value: Value | undefined): Value[] {
  const kids = file.get(file.dictionary(value).get('Kids'))
  return Array.isArray(kids) ? kids.flatMap((kid) => leavesOf(file, kid)) : [value ?? null]
}

function readPage(file: PdfFile, value: Value): DrawnPage {
  const page = file.dictionary(value)
  const numbers = (name: string) => {
    const box = file.get(page.get(name))
    return Array.isArray(box) ? box.map(Number) : undefined
  }
  const media = numbers('MediaBox') ?? []
  const trim = numbers('TrimBox')
  const [left = 0, , , top = 0] = trim ?? media
  const place = ([x, y]: readonly [number, number]): [number, number] => [
    (x - left) / millimetre,
    (top - y) / millimetre
  ]
  const measured = (box: number[] | undefined) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box ?? []
    return box && [...place([x1, y2]), ...place([x2, y1])]
  }
  return {
    media: measured(media) ?? [],
    bleed: measured(numbers('BleedBox')),
    trim: measured(trim),
    ...drawn(contentOf(file, page.get('Contents')), place)
  }
}

function contentOf(file: PdfFile, value: Value | undefined): string {
  const contents = isReference(value) ? file.get(value) : value
  if (Array.isArray(contents)) return contents.map((part) => file.stream(part)).join('\n')
  return file.stream(value)
}

function drawn(
  content: string,
  place: (point: readonly [number, number]) => [number, number]
): Pick<DrawnPage, 'marks' | 'areas'> {
  const everywhere: Box = [-1e6, -1e6, 1e6, 1e6]
  let pen: Pen = {matrix: [1, 0, 0, 1, 0, 0], clip: everywhere, width: 1, dash: [], fill: '#000000', stroke: '#000000'}
  const kept: Pen[] = []
  const [marks, areas]: [DrawnLine[], DrawnPage['areas']] = [[], []]
  let isMark = false
  let points: [number, number][] = []
  let box: Box | undefined

  const parser = new Parser(content, 0)
  let operands: Value[] = []
  for (let token = parser.token(); token !== undefined; token = parser.token()) {
    if (!(token instanceof Operator)) {
      operands.push(token)
      continue
    }
    const args = operands.map(Number)
    const [a = 0, b = 0, c = 0, d = 0] = args
    const at = (x: number, y: number) => place(through(pen.matrix, x, y))
    switch (token.operator) {
      case 'q':
        kept.push(pen)
        break
      case 'Q':
        pen = kept.pop() ?? pen
        break
      case 'cm':
        pen = {...pen, matrix: product(args as Matrix, pen.matrix)}
        break
      case 'BDC':
        isMark = isPressMark(operands[1])
        break
      case 'EMC':
        isMark = false
        break
      case 'w':
        pen = {...pen, width: a}
        break
      case 'd':
        pen = {...pen, dash: [operands[0] ?? []].flat().map((length) => Number(length) / millimetre)}
        break
      case 'scn':
        if (args.length === 3) pen = {...pen, fill: hex(args)}
        break
      case 'SCN':
        if (args.length === 3) pen = {...pen, stroke: hex(args)}
        break
      case 'm':
        points = [at(a, b)]
        break
      case 'l':
        points.push(at(a, b))
        break
      case 're':
        box = boxOf(at(a, b), at(a + c, b + d))
        break
      case 'W':
        if (box) pen = {...pen, clip: within(box, pen.clip)}
        break
      case 'S': {
        const [from, to] = points
        if (from && to && isMark) marks.push({from, to, width: pen.width, color: pen.stroke, dash: pen.dash})
        break
      }
      case 'f':
        if (box) areas.push([...within(box, pen.clip), pen.fill])
        break
    }
    if (['n', 'f', 'S'].includes(token.operator)) [points, box] = [[], undefined]
    operands = []
  }
  return {marks, areas}
}

function isPressMark(properties: Value | undefined): boolean {
  const type = asDictionary(properties).get('Type')
  return isName(type) && type.name === 'Page'
}

function through([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

function product([a, b, c, d, e, f]: Matrix, outer: Matrix): Matrix {
  const [ox, oy] = through(outer, e, f)
  const [ax, ay] = through([outer[0], outer[1], outer[2], outer[3], 0, 0], a, b)
  const [cx, cy] = through([outer[0], outer[1], outer[2], outer[3], 0, 0], c, d)
  return [ax, ay, cx, cy, ox, oy]
}

function boxOf([x1, y1]: [number, number], [x2, y2]: [number, number]): Box {
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

function within(box: Box, clip: Box): Box {
  return [Math.max(box[0], clip[0]), Math.max(box[1], clip[1]), Math.min(box[2], clip[2]), Math.min(box[3], clip[3])]
}

function hex(parts: readonly number[]): string {
  return `#${parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0')
    )
    .join('')}`
}
