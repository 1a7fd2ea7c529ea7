/** How high blocks come out, before they are laid out for good. */
import type {BaselineGrid} from '../engine.ts'
import {BoxContext} from './context.ts'
import type {Galley} from './galley.ts'
import {layoutBlock} from './layout.ts'
import type {Node} from './nodes.ts'

/** Where a trial begins, pt. */
const START = 1

/** Height that `task` takes in a column of `width`; nothing is kept of it. */
export function heightInTrial(galley: Galley, width: number, task: () => void): number {
  const {around, marks, marker} = galley
  galley.around = {...around, trial: true, element: null, continuations: []}
  galley.marks = []
  galley.marker = undefined
  const grid = gridBelow(galley.context)
  const context = new BoxContext((index) =>
    index === 0 ? {width, height: Number.POSITIVE_INFINITY, page: 1, ...(grid && {grid})} : undefined
  )
  // Not at the top, where space before a block would vanish.
  context.y = START
  galley.within(context, task)
  galley.around = around
  galley.marks = marks
  galley.marker = marker
  return context.y - START
}

/** The baselines as a trial finds them, which begins where the cursor of `context` stands. */
function gridBelow({box: {grid}, y}: BoxContext): BaselineGrid | undefined {
  return grid && {...grid, first: grid.first - y + START}
}

/** Go below a block. It is as high as another trial has found it: blocks inside blocks would be tried ever again. */
export function layoutTrial(galley: Galley, node: Node): void {
  const {context} = galley
  const {grid} = context.box
  const phase = grid ? Math.round(((context.y - grid.first) % grid.step) * 100) : ''
  const place = `${context.availableWidth} ${context.atTop} ${phase}`
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
