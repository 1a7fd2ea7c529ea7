/** Text on pages and the colour that lies under it: what was painted there last, art aside. */
import type {Shape, TextStyle} from '../content.ts'
import type {PdfPage, PrintedText} from '../engine.ts'
import {Column} from './column.ts'
import type {LineItem} from './items.ts'
import {leftOf} from './painter.ts'

interface Area {
  left: number
  top: number
  right: number
  bottom: number
  color: string
}

/** Where a page, or a part of it, stands and how large it is drawn. */
interface Place {
  x: number
  y: number
  scale: number
}

const paper = '#FFFFFF'
/** How far above the baseline the middle of letters is, in parts of their size. */
const middle = 0.3

/** List the text of `pages`, stretch by stretch, with its grounds. `mirrored`: columns run from right to left. */
export function textsOn(pages: readonly PdfPage[], mirrored: boolean): PrintedText[] {
  const texts: PrintedText[] = []
  for (const page of pages) readPage(page, {x: 0, y: 0, scale: 1}, {mirrored, areas: [], texts})
  return texts
}

interface Canvas {
  mirrored: boolean
  /** Painted so far. */
  areas: Area[]
  texts: PrintedText[]
}

function readPage({placements}: PdfPage, around: Place, canvas: Canvas): void {
  for (const placement of placements) {
    if (placement.kind === 'art') continue
    const scale = around.scale * (placement.scale ?? 1)
    const place = {x: around.x + around.scale * placement.x, y: around.y + around.scale * placement.y, scale}
    if (placement.kind === 'page') readPage(placement.page, place, canvas)
    else if (placement.kind === 'shapes') for (const shape of placement.shapes) paint(shape, place, canvas)
    else if (placement.fragment instanceof Column) readColumn(placement.fragment, place, canvas)
  }
}

function readColumn({items, width}: Column, {x, y, scale}: Place, canvas: Canvas): void {
  const axis = {width, mirrored: canvas.mirrored}
  for (const item of items) {
    if (item.type === 'picture') continue
    const place = {x: x + scale * leftOf(item, axis), y: y + scale * item.y, scale}
    if (item.type === 'shape') paint(item.shape, place, canvas)
    else readLine(item, place, canvas)
  }
}

function paint(shape: Shape, {x, y, scale}: Place, {areas}: Canvas): void {
  if (shape.shape !== 'rect') return
  const [left, top] = [x + scale * shape.x, y + scale * shape.y]
  areas.push({left, top, right: left + scale * shape.width, bottom: top + scale * shape.height, color: shape.color})
}

/** Words of one style in a row stand on one ground: that of the middle of the first. */
function readLine({pieces, baseline}: LineItem, {x, y, scale}: Place, {areas, texts}: Canvas): void {
  let before: TextStyle | undefined
  for (const {inline, x: from} of pieces) {
    const {style, source, picture} = inline.run
    if (style === before || picture || inline.text.trim() === '') continue
    before = style
    const across = x + scale * (from + inline.width / 2)
    const down = y + scale * (baseline - inline.fontSize * middle)
    const under = areas.findLast((area) => {
      return area.left <= across && across <= area.right && area.top <= down && down <= area.bottom
    })
    const {color, size, weight} = style
    texts.push({color, ground: under?.color ?? paper, size: size * scale, weight, words: inline.text, source})
  }
}
