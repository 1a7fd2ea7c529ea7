/** Catalogs: the translations of one text into one language. */
import type {Position} from 'unist'
import type {Report} from '../diagnostic.ts'
import type {World} from '../world.ts'
import {readReported} from '../yaml.ts'
import {parsePo} from './po.ts'
import {unitKey} from './unit.ts'

export interface Catalog {
  /** BCP 47 */
  lang: string
  /** World path, whether it is there or not. */
  file: string
  found: boolean
  /** Whether it could be read; what is there and could not was reported. */
  readable: boolean
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
  return langs.map((lang) => {
    const file = `${folder}/${lang}.po`
    const text = readReported(world, file, report)
    const found = text !== undefined || world.reads()[file] !== null
    if (text === undefined) return {lang, file, found, readable: false, entries: new Map()}
    return {lang, file, found, readable: true, entries: parseCatalog(text, file, report)}
  })
}

/** Read the entries in use of a catalog's text. */
function parseCatalog(text: string, file: string, report: Report): Map<string, CatalogEntry> {
  const entries = new Map<string, CatalogEntry>()
  for (const {entry} of parsePo(text, file, report).blocks) {
    if (!entry || entry.obsolete || (!entry.source && !entry.context)) continue
    if (!entries.has(unitKey(entry))) entries.set(unitKey(entry), entry)
  }
  return entries
}
