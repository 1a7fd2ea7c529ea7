/** What pages show before they are drawn: pictures at their final size, and drawings that stand there again and again. */
import type {Drawing, Picture, SvgPicture} from '../content.ts'
import type {PdfPage, Placement, Printed} from '../engine.ts'
import {Column} from './column.ts'

/** Characters of SVG that cost as much, drawn and compressed, as an object of their own. */
const costOfObject = 2000

type Art = Extract<Placement, {kind: 'art'}>

/** Something on a page that is no text. */
export interface Shown {
  content: Picture | SvgPicture | Drawing | Art
  /** How much larger it is drawn than it was laid out. */
  scale: number
}

/** List what `pages` show that is no text, on the pages placed on them too. */
export function shownOn(pages: readonly PdfPage[]): Shown[] {
  const shown: Shown[] = []
  for (const page of pages) readPage(page, 1, shown)
  return shown
}

/** List the drawings, as SVG, with which the file is smaller when each is in it once. */
export function repeatedDrawings(shown: readonly Shown[]): ReadonlySet<string> {
  const uses = new Map<string, number>()
  for (const {content} of shown)
    if (content.kind === 'svg' || content.kind === 'art') uses.set(content.svg, (uses.get(content.svg) ?? 0) + 1)
  const worth = [...uses].filter(([svg, count]) => (count - 1) * svg.length > costOfObject)
  return new Set(worth.map(([svg]) => svg))
}

/** List the pictures made of dots, each as large as it is printed. */
export function printedPictures(shown: readonly Shown[]): Printed[] {
  return shown.flatMap(({content, scale}) => {
    if (content.kind !== 'picture') return []
    const {raster, source, whole} = content
    const {width, height} = whole ?? content
    return [{raster, width: width * scale, height: height * scale, source}]
  })
}

function readPage({placements}: PdfPage, around: number, shown: Shown[]): void {
  for (const placement of placements) {
    if (placement.kind === 'art') shown.push({content: placement, scale: around})
    if (placement.kind === 'art' || placement.kind === 'shapes') continue
    const scale = around * (placement.scale ?? 1)
    if (placement.kind === 'page') readPage(placement.page, scale, shown)
    else if (placement.fragment instanceof Column) readColumn(placement.fragment, scale, shown)
  }
}

function readColumn({items}: Column, scale: number, shown: Shown[]): void {
  for (const item of items) {
    if (item.type === 'picture') shown.push({content: item.content, scale})
    if (item.type !== 'line') continue
    for (const {inline} of item.pieces) {
      const {picture} = inline.run
      if (picture) shown.push({content: picture, scale})
    }
  }
}
