/** Bring a catalog up to date with its text. */
import type {Report} from '../diagnostic.ts'
import type {Unit} from './unit.ts'

export interface Extracted {
  /** The catalog, byte for byte the old one where nothing changed. */
  text: string
  added: number
  /** Units now marked fuzzy, with their previous source. */
  changed: number
  obsolete: number
}

export interface ExtractOptions {
  /** World path of the catalog, for messages. */
  file: string
  /** BCP 47 */
  lang: string
  source: string
  report: Report
}

/**
 * Update the PO text of a catalog (`undefined` for a new one) to `units`: new ones are added empty, changed ones get
 * the old translation marked fuzzy with `#| msgid`, those gone become obsolete. Nothing else is touched.
 *
 * A malformed catalog is reported as `catalog-invalid` with its line, and stays as it is: the result is `undefined`.
 */
export function extract(
  po: string | undefined,
  units: readonly Unit[],
  options: ExtractOptions
): Extracted | undefined {
  void [po, units, options]
  throw new Error('not yet written')
}
