/** Which records of a mail merge a fault is in. */
import type {Outcome} from '../build/build.ts'
import type {Diagnostic} from '../diagnostic.ts'
import {keyOf} from './reporter.ts'

/** Names of records that a note shows. */
const shown = 8

/** Diagnostics of `documents`; where only some records of a mail merge have one, its note says which. */
export function namingRecords(documents: readonly Outcome[]): Diagnostic[] {
  const records = new Map<string, Set<string>>()
  const having = new Map<string, Set<string>>()
  for (const {publication, edition, record, diagnostics} of documents) {
    if (record === null) continue
    const merge = JSON.stringify([publication, edition])
    add(records, merge, record)
    for (const diagnostic of diagnostics) add(having, merge + keyOf(diagnostic), record)
  }

  return documents.flatMap(({publication, edition, record, diagnostics}) => {
    if (record === null) return diagnostics
    const merge = JSON.stringify([publication, edition])
    return diagnostics.map((diagnostic) => {
      const names = [...(having.get(merge + keyOf(diagnostic)) ?? [])]
      if (names.length === records.get(merge)?.size && names.length > 1) return diagnostic
      return {...diagnostic, note: [diagnostic.note, sentence(names)].filter(Boolean).join(' ')}
    })
  })
}

function sentence(names: readonly string[]): string {
  const listed = names.slice(0, shown).map((name) => `\`${name}\``)
  const rest = names.length - listed.length
  const all = rest > 0 ? [...listed, `${rest} more`] : listed
  return all.length === 1
    ? `In the record ${all[0]}.`
    : `In the records ${all.slice(0, -1).join(', ')} and ${all.at(-1)}.`
}

function add(sets: Map<string, Set<string>>, key: string, name: string): void {
  const set = sets.get(key) ?? new Set()
  sets.set(key, set.add(name))
}
