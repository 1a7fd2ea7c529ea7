/** What pages show before they are drawn: pictures at their final size, and drawings that stand there again and again. */
import type {Drawing, Picture, SvgPicture} from '../content.ts'
import type {PdfPage, Placement, Printed} from '../engine.ts'
import {Column} from './column.ts'
import type {Item} from './items.ts'

/** Characters of SVG that cost as much, drawn and compressed, as an object of their own. */
const costOfObject = 2000

/** List the drawings of `pages`, as SVG, with which the file is smaller when each is in it once. */
export function repeatedDrawings(pages: readonly PdfPage[]): ReadonlySet<string> {
  const uses = new Map<string, number>()
  for (const {placement} of pages.flatMap((page) => placementsOf(page)))
    for (const svg of drawingsIn(placement)) uses.set(svg, (uses.get(svg) ?? 0) + 1)
  const worth = [...uses].filter(([svg, count]) => (count - 1) * svg.length > costOfObject)
  return new Set(worth.map(([svg]) => svg))
}

/** List the pictures made of dots on `pages`, each as large as it is printed. */
export function printedPictures(pages: readonly PdfPage[]): Printed[] {
  return pages.flatMap((page) =>
    placementsOf(page).flatMap(({placement, scale}) => {
      if (placement.kind !== 'fragment') return []
      return picturesIn(placement).flatMap((content) => {
        if (content.kind !== 'picture') return []
        const {raster, width, height, source} = content
        return [{raster, width: width * scale, height: height * scale, source}]
      })
    })
  )
}

/** What stands on `page`, and on the pages placed on it, with the scale that it is printed at. */
function placementsOf({placements}: PdfPage, around = 1): {placement: Placement; scale: number}[] {
  return placements.flatMap((placement) => {
    const scale = around * ('scale' in placement ? (placement.scale ?? 1) : 1)
    return placement.kind === 'page' ? placementsOf(placement.page, scale) : [{placement, scale}]
  })
}

function drawingsIn(placement: Placement): string[] {
  if (placement.kind === 'art') return [placement.svg]
  return picturesIn(placement).flatMap((content) => (content.kind === 'svg' ? [content.svg] : []))
}

function picturesIn(placement: Placement): (Picture | SvgPicture | Drawing)[] {
  if (placement.kind !== 'fragment' || !(placement.fragment instanceof Column)) return []
  return placement.fragment.items.flatMap(picturesOf)
}

function picturesOf(item: Item): (Picture | SvgPicture | Drawing)[] {
  if (item.type === 'picture') return [item.content]
  if (item.type === 'shape') return []
  return item.pieces.flatMap(({inline: {run}}) => run.picture ?? [])
}
