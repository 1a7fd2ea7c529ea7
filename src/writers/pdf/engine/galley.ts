/** Lays blocks out into column boxes: pdfmake's layout with our rules of breaking, tags and directions. */

import type {Content, Shape, Tag} from '../content.ts'
import type {ColumnBox} from '../engine.ts'
import {layoutBox, layoutList, layoutPicture, layoutRule} from './blocks.ts'
import {BoxContext} from './context.ts'
import {headHeight} from './head-height.ts'
import type {Item, Mark, ShapeItem} from './items.ts'
import {layoutText, NOTES_GAP} from './lines.ts'
import {type ListNode, type Node, type StackNode, toStack} from './nodes.ts'
import {LayoutBuilder, PageElementWriter} from './pdfmake.ts'
import type {StructureElement, StructureTree} from './structure.ts'
import {layoutTable} from './table.ts'

export interface GalleyOptions {
  lang: string
  dir: 'ltr' | 'rtl'
  tree: StructureTree
  /** Give blocks the widths that layout needs. */
  measure(node: StackNode): void
}

/** What holds inside a block, and is restored after it. */
interface Surroundings {
  /** Where content goes in the structure tree; `null` is an artifact. */
  element: StructureElement | null
  lang: string
  dir: 'ltr' | 'rtl'
  axes: readonly number[]
  /** What is done at the head of each further box, outermost first. */
  continuations: readonly (() => void)[]
  /** Nothing is recorded but the height. */
  trial: boolean
}

class BoxWriter extends PageElementWriter<BoxContext> {
  private readonly galley: Galley

  constructor(context: BoxContext, galley: Galley) {
    super(context)
    this.galley = galley
  }

  override moveToNextPage(): void {
    super.moveToNextPage()
    for (const continuation of this.galley.around.continuations) continuation()
    const context = this.context()
    context.top = context.y
    context.sync()
  }
}

export class Galley extends LayoutBuilder<BoxWriter> {
  readonly options: GalleyOptions
  around: Surroundings
  /** Destinations that wait for the next thing placed. */
  marks: Mark[] = []
  /** Marker that waits for the first line of its list item. */
  marker: {node: Node; indent: number; element: StructureElement | null} | undefined
  /** Lines and pictures that stand in virtual boxes. */
  overset = 0

  constructor(options: GalleyOptions, element: StructureElement | null) {
    super({width: 0, height: 0}, {})
    this.options = options
    const {lang, dir} = options
    this.around = {element, lang, dir, axes: [], continuations: [], trial: false}
  }

  get context(): BoxContext {
    return this.writer.context()
  }

  /** Lay `stack` out into boxes and give the last state of them. */
  run(stack: StackNode, boxes: (index: number) => ColumnBox | undefined): BoxContext {
    this.writer = new BoxWriter(new BoxContext(boxes), this)
    this.processNode(stack)
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
    const [start, top, end, bottom] = node.margin
    context.sync()
    if (node.content && 'unbreakable' in node.content && node.content.unbreakable) this.keepWhole(node)
    if (!context.atTop) context.moveDown(Math.min(top, Math.max(0, context.availableHeight)))
    context.addMargin(start, end)
    this.enter(node)
    this.layout(node)
    this.around = outer
    context.addMargin(-start, -end)
    context.sync()
    context.moveDown(Math.min(bottom, Math.max(0, context.availableHeight)))
  }

  /** pdfmake's name for a stack: blocks one below the other, each kept with the next one where it asks for it. */
  processVerticalContainer(node: StackNode): void {
    for (const [index, child] of node.stack.entries()) {
      if (keptWithNext(child) && !keptWithNext(node.stack[index - 1])) this.keepTogether(node.stack.slice(index))
      this.processNode(child)
    }
  }

  /** Height that `task` takes in a column of `width`; nothing is kept of it. */
  heightOf(width: number, task: () => void): number {
    const outer = {around: this.around, marks: this.marks, marker: this.marker}
    this.around = {...this.around, trial: true, element: null, continuations: []}
    this.marks = []
    this.marker = undefined
    // Not at the top, where space before a block would vanish.
    const result = this.aside(width, 1, task)
    this.around = outer.around
    this.marks = outer.marks
    this.marker = outer.marker
    return result.height
  }

  /** Lay out in a box of its own of any height. */
  aside(width: number, from: number, task: () => void): {items: readonly Item[]; height: number} {
    const context = new BoxContext((index) =>
      index === 0 ? {width, height: Number.POSITIVE_INFINITY, page: 1} : undefined
    )
    context.y = from
    this.writer.pushContext(context)
    task()
    this.writer.popContext()
    return {items: context.box.items, height: context.y - from}
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
    if (item.type !== 'shape' && box.virtual) this.overset += 1
    box.used = Math.max(box.used, item.y + item.height)
    box.items.push(item)
  }

