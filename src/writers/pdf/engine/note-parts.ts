/** Footnotes at the foot of a box, and the rule that parts them from the text above. */
import type {Item} from './items.ts'

/** A footnote, or as much of it as stands in one box. */
export interface NotePart {
  items: readonly Item[]
  height: number
  /** Least space between the text and the rule, pt. */
  gap: number
}

/** Height of the rule with the space below it, pt. */
export const RULE_HEIGHT = 6

/** Height of the space above the footnotes of a box, in which their rule stands, pt; 0 for none. */
export function separatorHeight(notes: readonly Pick<NotePart, 'gap'>[]): number {
  return notes.length > 0 ? Math.max(...notes.map(({gap}) => gap)) + RULE_HEIGHT : 0
}

/** Height of footnotes with what parts them from the text, pt; 0 for none. */
export function notesHeight(notes: readonly NotePart[]): number {
  return notes.reduce((sum, {height}) => sum + height, separatorHeight(notes))
}

/** What the space above `notes` grows by where footnotes with the space `gap` above them join them, pt. */
export function separatorGrowth(notes: readonly NotePart[], gap: number): number {
  return Math.max(0, separatorHeight([{gap}]) - separatorHeight(notes))
}
