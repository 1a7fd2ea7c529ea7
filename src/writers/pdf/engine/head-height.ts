/** How much of a block must stand below a heading. */

import {breakLines} from './break-lines.ts'
import type {Galley} from './galley.ts'
import type {Node} from './nodes.ts'
import {headRowsHeight} from './table-layout.ts'

const ALWAYS_WHOLE = 3
const HEAD_LINES = 2

/** Height of the least part of `node` that may begin at the foot of a column of `width`, its space before included. */
export function headHeight(galley: Galley, node: Node, width: number): number {
  const [start, top, end] = node.margin
  const inner = width - start - end
  const {content} = node
  if (content && 'unbreakable' in content && content.unbreakable)
    return galley.heightOf(width, () => galley.processNode(node))
  return top + contentHead(galley, node, inner)
}

function contentHead(galley: Galley, node: Node, width: number): number {
  switch (node.kind) {
    case 'text': {
      const heights = breakLines(node._inlines, width).map((line) => line.getHeight())
      const lines = heights.length <= ALWAYS_WHOLE ? heights : heights.slice(0, HEAD_LINES)
      return lines.reduce((sum, height) => sum + height, 0)
    }
    case 'stack': {
      const [first] = node.stack
      return first ? headHeight(galley, first, width) : 0
    }
    case 'columns':
      return Math.max(0, ...node.columns.map((column) => headHeight(galley, column, width / node.columns.length)))
    case 'list': {
      const [first] = node.items
      return first ? headHeight(galley, first.body, width - node.content.indent) : 0
    }
    case 'box': {
      const [vertical, horizontal] = node.content.padding
      return 2 * vertical + headHeight(galley, node.body, width - 2 * horizontal)
    }
    case 'table':
      return headRowsHeight(galley, node, width)
    case 'picture':
      return node.content.height
    case 'rule':
      return node.content.width
    case 'break':
      return 0
  }
}
