/** Catalogs: the translations of one text into one language. */
import type {Position} from 'unist'
import type {Report} from '../diagnostic.ts'
import type {World} from '../world.ts'

export interface Catalog {
  /** BCP 47 */
  lang: string
  /** World path, whether it is there or not. */
  file: string
  found: boolean
  /** By `unitKey`. */
  entries: ReadonlyMap<string, CatalogEntry>
}

export interface CatalogEntry {
  /** msgstr; empty where it is not translated. */
  value: string
  fuzzy: boolean
  /** Place in the catalog of the characters of `value` from one offset to another. */
  position(start: number, end: number): Position
}

/** Read `<folder>/<lang>.po` for each of `langs`; reports `catalog-invalid` and `file-encoding`. */
export function readCatalogs(world: World, folder: string, langs: readonly string[], report: Report): Catalog[] {
  void [world, folder, langs, report]
  throw new Error('not yet written')
}
