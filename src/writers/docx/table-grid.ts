/** Which columns the cells of a table stand in: Word wants each row filled, and spans that do not cross. */
import type {TableCell, TableRow} from '../../document/nodes.ts'
import {largest} from '../largest.ts'

export interface GridCell {
  /** The first column, from 0, and how many columns and rows it goes over. */
  column: number
  columns: number
  rows: number
  /** None where the row says nothing of these columns. */
  cell?: TableCell
}

export interface Grid {
  columns: number
  /** Rows with the cells that begin in them, by column. */
  rows: {row: TableRow; cells: GridCell[]}[]
}

/** Place the cells as a browser does, spans cut where the table ends, gaps filled, rows without a cell left out. */
export function tableGrid(source: readonly TableRow[]): Grid {
  const rows = placed(source)
  const ends = rows.flatMap(({cells}) => cells.map(({column, columns}) => column + columns))
  const columns = largest(ends, 1)
  /** The row from which on each column is free again. */
  const freeFrom = new Array<number>(columns).fill(0)
  for (const [index, {cells}] of rows.entries()) {
    for (const {column, columns, rows} of cells) freeFrom.fill(index + rows, column, column + columns)
    for (const gap of gaps(freeFrom, index)) cells.push(gap)
    cells.sort((a, b) => a.column - b.column)
  }
  return {columns, rows}
}

function placed(source: readonly TableRow[]): Grid['rows'] {
  const rows: Grid['rows'] = []
  /** Rows that the cells above still take, by column, this one included. */
  let taken: number[] = []
  /** How many rows are kept before each, and in all. */
  const kept = [0]
  for (const [index, row] of source.entries()) {
    const cells: GridCell[] = []
    let column = 0
    for (const cell of row.children) {
      while ((taken[column] ?? 0) > 0) column++
      const blocked = taken.findIndex((left, at) => at > column && left > 0)
      const columns = Math.min(cell.colspan, blocked === -1 ? cell.colspan : blocked - column)
      cells.push({column, columns, rows: Math.min(cell.rowspan, source.length - index), cell})
      column += columns
    }
    if (cells.length > 0) rows.push({row, cells})
    kept.push(rows.length)
    for (const {column, columns, rows} of cells) for (let at = 0; at < columns; at++) taken[column + at] = rows
    taken = Array.from(taken, (left = 0) => Math.max(0, left - 1))
  }
  shorten(rows, kept)
  return rows
}

/** Cells go over the rows that are left, of which `kept` stand before each row of the source. */
function shorten(rows: Grid['rows'], kept: readonly number[]): void {
  const sources = kept.flatMap((count, index) => (kept[index + 1] === count + 1 ? [index] : []))
  for (const [index, {cells}] of rows.entries())
    for (const cell of cells) cell.rows = (kept[(sources[index] ?? 0) + cell.rows] ?? rows.length) - index
}

/** Columns that are free in the row `index`, side by side in one cell. */
function gaps(freeFrom: readonly number[], index: number): GridCell[] {
  const found: GridCell[] = []
  for (const [column, from] of freeFrom.entries()) {
    if (from > index) continue
    const last = found.at(-1)
    if (last && last.column + last.columns === column) last.columns++
    else found.push({column, columns: 1, rows: 1})
  }
  return found
}
