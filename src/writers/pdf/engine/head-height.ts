/** How much of a block must stand below a heading. */

import {breakLines} from './break-lines.ts'
import type {Galley} from './galley.ts'
import type {Node} from './nodes.ts'
import {calledBy, calledIn, type NoteContent} from './note-room.ts'
import {headRows} from './table-layout.ts'

const ALWAYS_WHOLE = 3
const HEAD_LINES = 2

/** The least part of a block that may begin at the foot of a column. */
export interface Head {
  /** With the space before, pt. */
  height: number
  /** Footnotes called in it. */
  notes: readonly NoteContent[]
}

const NONE: Head = {height: 0, notes: []}

/** The least part of `node` that may begin at the foot of a column of `width`. */
export function headHeight(galley: Galley, node: Node, width: number): Head {
  const [start, top, end] = node.margin
  const {content} = node
  if (content && 'unbreakable' in content && content.unbreakable)
    return {height: galley.heightOf(width, () => galley.processNode(node)), notes: calledIn(node)}
  return lower(contentHead(galley, node, width - start - end), top)
}

function contentHead(galley: Galley, node: Node, width: number): Head {
  switch (node.kind) {
    case 'text': {
      const lines = breakLines(node._inlines, width)
      const head = lines.length <= ALWAYS_WHOLE ? lines : lines.slice(0, HEAD_LINES)
      const height = head.reduce((sum, line) => sum + line.getHeight(), 0)
      return {height, notes: head.flatMap((line) => calledBy(line.inlines))}
    }
    case 'stack': {
      const [first] = node.stack
      return first ? headHeight(galley, first, width) : NONE
    }
    case 'columns': {
      const heads = node.columns.map((column) => headHeight(galley, column, width / node.columns.length))
      return {height: Math.max(0, ...heads.map(({height}) => height)), notes: heads.flatMap(({notes}) => notes)}
    }
    case 'list': {
      const [first] = node.items
      return first ? headHeight(galley, first.body, width - node.content.indent) : NONE
    }
    case 'box': {
      const [vertical, horizontal] = node.content.padding
      return lower(headHeight(galley, node.body, width - 2 * horizontal), 2 * vertical)
    }
    case 'table':
      return headRows(galley, node, width)
    case 'picture':
      return {...NONE, height: node.content.height}
    case 'rule':
      return {...NONE, height: node.content.width}
    case 'break':
      return NONE
  }
}

/** A head with `space` around it. */
function lower({height, notes}: Head, space: number): Head {
  return {height: height + space, notes}
}
