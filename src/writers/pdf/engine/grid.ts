/** The places of a table's cells. */
import type {Cell} from '../content.ts'

export interface PlacedCell {
  cell: Cell
  row: number
  column: number
  /** As far as the cell finds room: before a cell from above, and within the rows that there are. */
  colspan: number
  rowspan: number
}

/** Put each cell into the first free column of its row, as HTML does. */
export function toGrid(rows: readonly (readonly Cell[])[]): PlacedCell[] {
  const taken = new Set<string>()
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map((cell) => {
      while (taken.has(`${row},${column}`)) column++
      let colspan = 1
      while (colspan < cell.colspan && !taken.has(`${row},${column + colspan}`)) colspan++
      const place = {cell, row, column, colspan, rowspan: Math.min(cell.rowspan, rows.length - row)}
      for (let down = 0; down < place.rowspan; down++) {
        for (let across = 0; across < colspan; across++) taken.add(`${row + down},${column + across}`)
      }
      column += colspan
      return place
    })
  })
}
