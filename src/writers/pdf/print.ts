/** What is done to laid-out pages for paper: bleed and marks for the print shop, or the sheets of a booklet. */
import type {Document} from '../../document/nodes.ts'
import type {Box, Master} from '../../theme/masters.ts'
import type {PrintOptions} from '../../theme/print-schema.ts'
import type {WriterContext} from '../writer.ts'
import {booklet} from './booklet.ts'
import type {Engine, EngineOptions, PdfPage} from './engine.ts'
import {marks, paperForMarks} from './marks.ts'
import type {ComposedPage} from './pages.ts'
import {pt} from './units.ts'

/** Lengths in mm that differ by less are equal. */
const tolerance = 0.01

/** What a PDF with these options is for; reading, where they say nothing of paper. */
export function purposeOf({bleed, marks, impose}: PrintOptions): EngineOptions['purpose'] {
  if (impose) return 'booklet'
  return bleed !== undefined || marks !== undefined ? 'print' : undefined
}

/** The masters, their grounds and panels drawn as far beyond the trim as the format wants. */
export function bled(masters: Readonly<Record<string, Master>>, bleed: number): Record<string, Master> {
  const entries = Object.entries(masters).map(([name, master]): [string, Master] => {
    const panels = master.panels.map((panel) => ({...panel, ...reaching(panel, master, bleed)}))
    return [name, {...master, bleed, panels}]
  })
  return Object.fromEntries(entries)
}

/** A box whose edges at or beyond the trim end at the bleed. */
function reaching({x, y, width, height}: Box, page: Pick<Box, 'width' | 'height'>, bleed: number): Box {
  const left = x <= tolerance ? -bleed : x
  const top = y <= tolerance ? -bleed : y
  const right = x + width >= page.width - tolerance ? page.width + bleed : x + width
  const bottom = y + height >= page.height - tolerance ? page.height + bleed : y + height
  return {x: left, y: top, width: right - left, height: bottom - top}
}

/** Make the pages of the file: those that were laid out, with paper and marks around them, or on sheets. */
export function printed(
  pages: readonly ComposedPage[],
  print: PrintOptions,
  desk: {document: Document; context: WriterContext; engine: Engine}
): readonly PdfPage[] {
  if (print.impose) return booklet(pages, print, desk)
  if (!purposeOf(print)) return pages
  const {bleed = 0, marks: kinds = []} = print
  checkArt(pages, bleed, desk.context)
  const paper = kinds.length > 0 ? paperForMarks : bleed
  return pages.map((page, index) => ({
    ...page,
    around: {
      paper: pt(paper),
      bleed: pt(bleed),
      marks: marks({...page, index, count: pages.length}, {bleed, marks: kinds}, desk)
    }
  }))
}

/** Art that touches the trim but ends before the bleed would leave a white edge where the cut is not exact. */
function checkArt(pages: readonly ComposedPage[], bleed: number, {report, optionAt}: WriterContext): void {
  for (const master of new Set(pages.map((page) => page.master))) {
    const reach = Math.min(...master.art.flatMap((art) => beyond(art, master)))
    if (reach < bleed - tolerance)
      report(
        'pack-invalid',
        `Unexpected bleed of ${bleed} mm, expected at most ${reach} mm: there the art of the page master \`${master.name}\` ends`,
        optionAt?.('bleed')
      )
  }
}

/** How far the edges of `box` that touch the trim go beyond it, mm. */
function beyond({x, y, width, height}: Box, page: Pick<Box, 'width' | 'height'>): number[] {
  const edges = [-x, -y, x + width - page.width, y + height - page.height]
  return edges.filter((distance) => distance > -tolerance).map((distance) => Math.max(0, distance))
}
