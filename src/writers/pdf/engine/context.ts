/** pdfmake's cursor, walking over a sequence of column boxes: what it calls a page is one box. */
import type {BaselineGrid, ColumnBox} from '../engine.ts'
import type {Item} from './items.ts'
import {type NotePart, notesHeight, separatorGrowth} from './note-parts.ts'
import {type ContextPage, DocumentContext, type PageChange} from './pdfmake.ts'

/** A box that is being filled. */
export interface FilledBox extends ContextPage {
  items: Item[]
  /** Baselines that running text stands on. */
  grid: BaselineGrid | undefined
  /** Number of the page that the box stands on. */
  onPage: number
  /** Its number came after the last box there is. */
  virtual: boolean
  /** Room taken by footnotes, with their rule. */
  notesHeight: number
  notes: NotePart[]
  /** Footnotes of the box before go on in this one, so that what finds no room here may find it in the next. */
  carried: boolean
  /** Deepest that content reaches. */
  used: number
  /** How deep content that is being laid out is going to reach: footnotes stand below it. */
  promised: number
}

const NO_MARGINS = {left: 0, top: 0, right: 0, bottom: 0}

export class BoxContext extends DocumentContext {
  declare pages: FilledBox[]
  /** Height kept free at the foot for the padding of enclosing blocks. */
  reserve = 0
  /** Where content begins in this box, below what is repeated at its head. */
  top = 0
  private readonly boxes: (index: number) => ColumnBox | undefined
  /** The boxes that have been asked for. */
  private readonly asked: (ColumnBox | undefined)[] = []
  /** Footnotes that go on in boxes which are not open yet. */
  private readonly waiting = new Map<number, NotePart[]>()

  constructor(boxes: (index: number) => ColumnBox | undefined) {
    super()
    this.boxes = boxes
    this.pageMargins = NO_MARGINS
    this.open(0)
    this.page = 0
    this.x = 0
    this.y = 0
    this.availableWidth = this.box.pageSize.width
    this.sync()
  }

  get box(): FilledBox {
    const box = this.pages[this.page]
    if (!box) throw new Error(`No box ${this.page}`)
    return box
  }

  /** Whether nothing stands above the cursor, so that space before a block has no sense. */
  get atTop(): boolean {
    return this.y <= this.top + 0.001
  }

  /** Whether there is nothing that the next box could have more room for: what does not fit here is set all the same. */
  get isFree(): boolean {
    return this.atTop && !this.box.carried
  }

  /** Width that text at the cursor has in the next box. */
  get nextWidth(): number {
    if (this.snapshots.length > 0) return this.availableWidth
    const next = this.pages[this.page + 1]?.pageSize ?? this.boxAt(this.page + 1) ?? this.box.pageSize
    return this.availableWidth + next.width - this.box.pageSize.width
  }

  /** Work out anew how much room is left, as footnotes and column groups change it. */
  sync(): void {
    const {pageSize, notesHeight} = this.box
    this.availableHeight = pageSize.height - notesHeight - this.reserve - this.y
  }

  override moveToNextPage(): PageChange {
    const prevPage = this.page
    const prevY = Math.max(this.y, this.snapshots.at(-1)?.bottomMost?.y ?? 0)
    const width = this.box.pageSize.width
    const newPageCreated = prevPage + 1 >= this.pages.length
    if (newPageCreated) this.open(prevPage + 1)
    this.page = prevPage + 1
    if (this.snapshots.length === 0) this.availableWidth += this.box.pageSize.width - width
    this.y = 0
    this.top = 0
    this.sync()
    return {newPageCreated, prevPage, prevY, y: 0}
  }

  override completeColumnGroup(height?: number, endingCell?: unknown): object {
    const before = this.pages[this.snapshots[0]?.page ?? this.page]
    const bottoms = super.completeColumnGroup(height, endingCell)
    if (this.snapshots.length === 0 && before) this.availableWidth += this.box.pageSize.width - before.pageSize.width
    this.sync()
    return bottoms
  }

  /**
   * Room for a footnote with the space `gap` above it in the box `index`, which need not be open yet; `undefined` beyond
   * the last one. A box is `fresh` where nothing stands in it.
   */
  noteRoom(index: number, gap: number): (ColumnBox & {fresh: boolean}) | undefined {
    const open = this.pages[index]
    if (open?.virtual) return
    if (!open) {
      const box = this.boxAt(index)
      const taken = this.waiting.get(index) ?? []
      const height = notesHeight(taken) + separatorGrowth(taken, gap)
      return box && {...box, height: box.height - height, fresh: taken.length === 0}
    }
    const {pageSize, onPage, used, promised} = open
    const current = index === this.page ? this.y + this.reserve : 0
    const depth = Math.max(current, used, promised)
    const height = pageSize.height - depth - open.notesHeight - separatorGrowth(open.notes, gap)
    return {width: pageSize.width, height, page: onPage, fresh: false}
  }

  /** Put a footnote at the foot of the box `index`; what is `carried` over stands before the box's own. */
  addNote(index: number, part: NotePart, carried: boolean): void {
    const open = this.pages[index]
    if (!open) {
      this.waiting.set(index, [...(this.waiting.get(index) ?? []), part])
      return
    }
    if (carried) open.notes.unshift(part)
    else open.notes.push(part)
    open.notesHeight = notesHeight(open.notes)
  }

  /** Open the boxes that footnotes still wait for. */
  finish(): void {
    for (let index = this.pages.length; this.waiting.size > 0; index++) this.open(index)
  }

  private boxAt(index: number): ColumnBox | undefined {
    if (!(index in this.asked)) this.asked[index] = this.boxes(index)
    return this.asked[index]
  }

  /** After the last box, go on in boxes of its size, which count as overset. */
  private open(index: number): void {
    const last = this.pages.at(-1)
    const box = last?.virtual ? undefined : this.boxAt(index)
    const {width, height, page} = box ?? {
      width: last?.pageSize.width ?? 0,
      height: last?.pageSize.height ?? 0,
      page: (last?.onPage ?? 0) + 1
    }
    const carried = this.waiting.get(index) ?? []
    this.waiting.delete(index)
    this.backgroundLength.push(0)
    this.pages.push({
      items: [],
      pageSize: {width, height, orientation: 'portrait'},
      pageMargins: NO_MARGINS,
      grid: box ? box.grid : last?.grid,
      onPage: page,
      virtual: box === undefined,
      notesHeight: notesHeight(carried),
      notes: carried,
      carried: carried.length > 0,
      used: 0,
      promised: 0
    })
  }
}
