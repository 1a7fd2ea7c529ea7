/** Tables of data, and programmes of events. */
import type {Inline, Programme, Table, TableCell} from '../../document/nodes.ts'
import type {Style} from '../../theme/styles.ts'
import {largest} from '../largest.ts'
import type {Cell, Content, TableBlock} from './content.ts'
import {inside, type State} from './definition.ts'
import {naturalWidth, shared} from './definition-columns.ts'
import {titleBlock} from './definition-components.ts'
import {flush, trimmed} from './definition-spacing.ts'
import {colorOf, hasStyle, styleOf, textBlock} from './definition-text.ts'
import {withWholeWords} from './table-fit.ts'

/** A table of so few rows is looked at as a whole: it stands on one page. */
const rowsKeptWhole = 6

/** A table without verticals: one strong line at its head, a hairline under each row. */
export function table(node: Table, state: State): Content[] {
  const scoped = inside(state, node.style)
  const headerRows = node.children.findIndex(({children}) => children.some(({header}) => header !== 'column'))
  const heads = headerRows < 0 ? node.children.length : headerRows
  const cells = node.children.map(({children}, row) => children.map((cell) => ({cell, name: nameOf(cell, row, heads)})))
  const columns = largest(
    node.children.map(({children}) => children.reduce((sum, cell) => sum + cell.colspan, 0)),
    1
  )
  const {padding: [vertical, horizontal] = [0, 0], before, after} = styleOf('table', scoped)
  // Where there are many columns, words need the room more than the space between them.
  const padding = [vertical, Math.min(horizontal, state.width / columns / 4)] as const
  const define = ({cell, name}: {cell: TableCell; name: string}, column: number) =>
    tableCell(cell, name, scoped, edges(padding, column, columns))

  const rows = cells.map((row) => row.map((cell, index) => define(cell, index)))
  const widths = withWholeWords(node, rows, naturalWidths(rows, columns, state), scoped)
  const [caption] = titleBlock(node.caption, 'caption', scoped)
  const above = lines(heads, node.children.length, scoped)
  const below = heads === node.children.length ? above(heads) : lastLine(scoped)
  const block: TableBlock = {
    kind: 'table',
    widths,
    // Without anything below them they head nothing, and would stand in no TBody (PDF/UA, ISO 14289-1, 7.2).
    headerRows: heads < node.children.length ? heads : 0,
    rows,
    line: (index) => (index === node.children.length ? below : above(index)),
    margin: [0, before, 0, after],
    ...(node.children.length <= rowsKeptWhole && {unbreakable: true}),
    ...(caption && {caption: {...caption, tag: 'Caption'}})
  }
  return [block]
}

/** Column heads, the first column and the rest each have a style. */
function nameOf(cell: TableCell, row: number, heads: number): string {
  if (row < heads) return 'table-head'
  return cell.header === 'row' ? 'table-first' : 'table'
}

type Padding = readonly [number, number, number]

/** Rows reach to the edges of the text: the outer cells have no padding outwards. */
function edges([vertical, horizontal]: readonly [number, number], column: number, columns: number): Padding {
  return [vertical, column === 0 ? 0 : horizontal, column === columns - 1 ? 0 : horizontal]
}

function tableCell(cell: TableCell, name: string, state: State, padding: Padding): Cell {
  const inner = {...inside(state, name), text: name, within: true, width: state.width}
  const blocks = trimmed(flush(state.blocks(cell.children, inner)))
  const children = cell.align === 'start' ? blocks : blocks.map((block) => aligned(block, cell.align))
  const {ground} = styleOf(name, state)
  return {
    children,
    header: cell.header,
    colspan: cell.colspan,
    rowspan: cell.rowspan,
    padding,
    ...(ground !== undefined && {ground: colorOf(ground, state)})
  }
}

/** Figures that are aligned at the end stand under each other: all digits take the same width. */
function aligned(content: Content, align: TableCell['align']): Content {
  if (content.kind !== 'text') return content
  const runs = content.runs.map((run) => ({...run, style: {...run.style, features: ['tnum']}}))
  return {...content, align, runs: align === 'end' ? runs : content.runs}
}

function naturalWidths(rows: readonly (readonly Cell[])[], columns: number, state: State): number[] {
  const widths = new Array<number>(columns).fill(0)
  for (const row of rows) {
    let column = 0
    for (const {children, padding, colspan} of row) {
      const natural = naturalWidth(children, state) + padding[1] + padding[2]
      if (colspan === 1) widths[column] = Math.max(widths[column] ?? 0, natural)
      column += colspan
    }
  }
  return widths
}

/** The strong line below the head, or above the first row of a table without one; hairlines between the others. */
function lines(heads: number, rows: number, state: State): TableBlock['line'] {
  const strong = line(styleOf('table-head', state), state)
  const hair = line(styleOf('table', state), state)
  return (index) => {
    if (index === heads) return strong
    return index > heads && index < rows ? hair : null
  }
}

/** The line below the last row of a table: that of the style `table-last`, or else one as between the rows. */
function lastLine(state: State): ReturnType<TableBlock['line']> {
  return line(styleOf(hasStyle('table-last', state) ? 'table-last' : 'table', state), state)
}

function line({ruleBelow}: Style, state: State): {width: number; color: string} | null {
  return ruleBelow && ruleBelow.width > 0 ? {width: ruleBelow.width, color: colorOf(ruleBelow.color, state)} : null
}

/** The programme of an event: time, what, where; lines stand between the entries, and above the first. */
export function programme(node: Programme, state: State): Content[] {
  const inner = inside(state, node.style ?? 'programme')
  const {padding = [0, 0], before, after} = styleOf('table', inner)
  const cell = (words: readonly Inline[], name: string, column: number): Cell => ({
    children: words.length === 0 ? [] : [textBlock(words, name, inner)],
    header: column === 0 ? 'row' : null,
    colspan: 1,
    rowspan: 1,
    padding: edges(padding, column, 3)
  })
  const rows = node.children.map(({time, what, where}) => [
    cell(time, 'programme-time', 0),
    cell(what, 'programme-what', 1),
    cell(where, 'programme-where', 2)
  ])
  const natural = naturalWidths(rows, 3, state)
  const [time = 0, , where = 0] = natural
  const what = state.width - time - where
  // What happens has the most to say: where times and places are long, all three share the room.
  const widths = what >= state.width / 3 ? [time, what, where] : shared(natural, state.width)
  return [
    {kind: 'table', widths, headerRows: 0, rows, line: lines(0, rows.length, inner), margin: [0, before, 0, after]}
  ]
}
