/** The cells of a sheet before they are read: those without a value to read are found, named and taken out. */
import {readTags} from './sheet-xml.ts'

/** Cells from the first to the last that has a value, in both directions. */
const most = 2_000_000

/** A sheet, or an archive, that is larger than any list is. */
export class LimitError extends Error {
  override readonly name = 'LimitError'
}

/** A cell whose value cannot be read; rows and columns count from 1. */
export interface Fault {
  row: number
  column: number
  found: string
  expected: string
  note: string
}

export interface Cells {
  /** The sheet's XML without faulty and empty cells. */
  sound: string
  faults: Fault[]
}

interface Cell {
  from: number
  address: string
  type: string
  formula: boolean
  value: string
  /** It has a text of its own (`<is>`), not one of the workbook's. */
  inline: boolean
}

/** Look through the XML of a sheet; throws an Error where it is none, a LimitError where it is too large. */
export function faultsOf(xml: string): Cells {
  const faults: Fault[] = []
  const kept: string[] = []
  let done = 0
  let last = {row: 0, column: 0}
  let cell: Cell | undefined
  let within = ''

  readTags(xml, {
    open(name, {r = '', t = 'n'}, from) {
      within = name
      if (name === 'row') limit(Number(r || 1), 1)
      if (name === 'c') cell = {from, address: r, type: t, formula: false, value: '', inline: false}
      else if (cell && name === 'f') cell.formula = true
      else if (cell && name === 'is') cell.inline = true
    },
    text(words) {
      if (cell && within === 'v') cell.value += words
    },
    close(name, to) {
      within = ''
      if (name !== 'c' || !cell) return
      const {row, column} = placeOf(cell.address)
      const fault = faultOf(cell)
      if (fault) faults.push({row, column, ...fault})
      if (fault || (cell.value === '' && !cell.inline)) {
        kept.push(xml.slice(done, cell.from))
        done = to
      } else {
        last = {row: Math.max(last.row, row), column: Math.max(last.column, column)}
        limit(last.row, last.column)
      }
      cell = undefined
    }
  })
  return {sound: [...kept, xml.slice(done)].join(''), faults}
}

function limit(rows: number, columns: number): void {
  if (!(rows <= 1_048_576 && columns <= 16_384)) throw new Error('a cell lies outside of any sheet')
  if (rows * columns <= most) return
  const size = `${rows} rows and ${columns} columns`
  throw new LimitError(`Unexpected sheet of ${size}, expected no more than ${most} cells`)
}

/** `B3` is row 3, column 2. */
function placeOf(address: string): {row: number; column: number} {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? []
  if (row === '') throw new Error('a cell has no address')
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return {row: Number(row), column}
}

function faultOf({type, formula, value}: Cell): Pick<Fault, 'found' | 'expected' | 'note'> | undefined {
  if (type === 'e') return {found: `\`${value}\``, expected: 'a value', note: 'Correct the formula of the cell.'}
  if (type === 'd' && value !== '' && !/^\d{4}-\d\d-\d\d(?:Z|T[\d:.]+Z)?$/.test(value)) {
    const expected = 'a day without a time, or one of the time zone UTC'
    return {found: `date \`${value}\``, expected, note: 'Save the file in a spreadsheet program.'}
  }
  // An empty text is a value that formulas often have.
  if (!formula || value !== '' || type === 'str') return
  const note = 'Open the file in a spreadsheet program, which works its formulas out, and save it.'
  return {found: 'formula without its value', expected: 'a value', note}
}
