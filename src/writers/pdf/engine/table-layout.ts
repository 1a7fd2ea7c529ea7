/** Sizes of a table: columns, rows, which of them belong together. */
import type {Galley} from './galley.ts'
import type {Head} from './head-height.ts'
import type {CellNode, TableNode} from './nodes.ts'
import {calledIn, type NoteContent} from './note-room.ts'
import {ColumnWidths} from './pdfmake.ts'

/** Columns that are wider than their table by less are so by rounding, pt. */
const ROUNDING = 0.5

export interface TableLayout {
  galley: Galley
  node: TableNode
  width: number
  /** Left edges of the columns from that of the table, and the right edge of the last. */
  edges: readonly number[]
  heights: readonly number[]
}

/** The caption, the header rows and the first group of the body: what a heading above the table needs. */
export function headRows(galley: Galley, node: TableNode, width: number): Head {
  const {caption} = node
  const above = caption ? galley.heightOf(width, () => galley.processNode(caption)) : 0
  const end = groupEnd(node, node.content.headerRows)
  const notes = [...(caption ? calledIn(caption) : []), ...calledInRows(node, 0, end)]
  return {height: above + rowsHeight(prepare(galley, node, width), 0, end), notes}
}

/** Footnotes called in rows. */
export function calledInRows(node: TableNode, start: number, end: number): NoteContent[] {
  return node.rows.slice(start, end).flatMap((cells) => cells.flatMap(({body}) => calledIn(body)))
}

/** Share out `width` and measure the rows. Columns that are wider together are narrowed alike. */
export function prepare(galley: Galley, node: TableNode, width: number): TableLayout {
  ColumnWidths.buildColumnWidths(node.columns, width)
  const edges = [0]
  for (const {_calcWidth = 0} of node.columns) edges.push((edges.at(-1) ?? 0) + _calcWidth)
  const total = edges.at(-1) ?? 0
  const fitting = total > width + ROUNDING ? scaled(edges, width / total) : edges
  return {galley, node, width, edges: fitting, heights: rowHeights(galley, node, fitting)}
}

/** Fit a table that goes on in a box of another width. */
export function refit(layout: TableLayout, width: number): void {
  if (width === layout.width || width <= 0) return
  layout.edges = scaled(layout.edges, width / layout.width)
  layout.heights = rowHeights(layout.galley, layout.node, layout.edges)
  layout.width = width
}

function scaled(edges: readonly number[], factor: number): number[] {
  return edges.map((edge) => edge * factor)
}

/** A cell over several rows stretches the last of them. */
function rowHeights(galley: Galley, node: TableNode, edges: readonly number[]): number[] {
  const heights = node.content.rows.map(() => 0)
  const bySpan = [...node.cells].sort((a, b) => a.rowspan - b.rowspan)
  for (const cell of bySpan) {
    const last = Math.min(cell.row + cell.rowspan, heights.length) - 1
    const inner = cellWidth(cell, edges) - sides(cell)
    const height = galley.heightOf(inner, () => {
      beginCell(galley)
      galley.processNode(cell.body)
    })
    let above = 0
    for (let row = cell.row; row < last; row++) above += (heights[row] ?? 0) + ruleWidth(node, row + 1)
    heights[last] = Math.max(heights[last] ?? 0, height + 2 * cell.padding[0] - above)
  }
  return heights
}

/** A cell begins at its padding: space before its first block has no sense there. */
export function beginCell({context}: Galley): void {
  context.top = context.y
}

/** With its padding, pt. */
export function cellWidth(cell: CellNode, edges: readonly number[]): number {
  return (edges[cell.column + cell.colspan] ?? edges.at(-1) ?? 0) - (edges[cell.column] ?? 0)
}

/** Padding at the start and the end, pt. */
export function sides({padding}: CellNode): number {
  return padding[1] + padding[2]
}

/** First row after `row` that no cell reaches into from above. */
export function groupEnd(node: TableNode, row: number): number {
  let end = row + 1
  while (end < node.rows.length && node.crossing.has(end)) end += 1
  return Math.min(end, node.rows.length)
}

/** Height of rows with the rules above them. */
export function rowsHeight({node, heights}: TableLayout, start: number, end: number): number {
  let height = 0
  for (let row = start; row < end; row++) height += ruleWidth(node, row) + (heights[row] ?? 0)
  return height
}

/** Thickness of the rule above a row. */
export function ruleWidth(node: TableNode, row: number): number {
  return node.content.line(row)?.width ?? 0
}

/** Stretches of columns that no cell from above reaches through at the top of `row`. */
export function openStretches(node: TableNode, row: number): [number, number][] {
  const crossed = node.crossing.get(row) ?? []
  const closed = new Set<number>()
  for (const cell of crossed) for (let at = 0; at < cell.colspan; at++) closed.add(cell.column + at)
  const stretches: [number, number][] = []
  for (let column = 0; column < node.columns.length; column++) {
    const last = stretches.at(-1)
    if (closed.has(column)) continue
    if (last && last[1] === column) last[1] = column + 1
    else stretches.push([column, column + 1])
  }
  return stretches
}
