/** Tables of data. */

import type {Block, Table} from '../../document/nodes.ts'
import {plainText} from '../../document/text.ts'
import {blocks, line, optional, unitOf, withBookmark} from './blocks.ts'
import {gap} from './components.ts'
import type {WordBlock, WordCell, WordTable} from './model.ts'
import {at, inside, type State} from './state.ts'
import {type Grid, type GridCell, tableGrid} from './table-grid.ts'
import {xmlText} from './text.ts'

/** Space between columns, pt. */
const gutter = 9

/** A column is at least this many characters wide in the reckoning of widths, and at most that many. */
const narrowest = 6
const widest = 48

/** Word opens no table that has more. */
const mostColumns = 63

/** A table under its caption, with real header rows, and as wide as the text. */
export function table(node: Table, state: State): WordBlock[] {
  const grid = tableGrid(node.children)
  if (grid.columns > mostColumns)
    state.context.report(
      'docx-columns',
      `Unexpected table of ${grid.columns} columns, expected ${mostColumns} at most`,
      at(node)
    )
  const columns = columnWidths(grid).map((share) => share * state.width)
  const caption = plainText(node.caption)
  const heads = headsOf(node)
  const rows = grid.rows.map(({row, cells}) => ({
    header: row.children.every((cell) => cell.header === 'column'),
    cells: cells.map((cell) => tableCell(cell, grid.columns, {...inside(row, state), width: roomIn(cell, columns)}))
  }))
  const model: WordTable = {
    type: 'table',
    rtl: state.rtl,
    style: rows.some((row) => row.header) ? 'table' : 'lines',
    columns,
    heads: {
      row: rows.some((row) => row.header),
      column: node.children.some((row) => row.children[0]?.header === 'row')
    },
    rows,
    ...(caption === '' ? {} : {caption: xmlText(caption, () => undefined)}),
    ...(heads.length === 0 ? {} : {description: xmlText(described(heads, state), () => undefined)})
  }
  const above = optional('caption', node.caption, state).map((paragraph) => ({...paragraph, keepNext: true}))
  return model.rows.length === 0 ? above : [...above, model, gap(state)]
}

/** Words of the header row's cells. */
function headsOf({children: [first]}: Table): string[] {
  const cells = first?.children.every(({header}) => header === 'column') ? first.children : []
  const words = cells.map(({children}) => children.map(wordsOf).join(' ').replace(/\s+/g, ' ').trim())
  return words.filter((one) => one !== '')
}

/** The columns in brackets, apart from the caption, which programs show right before. */
function described(heads: readonly string[], {context}: State): string {
  return ` (${context.locale.list(heads)})`
}

/** Width of what stands in a cell, pt. */
function roomIn(cell: GridCell, columns: readonly number[]): number {
  const widths = columns.slice(cell.column, cell.column + cell.columns)
  return widths.reduce((sum, width) => sum + width, 0) - gutter
}

function tableCell({cell: node, column, columns, rows}: GridCell, width: number, around: State): WordCell {
  if (!node) return {columns, rows, children: [line('table', [], around)]}
  const state = inside(node, around)
  const name = node.header === 'column' ? 'table-head' : column === 0 || node.header === 'row' ? 'table-first' : 'table'
  const content = withBookmark(
    blocks(node.children, {...state, text: name, depth: 0, listIndent: 0}),
    unitOf(node, state)
  )
  const aligned = content.map((block) =>
    block.type === 'paragraph'
      ? {
          ...block,
          ...(node.align === 'start' ? {} : {align: node.align}),
          ...(column + columns < width ? {indentEnd: gutter} : {})
        }
      : block
  )
  return {
    columns,
    rows,
    children: aligned.at(-1)?.type === 'paragraph' ? aligned : [...aligned, line(name, [], state)]
  }
}

/** Share of the width for each column, by the longest text in it. */
function columnWidths({columns, rows}: Grid): number[] {
  const lengths = new Array<number>(columns).fill(narrowest)
  for (const {column, columns, cell} of rows.flatMap(({cells}) => cells)) {
    if (columns > 1 || !cell) continue
    const length = cell.children.map(textLength).reduce((a, b) => Math.max(a, b), 0)
    lengths[column] = Math.max(lengths[column] ?? 0, Math.min(length, widest))
  }
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return lengths.map((length) => length / total)
}

function textLength(block: Block): number {
  return block.type === 'paragraph' || block.type === 'heading' ? wordsOf(block).length : widest
}

function wordsOf(block: Block): string {
  return block.type === 'paragraph' || block.type === 'heading' ? plainText(block.children) : ''
}
