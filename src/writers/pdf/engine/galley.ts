/** Lays blocks out into column boxes: pdfmake's layout with our rules of breaking, tags and directions. */

import type {Content, Shape} from '../content.ts'
import type {ColumnBox} from '../engine.ts'
import {BoxWriter} from './box-writer.ts'
import {BoxContext, type FilledBox} from './context.ts'
import {fittingIndents} from './indents.ts'
import type {Item, Mark, ShapeItem} from './items.ts'
import {keepTogether, keepWhole, keptWithNext} from './keep.ts'
import {enterBlock, layoutBlock} from './layout.ts'
import type {Node, StackNode} from './nodes.ts'
import type {WaitingNote} from './notes.ts'
import {LayoutBuilder} from './pdfmake.ts'
import type {StructureElement, StructureTree} from './structure.ts'
import {heightInTrial, layoutTrial} from './trial.ts'

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,:'’-][\p{L}\p{M}\p{N}]+)*/gu

export interface GalleyOptions {
  lang: string
  dir: 'ltr' | 'rtl'
  tree: StructureTree
  /** Give blocks the widths that layout needs. */
  measure(node: StackNode): void
}

/** What holds inside a block, and is restored after it. */
export interface Surroundings {
  /** Where content goes in the structure tree; `null` is an artifact. */
  element: StructureElement | null
  lang: string
  dir: 'ltr' | 'rtl'
  /** Axes of blocks with another direction, less the width of the box that they stand in. */
  axes: readonly number[]
  /** What is done at the head of each further box, outermost first. */
  continuations: readonly (() => void)[]
  /** Running text stands on the baselines of its box where that has them: not in boxes, tables and footnotes. */
  onGrid: boolean
  /** Nothing is recorded but the height. */
  trial: boolean
  /** Footnotes are laid out where they are called, after the one whose text calls them, or not once more. */
  notes: 'here' | 'later' | 'none'
}

export class Galley extends LayoutBuilder<BoxWriter> {
  readonly options: GalleyOptions
  around: Surroundings
  /** Footnotes that are measured already: first for the room they need, then to be laid out. */
  readonly notes = new Map<readonly Content[], StackNode>()
  /** Footnotes that are called and not laid out yet. */
  readonly waitingNotes: WaitingNote[] = []
  /** Destinations that wait for the next thing placed. */
  marks: Mark[] = []
  /** Marker that waits for the first line of its list item. */
  marker: {node: Node; indent: number; around: Surroundings} | undefined
  /** Lines and pictures that stand in virtual boxes. */
  overset = 0
  oversetWords = 0
  /** Places where a rule of breaking gave way to the size of a box. */
  strained = 0

  constructor(options: GalleyOptions, element: StructureElement | null) {
    super({width: 0, height: 0}, {})
    this.options = options
    const {lang, dir} = options
    this.around = {element, lang, dir, axes: [], continuations: [], onGrid: true, trial: false, notes: 'here'}
  }

  get context(): BoxContext {
    return this.writer.context()
  }

  /** Lay `stack` out into boxes and give the last state of them. */
  run(stack: StackNode, boxes: (index: number) => ColumnBox | undefined): BoxContext {
    this.writer = new BoxWriter(new BoxContext(boxes), () => {
      for (const continuation of this.around.continuations) continuation()
    })
    this.processNode(stack)
    this.context.finish()
    return this.context
  }

  /** Go on in the next box. */
  nextBox(): void {
    this.writer.moveToNextPage()
  }

  /** Lay a node out at the cursor. pdfmake calls it for the columns of a group. */
  processNode(node: Node): void {
    if (node.kind === 'break') {
      this.breakTo(node.content.to)
      return
    }
    const {context} = this
    const outer = this.around
    const [, top, , bottom] = node.margin
    const [start, end] = fittingIndents(node.margin[0], node.margin[2], context.availableWidth)
    context.sync()
    keepWhole(this, node)
    if (!context.atTop) context.moveDown(Math.min(top, Math.max(0, context.availableHeight)))
    context.addMargin(start, end)
    if (outer.trial) layoutTrial(this, node)
    else {
      enterBlock(this, node)
      layoutBlock(this, node)
    }
    this.around = outer
    context.addMargin(-start, -end)
    context.sync()
    context.moveDown(Math.min(bottom, Math.max(0, context.availableHeight)))
  }

  /** pdfmake's name for a stack: blocks one below the other, each kept with the next one where it asks for it. */
  processVerticalContainer(node: StackNode): void {
    for (const [index, child] of node.stack.entries()) {
      if (keptWithNext(child) && !keptWithNext(node.stack[index - 1])) keepTogether(this, node.stack.slice(index))
      this.processNode(child)
    }
  }

  /** Height that `task` takes in a column of `width`; nothing is kept of it. */
  heightOf(width: number, task: () => void): number {
    return heightInTrial(this, width, task)
  }

  /** Run `task` in boxes of its own. */
  within(context: BoxContext, task: () => void): void {
    this.writer.pushContext(context)
    task()
    this.writer.popContext()
  }

  /** Put an item into the current box. */
  place(item: Item): void {
    const {context} = this
    if (this.around.trial) return
    const {box} = context
    if (item.type !== 'shape' && this.marks.length > 0) {
      item.marks = this.marks
      this.marks = []
    }
    if (box.virtual) this.countOverset(item)
    box.used = Math.max(box.used, item.y + item.height)
    box.items.push(item)
  }

  /** A shape that fills `width` × `height` at x, y of a box. */
  shape(
    shape: Shape,
    at: {x: number; y: number; width: number; height: number},
    box: FilledBox = this.context.box
  ): ShapeItem {
    return {type: 'shape', shape, ...at, axes: this.axesIn(box)}
  }

  /** Where the content of `box` is mirrored. */
  axesIn({pageSize}: FilledBox): number[] {
    return this.around.axes.map((axis) => axis + pageSize.width)
  }

  /** Count what has no box. */
  countOverset(item: Item): void {
    if (item.type === 'shape') return
    this.overset += 1
    if (item.type !== 'line') return
    const text = [...item.pieces].sort((a, b) => a.order - b.order).map(({inline}) => inline.text)
    this.oversetWords += text.join('').match(WORD)?.length ?? 0
  }

  private breakTo(to: 'column' | 'page'): void {
    const {context} = this
    if (this.around.trial) return
    const page = context.box.onPage
    do this.nextBox()
    while (to === 'page' && context.box.onPage === page)
  }
}
