/** Put translations into a text: block by block, falling back along the languages' chain. */
import type {PhrasingContent, Root} from 'mdast'
import type {Position} from 'unist'
import type {Report} from '../diagnostic.ts'
import type {Catalog} from './catalog.ts'
import type {Unit} from './unit.ts'

/** What content/parse.ts does to one unit's Markdown. */
export type ParseFragment = (
  fragment: {value: string; file: string; position(start: number, end: number): Position; definitions: string},
  report: Report
) => PhrasingContent[]

export interface TranslateOptions {
  /** Language wanted, BCP 47. */
  lang: string
  /** Language of the text. */
  source: string
  /** The wanted language's first, then the chain's, as `readCatalogs` gives them. */
  catalogs: readonly Catalog[]
  parse: ParseFragment
  report: Report
}

export interface TranslationCount {
  units: number
  /** Units that stand in another language than the one wanted. */
  fallback: number
  /** Units whose translation is fuzzy: the source changed under it. */
  stale: number
}

/**
 * Translate the units of `tree` in place, as `units` named them. Nodes from a catalog are placed in it; what falls back
 * gets `data.lang`. Reports `translation-structure`, `translation-missing` and `translation-stale`.
 */
export function translate(tree: Root, options: TranslateOptions): TranslationCount {
  void [tree, options]
  throw new Error('not yet written')
}

/** Translate one plain text, such as a parameter (`params/place`); the source where no catalog has it. */
export function translateText(unit: Unit, options: Omit<TranslateOptions, 'parse'>): string {
  void [unit, options]
  throw new Error('not yet written')
}
