/** Bring a catalog up to date with its text. */
import type {Report} from '../diagnostic.ts'
import {type PoBlock, type PoEntry, parsePo} from './po.ts'
import {newHeader, toObsolete, toPo, toUsed} from './po-write.ts'
import {mostSimilar} from './similar.ts'
import {type Unit, unitKey} from './unit.ts'

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
  const text = po?.trim() ? po : newHeader(options)
  const {blocks, eol, sound} = parsePo(text, options.file, options.report)
  if (!sound) return

  const merge = split(blocks, units)
  const {added, changed} = place(merge, units)
  const gone = merge.rows.filter((row) => row.entry && !row.kept)
  const kept = merge.rows.filter((row) => !gone.includes(row))
  const obsolete = gone.filter(({entry}) => entry?.value)
  if (po !== undefined && added + changed + gone.length === 0 && !merge.revived)
    return {text, added, changed, obsolete: 0}

  const lines = [
    ...kept.map((row) => row.lines),
    ...merge.obsolete.map((block) => block.lines),
    ...obsolete.map((row) => toObsolete(row.lines))
  ]
  const written = lines.map((entry) => entry.join(eol)).join(eol + eol) + eol
  return {text: written, added, changed, obsolete: obsolete.length}
}

/** An entry on its way into the new catalog. */
interface Row {
  lines: readonly string[]
  entry?: PoEntry
  /** Name of the unit it translates now. */
  key?: string
  kept: boolean
}

interface Merge {
  /** The header, comments and entries in use, in the order of the file. */
  rows: Row[]
  obsolete: PoBlock[]
  revived: boolean
}

/** Part what stays as it is from what has no unit any more. */
function split(blocks: readonly PoBlock[], units: readonly Unit[]): Merge {
  const keys = new Set(units.map(unitKey))
  const rows: Row[] = []
  for (const {lines, entry} of blocks) {
    if (entry?.obsolete) continue
    if (!entry || (!entry.source && !entry.context)) rows.push({lines, kept: true})
    else rows.push({lines, entry, key: unitKey(entry), kept: keys.has(unitKey(entry))})
  }
  return {rows, obsolete: blocks.filter(({entry}) => entry?.obsolete), revived: false}
}

/** Give each unit its row: the one it has, one from before, or a new one after the unit before it. */
function place(merge: Merge, units: readonly Unit[]): {added: number; changed: number} {
  const counts = {added: 0, changed: 0}
  let last = Math.max(
    0,
    merge.rows.findIndex(({key}) => key === undefined)
  )
  for (const unit of units) {
    const index = merge.rows.findIndex((row) => row.kept && row.key === unitKey(unit))
    if (index !== -1) {
      last = index
      continue
    }
    last = settle(merge, unit, {last, counts})
  }
  return counts
}

/** Find or make the row of a unit that has none, and give its index. */
function settle(
  merge: Merge,
  unit: Unit,
  {last, counts}: {last: number; counts: {added: number; changed: number}}
): number {
  const key = unitKey(unit)
  const insert = (lines: readonly string[]) => {
    merge.rows.splice(last + 1, 0, {lines, key, kept: true})
    return last + 1
  }

  const revived = merge.obsolete.find(({entry}) => entry && unitKey(entry) === key)
  if (revived) {
    merge.obsolete = merge.obsolete.filter((block) => block !== revived)
    merge.revived = true
    return insert(toUsed(revived.lines))
  }

  const take = (row: Row, lines: readonly string[]) => {
    Object.assign(row, {lines, key, kept: true})
    return merge.rows.indexOf(row)
  }
  // The same words, which stand twice now or in another section, mean the same.
  const same = merge.rows.filter(({entry}) => entry?.source === unit.source && isAlike(entry, unit))
  const own = same.find((row) => !row.kept) ?? same[0]
  if (own?.entry) {
    counts.added++
    const lines = toPo(unit, own.entry)
    return own.kept ? insert(lines) : take(own, lines)
  }

  const free = merge.rows.filter(({entry, kept}) => entry?.value && !kept && isAlike(entry, unit))
  const near = mostSimilar(unit.source, free, ({entry}) => entry?.source ?? '')
  if (near?.entry) {
    counts.changed++
    return take(near, toPo(unit, near.entry, 'fuzzy'))
  }
  counts.added++
  return insert(toPo(unit))
}

/** Whether both are body text, or both the same value of the front matter or the parameters. */
function isAlike(entry: PoEntry, unit: Unit): boolean {
  const named = (context: string) => (/^(front|params)\//.test(context) ? context : '')
  return named(entry.context) === named(unit.context)
}
