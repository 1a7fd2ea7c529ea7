/** Rows of a table: whole ones, ones that break over boxes, the rules and grounds around them. */
import type {FilledBox} from './context.ts'
import type {CellNode} from './nodes.ts'
import {
  beginCell,
  cellWidth,
  openStretches,
  refit,
  rowsHeight,
  ruleWidth,
  sides,
  type TableLayout
} from './table-layout.ts'
import type {TableTree} from './table-tree.ts'

/** Part of a box that header rows may take there: higher ones are not repeated, or no room would be left. */
const MOST_HEAD = 0.5

/** A table with its place in the box and in the structure tree. */
export interface OpenTable extends TableLayout {
  x: number
  /** What the table is narrower than its box, pt. */
  around: number
  /** `undefined` in a trial and in an artifact. */
  elements: TableTree | undefined
  /** The boxes where the header rows stand. */
  headed: Set<number>
  /** What holds for the header rows wherever they are repeated, such as from within a block of another direction. */
  turned: {lang: string; dir: 'ltr' | 'rtl'; axes: readonly number[]}
}

/** Lay a row out at the cursor. */
export function layoutRow(layout: OpenTable, row: number): void {
  const {galley, node, heights} = layout
  const {context} = galley
  const height = heights[row] ?? 0
  drawRule(layout, row)
  const cells = node.rows[row] ?? []
  context.sync()
  const deepest = Math.max(height, ...cells.map((cell) => spannedHeight(layout, cell)))
  if (!galley.around.trial && deepest > context.availableHeight + 0.001) {
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

/** Height of the rows that a cell reaches over, below the rule above them. */
function spannedHeight(layout: OpenTable, cell: CellNode): number {
  const {node} = layout
  const end = Math.min(cell.row + cell.rowspan, node.content.rows.length)
  return rowsHeight(layout, cell.row, end) - ruleWidth(node, cell.row)
}

function layoutCell(layout: OpenTable, cell: CellNode, at: {x: number; y: number}): void {
  const {galley, edges} = layout
  const {context} = galley
  const [vertical, start] = cell.padding
  const width = cellWidth(cell, edges)
  const height = spannedHeight(layout, cell)
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
  galley.around = {...galley.around, element}
  galley.processNode(cell.body)
  galley.around = outer
  galley.context.top = top
}

/** A row higher than a whole box: its cells go on in the next ones side by side. */
function breakRow(layout: OpenTable, cells: readonly CellNode[]): void {
  const {galley} = layout
  const {context} = galley
  const outer = galley.around
  const {edges, heights, width} = layout
  const start = {page: context.page, x: context.x, y: context.y}
  const index = context.box.items.length
  let end = {page: start.page, y: start.y}
  for (const cell of cells) {
    const [vertical, before] = cell.padding
    Object.assign(layout, {edges, heights, width})
    context.page = start.page
    context.x = start.x + (edges[cell.column] ?? 0) + before
    context.y = start.y + vertical
    context.availableWidth = cellWidth(cell, edges) - sides(cell)
    context.sync()
    galley.around = {...outer, continuations: [...outer.continuations, continuation(layout, cell)]}
    insideCell(layout, cell)
    galley.around = outer
    const bottom = {page: context.page, y: context.y + vertical}
    if (bottom.page > end.page || (bottom.page === end.page && bottom.y > end.y)) end = bottom
  }
  for (const cell of cells) groundOver(layout, cell, {start, end, index})
  context.page = end.page
  context.x = start.x
  context.y = end.y
  context.availableWidth = layout.width
  context.sync()
}

/** Moves the cursor of a cell to where its column stands in a box of another width. */
function continuation(layout: OpenTable, cell: CellNode): () => void {
  const {context} = layout.galley
  const placeOf = () => ({
    x: layout.edges[cell.column] ?? 0,
    width: cellWidth(cell, layout.edges),
    box: context.box.pageSize.width
  })
  let last = placeOf()
  return () => {
    refit(layout, widthIn(layout))
    const next = placeOf()
    // The cursor has taken the difference of the boxes already, but not between blocks side by side.
    const taken = context.snapshots.length > 0 ? 0 : next.box - last.box
    context.x += next.x - last.x
    context.availableWidth += next.width - last.width - taken
    last = next
  }
}

/** Width of the table in the current box, pt. */
export function widthIn(layout: OpenTable): number {
  const {context} = layout.galley
  return context.snapshots.length > 0 ? layout.width : context.box.pageSize.width - layout.around
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
  const {galley, edges} = layout
  for (let page = start.page; page <= end.page; page++) {
    const box = galley.context.pages[page]
    if (!box) continue
    const first = page === start.page
    const y = first ? start.y : headRoom(layout, box)
    const bottom = page === end.page ? end.y : box.pageSize.height - box.notesHeight
    const inColumns = galley.context.snapshots.length > 0
    const scale = inColumns ? 1 : (box.pageSize.width - layout.around) / layout.width
    const x = start.x + (edges[cell.column] ?? 0) * scale
    const area = {x, y, width: cellWidth(cell, edges) * scale, height: bottom - y}
    const rect = {shape: 'rect', x: 0, y: 0, width: area.width, height: area.height, color: cell.ground} as const
    box.items.splice(first ? index : 0, 0, galley.shape(rect, area, box))
  }
}

/** Height that the header rows take at the head of a further box; 0 where they are too high to be repeated. */
export function headRoom(layout: OpenTable, {pageSize}: FilledBox): number {
  const height = rowsHeight(layout, 0, layout.node.content.headerRows)
  return height > MOST_HEAD * pageSize.height ? 0 : height
}

/** Draw the rule above `row` where no cell reaches through it, and go below it. */
export function drawRule(layout: TableLayout, row: number): void {
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
