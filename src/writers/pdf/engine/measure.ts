/** Narrowest and widest of each node, for columns and tables that share out their width. */

import {largest} from '../../largest.ts'
import type {Source, TextBlock} from '../content.ts'
import {type BuiltInlines, builtInlines} from './built-inlines.ts'
import type {Fonts} from './faces.ts'
import {inlineWidths} from './inline-widths.ts'
import type {Inline} from './items.ts'
import type {CellNode, Node, StackNode, TableNode} from './nodes.ts'
import {DocMeasure} from './pdfmake.ts'
import {checkSvgText} from './svg-text.ts'

export interface MeasureOptions {
  fonts: Fonts
  lang: string
  dir: 'ltr' | 'rtl'
  missing(codePoint: number, source: Source | undefined): void
  /** Pieces of the texts that were measured before. */
  built: BuiltInlines
}

export class Measure extends DocMeasure<Node> {
  private readonly options: MeasureOptions
  private lang: string
  private dir: 'ltr' | 'rtl'

  constructor(options: MeasureOptions) {
    super({}, {}, {})
    this.options = options
    this.lang = options.lang
    this.dir = options.dir
  }

  override measureNode(node: Node): Node {
    const {lang, dir} = this
    const {content} = node
    if (content && content.kind !== 'break') {
      this.lang = content.lang ?? lang
      this.dir = content.dir ?? dir
    }
    this.measureKind(node)
    node._minWidth += node.margin[0] + node.margin[2]
    node._maxWidth += node.margin[0] + node.margin[2]
    this.lang = lang
    this.dir = dir
    return node
  }

  private measureKind(node: Node): void {
    switch (node.kind) {
      case 'text': {
        node._inlines = this.inlinesOf(node.content)
        const {min, max} = inlineWidths(node._inlines)
        widen(node, min, max)
        break
      }
      case 'stack':
        this.measureStack(node)
        break
      case 'columns': {
        for (const column of node.columns) this.measureStack(column)
        // pdfmake shares out what is left by these.
        const gaps = node.columnGap * (node.columns.length - 1)
        const widths = node.columns.map((column) => (typeof column.width === 'number' ? column.width : undefined))
        const min = node.columns.map((column, index) => widths[index] ?? column._minWidth)
        const max = node.columns.map((column, index) => widths[index] ?? column._maxWidth)
        widen(node, sum(min) + gaps, sum(max) + gaps)
        break
      }
      case 'list': {
        for (const {body, marker} of node.items) {
          this.measureStack(body)
          if (marker) this.measureNode(marker)
        }
        const {indent} = node.content
        widen(
          node,
          indent + largest(node.items.map(({body}) => body._minWidth)),
          indent + largest(node.items.map(({body}) => body._maxWidth))
        )
        break
      }
      case 'box': {
        this.measureStack(node.body)
        const sides = 2 * node.content.padding[1]
        widen(node, node.body._minWidth + sides, node.body._maxWidth + sides)
        break
      }
      case 'table':
        this.measureTable(node)
        break
      case 'picture':
        if (node.content.kind === 'svg') checkSvgText(node.content, this.options)
        widen(node, node.content.width, node.content.width)
        break
      case 'rule':
      case 'break':
        widen(node, 0, 0)
    }
  }

  private inlinesOf({runs, hyphenate = false}: TextBlock): readonly Inline[] {
    const {lang, dir} = this
    const {fonts, missing, built} = this.options
    return builtInlines(runs, {fonts, missing, lang, dir, hyphenate}, built)
  }

  private measureStack(stack: StackNode): void {
    for (const child of stack.stack) this.measureNode(child)
    const min = largest(stack.stack.map((child) => child._minWidth))
    const max = largest(stack.stack.map((child) => child._maxWidth))
    widen(stack, min, max)
  }

  /** Cells over several columns count once the others have. */
  private measureTable(table: TableNode): void {
    for (const cell of table.cells) this.measureStack(cell.body)
    if (table.caption) this.measureNode(table.caption)
    const bySpan = [...table.cells].sort((a, b) => a.colspan - b.colspan)
    for (const cell of bySpan) widenColumns(table, cell)
    widen(
      table,
      sum(table.columns.map(({width, _minWidth}) => (typeof width === 'number' ? width : _minWidth))),
      sum(table.columns.map(({width, _maxWidth}) => (typeof width === 'number' ? width : _maxWidth)))
    )
  }
}

function widenColumns(table: TableNode, cell: CellNode): void {
  const columns = table.columns.slice(cell.column, cell.column + cell.colspan)
  const sides = cell.padding[1] + cell.padding[2]
  const min = cell.body._minWidth + sides - sum(columns.map((column) => column._minWidth))
  const max = cell.body._maxWidth + sides - sum(columns.map((column) => column._maxWidth))
  for (const column of columns) {
    column._minWidth += Math.max(0, min) / columns.length
    column._maxWidth += Math.max(0, max) / columns.length
  }
}

function widen(node: Node, min: number, max: number): void {
  node._minWidth = min
  node._maxWidth = max
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
