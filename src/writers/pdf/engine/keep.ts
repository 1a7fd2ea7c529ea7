/** What stays together: unbreakable blocks, headings with what comes next. */
import type {Galley} from './galley.ts'
import {headHeight} from './head-height.ts'
import type {Node} from './nodes.ts'

/** Go on to the next box where an unbreakable block does not fit into the rest of this one. */
export function keepWhole(galley: Galley, node: Node): void {
  const {context} = galley
  const {content} = node
  if (!content || !('unbreakable' in content) || !content.unbreakable) return
  if (context.atTop || galley.around.trial) return
  const height = galley.heightOf(context.availableWidth, () => galley.processNode(node))
  if (height - node.margin[3] > context.availableHeight) galley.nextBox()
}

/** Whether a block asks to stand above the next one. */
export function keptWithNext(node: Node | undefined): boolean {
  return node?.content !== undefined && 'keepWithNext' in node.content && node.content.keepWithNext === true
}

/** A heading, and those that follow it, need room for themselves and the beginning of what comes next. */
export function keepTogether(galley: Galley, nodes: readonly Node[]): void {
  const {context} = galley
  context.sync()
  if (context.atTop || galley.around.trial) return
  const first = nodes.findIndex((node) => !keptWithNext(node))
  const kept = first < 0 ? nodes : nodes.slice(0, first)
  const next = first < 0 ? undefined : nodes[first]
  const width = context.availableWidth
  let height = galley.heightOf(width, () => {
    for (const node of kept) galley.processNode(node)
  })
  if (next) height += headHeight(galley, next, width)
  if (height > context.availableHeight) galley.nextBox()
}
