/** Rows and cells of a table in the structure tree, where each row fills all columns (ISO 14289-1, 7.5). */
import {largest} from '../../largest.ts'
import type {CellNode, TableNode} from './nodes.ts'
import type {StructureElement, StructureTree} from './structure.ts'

/** Scopes of header cells. */
const SCOPES = {column: 'Column', row: 'Row'} as const

/** The elements of one table, THead and TBody with a TR for each row in which a cell begins. */
export class TableTree {
  private readonly tree: StructureTree
  private readonly rows = new Map<number, StructureElement>()

  constructor(tree: StructureTree, table: StructureElement, {content, cells}: TableNode) {
    this.tree = tree
    const {headerRows, rows} = content
    const begun = new Set(cells.map(({row}) => row))
    // Header rows alone are the body of their table: there is no THead without a TBody.
    const heads = [...begun].some((row) => row >= headerRows) ? headerRows : 0
    const head = heads > 0 ? tree.add(table, 'THead') : table
    const body = tree.add(table, 'TBody')
    const filled = filledPlaces(cells)
    const columns = largest(cells.map(({column, colspan}) => column + colspan))
    for (const row of rows.keys()) {
      // A row that cells from above cover whole is none for a reader.
      if (!begun.has(row)) continue
      const element = tree.add(row < heads ? head : body, 'TR')
      this.rows.set(row, element)
      const missing = columns - (filled[row] ?? 0)
      for (let at = 0; at < missing; at++) tree.add(element, 'TD', {}, Number.MAX_SAFE_INTEGER)
    }
  }

  /** A new TH or TD for `cell`. */
  cell({row, header, colspan, rowspan}: CellNode): StructureElement | undefined {
    const parent = this.rows.get(row)
    if (!parent) return
    const covered = Array.from({length: rowspan}, (_, index) => row + index).filter((at) => this.rows.has(at))
    const spans = {colspan, rowspan: covered.length}
    return this.tree.add(parent, header ? 'TH' : 'TD', {...spans, ...(header && {scope: SCOPES[header]})})
  }
}

/** How many columns of each row have a cell, of its own or from above. */
function filledPlaces(cells: readonly CellNode[]): number[] {
  const filled: number[] = []
  for (const {row, rowspan, colspan} of cells)
    for (let down = row; down < row + rowspan; down++) filled[down] = (filled[down] ?? 0) + colspan
  return filled
}
