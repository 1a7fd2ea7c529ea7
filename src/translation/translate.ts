/** Put translations into a text: block by block, falling back along the languages' chain. */
import type {Nodes, PhrasingContent, Root} from 'mdast'
import type {Position} from 'unist'
import {visit} from 'unist-util-visit'
import type {At, Report} from '../diagnostic.ts'
import type {FrontText} from '../document/mdast.ts'
import type {Catalog, CatalogEntry} from './catalog.ts'
import {markFallen} from './fallen.ts'
import {structureProblems} from './structure.ts'
import {frontContext, type Unit, unitKey} from './unit.ts'

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
 * gets `data.lang`, and so does a list, a box or a table that falls back as a whole. Reports `translation-structure`,
 * `translation-missing` and `translation-stale`.
 */
export function translate(tree: Root, options: TranslateOptions): TranslationCount {
  const {lang, source, catalogs, report} = options
  const count: TranslationCount = {units: 0, fallback: 0, stale: 0}
  const wanted = catalogs[0]
  if (lang !== source && wanted && !wanted.found)
    report('translation-missing', `Unexpected language \`${lang}\` without a catalog, expected \`${wanted.file}\``, {
      file: wanted.file
    })

  const known = new Map<string, Found>()
  const find = (key: string, at: At): Found => {
    const found = known.get(key) ?? findEntry(key, at, options)
    if (!known.has(key)) {
      count.units++
      if (found.lang !== lang) count.fallback++
      if (found.stale) count.stale++
    }
    known.set(key, found)
    return found
  }

  translateFront(tree, lang, find)
  const definitions = definitionsOf(tree)
  visit(tree, (node) => {
    const at = {file: node.data?.file, position: node.position}
    for (const [attribute, key] of Object.entries(node.data?.attributeUnits ?? {})) {
      const {entry} = find(key, at)
      if (entry && 'attributes' in node) node.attributes = {...node.attributes, [attribute]: entry.value}
    }
    const key = node.data?.unit
    if (key === undefined) return
    const found = find(key, at)
    if (found.lang !== lang) node.data = {...node.data, lang: found.lang}
    if (found.entry) replace(node, {...found, entry: found.entry}, {...options, definitions})
  })
  if (count.fallback > 0) markFallen(tree, lang)
  return count
}

/** Translate one plain text, such as a parameter (`params/place`); the source where no catalog has it. */
export function translateText(
  unit: Unit,
  options: Omit<TranslateOptions, 'parse'>
): {value: string /** What it is in, BCP 47. */; lang: string} {
  const {entry, lang} = findEntry(unitKey(unit), unit, options)
  return {value: entry?.value ?? unit.source, lang}
}

interface Found {
  /** Language of the text that is used. */
  lang: string
  /** File of the catalog that has it. */
  file?: string
  /** Absent where the source is used. */
  entry?: CatalogEntry
  stale: boolean
}

function findEntry(key: string, at: At, {lang, source, catalogs, report}: Omit<TranslateOptions, 'parse'>): Found {
  let stale = false
  for (const catalog of lang === source ? [] : catalogs) {
    if (catalog.lang === source) break
    const entry = catalog.entries.get(key)
    if (entry?.value && !entry.fuzzy) return {lang: catalog.lang, file: catalog.file, entry, stale}
    if (catalog.lang !== lang || !catalog.readable) continue
    stale = entry?.value !== undefined && entry.value !== '' && entry.fuzzy
    const place = entry ? {file: catalog.file, position: entry.position(0, entry.value.length)} : at
    if (stale) report('translation-stale', 'Unexpected fuzzy translation, expected one of the present source', place)
    else report('translation-missing', `Unexpected text without a translation into \`${lang}\`, expected one`, place)
  }
  return {lang: source, stale}
}

type Find = (key: string, at: At) => Found

function translateFront(tree: Root, lang: string, find: Find) {
  const front = tree.data?.front
  if (!front) return
  const translated = (key: string, text: FrontText): FrontText => {
    if (!text.value) return text
    const found = find(unitKey({context: frontContext(key), source: text.value}), text)
    const marked = found.lang === lang ? {} : {lang: found.lang}
    if (!found.entry) return {...text, ...marked}
    const {value} = found.entry
    const place = {file: found.file ?? text.file, position: found.entry.position(0, value.length)}
    return {...text, value, ...place, ...marked}
  }
  for (const key of ['title', 'subtitle', 'description'] as const) {
    const text = front[key]
    if (text) front[key] = translated(key, text)
  }
  for (const key of ['authors', 'keywords'] as const) front[key] = front[key].map((text) => translated(key, text))
}

function replace(
  node: Nodes,
  {entry, file = '', lang}: Found & {entry: CatalogEntry},
  options: TranslateOptions & {definitions: string}
) {
  const place = entry.position(0, entry.value.length)
  const data = {...node.data, file}
  if (node.type === 'html') Object.assign(node, {value: entry.value, position: place, data})
  if (
    node.type !== 'paragraph' &&
    node.type !== 'heading' &&
    node.type !== 'tableCell' &&
    node.type !== 'leafDirective'
  )
    return

  const definitions = entry.value.includes('[') ? options.definitions : ''
  const words = options.parse({value: entry.value, file, position: entry.position, definitions}, options.report)
  for (const problem of structureProblems(node.children, words))
    options.report('translation-structure', problem, {file, position: place})
  node.children = words
  // A directive itself stays where it is written: only its label comes from the catalog.
  if (node.type !== 'leafDirective') Object.assign(node, {position: place, data})
  else if (lang !== options.lang) node.data = {...node.data, lang}
}

/** What references in a unit may name: the link definitions of the text, and its footnotes without their words. */
function definitionsOf(tree: Root): string {
  const written = tree.data?.written ?? ''
  const list: string[] = []
  visit(tree, (node) => {
    if (node.type === 'definition')
      list.push(written.slice(node.position?.start.offset, node.position?.end.offset).replace(/\s+/g, ' '))
    else if (node.type === 'footnoteDefinition') list.push(`[^${node.label ?? node.identifier}]: …`)
  })
  return list.join('\n\n')
}
