/** Text on pages and the colour that lies under it: what was painted there last, art aside. */
import type {Shape} from '../content.ts'
import type {PdfPage, PrintedText} from '../engine.ts'
import {Column} from './column.ts'
import type {Item, LineItem} from './items.ts'
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

/** List the text of `pages`, word by word, with its grounds. `mirrored`: columns run from right to left. */
export function textsOn(pages: readonly PdfPage[], mirrored: boolean): PrintedText[] {
  return pages.flatMap((page) => textsOf(page, {x: 0, y: 0, scale: 1}, {mirrored, areas: []}))
}

interface Canvas {
  mirrored: boolean
  /** Painted so far. */
  areas: Area[]
}

function textsOf({placements}: PdfPage, around: Place, canvas: Canvas): PrintedText[] {
  return placements.flatMap((placement): PrintedText[] => {
    if (placement.kind === 'art') return []
    const scale = around.scale * (placement.scale ?? 1)
    const place = {x: around.x + around.scale * placement.x, y: around.y + around.scale * placement.y, scale}
    if (placement.kind === 'page') return textsOf(placement.page, place, canvas)
    if (placement.kind === 'shapes') {
      for (const shape of placement.shapes) paint(shape, place, canvas)
      return []
    }
    const {fragment} = placement
    if (!(fragment instanceof Column)) return []
    const axis = {width: fragment.width, mirrored: canvas.mirrored}
    return fragment.items.flatMap((item) => {
      const at = {x: place.x + scale * leftOf(item, axis), y: place.y + scale * item.y, scale}
      return textsIn(item, at, canvas)
    })
  })
}

function textsIn(item: Item, place: Place, canvas: Canvas): PrintedText[] {
  if (item.type === 'shape') paint(item.shape, place, canvas)
  return item.type === 'line' ? wordsOf(item, place, canvas) : []
}

function paint(shape: Shape, {x, y, scale}: Place, {areas}: Canvas): void {
  if (shape.shape !== 'rect') return
  const [left, top] = [x + scale * shape.x, y + scale * shape.y]
  areas.push({left, top, right: left + scale * shape.width, bottom: top + scale * shape.height, color: shape.color})
}

function wordsOf({pieces, baseline}: LineItem, {x, y, scale}: Place, {areas}: Canvas): PrintedText[] {
  return pieces.flatMap(({inline, x: from}) => {
    const {style, source, picture} = inline.run
    if (picture || inline.text.trim() === '') return []
    const across = x + scale * (from + inline.width / 2)
    const down = y + scale * (baseline - inline.fontSize * middle)
    const under = areas.findLast((area) => {
      return area.left <= across && across <= area.right && area.top <= down && down <= area.bottom
    })
    const {color, size, weight} = style
    return [{color, ground: under?.color ?? paper, size: size * scale, weight, words: inline.text, source}]
  })
}
