/** Slides whose text fits: smaller type first, then a further slide. */
import type {Block, Page} from '../../document/nodes.ts'
import {repeated} from '../../document/slides/part.ts'
import {define} from '../pdf/definition.ts'
import type {Engine} from '../pdf/engine.ts'
import {pt} from '../pdf/units.ts'
import type {WriterContext} from '../writer.ts'
import {arrange} from './arrange.ts'
import {joined, type Piece, pieces} from './split.ts'

/** A slide with the styles that its text is set in. */
export interface FittedSlide {
  page: Page
  context: WriterContext
}

/** The frame that grows; the others of a slide hold titles. */
const growing = 'main'

/** Parts of the room's height that pictures are tried at, so that their captions stand on the same slide. */
const pictureParts = [0.85, 0.7, 0.55]

/** Parts of the room that slides may be filled to, so that the last of several is not nearly empty; in rising order. */
const evenings = [0.55, 0.65, 0.75, 0.85, 0.92]

/** Slides of one text that are worth evening: among more of them the room on the last is no sight. */
const mostEvened = 30

/**
 * Fit the text of `page` on its master: at the first of the declared steps at which it fits, else at the last one on
 * as many slides as it takes, which repeat the title. The notes stay with the first.
 */
export function fitSlide(page: Page, engine: Engine, context: WriterContext): FittedSlide[] {
  const room = roomOf(page, context)
  const frame = page.children.find(({name}) => name === growing)
  if (!room || !frame) return [{page, context}]

  const blocks = frame.children
  const steps = Math.max(1, context.theme.styles.get('body', room.scopes).steps?.length ?? 1)
  const contexts = Array.from({length: steps}, (_, step) => stepped(context, step))
  const heights = pictureParts.map((part, index) => ({height: part * room.highest, all: index > 0}))
  const fits = (some: readonly Block[], on: WriterContext, part: number) =>
    overset(some, {...room, height: room.height * part, context: on}, engine) === 0
  for (const on of contexts)
    for (const height of blocks.some(({type}) => type === 'figure') ? heights : heights.slice(0, 1)) {
      const arranged = arrange(blocks, page, height)
      if (fits(arranged, on, 1)) return [{page: withText(page, arranged), context: on}]
    }

  const smallest = contexts.at(-1) ?? context
  const lowest = heights.at(-1) ?? {height: room.highest, all: false}
  const shares = evenly(pieces(blocks), (some, part) => fits(arrange(some, page, lowest), smallest, part))
  return shares.map((some, index) => {
    const shown = withText(page, arrange(some, page, lowest))
    return {page: index === 0 ? shown : continued(shown), context: smallest}
  })
}

interface Room {
  /** pt */
  width: number
  height: number
  gutter: number
  /** The height once more, mm. */
  highest: number
  scopes: readonly string[]
}

function roomOf(page: Page, context: WriterContext): Room | undefined {
  const master = context.theme.masters[page.master]
  const spec = master?.frames[growing]
  if (!master || !spec) return
  const scopes = [spec.class, page.style].filter((scope) => scope !== undefined)
  return {width: pt(spec.width), height: pt(spec.height), gutter: pt(master.grid.gutter), highest: spec.height, scopes}
}

function stepped(context: WriterContext, step: number): WriterContext {
  return step === 0 ? context : {...context, theme: {...context.theme, styles: context.theme.styles.stepped(step)}}
}

/** Lines of `blocks` that find no room, footnotes included. */
function overset(blocks: readonly Block[], room: Room & {context: WriterContext}, engine: Engine): number {
  const {width, height} = room
  const content = define(blocks, {...room, measure: engine, text: 'body', outline: []})
  return engine.flow(content, (index) => (index === 0 ? {width, height, page: 0} : undefined), null).overset
}

type Fits = (blocks: readonly Block[], part: number) => boolean

/** Share pieces among as few slides as can hold them, about as many on each: the least room that needs no more. */
function evenly(all: readonly Piece[], fits: Fits): Block[][] {
  let best = share(all, 1, fits)
  let parts = best.length > 1 && best.length <= mostEvened ? evenings : []
  while (parts.length > 0) {
    const middle = Math.floor(parts.length / 2)
    const shares = share(all, parts[middle] ?? 1, fits)
    const holds = shares.length === best.length
    if (holds) best = shares
    parts = holds ? parts.slice(0, middle) : parts.slice(middle + 1)
  }
  return best
}

/**
 * Fill one slide after the other, each tried first with as many pieces as the one before holds; a piece that is too high
 * by itself has a slide of its own and runs on from it.
 */
function share(all: readonly Piece[], part: number, fits: Fits): Block[][] {
  const shares: Block[][] = []
  let count = 1
  for (let from = 0; from < all.length; from += count) {
    const holds = (pieces: number) => fits(joined(all.slice(from, from + pieces)), part)
    count = Math.min(count, all.length - from)
    const full = count
    while (count > 1 && !holds(count)) count -= 1
    if (count === full) while (from + count < all.length && holds(count + 1)) count += 1
    shares.push(joined(all.slice(from, from + count)))
  }
  return shares
}

function withText(page: Page, blocks: Block[]): Page {
  return {
    ...page,
    children: page.children.map((frame) => (frame.name === growing ? {...frame, children: blocks} : frame))
  }
}

/** A further slide of a page: its title once more, its notes left where they were. */
function continued({notes: _, ...page}: Page): Page {
  const again = (block: Block) => (block.type === 'heading' ? repeated(block) : block)
  const children = page.children.map((frame) =>
    frame.name === growing ? frame : {...frame, children: frame.children.map(again)}
  )
  return {...page, children}
}
