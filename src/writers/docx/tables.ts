/** Tables of data. */

import type {Block, Table, TableCell} from '../../document/nodes.ts'
import {plainText} from '../../document/text.ts'
import {blocks, line, optional, unitOf, withBookmark} from './blocks.ts'
import {gap} from './components.ts'
import type {WordBlock, WordCell, WordTable} from './model.ts'
import {inside, type State} from './state.ts'
import {xmlText} from './text.ts'

/** Space between columns, pt. */
const gutter = 9

/** A column is at least this many characters wide in the reckoning of widths, and at most that many. */
const narrowest = 6
const widest = 48

/** A table under its caption, with real header rows, and as wide as the text. */
export function table(node: Table, state: State): WordBlock[] {
  const width = Math.max(1, ...node.children.map((row) => row.children.reduce((sum, cell) => sum + cell.colspan, 0)))
  const columns = columnWidths(node, width).map((share) => share * state.width)
  const caption = plainText(node.caption)
  const heads = headsOf(node)
  const rows = node.children.map((row) => {
    const header = row.children.length > 0 && row.children.every((cell) => cell.header === 'column')
    return {
      header,
      cells: row.children.map((cell, index) => tableCell(cell, index, {width, state: inside(cell, inside(row, state))}))
    }
  })
  const model: WordTable = {
    type: 'table',
    rtl: state.rtl,
    style: rows.some((row) => row.header) ? 'table' : 'lines',
    columns,
    heads: {
      row: rows.some((row) => row.header),
      column: node.children.some((row) => row.children[0]?.header === 'row')
    },
    rows: rows.filter((row) => row.cells.length > 0),
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

function tableCell(node: TableCell, index: number, {width, state}: {width: number; state: State}): WordCell {
  const name = node.header === 'column' ? 'table-head' : index === 0 || node.header === 'row' ? 'table-first' : 'table'
  const content = withBookmark(blocks(node.children, {...state, text: name, depth: 0}), unitOf(node, state))
  const aligned = content.map((block) =>
    block.type === 'paragraph'
      ? {
          ...block,
          ...(node.align === 'start' ? {} : {align: node.align}),
          ...(index + node.colspan < width ? {indentEnd: gutter} : {})
        }
      : block
  )
  return {
    columns: node.colspan,
    rows: node.rowspan,
    children: aligned.at(-1)?.type === 'paragraph' ? aligned : [...aligned, line(name, [], state)]
  }
}

/** Share of the width for each column, by the longest text in it. */
function columnWidths(node: Table, count: number): number[] {
  const lengths = Array.from({length: count}, () => narrowest)
  for (const row of node.children) {
    let column = 0
    for (const cell of row.children) {
      const length = cell.children.map(textLength).reduce((a, b) => Math.max(a, b), 0)
      if (cell.colspan === 1) lengths[column] = Math.max(lengths[column] ?? 0, Math.min(length, widest))
      column += cell.colspan
    }
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
