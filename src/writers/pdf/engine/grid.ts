/** The places of a table's cells. */
import type {Cell} from '../content.ts'

export interface PlacedCell {
  cell: Cell
  row: number
  column: number
}

/** Put each cell into the first free column of its row, as HTML does. */
export function toGrid(rows: readonly (readonly Cell[])[]): PlacedCell[] {
  const taken = new Set<string>()
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map((cell) => {
      while (taken.has(`${row},${column}`)) column++
      const place = {cell, row, column}
      for (let down = 0; down < cell.rowspan; down++) {
        for (let across = 0; across < cell.colspan; across++) taken.add(`${row + down},${column + across}`)
      }
      column += cell.colspan
      return place
    })
  })
}
