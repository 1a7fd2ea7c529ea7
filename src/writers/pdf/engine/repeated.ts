/** Drawings that stand in a document so often that the file is smaller with each in it once. */
import type {PdfPage, Placement} from '../engine.ts'
import {Column} from './column.ts'
import type {Item} from './items.ts'

/** Characters of SVG that cost as much, drawn and compressed, as an object of their own. */
const costOfObject = 2000

/** List the drawings of `pages`, as SVG, that are worth keeping once. */
export function repeatedDrawings(pages: readonly PdfPage[]): ReadonlySet<string> {
  const uses = new Map<string, number>()
  for (const {placements} of pages)
    for (const svg of placements.flatMap(drawingsIn)) uses.set(svg, (uses.get(svg) ?? 0) + 1)
  const worth = [...uses].filter(([svg, count]) => (count - 1) * svg.length > costOfObject)
  return new Set(worth.map(([svg]) => svg))
}

function drawingsIn(placement: Placement): string[] {
  if (placement.kind === 'art') return [placement.svg]
  if (placement.kind === 'shapes' || !(placement.fragment instanceof Column)) return []
  return placement.fragment.items.flatMap(drawingsOf)
}

function drawingsOf(item: Item): string[] {
  if (item.type === 'picture') return item.content.kind === 'svg' ? [item.content.svg] : []
  if (item.type === 'shape') return []
  return item.pieces.flatMap(({inline: {run}}) => (run.picture?.kind === 'svg' ? [run.picture.svg] : []))
}
