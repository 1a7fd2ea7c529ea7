/** Spreadsheets: the cells of the first sheet that is shown. */
import {readSheet as readCells} from 'read-excel-file/universal'
import type {Report} from '../../diagnostic.ts'
import {openSheet} from './sheet-parts.ts'
import type {Line} from './table.ts'

/**
 * Read the rows of an XLSX file, the header first. Numbers, texts and `true` or `false` are kept, dates are ISO dates of
 * the calendar in the sheet. What cannot be read is reported as `data-invalid`, with row and column where it is a cell.
 */
export async function readSheet(bytes: Uint8Array, file: string, report: Report): Promise<Line[]> {
  const unreadable = (reason: string, note?: string) => {
    report('data-invalid', reason, {file}, note ?? 'Open it in a spreadsheet program and save it again as .xlsx.')
    return []
  }
  const opened = openSheet(bytes)
  if ('reason' in opened) return unreadable(opened.reason, opened.note)

  const rows = await readCells(opened.sound, opened.index, {trim: false}).catch((error: unknown) => {
    if (error instanceof Error) return error
    throw error
  })
  if (rows instanceof Error) return unreadable(`Unexpected spreadsheet: ${rows.message}`)
  const header = rows.findIndex((cells) => cells.some((cell) => cell !== null))
  const faulty = new Set(opened.faults.map(({row}) => row))
  for (const {row, column, found, expected, note} of opened.faults) {
    const name = row > header + 1 ? rows[header]?.[column - 1] : undefined
    const place = `row ${row}, column ${name ? `\`${name}\`` : column}`
    report('data-invalid', `Unexpected ${found} in ${place}, expected ${expected}`, position(file, row, column), note)
  }
  return rows.slice(Math.max(header, 0)).map((cells, index) => {
    const line = Math.max(header, 0) + index + 1
    return {cells: cells.map(plain), line, faulty: faulty.has(line)}
  })
}

function position(file: string, line: number, column: number) {
  return {file, position: {line, column}}
}

function plain(cell: unknown): unknown {
  return cell instanceof Date ? isoOf(cell) : cell
}

/** A day, a time of a day, or both; binary fractions of a day come near whole seconds only. */
function isoOf(date: Date): string {
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19).split('T')
  const clock = time.replace(/:00$/, '')
  // Times without a day are fractions of the day 0.
  if (day === '1899-12-30' || (day === '1904-01-01' && clock !== '00:00')) return clock
  return clock === '00:00' ? day : `${day}T${clock}`
}