  /** Lay a footnote out and keep room for it at the foot of the current box. */
  addNote(content: readonly Content[]): void {
    const {box} = this.context
    const {tree, dir} = this.options
    const outer = this.around
    const element = outer.element && tree.add(outer.element, 'Note', {id: tree.nextId()})
    this.around = {...outer, element, dir, axes: [], continuations: []}
    const note = this.aside(box.pageSize.width, 0, () => this.processNode(this.noteStack(content)))
    this.around = outer
    if (box.notesHeight === 0) box.notesHeight = NOTES_GAP
    box.notesHeight += note.height
    box.notes.push(note)
  }

  /** Height of a footnote in the current box. */
  noteHeight(content: readonly Content[]): number {
    const stack = this.noteStack(content)
    return this.heightOf(this.context.box.pageSize.width, () => this.processNode(stack))
  }

  private noteStack(content: readonly Content[]): StackNode {
    const stack = toStack(content)
    this.options.measure(stack)
    return stack
  }

  /** A shape that fills `width` × `height` at x, y of the current box. */
  shape(shape: Shape, at: {x: number; y: number; width: number; height: number}): ShapeItem {
    return {type: 'shape', shape, ...at, axes: this.around.axes}
  }

  private layout(node: Node): void {
    switch (node.kind) {
      case 'text':
        layoutText(this, node)
        break
      case 'stack':
        this.processVerticalContainer(node)
        break
      case 'columns':
        this.processColumns(Object.assign(node, {_gap: node.columnGap}))
        break
      case 'list':
        layoutList(this, node)
        break
      case 'box':
        layoutBox(this, node)
        break
      case 'table':
        layoutTable(this, node)
        break
      case 'picture':
        layoutPicture(this, node)
        break
      case 'rule':
        layoutRule(this, node)
        break
      case 'break':
        break
    }
  }

  /** Open the structure element of a block, note its destination, turn the axis where its direction is another. */
  private enter(node: Node): void {
    const {content} = node
    if (!content || content.kind === 'break') return
    const {around, context} = this
    const inner = {...around, lang: content.lang ?? around.lang}
    if (content.dir && content.dir !== around.dir) {
      inner.dir = content.dir
      inner.axes = [2 * context.x + context.availableWidth, ...around.axes]
    }
    if (content.id !== undefined) this.marks.push({id: content.id})
    if (around.element) {
      const tag = content.tag ?? defaultTag(node)
      if (tag === 'Artifact') inner.element = null
      else if (tag) {
        inner.element = this.options.tree.add(around.element, tag, {
          ...(content.lang && content.lang !== around.lang && {lang: content.lang}),
          ...('alt' in content && content.alt && {alt: content.alt}),
          ...(node.kind === 'list' && {numbering: numbering(node)}),
          ...(tag === 'Note' && {id: this.options.tree.nextId()})
        })
      }
    }
    this.around = inner
  }

  private breakTo(to: 'column' | 'page'): void {
    const {context} = this
    if (this.around.trial) return
    const page = context.box.onPage
    do this.nextBox()
    while (to === 'page' && context.box.onPage === page)
  }

  private keepWhole(node: Node): void {
    const {context} = this
    if (context.atTop || this.around.trial) return
    const free = {...node, content: {...node.content, unbreakable: false}} as Node
    const height = this.heightOf(context.availableWidth, () => this.processNode(free))
    if (height - node.margin[3] > context.availableHeight) this.nextBox()
  }

  /** A heading, and those that follow it, need room for themselves and the beginning of what comes next. */
  private keepTogether(nodes: readonly Node[]): void {
    const {context} = this
    context.sync()
    if (context.atTop || this.around.trial) return
    const first = nodes.findIndex((node) => !keptWithNext(node))
    const kept = first < 0 ? nodes : nodes.slice(0, first)
    const next = first < 0 ? undefined : nodes[first]
    const width = context.availableWidth
    let height = this.heightOf(width, () => {
      for (const node of kept) this.processNode(node)
    })
    if (next) height += headHeight(this, next, width)
    if (height > context.availableHeight) this.nextBox()
  }
}

function keptWithNext(node: Node | undefined): boolean {
  return node?.content !== undefined && 'keepWithNext' in node.content && node.content.keepWithNext === true
}

function defaultTag(node: Node): Tag | undefined {
  switch (node.kind) {
    case 'text':
      return 'P'
    case 'list':
      return 'L'
    case 'table':
      return 'Table'
    case 'picture':
      return node.content.alt ? 'Figure' : 'Artifact'
    case 'rule':
      return 'Artifact'
    default:
      return
  }
}

function numbering(node: ListNode): 'Decimal' | 'Disc' {
  return node.content.ordered ? 'Decimal' : 'Disc'
}
