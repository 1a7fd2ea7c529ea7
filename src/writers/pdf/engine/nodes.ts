/** Content in the form that pdfmake measures and lays out. */
import type {Columns, Content, Drawing, ListBlock, Picture, SvgPicture, TableBlock, TextBlock} from '../content.ts'
import {toGrid} from './grid.ts'
import type {Inline} from './items.ts'
import type {MeasuredNode} from './pdfmake.ts'

interface NodeBase extends MeasuredNode {
  /** Start, top, end, bottom. */
  margin: readonly [number, number, number, number]
  /** Heights that trials have found, by width and place. */
  heights?: Map<string, number>
  /** Filled by pdfmake, which expects it. */
  positions: unknown[]
}

export interface TextNode extends NodeBase {
  kind: 'text'
  content: TextBlock
  text: string
  _inlines: readonly Inline[]
}
export interface StackNode extends NodeBase {
  kind: 'stack'
  content: Content | undefined
  stack: Node[]
}
export interface ColumnsNode extends NodeBase {
  kind: 'columns'
  content: Columns
  columns: (StackNode & {width: number | 'auto' | '*'; _calcWidth?: number})[]
  columnGap: number
  /** The gap that there is room for. */
  _gap?: number
}
export interface ListNode extends NodeBase {
  kind: 'list'
  content: ListBlock
  items: {body: StackNode; marker: Node | undefined; after: number}[]
}
export interface BoxNode extends NodeBase {
  kind: 'box'
  content: Extract<Content, {kind: 'box'}>
  body: StackNode
}
export interface TableNode extends NodeBase {
  kind: 'table'
  content: TableBlock
  cells: CellNode[]
  /** The cells that begin in each row. */
  rows: readonly (readonly CellNode[])[]
  /** Cells that reach into a row from above, by its number. */
  crossing: ReadonlyMap<number, readonly CellNode[]>
  columns: {width: number | 'auto' | '*'; _minWidth: number; _maxWidth: number; _calcWidth?: number}[]
  caption: Node | undefined
}
export interface CellNode {
  row: number
  column: number
  colspan: number
  rowspan: number
  header: 'column' | 'row' | null
  ground: string | undefined
  padding: readonly [number, number, number]
  body: StackNode
}
export interface PictureNode extends NodeBase {
  kind: 'picture'
  content: Picture | SvgPicture | Drawing
}
export interface RuleNode extends NodeBase {
  kind: 'rule'
  content: Extract<Content, {kind: 'rule'}>
}
export interface BreakNode extends NodeBase {
  kind: 'break'
  content: Extract<Content, {kind: 'break'}>
}
export type Node =
  | TextNode
  | StackNode
  | ColumnsNode
  | ListNode
  | BoxNode
  | TableNode
  | PictureNode
  | RuleNode
  | BreakNode

/** The node of a block, not measured yet. */
function toNode(content: Content): Node {
  const margin = content.kind === 'break' ? undefined : content.margin
  const base = {margin: margin ?? ([0, 0, 0, 0] as const), positions: [], _minWidth: 0, _maxWidth: 0}
  switch (content.kind) {
    case 'text':
      return {...base, kind: 'text', content, text: '', _inlines: []}
    case 'stack':
      return {...toStack(content.children), ...base, content}
    case 'columns': {
      const columns = content.columns.map(({children, width}) => ({...toStack(children), width}))
      return {...base, kind: 'columns', content, columns, columnGap: content.gap}
    }
    case 'list':
      return {...base, kind: 'list', content, items: content.items.map(toItem)}
    case 'box':
      return {...base, kind: 'box', content, body: toStack(content.children)}
    case 'table':
      return {...base, ...toTable(content)}
    case 'picture':
    case 'svg':
    case 'drawing':
      return {...base, kind: 'picture', content}
    case 'rule':
      return {...base, kind: 'rule', content}
    case 'break':
      return {...base, kind: 'break', content}
  }
}

/** The blocks one below the other. */
export function toStack(children: readonly Content[]): StackNode {
  return {
    kind: 'stack',
    content: undefined,
    stack: children.map(toNode),
    margin: [0, 0, 0, 0],
    positions: [],
    _minWidth: 0,
    _maxWidth: 0
  }
}

function toItem(item: ListBlock['items'][number]): ListNode['items'][number] {
  return {body: toStack(item.children), marker: item.marker && toNode(item.marker), after: item.after}
}

function toTable(content: TableBlock): Omit<TableNode, keyof NodeBase> {
  const cells = toGrid(content.rows).map(({cell, row, column, colspan, rowspan}): CellNode => {
    const {header, ground, padding} = cell
    return {row, column, colspan, rowspan, header, ground, padding, body: toStack(cell.children)}
  })
  return {
    kind: 'table',
    content,
    cells,
    ...byRow(cells, content.rows.length),
    columns: content.widths.map((width) => ({width, _minWidth: 0, _maxWidth: 0})),
    caption: content.caption && toNode(content.caption)
  }
}

function byRow(cells: readonly CellNode[], count: number): Pick<TableNode, 'rows' | 'crossing'> {
  const rows = Array.from({length: count}, (): CellNode[] => [])
  const crossing = new Map<number, CellNode[]>()
  for (const cell of cells) {
    rows[cell.row]?.push(cell)
    for (let row = cell.row + 1; row < Math.min(cell.row + cell.rowspan, count); row++) {
      const known = crossing.get(row)
      if (known) known.push(cell)
      else crossing.set(row, [cell])
    }
  }
  return {rows, crossing}
}
