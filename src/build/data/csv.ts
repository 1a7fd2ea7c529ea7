/** CSV files as spreadsheets write them. */
import {CsvError, parse} from 'csv-parse/sync'
import type {Report} from '../../diagnostic.ts'
import {isBlank, type Line} from './table.ts'

/** Rows with quotes that cannot be read; a file with more is not what it says it is. */
const mostFaults = 50

/** Read the lines of a CSV text, the header first; a row that cannot be read is reported as `data-invalid`. */
export function readCsv(text: string, file: string, report: Report): Line[] {
  const lines = text.split(/\r\n?|\n/)
  const complain = (line: number, reason: string) => report('data-invalid', reason, {file, position: {line, column: 1}})

  for (let faults = 0; faults < mostFaults; faults++) {
    const {rows, error} = parseLines(lines)
    if (!error) return withoutShort(rows, complain)
    // An open quote takes the rest of the file: without the line that it begins on, the others can be read.
    const line = nextLine(lines, rows.at(-1)?.end ?? 0)
    const what = error.message.replace(/ (?:at|on) line \d+.*$|:? the parsing .*$/s, '')
    complain(line, `Unexpected quotes in row ${line} (${what}), expected \`"a ""word"""\` around the whole of a value`)
    lines[line - 1] = ''
  }
  complain(1, `Unexpected quotes in ${mostFaults} rows, expected a CSV file`)
  return []
}

interface Parsed extends Line {
  cells: readonly string[]
  /** The last line of the row. */
  end: number
}

/** Rows up to the first that cannot be read, with what is wrong there. */
function parseLines(lines: readonly string[]): {rows: Parsed[]; error?: CsvError} {
  const header = lines.find((line) => line !== '') ?? ''
  const rows: Parsed[] = []
  try {
    parse(lines.join('\n'), {
      // Spreadsheets of countries with a decimal comma write semicolons.
      delimiter: header.includes(';') && !header.includes(',') ? ';' : ',',
      relax_column_count: true,
      skip_empty_lines: true,
      on_record(cells: string[], {lines: end}) {
        rows.push({cells, line: nextLine(lines, rows.at(-1)?.end ?? 0), end})
        return null
      }
    })
    return {rows}
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return {rows, error}
  }
}

/** The first line after `line` in which something stands. */
function nextLine(lines: readonly string[], line: number): number {
  const next = lines.findIndex((text, index) => index >= line && text !== '')
  return next < 0 ? lines.length : next + 1
}

function withoutShort(rows: readonly Parsed[], complain: (line: number, reason: string) => void): Line[] {
  const width = rows[0]?.cells.length ?? 0
  return rows.map(({cells, line}) => {
    if (cells.length >= width || cells.every(isBlank)) return {cells, line}
    const count = cells.length === 1 ? '1 value' : `${cells.length} values`
    complain(line, `Unexpected row of ${count}, expected ${width}, one for each column`)
    return {cells, line, faulty: true}
  })
}
