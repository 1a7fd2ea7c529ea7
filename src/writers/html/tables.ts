/** Tables and programmes. */
import type {Programme, Table, TableCell, TableRow} from '../../document/nodes.ts'
import {itemBlocks} from './blocks.ts'
import {element, type Html} from './element.ts'
import {inlines} from './inlines.ts'
import {label, language, look, type State} from './state.ts'

/** Write a table: caption, head rows, header cells with their scope; a wide one scrolls inside its own frame. */
export function table(node: Table, state: State): Html {
  const headRows = node.children.findIndex((row) => !isHead(row))
  const count = headRows === -1 ? node.children.length : headRows
  const id = label(state)
  const caption =
    node.caption.length > 0
      ? element('caption', {...look(node, 'caption', state), id}, inlines(node.caption, state))
      : ''
  const head = node.children.slice(0, count).map((row) => tableRow(row, state))
  const body = node.children.slice(count).map((row) => tableRow(row, state))
  const parts = [caption, head.length > 0 ? element('thead', {}, ...head) : '', element('tbody', {}, ...body)]
  const whole = element('table', look(node, 'table', state), ...parts)
  // What scrolls must be reachable with the keyboard, and then needs a name.
  const named = caption ? {role: 'region', 'aria-labelledby': id, tabindex: 0} : {}
  return element('div', {class: 'scroll', ...named}, whole)
}

/** Write a programme as a table whose rows are headed by their time. */
export function programme(node: Programme, state: State): Html {
  const hasPlaces = node.children.some((entry) => entry.where.length > 0)
  const rows = node.children.map((entry) =>
    element(
      'tr',
      language(entry),
      element('th', {...look(entry, 'programme-time', state), scope: 'row'}, inlines(entry.time, state)),
      element('td', look(entry, 'programme-what', state), inlines(entry.what, state)),
      hasPlaces ? element('td', look(entry, 'programme-where', state), inlines(entry.where, state)) : ''
    )
  )
  return element('table', {class: 'programme', ...language(node)}, element('tbody', {}, ...rows))
}

function isHead(row: TableRow): boolean {
  return row.children.length > 0 && row.children.every((cell) => cell.header === 'column')
}

function tableRow(row: TableRow, state: State): Html {
  return element('tr', language(row), ...row.children.map((cell, index) => tableCell(cell, index, state)))
}

function tableCell(cell: TableCell, index: number, state: State): Html {
  const {header, align, colspan, rowspan} = cell
  const name = header === 'column' ? 'table-head' : header === 'row' || index === 0 ? 'table-first' : 'table'
  const attributes = {
    ...look(cell, name, state),
    scope: header === 'column' ? 'col' : header === 'row' ? 'row' : undefined,
    colspan: colspan > 1 ? colspan : undefined,
    rowspan: rowspan > 1 ? rowspan : undefined,
    style: align === 'start' ? undefined : `text-align:${align}`
  }
  return element(header ? 'th' : 'td', attributes, itemBlocks(cell.children, state))
}
