/** Tables: rows that stay whole, header rows again at the head of each box, cells over columns and rows. */
import type {Galley} from './galley.ts'
import {goToRoom} from './keep.ts'
import type {TableNode} from './nodes.ts'
import {keepFree} from './note-room.ts'
import {calledInRows, groupEnd, prepare, refit, rowsHeight, ruleWidth} from './table-layout.ts'
import {drawRule, headRoom, layoutRow, type OpenTable, widthIn} from './table-rows.ts'
import {TableTree} from './table-tree.ts'

/** Lay a table out at the cursor. */
export function layoutTable(galley: Galley, node: TableNode): void {
  const {context} = galley
  if (node.caption) galley.processNode(node.caption)
  const rows = node.content.rows.length
  const {element, lang, dir, axes} = galley.around
  const layout: OpenTable = {
    ...prepare(galley, node, context.availableWidth),
    x: context.x,
    around: context.box.pageSize.width - context.availableWidth,
    elements: element ? new TableTree(galley.options.tree, element, node) : undefined,
    headed: new Set([context.page]),
    turned: {lang, dir, axes}
  }
  const {headerRows} = node.content
  const outer = galley.around
  galley.around = {...outer, onGrid: false}
  let row = 0
  while (row < rows) {
    const end = row < headerRows ? headerRows : groupEnd(node, row)
    makeRoom(layout, row, row === 0 && headerRows > 0 ? groupEnd(node, headerRows) : end)
    if (row >= headerRows && headerRows > 0)
      galley.around = {...galley.around, continuations: [...outer.continuations, () => repeatHeader(layout)]}
    const first = context.isFree
    if (!outer.trial && rowsHeight(layout, row, end) <= context.availableHeight)
      keepFree(galley, rowsHeight(layout, row, end))
    for (; row < end; row++) layoutRow(layout, row)
    // A row that is higher than the rest of the box breaks below the header rows, and does not leave them alone.
    if (first && row === headerRows) context.top = context.y
  }
  galley.around = outer
  drawRule(layout, rows)
}

/** Go to a box where the rows from `row` to `end` fit, with the rule below them and the footnotes they call. */
function makeRoom(layout: OpenTable, row: number, end: number): void {
  const {galley, node} = layout
  const {context} = galley
  const {page} = context
  context.sync()
  if (galley.around.trial || context.isFree) return
  const notes = calledInRows(node, row, end)
  const closed = row > node.content.headerRows
  const last = row < node.content.headerRows ? node.content.headerRows : end
  const height = rowsHeight(layout, row, end) + ruleWidth(node, last)
  goToRoom(galley, {height, notes}, () => {
    if (closed && context.page === page) drawRule(layout, row)
  })
  refit(layout, context.availableWidth)
}

/** The header rows again, as an artifact; a second cell that comes to the same box only moves below them. */
function repeatHeader(layout: OpenTable): void {
  const {galley, node} = layout
  const {context} = galley
  const outer = galley.around
  const {x, availableWidth} = context
  context.x = layout.x
  context.availableWidth = widthIn(layout)
  refit(layout, context.availableWidth)
  const bottom = context.y + headRoom(layout, context.box)
  if (bottom > context.y && !layout.headed.has(context.page)) {
    galley.around = {...outer, ...layout.turned, element: null, continuations: [], notes: 'none'}
    for (let row = 0; row < node.content.headerRows; row++) layoutRow(layout, row)
    galley.around = outer
  }
  layout.headed.add(context.page)
  Object.assign(context, {x, availableWidth, y: bottom})
}
