/** A laid-out column: what the engine's Fragment is inside. */
import type {Fragment} from '../engine.ts'
import type {BoxContext, FilledBox} from './context.ts'
import type {Item} from './items.ts'
import {footnotes} from './notes.ts'

/** A column with the items in it. */
export class Column implements Fragment {
  readonly width: number
  readonly height: number
  readonly used: number
  readonly ids: readonly string[]
  readonly items: readonly Item[]

  constructor({pageSize, used}: FilledBox, items: readonly Item[]) {
    this.width = pageSize.width
    this.height = pageSize.height
    this.used = used
    this.ids = items.flatMap(({marks = []}) => marks.flatMap(({id}) => id ?? []))
    this.items = items
  }
}

/** Columns of the boxes there are, with the footnotes at their foot. */
export function toColumns({pages}: BoxContext): Column[] {
  return pages.filter((box) => !box.virtual).map((box) => new Column(box, [...box.items, ...footnotes(box)]))
}
