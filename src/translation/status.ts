/** How far the translation of a text is. */
import {isWithin} from '../locale.ts'
import type {Catalog} from './catalog.ts'
import {type Unit, unitKey} from './unit.ts'

export interface Status {
  units: number
  translated: number
  /** Fuzzy: the source changed. */
  stale: number
  missing: number
}

/** Count the units of a text that `catalog`'s language needs, by the state of their translation. */
export function status(units: readonly Unit[], catalog: Catalog): Status {
  const needed = units.filter(({langs}) => !langs || langs.some((tag) => isWithin(catalog.lang, tag)))
  const entries = needed.map((unit) => catalog.entries.get(unitKey(unit)))
  const translated = entries.filter((entry) => entry?.value && !entry.fuzzy).length
  const stale = entries.filter((entry) => entry?.value && entry.fuzzy).length
  return {units: needed.length, translated, stale, missing: needed.length - translated - stale}
}
