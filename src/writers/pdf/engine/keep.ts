/** What stays together: unbreakable blocks, headings with what comes next. */
import {firstShift} from './baseline.ts'
import type {Galley} from './galley.ts'
import {type Head, headHeight} from './head-height.ts'
import type {Node} from './nodes.ts'
import {calledIn, roomForNotes} from './note-room.ts'

/**
 * Go on to the next box until a head fits, with the footnotes called in it, or nothing stands in its way. `leave` is
 * called in each box that is left.
 */
export function goToRoom(galley: Galley, {height, notes}: Head, leave?: () => void): void {
  const {context} = galley
  if (galley.around.trial) return
  while (!context.isFree && height + roomForNotes(galley, notes) > context.availableHeight) {
    leave?.()
    galley.nextBox()
  }
  if (height + roomForNotes(galley, notes) > context.availableHeight) galley.strained += 1
}

/** Go on to the next box where an unbreakable block does not fit into the rest of this one. */
export function keepWhole(galley: Galley, node: Node): void {
  const {context} = galley
  const {content} = node
  if (!content || !('unbreakable' in content) || !content.unbreakable) return
  if (galley.around.trial) return
  const height = galley.heightOf(context.availableWidth, () => galley.processNode(node))
  goToRoom(galley, {height: height - node.margin[3], notes: calledIn(node)})
}

/** Whether a block asks to stand above the next one. */
export function keptWithNext(node: Node | undefined): boolean {
  return node?.content !== undefined && 'keepWithNext' in node.content && node.content.keepWithNext === true
}

/** A heading, and those that follow it, need room for themselves and the beginning of what comes next. */
export function keepTogether(galley: Galley, nodes: readonly Node[]): void {
  const {context} = galley
  context.sync()
  if (galley.around.trial) return
  const first = nodes.findIndex((node) => !keptWithNext(node))
  const kept = first < 0 ? nodes : nodes.slice(0, first)
  const next = first < 0 ? undefined : nodes[first]
  const width = context.availableWidth
  const height = galley.heightOf(width, () => {
    for (const node of kept) galley.processNode(node)
  })
  const head = next ? headHeight(galley, next, width) : {height: 0, notes: []}
  const shift = next ? firstShift(galley, next, width, context.y + height) : 0
  goToRoom(galley, {height: height + shift + head.height, notes: [...kept.flatMap(calledIn), ...head.notes]})
}
