/** Which columns the cells of a table stand in: Word wants each row filled, and spans that do not cross. */
import type {TableCell, TableRow} from '../../document/nodes.ts'

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
  const columns = Math.max(1, ...rows.flatMap(({cells}) => cells.map(({column, columns}) => column + columns)))
  for (const [index, {cells}] of rows.entries()) {
    for (const gap of gaps(rows, index, columns)) cells.push(gap)
    cells.sort((a, b) => a.column - b.column)
  }
  return {columns, rows}
}

function placed(source: readonly TableRow[]): Grid['rows'] {
  const rows: Grid['rows'] = []
  /** Rows that the cells above still take, by column, this one included. */
  let taken: number[] = []
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
    if (cells.length === 0) shorten(rows)
    else rows.push({row, cells})
    for (const {column, columns, rows} of cells) for (let at = 0; at < columns; at++) taken[column + at] = rows
    taken = Array.from(taken, (left = 0) => Math.max(0, left - 1))
  }
  return rows
}

/** The row that comes now is left out: what goes over it is one row less high. */
function shorten(rows: Grid['rows']): void {
  for (const [index, {cells}] of rows.entries())
    for (const cell of cells) if (index + cell.rows > rows.length) cell.rows--
}

/** Columns of a row that nothing stands in, side by side in one cell. */
function gaps(rows: Grid['rows'], index: number, columns: number): GridCell[] {
  const free = new Array<boolean>(columns).fill(true)
  for (const [above, {cells}] of rows.slice(0, index + 1).entries())
    for (const {column, columns, rows} of cells) if (above + rows > index) free.fill(false, column, column + columns)
  const found: GridCell[] = []
  for (const [column, isFree] of free.entries()) {
    if (!isFree) continue
    const last = found.at(-1)
    if (last && last.column + last.columns === column) last.columns++
    else found.push({column, columns: 1, rows: 1})
  }
  return found
}
