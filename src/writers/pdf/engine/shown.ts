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
  for (const {svg} of pages.flatMap((page) => shownOn(page)).flatMap(({content}) => drawingOf(content)))
    uses.set(svg, (uses.get(svg) ?? 0) + 1)
  const worth = [...uses].filter(([svg, count]) => (count - 1) * svg.length > costOfObject)
  return new Set(worth.map(([svg]) => svg))
}

/** List the pictures made of dots on `pages`, each as large as it is printed. */
export function printedPictures(pages: readonly PdfPage[]): Printed[] {
  return pages
    .flatMap((page) => shownOn(page))
    .flatMap(({content, scale}) => {
      if (content.kind !== 'picture') return []
      const {raster, source, whole} = content
      const {width, height} = whole ?? content
      return [{raster, width: width * scale, height: height * scale, source}]
    })
}

type Art = Extract<Placement, {kind: 'art'}>
type Content = Picture | SvgPicture | Drawing | Art

interface Shown {
  content: Content
  /** How much larger it is drawn than it was laid out. */
  scale: number
}

/** Everything on a page that is no text, and on the pages placed on it. */
function shownOn({placements}: PdfPage, around = 1): Shown[] {
  return placements.flatMap((placement): Shown[] => {
    if (placement.kind === 'art') return [{content: placement, scale: around}]
    if (placement.kind === 'shapes') return []
    const scale = around * (placement.scale ?? 1)
    if (placement.kind === 'page') return shownOn(placement.page, scale)
    if (!(placement.fragment instanceof Column)) return []
    return placement.fragment.items.flatMap(picturesOf).map((content) => ({content, scale}))
  })
}

function drawingOf(content: Content): {svg: string}[] {
  return content.kind === 'svg' || content.kind === 'art' ? [content] : []
}

function picturesOf(item: Item): (Picture | SvgPicture | Drawing)[] {
  if (item.type === 'picture') return [item.content]
  if (item.type === 'shape') return []
  return item.pieces.flatMap(({inline: {run}}) => run.picture ?? [])
}
