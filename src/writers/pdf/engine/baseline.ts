/** Baselines that the columns of a page share. */
import {ascentOf, breakLines, type TextLine} from './break-lines.ts'
import type {Galley} from './galley.ts'
import type {Node, TextNode} from './nodes.ts'

/** Leadings and places that differ by less are the same, pt. */
const TOLERANCE = 0.02

/** How much lower a line of a paragraph must stand than at `y` of the current box, for its baseline to be on the grid. */
export function shiftToGrid(galley: Galley, node: TextNode, line: TextLine, y: number): number {
  const {grid} = galley.context.box
  if (!grid || !galley.around.onGrid) return 0
  const leading = node.content.runs[0]?.style.leading ?? 0
  if (Math.abs(leading - grid.step) > TOLERANCE) return 0
  const above = (y + ascentOf(line) - grid.first) / grid.step
  return Math.max(0, (Math.ceil(above - TOLERANCE / grid.step) - above) * grid.step)
}

/** How much lower the first line of a block stands for the grid than at `y`, where the block begins. */
export function firstShift(galley: Galley, node: Node, width: number, y: number): number {
  if (!galley.context.box.grid) return 0
  const [start, top, end] = node.margin
  const room = width - start - end
  switch (node.kind) {
    case 'text': {
      const [line] = breakLines(node._inlines, room)
      return line ? shiftToGrid(galley, node, line, y + top) : 0
    }
    case 'stack':
      return node.stack[0] ? firstShift(galley, node.stack[0], room, y + top) : 0
    case 'list':
      return node.items[0] ? firstShift(galley, node.items[0].body, room - node.content.indent, y + top) : 0
    default:
      return 0
  }
}
