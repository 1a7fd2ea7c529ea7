/** Tables, with headers that a screen reader can follow. */
import type {Element} from 'hast'
import type {Table, TableRow} from 'mdast'
import type {State} from 'mdast-util-to-hast'
import {element, placed} from './element.ts'

export interface TableLook {
  /** What heads the cells: the first row, the first column, or both. */
  header: 'row' | 'column' | 'both'
  /** The `<caption>`. */
  caption?: Element
}

/** Make a table; `scope` says of each header cell what it heads. No cell is cut off, as GFM would a row's surplus. */
export function table(state: State, node: Table, look: TableLook = {header: 'row'}): Element {
  const width = Math.max(...node.children.map((row) => row.children.length))
  const rows = node.children.map((row, index) => tableRow(state, row, {node, look, width, first: index === 0}))
  const head = look.header === 'column' ? [] : rows.slice(0, 1)
  const body = rows.slice(head.length)
  return element('table', {}, [
    ...(look.caption ? [look.caption] : []),
    ...(head.length > 0 ? [element('thead', {}, head)] : []),
    ...(body.length > 0 ? [element('tbody', {}, body)] : [])
  ])
}

interface RowLook {
  node: Table
  look: TableLook
  /** Cells of the widest row. */
  width: number
  first: boolean
}

function tableRow(state: State, row: TableRow, {node, look, width, first}: RowLook): Element {
  const cells = row.children.map((cell, column) => {
    const scope = scopeOf(look.header, first, column)
    const align = node.align?.[column]
    const properties = {...(align && {align}), ...(scope && {scope})}
    return placed(cell, element(scope ? 'th' : 'td', properties, state.all(cell)))
  })
  while (cells.length < width) cells.push(placed(row, element('td', {}, [])))
  return placed(row, element('tr', {}, cells))
}

function scopeOf(header: TableLook['header'], first: boolean, column: number): 'col' | 'row' | undefined {
  if (first && header !== 'column') return 'col'
  return column === 0 && header !== 'row' ? 'row' : undefined
}
