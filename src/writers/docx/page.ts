/** The page of a section: its master's size and margins, and what kind of page it is. */
import type {Box, Master} from '../../theme/masters.ts'
import {pt} from '../pdf/units.ts'
import type {WordPage} from './model-sections.ts'

/** Half an inch: where Word itself puts headers and footers. */
const usualDistance = 36

/** Size and margins in pt; A4 with 25 mm where there is no master at all. */
export function wordPage(master: Master | undefined): WordPage {
  const margins = master?.margins ?? {top: 25, bottom: 25, start: 25, end: 25}
  const height = master?.height ?? 297
  return {
    width: pt(master?.width ?? 210),
    height: pt(height),
    margins: {top: pt(margins.top), bottom: pt(margins.bottom), start: pt(margins.start), end: pt(margins.end)},
    header: distance(master, (box) => box.y, margins.top),
    footer: distance(master, (box) => height - box.y - box.height, margins.bottom)
  }
}

/** True where a page on `master` has a ground or art, and no text of it goes on on a further page. */
export function isCover({ground, art, ...master}: Master): boolean {
  const decorated = ground !== undefined || art.length > 0
  return decorated && master.continue === undefined && Object.values(master.frames).every((spec) => !spec.next)
}

/** Distance from the edge of the frame nearest to it that stands in the margin. */
function distance(master: Master | undefined, measure: (box: Box) => number, margin: number): number {
  const inMargin = Object.values(master?.frames ?? {})
    .map(measure)
    .filter((gap) => gap > 0 && gap < margin)
  return inMargin.length === 0 ? usualDistance : pt(Math.min(...inMargin))
}
