/** pdfmake's cursor, walking over a sequence of column boxes: what it calls a page is one box. */
import type {ColumnBox} from '../engine.ts'
import type {Item} from './items.ts'
import {type ContextPage, DocumentContext, type PageChange} from './pdfmake.ts'

/** A box that is being filled. */
export interface FilledBox extends ContextPage {
  items: Item[]
  /** Number of the page that the box stands on. */
  onPage: number
  /** Its number came after the last box there is. */
  virtual: boolean
  /** Room taken by footnotes, with their rule. */
  notesHeight: number
  notes: {items: readonly Item[]; height: number}[]
  /** Deepest that content reaches. */
  used: number
}

const NO_MARGINS = {left: 0, top: 0, right: 0, bottom: 0}

export class BoxContext extends DocumentContext {
  declare pages: FilledBox[]
  /** Height kept free at the foot for the padding of enclosing blocks. */
  reserve = 0
  /** Where content begins in this box, below what is repeated at its head. */
  top = 0
  private readonly boxes: (index: number) => ColumnBox | undefined

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

  /** After the last box, go on in boxes of its size, which count as overset. */
  private open(index: number): void {
    const last = this.pages.at(-1)
    const box = last?.virtual ? undefined : this.boxes(index)
    const {width, height, page} = box ?? {
      width: last?.pageSize.width ?? 0,
      height: last?.pageSize.height ?? 0,
      page: (last?.onPage ?? 0) + 1
    }
    this.backgroundLength.push(0)
    this.pages.push({
      items: [],
      pageSize: {width, height, orientation: 'portrait'},
      pageMargins: NO_MARGINS,
      onPage: page,
      virtual: box === undefined,
      notesHeight: 0,
      notes: [],
      used: 0
    })
  }
}
