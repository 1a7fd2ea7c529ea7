/** Tables: rows that stay whole, header rows again at the head of each box, cells over columns and rows. */
import type {Galley} from './galley.ts'
import type {CellNode, TableNode} from './nodes.ts'
import {ColumnWidths} from './pdfmake.ts'
import type {StructureElement} from './structure.ts'

interface TableLayout {
  galley: Galley
  node: TableNode
  /** Left edges of the columns from that of the table, and the right edge of the last. */
  edges: readonly number[]
  heights: readonly number[]
}

/** A table with its place in the structure tree. */
interface OpenTable extends TableLayout {
  rowElements: ReadonlyMap<number, StructureElement>
}

/** Lay a table out at the cursor. */
export function layoutTable(galley: Galley, node: TableNode): void {
  const {context} = galley
  if (node.caption) galley.processNode(node.caption)
  const rows = node.content.rows.length
  const layout: OpenTable = {...prepare(galley, node, context.availableWidth), rowElements: addRows(galley, node)}
  const {headerRows} = node.content
  const outer = galley.around
  const headHeight = rowsHeight(layout, 0, headerRows)
  let row = 0
  while (row < rows) {
    const end = row < headerRows ? headerRows : groupEnd(node, row)
    const needed = rowsHeight(layout, row, row === 0 && headerRows > 0 ? groupEnd(node, headerRows) : end)
    context.sync()
    const fresh = context.availableHeight >= needed + closing(node, end) || context.atTop || outer.trial
    if (!fresh) {
      if (row > headerRows) drawRule(layout, row)
      galley.nextBox()
    }
    if (row >= headerRows && headerRows > 0) {
      galley.around = {...outer, continuations: [...outer.continuations, () => repeatHeader(layout, headHeight)]}
    }
    for (; row < end; row++) layoutRow(layout, row)
  }
  galley.around = outer
  drawRule(layout, rows)
}

/** Height of the header rows with the first group of the body: what a heading above the table needs. */
export function headRowsHeight(galley: Galley, node: TableNode, width: number): number {
  const caption = node.caption
  const above = caption ? galley.heightOf(width, () => galley.processNode(caption)) : 0
  return above + rowsHeight(prepare(galley, node, width), 0, groupEnd(node, node.content.headerRows))
}

function prepare(galley: Galley, node: TableNode, width: number): TableLayout {
  ColumnWidths.buildColumnWidths(node.columns, width)
  const edges = [0]
  for (const {_calcWidth = 0} of node.columns) edges.push((edges.at(-1) ?? 0) + _calcWidth)
  return {galley, node, edges, heights: rowHeights(galley, node, edges)}
}

/** A cell over several rows stretches the last of them. */
function rowHeights(galley: Galley, node: TableNode, edges: readonly number[]): number[] {
  const heights = node.content.rows.map(() => 0)
  const bySpan = [...node.cells].sort((a, b) => a.rowspan - b.rowspan)
  for (const cell of bySpan) {
    const last = Math.min(cell.row + cell.rowspan, heights.length) - 1
    const inner = cellWidth(cell, edges) - sides(cell)
    const height = galley.heightOf(inner, () => galley.processNode(cell.body)) + 2 * cell.padding[0]
    let above = 0
    for (let row = cell.row; row < last; row++) above += (heights[row] ?? 0) + ruleWidth(node, row + 1)
    heights[last] = Math.max(heights[last] ?? 0, height - above)
  }
  return heights
}

function cellWidth(cell: CellNode, edges: readonly number[]): number {
  return (edges[cell.column + cell.colspan] ?? edges.at(-1) ?? 0) - (edges[cell.column] ?? 0)
}

function sides({padding}: CellNode): number {
  return padding[1] + padding[2]
}

/** THead and TBody with a TR for each row. */
function addRows(galley: Galley, node: TableNode): ReadonlyMap<number, StructureElement> {
  const {tree} = galley.options
  const rows = new Map<number, StructureElement>()
  const table = galley.around.element
  if (!table) return rows
  const {headerRows} = node.content
  const head = headerRows > 0 ? tree.add(table, 'THead') : undefined
  const body = node.content.rows.length > headerRows ? tree.add(table, 'TBody') : undefined
  for (let row = 0; row < node.content.rows.length; row++) {
    const section = row < headerRows ? head : body
    if (section) rows.set(row, tree.add(section, 'TR'))
  }
  return rows
}

/** First row after `row` that no cell reaches into from above. */
function groupEnd(node: TableNode, row: number): number {
  let end = row + 1
  for (let at = row; at < end; at++) {
    for (const cell of node.cells) if (cell.row === at) end = Math.max(end, at + cell.rowspan)
  }
  return Math.min(end, node.content.rows.length)
}

