/** Tables: rows that stay whole, header rows again at the head of each box, cells over columns and rows. */
import type {Galley} from './galley.ts'
import type {CellNode, TableNode} from './nodes.ts'
import {
  beginCell,
  cellWidth,
  groupEnd,
  openStretches,
  prepare,
  rowsHeight,
  ruleWidth,
  sides,
  type TableLayout
} from './table-layout.ts'
import {TableTree} from './table-tree.ts'

/** Part of a box that header rows may take there: higher ones are not repeated, or no room would be left. */
const MOST_HEAD = 0.5

/** A table with its place in the structure tree. */
interface OpenTable extends TableLayout {
  /** `undefined` in a trial and in an artifact. */
  elements: TableTree | undefined
}

/** Lay a table out at the cursor. */
export function layoutTable(galley: Galley, node: TableNode): void {
  const {context} = galley
  if (node.caption) galley.processNode(node.caption)
  const rows = node.content.rows.length
  const {element} = galley.around
  const elements = element ? new TableTree(galley.options.tree, element, node) : undefined
  const layout: OpenTable = {...prepare(galley, node, context.availableWidth), elements}
  const {headerRows} = node.content
  const outer = galley.around
  const headHeight = rowsHeight(layout, 0, headerRows)
  let row = 0
  while (row < rows) {
    const end = row < headerRows ? headerRows : groupEnd(node, row)
    const needed = rowsHeight(layout, row, row === 0 && headerRows > 0 ? groupEnd(node, headerRows) : end)
    context.sync()
    const fresh = context.availableHeight >= needed + ruleWidth(node, end) || context.atTop || outer.trial
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
function insideCell({galley, elements}: OpenTable, cell: CellNode): void {
  const outer = galley.around
  const element = (outer.element && elements?.cell(cell)) ?? null
  const {top} = galley.context
  beginCell(galley)
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
  const index = context.box.items.length
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
  for (const cell of cells) groundOver(layout, cell, {start, end, index})
  context.page = end.page
  context.x = start.x
  context.y = end.y
  context.availableWidth = start.width
  context.sync()
}

interface Stretch {
  start: {page: number; x: number; y: number}
  end: {page: number; y: number}
  /** Items of the first box that lie below the ground. */
  index: number
}

/** The ground of a cell in each box that its row reaches, below the header rows there. */
function groundOver(layout: OpenTable, cell: CellNode, {start, end, index}: Stretch): void {
  if (!cell.ground) return
  const {galley, node, edges} = layout
  const head = rowsHeight(layout, 0, node.content.headerRows)
  for (let page = start.page; page <= end.page; page++) {
    const box = galley.context.pages[page]
    if (!box) continue
    const first = page === start.page
    const y = first ? start.y : head > MOST_HEAD * box.pageSize.height ? 0 : head
    const bottom = page === end.page ? end.y : box.pageSize.height - box.notesHeight
    const area = {x: start.x + (edges[cell.column] ?? 0), y, width: cellWidth(cell, edges), height: bottom - y}
    const rect = {shape: 'rect', x: 0, y: 0, width: area.width, height: area.height, color: cell.ground} as const
    box.items.splice(first ? index : 0, 0, galley.shape(rect, area))
  }
}

/** The header rows again, as an artifact; a second cell that comes to the same box only moves below them. */
function repeatHeader(layout: OpenTable, height: number): void {
  const {galley, node} = layout
  const {context} = galley
  const outer = galley.around
  if (height > MOST_HEAD * context.box.pageSize.height) return
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
