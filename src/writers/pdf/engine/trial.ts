/** How high blocks come out, before they are laid out for good. */
import {BoxContext} from './context.ts'
import type {Galley} from './galley.ts'
import {layoutBlock} from './layout.ts'
import type {Node} from './nodes.ts'

/** Height that `task` takes in a column of `width`; nothing is kept of it. */
export function heightInTrial(galley: Galley, width: number, task: () => void): number {
  const {around, marks, marker} = galley
  galley.around = {...around, trial: true, element: null, continuations: []}
  galley.marks = []
  galley.marker = undefined
  const context = new BoxContext((index) =>
    index === 0 ? {width, height: Number.POSITIVE_INFINITY, page: 1} : undefined
  )
  // Not at the top, where space before a block would vanish.
  context.y = 1
  galley.within(context, task)
  galley.around = around
  galley.marks = marks
  galley.marker = marker
  return context.y - 1
}

/** Go below a block. It is as high as another trial has found it: blocks inside blocks would be tried ever again. */
export function layoutTrial(galley: Galley, node: Node): void {
  const {context} = galley
  const place = `${context.availableWidth} ${context.atTop}`
  const known = node.heights?.get(place)
  if (known !== undefined) {
    context.moveDown(known)
    return
  }
  const {y} = context
  layoutBlock(galley, node)
  node.heights ??= new Map()
  node.heights.set(place, context.y - y)
}
