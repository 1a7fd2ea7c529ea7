/** Units: the pieces of a text that are translated one by one. */
import type {Root} from 'mdast'
import type {Position} from 'unist'

export interface Unit {
  /** msgctxt: `front/title`, `params/place`, or the section's id where the same text stands twice; else empty. */
  context: string
  /** msgid: one block's Markdown, on one line but for hard line breaks. */
  source: string
  file: string
  position?: Position | undefined
  /** Languages it is for, where `:::only{lang}` says so. */
  langs?: readonly string[]
}

/** Name of a unit in a catalog: unique in its text. */
export function unitKey(unit: Pick<Unit, 'context' | 'source'>): string {
  return unit.context ? `${unit.context}\u0004${unit.source}` : unit.source
}

/**
 * List the units of a text in reading order, and write each one's name on its node (`data.unit`).
 *
 * Call it on the whole text, before `only` takes blocks out: which texts stand twice decides their names.
 */
export function units(tree: Root): Unit[] {
  void tree
  throw new Error('not yet written')
}
