/** Widths of blocks side by side. */
import type {Columns} from '../content.ts'
import {ColumnWidths, type MeasuredNode} from './pdfmake.ts'

interface SideBySide {
  content: Columns
  columns: (MeasuredNode & {width: number | 'auto' | '*'; _calcWidth?: number})[]
  _gap?: number
}

/** Give `node` columns and gaps that fit into `room`: what is wider together is narrowed alike. */
export function fitColumns(node: SideBySide, room: number): void {
  const {columns, content} = node
  for (const [index, column] of columns.entries()) column.width = content.columns[index]?.width ?? '*'
  const spaces = Math.max(0, columns.length - 1)
  // Where there is little room, words need it more than the space between them.
  const gap = Math.min(content.gap, room / (2 * spaces + 1))
  const left = room - spaces * gap
  node._gap = gap
  ColumnWidths.buildColumnWidths(columns, left)
  const total = columns.reduce((sum, {_calcWidth = 0}) => sum + _calcWidth, 0)
  if (total <= left) return
  for (const column of columns) column.width = (column._calcWidth ?? 0) * (left / total)
}
