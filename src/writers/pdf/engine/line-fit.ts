/** Where a paragraph breaks over boxes: by their room, the footnotes that its lines call, widows and orphans. */
import {shiftToGrid} from './baseline.ts'
import {breakLines, type TextLine} from './break-lines.ts'
import type {Galley} from './galley.ts'
import type {TextNode} from './nodes.ts'
import {calledBy, keepFree, type NoteContent, roomForNotes, roomForWholeNotes} from './note-room.ts'

/** Lines that a paragraph keeps together on either side of a break. */
const ORPHANS = 2
const WIDOWS = 2
/** Where so few lines are left, they are counted in the measure of the next box. */
const FEW_LINES = 12

/** Break the rest of a paragraph anew, for another measure. */
export function rebroken(lines: readonly TextLine[], width: number): readonly TextLine[] {
  return breakLines(
    lines.flatMap((line) => line.inlines),
    width
  )
}

/** How deep below the cursor so many lines reach, pt. */
type Depth = (count: number) => number

function depths(galley: Galley, node: TextNode, lines: readonly TextLine[]): Depth {
  const known = [0]
  return (count) => {
    while (known.length <= count) {
      const depth = known.at(-1) ?? 0
      const line = lines[known.length - 1]
      if (!line) return depth
      known.push(depth + shiftToGrid(galley, node, line, galley.context.y + depth) + line.getHeight())
    }
    return known[count] ?? 0
  }
}

/** How many of the lines go into the current box. `forced`: they have been moved on from the last one already. */
export function linesThatFit(galley: Galley, node: TextNode, lines: readonly TextLine[], forced: boolean): number {
  const {context} = galley
  context.sync()
  const depth = depths(galley, node, lines)
  const fit = wholeLines(galley, lines, depth)
  if (fit === lines.length) return fit
  const good = goodBreak(galley, lines, Math.min(fit, lines.length - WIDOWS))
  const further = withDividedNote(galley, lines, depth, {fit, from: good > 0 ? fit : 0})
  if (further > 0) return further
  if (good > 0) return good
  if (!context.isFree) return 0
  const count = Math.max(fit || leastLines(galley, lines, depth), forced ? 1 : 0)
  if (count < countAbove(lines, 0)) galley.strained += 1
  return count
}

/** The fewest lines that may stand here where nothing gives way to them, whatever becomes of their footnotes. */
function leastLines(galley: Galley, lines: readonly TextLine[], depth: Depth): number {
  const {context} = galley
  const count = countAbove(lines, 0)
  const height = depth(count)
  const fits = height <= context.availableHeight + 0.001
  if (fits) keepFree(galley, height)
  return fits ? count : 0
}

/** The fewest lines beyond `fit` that leave no line alone on either side. */
function countAbove(lines: readonly TextLine[], fit: number): number {
  const least = Math.max(fit + 1, ORPHANS)
  return least <= lines.length - WIDOWS ? least : lines.length
}

/** How many lines fit with the whole of each footnote they call. */
function wholeLines(galley: Galley, lines: readonly TextLine[], depth: Depth): number {
  const {context} = galley
  const notes: NoteContent[] = []
  let room = context.availableHeight
  let fit = 0
  for (const line of lines) {
    const calls = calledBy(line.inlines)
    const height = depth(fit + 1)
    if (calls.length > 0 && !galley.around.trial) {
      notes.push(...calls)
      room = roomAbove(galley, height) + height - roomForWholeNotes(galley, notes)
    }
    if (height > room + 0.001) break
    fit += 1
  }
  return fit
}

/** Room that is left for footnotes once `height` more of text stands in the current box. */
function roomAbove({context}: Galley, height: number): number {
  const {pageSize, notesHeight, used, promised} = context.box
  const depth = Math.max(context.y + height, used, promised) + context.reserve
  return pageSize.height - notesHeight - depth
}

/**
 * How many lines fit if the last footnote that they call goes on in the next box: as few beyond `fit` as may be. The
 * room they take is kept free of that footnote. 0 where it does not help, as no line after `from` calls one.
 */
function withDividedNote(
  galley: Galley,
  lines: readonly TextLine[],
  depth: Depth,
  {fit, from}: {fit: number; from: number}
): number {
  if (galley.around.trial) return 0
  const count = countAbove(lines, fit)
  if (calledIn(lines.slice(from, count)).length === 0) return 0
  const height = depth(count)
  if (roomAbove(galley, height) < roomForNotes(galley, calledIn(lines.slice(0, count))) - 0.001) return 0
  keepFree(galley, height)
  return count
}

function calledIn(lines: readonly TextLine[]): NoteContent[] {
  return lines.flatMap((line) => calledBy(line.inlines))
}

/** The most lines up to `most` that leave no line alone here or in the next box; 0 for none. */
function goodBreak({context}: Galley, lines: readonly TextLine[], most: number): number {
  if (most < ORPHANS) return 0
  const width = context.nextWidth
  if (width === context.availableWidth) return most
  for (let count = most; count >= ORPHANS; count--) {
    const rest = lines.slice(count)
    if (rest.length > FEW_LINES || rebroken(rest, width).length >= WIDOWS) return count
  }
  return 0
}
