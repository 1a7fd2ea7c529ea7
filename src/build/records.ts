/** Records of a mail merge: rows of a CSV file, or the list in a JSON or YAML file. */
import {CsvError, parse} from 'csv-parse/sync'
import type {Job} from '../compile.ts'
import type {At, Report} from '../diagnostic.ts'
import {describe} from '../shape.ts'
import type {World} from '../world.ts'
import {readReported, readYaml} from '../yaml.ts'

type JobRecord = NonNullable<Job['record']>
type Row = Pick<JobRecord, 'values' | 'line'>

/**
 * Load the records of `file`, each named by `pattern` (`{id}`: the column `id`). Faulty ones are reported as
 * `data-invalid` with their line, and left out.
 */
export function loadRecords(world: World, merge: {file: string; pattern: string; at: At}, report: Report): JobRecord[] {
  const {file, pattern} = merge
  const rows = readRows(world, file, (rule, reason, at, note) => report(rule, reason, at ?? merge.at, note))
  if (!rows) {
    if (world.reads()[file] === null)
      report('file-missing', `Unexpected missing file \`${file}\`, expected the records of a mail merge`, merge.at)
    return []
  }

  const lines = new Map<string, number>()
  return rows.flatMap(({values, line}) => {
    const at = {file, position: {line, column: 1}}
    const blank = [...pattern.matchAll(/\{([^}]*)\}/g)].find(([, column = '']) => isBlank(values[column]))
    if (blank) {
      report('data-invalid', `Unexpected record without \`${blank[1]}\`, expected what names its folder`, at)
      return []
    }
    const id = folderName(pattern, values)
    const first = lines.get(id)
    if (first !== undefined) {
      report('data-invalid', `Unexpected second record \`${id}\`, expected one (the other is on line ${first})`, at)
      return []
    }
    lines.set(id, line)
    return [{id, values, file, line}]
  })
}

function readRows(world: World, file: string, report: Report): Row[] | undefined {
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase()
  if (extension === 'csv') return readCsv(world, file, report)
  if (extension === 'json' || extension === 'yml' || extension === 'yaml') return readList(world, file, report)
  report('data-invalid', `Unexpected data file \`${file}\`, expected one that ends in .csv, .json, .yml or .yaml`, {
    file
  })
  return []
}

function readCsv(world: World, file: string, report: Report): Row[] | undefined {
  const text = readReported(world, file, report)
  if (text === undefined) return
  const header = text.slice(0, text.search(/[\r\n]|$/))
  const complain = (error: CsvError | undefined) => {
    const line = typeof error?.lines === 'number' ? error.lines : 1
    report('data-invalid', `Unexpected row: ${error?.message}`, {file, position: {line, column: 1}})
    return undefined
  }
  try {
    const rows: {record: JobRecord['values']; info: {lines: number}}[] = parse(text, {
      columns: true,
      // Spreadsheets of countries with a decimal comma write semicolons.
      delimiter: header.includes(';') && !header.includes(',') ? ';' : ',',
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: complain
    })
    return rows.map(({record, info}) => ({values: record, line: info.lines}))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    complain(error)
    return []
  }
}

function readList(world: World, file: string, report: Report): Row[] | undefined {
  const yaml = readYaml(world, file, report)
  if (!yaml) return
  if (!Array.isArray(yaml.value)) {
    report('data-invalid', `Unexpected ${describe(yaml.value)}, expected a list of records`, yaml.at([]))
    return []
  }
  return yaml.value.flatMap((values: unknown, index) => {
    const at = yaml.at([index])
    const line = at.position && 'start' in at.position ? at.position.start.line : 1
    if (typeof values === 'object' && values !== null && !Array.isArray(values)) return [{values: {...values}, line}]
    report('data-invalid', `Unexpected ${describe(values)}, expected a record of names and values`, at)
    return []
  })
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || String(value).trim() === ''
}

/** A name that is one folder on every system, whatever the data say. */
function folderName(pattern: string, values: JobRecord['values']): string {
  const filled = pattern.replace(/\{([^}]*)\}/g, (_, column: string) => String(values[column]))
  return (
    filled
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
      .replace(/^-+|-+$/g, '') || 'record'
  )
}
