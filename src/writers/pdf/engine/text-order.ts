/**
 * The order in which the pieces of a line are painted. Readers differ: pdftotext goes by places; PDFium puts objects in
 * their order from left to right, and takes what is in an object as it comes; pdf.js takes all as it comes.
 */
import type {PlacedInline} from './items.ts'

/** True for a piece that reads from right to left. */
export function isRtl({inline}: PlacedInline): boolean {
  return inline.level % 2 === 1
}

/**
 * Share out pieces, which come in visual order, into text objects of one look in reading order; what is in an object
 * stays in visual order. In a line from right to left each object has one direction.
 */
export function drawnRuns(pieces: readonly PlacedInline[], base: number): PlacedInline[][] {
  const rtl = base % 2 === 1
  const together = (a: PlacedInline, b: PlacedInline): boolean => sameLook(a, b) && !(rtl && isRtl(a) !== isRtl(b))
  return inReadingOrder(grouped(pieces, together))
}

/** Groups of neighbours that belong `together` with the first of their group. */
export function grouped<T>(items: readonly T[], together: (first: T, item: T) => boolean): T[][] {
  const groups: T[][] = []
  for (const item of items) {
    const group = groups.at(-1)
    if (group?.[0] !== undefined && together(group[0], item)) group.push(item)
    else groups.push([item])
  }
  return groups
}

/** Sort groups of pieces by what is read first. */
export function inReadingOrder(groups: PlacedInline[][]): PlacedInline[][] {
  return groups.sort((a, b) => firstOrder(a) - firstOrder(b))
}

/** Place in reading order of a group of pieces. */
export function firstOrder(pieces: readonly PlacedInline[]): number {
  return Math.min(...pieces.map(({order}) => order))
}

function sameLook(a: PlacedInline, b: PlacedInline): boolean {
  const [first, second] = [a.inline, b.inline]
  return (
    first.font === second.font &&
    first.fontSize === second.fontSize &&
    first.rise === second.rise &&
    first.run.style.color === second.run.style.color
  )
}
