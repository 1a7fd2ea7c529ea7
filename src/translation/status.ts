/** How far the translation of a text is. */
import type {Catalog} from './catalog.ts'
import {type Unit, unitKey} from './unit.ts'

export interface Status {
  units: number
  translated: number
  /** Fuzzy: the source changed. */
  stale: number
  missing: number
}

/** Count the units of a text by the state of their translation in `catalog`. */
export function status(units: readonly Unit[], catalog: Catalog): Status {
  const entries = units.map((unit) => catalog.entries.get(unitKey(unit)))
  const translated = entries.filter((entry) => entry?.value && !entry.fuzzy).length
  const stale = entries.filter((entry) => entry?.value && entry.fuzzy).length
  return {units: units.length, translated, stale, missing: units.length - translated - stale}
}
