/** How far the translation of a text is. */
import type {Catalog} from './catalog.ts'
import type {Unit} from './unit.ts'

export interface Status {
  units: number
  translated: number
  /** Fuzzy: the source changed. */
  stale: number
  missing: number
}

/** Count the units of a text by the state of their translation in `catalog`. */
export function status(units: readonly Unit[], catalog: Catalog): Status {
  void [units, catalog]
  throw new Error('not yet written')
}