function rowsHeight({node, heights}: TableLayout, start: number, end: number): number {
  let height = 0
  for (let row = start; row < end; row++) height += ruleWidth(node, row) + (heights[row] ?? 0)
  return height
}

function closing(node: TableNode, row: number): number {
  return ruleWidth(node, row)
}

function ruleWidth(node: TableNode, row: number): number {
  return node.content.line(row)?.width ?? 0
}

function layoutRow(layout: OpenTable, row: number): void {
  const {galley, node, heights} = layout
  const {context} = galley
  const height = heights[row] ?? 0
  drawRule(layout, row)
  const cells = node.cells.filter((cell) => cell.row === row)
  context.sync()
  if (!galley.around.trial && height > context.availableHeight + 0.001 && context.atTop) {
    breakRow(layout, cells)
    return
  }
  const {x, y, availableWidth} = context
  for (const cell of cells) {
    layoutCell(layout, cell, {x: x + (layout.edges[cell.column] ?? 0), y})
    context.x = x
    context.availableWidth = availableWidth
    context.y = y
  }
  context.moveDown(height)
  context.sync()
}

function layoutCell(layout: OpenTable, cell: CellNode, at: {x: number; y: number}): void {
  const {galley, node, edges} = layout
  const {context} = galley
  const [vertical, start] = cell.padding
  const width = cellWidth(cell, edges)
  const end = Math.min(cell.row + cell.rowspan, node.content.rows.length)
  const height = rowsHeight(layout, cell.row, end) - ruleWidth(node, cell.row)
  if (cell.ground) {
    const area = {...at, width, height}
    galley.place(galley.shape({shape: 'rect', x: 0, y: 0, width, height, color: cell.ground}, area))
  }
  context.x = at.x + start
  context.availableWidth = width - sides(cell)
  context.y = at.y + vertical
  insideCell(layout, cell)
}

/** Lay out what is in a cell below its TH or TD. */
function insideCell({galley, rowElements}: OpenTable, cell: CellNode): void {
  const outer = galley.around
  const row = rowElements.get(cell.row)
  const {header, colspan, rowspan} = cell
  const scope = header && ({column: 'Column', row: 'Row'} as const)[header]
  const element =
    outer.element && row
      ? galley.options.tree.add(row, header ? 'TH' : 'TD', {colspan, rowspan, ...(scope && {scope})})
      : null
  const {top} = galley.context
  // A cell begins at its padding: space before its first block has no sense there.
  galley.context.top = galley.context.y
  galley.around = {...outer, element}
  galley.processNode(cell.body)
  galley.around = outer
  galley.context.top = top
}

/** A row higher than a whole box: its cells go on in the next ones side by side. */
function breakRow(layout: OpenTable, cells: readonly CellNode[]): void {
  const {galley, edges} = layout
  const {context} = galley
  const start = {page: context.page, x: context.x, y: context.y, width: context.availableWidth}
  let end = {page: start.page, y: start.y}
  for (const cell of cells) {
    const [vertical, before] = cell.padding
    context.page = start.page
    context.x = start.x + (edges[cell.column] ?? 0) + before
    context.y = start.y + vertical
    context.availableWidth = cellWidth(cell, edges) - sides(cell)
    context.sync()
    insideCell(layout, cell)
    const bottom = {page: context.page, y: context.y + vertical}
    if (bottom.page > end.page || (bottom.page === end.page && bottom.y > end.y)) end = bottom
  }
  context.page = end.page
  context.x = start.x
  context.y = end.y
  context.availableWidth = start.width
  context.sync()
}

/** The header rows again, as an artifact; a second cell that comes to the same box only moves below them. */
function repeatHeader(layout: OpenTable, height: number): void {
  const {galley, node} = layout
  const {context} = galley
  const outer = galley.around
  galley.around = {...outer, element: null, continuations: []}
  const bottom = context.y + height
  for (let row = 0; row < node.content.headerRows; row++) layoutRow(layout, row)
  context.y = bottom
  galley.around = outer
}

function drawRule(layout: TableLayout, row: number): void {
  const {galley, node, edges} = layout
  const {context} = galley
  const rule = node.content.line(row)
  if (!rule) return
  const {width: height, color} = rule
  for (const [start, end] of openStretches(node, row)) {
    const x = context.x + (edges[start] ?? 0)
    const width = (edges[end] ?? 0) - (edges[start] ?? 0)
    const area = {x, y: context.y, width, height}
    galley.place(galley.shape({shape: 'rect', x: 0, y: 0, width, height, color}, area))
  }
  context.moveDown(height)
}

/** Stretches of columns that no cell from above reaches through at the top of `row`. */
function openStretches(node: TableNode, row: number): [number, number][] {
  const crossed = node.cells.filter((cell) => cell.row < row && cell.row + cell.rowspan > row)
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
