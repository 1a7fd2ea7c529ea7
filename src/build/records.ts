/** Records of a mail merge, each with the name of its folder. */
import type {Job} from '../compile.ts'
import type {Edition} from '../config.ts'
import type {Report} from '../diagnostic.ts'
import {expected} from '../nearest.ts'
import type {World} from '../world.ts'
import {readRows} from './data/rows.ts'
import {isBlank, type Row} from './data/table.ts'
import {textFault} from './data/text-fault.ts'
import {folderKey, folderName, longestName} from './folder-name.ts'

type JobRecord = NonNullable<Job['record']>
type Merge = NonNullable<Edition['merge']>

/**
 * Load the records of `merge.file`, each named by the pattern (`{id}`: the column `id`). Faulty ones are reported as
 * `data-invalid` with their line, and left out.
 */
export async function loadRecords(world: World, merge: Merge, report: Report): Promise<JobRecord[]> {
  const {file, pattern} = merge
  const rows = await readRows(world, file, (rule, reason, at, note) => report(rule, reason, at ?? merge.at, note))
  if (!rows) {
    if (world.reads()[file] === null)
      report('file-missing', `Unexpected missing file \`${file}\`, expected the records of a mail merge`, merge.at)
    return []
  }
  if (!namesColumns(pattern, rows, merge, report)) return []

  const lines = new Map<string, number>()
  return rows.flatMap(({values, line}) => {
    const id = folderName(pattern, values)
    const other = lines.get(folderKey(id))
    const fault = cellFault(values, line) ?? folderFault(pattern, values, {id, other})
    if (fault !== undefined) {
      report('data-invalid', `Unexpected ${fault}`, {file, position: {line, column: 1}})
      return []
    }
    lines.set(folderKey(id), line)
    return [{id, values, file, line}]
  })
}

/** Tell whether the pattern has a column in it, and no other than some record has. */
function namesColumns(pattern: string, rows: readonly Row[], {at}: Merge, report: Report): boolean {
  if (rows.length === 0) return true
  const wanted = columnsIn(pattern)
  const known = new Set(rows.flatMap(({values}) => Object.keys(values)))
  const unknown = wanted.filter((column) => !known.has(column))
  const names = [...known]
  for (const column of unknown)
    report('data-invalid', `Unexpected column \`${column}\` in \`record\`, expected ${expected(column, names)}`, at)
  if (wanted.length === 0)
    report('data-invalid', `Unexpected \`record\` without a column, expected one such as \`{${names[0]}}\``, at)
  return wanted.length > 0 && unknown.length === 0
}

function cellFault(values: Row['values'], line: number): string | undefined {
  for (const [column, value] of Object.entries(values)) {
    const fault = typeof value === 'string' ? textFault(value) : undefined
    if (fault) return `${fault.found} in row ${line}, column \`${column}\`, expected ${fault.expected}`
  }
  return
}

function folderFault(pattern: string, values: Row['values'], {id, other}: {id: string; other: number | undefined}) {
  const blank = columnsIn(pattern).find((column) => isBlank(values[column]))
  if (blank !== undefined) return `record without \`${blank}\`, expected what names its folder`
  if (id === '') return `\`${columnsIn(pattern).join('`, `')}\` without a letter or digit, expected a folder's name`
  if (new TextEncoder().encode(id).length > longestName)
    return `name of a folder of ${[...id].length} characters, expected no more than ${longestName} bytes`
  if (other !== undefined) return `second record \`${id}\`, expected one (the other is in row ${other})`
  return
}

function columnsIn(pattern: string): string[] {
  return [...pattern.matchAll(/\{([^}]*)\}/g)].map(([, column = '']) => column)
}
