/** Room that footnotes need at the foot of a column. */
import type {Content} from '../content.ts'
import {breakLines} from './break-lines.ts'
import type {Galley} from './galley.ts'
import {headHeight} from './head-height.ts'
import type {Inline} from './items.ts'
import type {Node} from './nodes.ts'
import {separatorGrowth} from './note-parts.ts'
import {noteStack} from './notes.ts'

/** The text of a footnote, by which it is known. */
export type NoteContent = readonly Content[]

/** Footnotes that pieces of text call, in order. */
export function calledBy(inlines: readonly Inline[]): NoteContent[] {
  return inlines.flatMap(({note, run}) => (note && run.note ? [run.note.content] : []))
}

/** Footnotes called anywhere in a block. */
export function calledIn(node: Node): NoteContent[] {
  switch (node.kind) {
    case 'text':
      return node.content.runs.flatMap(({note}) => (note ? [note.content] : []))
    case 'stack':
      return node.stack.flatMap(calledIn)
    case 'columns':
      return node.columns.flatMap(calledIn)
    case 'list':
      return node.items.flatMap(({body}) => calledIn(body))
    case 'box':
      return calledIn(node.body)
    case 'table':
      return [...(node.caption ? calledIn(node.caption) : []), ...node.cells.flatMap(({body}) => calledIn(body))]
    default:
      return []
  }
}

/** Least room for `notes` at the foot of the current box beside those that stand there: the last one may go on. */
export function roomForNotes(galley: Galley, notes: readonly NoteContent[]): number {
  const last = notes.at(-1)
  if (!last || galley.around.trial || galley.around.notes !== 'here') return 0
  return heightOfNotes(galley, notes.slice(0, -1)) + noteHead(galley, last) + growthFor(galley, notes)
}

/** Room for `notes` as a whole at the foot of the current box. */
export function roomForWholeNotes(galley: Galley, notes: readonly NoteContent[]): number {
  if (notes.length === 0 || galley.around.trial || galley.around.notes !== 'here') return 0
  return heightOfNotes(galley, notes) + growthFor(galley, notes)
}

/** Keep footnotes off the next `height` of the current box, where text that calls them is going to stand. */
export function keepFree({context}: Galley, height: number): void {
  context.box.promised = Math.max(context.box.promised, context.y + height)
}

/** Height of the first lines of a footnote, without which it does not begin in a column. */
export function noteHead(galley: Galley, note: NoteContent): number {
  return headHeight(galley, noteStack(galley, note), widthFor(galley)).height
}

/** Height of the first line of a footnote: what stands in the column that calls it even where little room is left. */
export function firstLine(galley: Galley, note: NoteContent): number {
  const [first] = noteStack(galley, note).stack
  const [line] = first?.kind === 'text' ? breakLines(first._inlines, widthFor(galley)) : []
  return line?.getHeight() ?? noteHead(galley, note)
}

/** Least space between the text and the rule above a footnote, pt: half a line of the footnote. */
export function gapAbove(galley: Galley, note: NoteContent): number {
  return firstLine(galley, note) / 2
}

function heightOfNotes(galley: Galley, notes: readonly NoteContent[]): number {
  return notes.reduce((sum, note) => sum + noteHeight(galley, note), 0)
}

function noteHeight(galley: Galley, note: NoteContent): number {
  const stack = noteStack(galley, note)
  return galley.heightOf(widthFor(galley), () => galley.processNode(stack))
}

function growthFor(galley: Galley, notes: readonly NoteContent[]): number {
  const gaps = notes.map((note) => gapAbove(galley, note))
  return separatorGrowth(galley.context.box.notes, Math.max(...gaps))
}

function widthFor({context}: Galley): number {
  return context.box.pageSize.width
}
