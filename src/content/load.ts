/** The file of a text: in its source language, or written as a whole in the language wanted. */
import type {At, Report} from '../diagnostic.ts'
import type {World} from '../world.ts'

export interface Wanted {
  /** World path: `content/iom`, `content/shared/contact`. */
  folder: string
  /** BCP 47, as are the others. */
  lang: string
  fallback: readonly string[]
  source: string
  /** Who asks for it, where that is an include. */
  at?: At
}

export interface TextFile {
  /** World path. */
  file: string
  /** Language it is written in: units are translated where it is not the one wanted. */
  lang: string
  value: string
}

/**
 * Load the text of a folder: `<lang>.md`, else the first of `fallback` that has a whole text and no catalog before it,
 * else `<source>.md`.
 *
 * Reports `text-missing`, `text-empty` and `file-encoding`.
 */
export function load(world: World, wanted: Wanted, report: Report): TextFile | undefined {
  void [world, wanted, report]
  throw new Error('not yet written')
}
