/** What the parts of a random document share while it is made: its chances, its words, and what was made so far. */
import type {Heading, Toc} from '../../src/document/nodes.ts'
import {type Random, Words} from '../helpers/random.ts'

export const LANGUAGES = ['en', 'mk', 'ar', 'he', 'fr', 'tr'] as const
export const FOREIGN = ['mk', 'ar', 'en', 'el'] as const
/** Alphabet that most words of a language are of, by its number. */
const HOMES: Readonly<Record<string, number>> = {mk: 1, ar: 3, he: 4}

export interface Draft {
  readonly random: Random
  readonly words: Words
  /** True where headings may skip levels, which an author is told of. */
  readonly skipping: boolean
  /** Level of the heading before; the title is the first. */
  heading: number
  /** Headings that skip a level. */
  skips: number
  /** Blocks that are open around. */
  depth: number
  /** Blocks that may still be made. */
  left: number
  /** Footnotes so far, and how many are open around. */
  notes: number
  inNotes: number
  ids: number
  readonly tocs: Toc[]
}

/** Begin a document in `lang`. */
export function draft(random: Random, lang: string, skipping: boolean): Draft {
  const words = new Words(random, HOMES[lang] ?? 0)
  const counts = {heading: 1, skips: 0, depth: 0, left: 20, notes: 0, inNotes: 0, ids: 0, tocs: []}
  return {random, words, skipping, ...counts}
}

/** The level of the next heading: at most one below that of the heading before, unless levels may be skipped. */
export function nextLevel(draft: Draft): Heading['depth'] {
  const {random, heading} = draft
  const wanted = random.pick([2, 2, 3, 3, 4, 5, 6] as const)
  const levels = [2, 3, 4, 5, 6] as const
  const level = draft.skipping ? wanted : (levels[Math.min(wanted, heading + 1) - 2] ?? 2)
  if (level > heading + 1) draft.skips += 1
  draft.heading = level
  return level
}

/** A name that nothing else has; links and bookmarks take any script. */
export function nextId(draft: Draft): string {
  draft.ids += 1
  return draft.random.chance(0.9) ? `id-${draft.ids}` : `дел ${draft.ids}`
}

/** Stands among the words where the text of a table of contents belongs. */
export function tocSign(index: number): string {
  return `\ue000${index}\ue001`
}
