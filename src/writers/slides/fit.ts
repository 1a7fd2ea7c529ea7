/** Slides whose text fits: smaller type first, then a further slide. */
import type {Block, Page} from '../../document/nodes.ts'
import {repeated, retitled} from '../../document/slides/part.ts'
import type {Content} from '../pdf/content.ts'
import type {Engine} from '../pdf/engine.ts'
import type {WriterContext} from '../writer.ts'
import {arrange, isPicture} from './arrange.ts'
import {defined, type Room, roomOf} from './frame-text.ts'
import {withOwnMaster} from './own-master.ts'
import {shared} from './share.ts'
import {pieces} from './split.ts'

/** A slide with the styles that its text is set in. */
export interface FittedSlide {
  page: Page
  context: WriterContext
  /** The text of its growing frame, defined for the whole of it. */
  content?: Content[]
}

/** The frame that grows; the others of a slide hold titles. */
export const growing = 'main'

/** Parts of the room's height that pictures are tried at, so that their captions stand on the same slide. */
const pictureParts = [0.85, 0.7, 0.55]

/**
 * Fit the text of `page` on its master: at the first of the declared steps at which it fits, else at the last one on
 * as many slides as it takes, which repeat the title. The notes stay with the first.
 */
export function fitSlide(page: Page, engine: Engine, given: WriterContext): FittedSlide[] {
  const context = withOwnMaster(page, engine, given)
  const room = roomOf(page, growing, context)
  const frame = page.children.find(({name}) => name === growing)
  if (!room || !frame) return [{page, context}]

  const blocks = frame.children
  const steps = Math.max(1, context.theme.styles.get('body', room.scopes).steps?.length ?? 1)
  const contexts = Array.from({length: steps}, (_, step) => stepped(context, step))
  const heights = pictureParts.map((part, index) => ({height: part * room.highest, all: index > 0}))
  const fits = (some: readonly Block[], on: WriterContext, part: number) => {
    const height = room.height * part
    return isRoomFor(defined(some, {...room, height, context: on}, engine), {...room, height}, engine)
  }
  for (const on of contexts)
    for (const height of blocks.some(({type}) => type === 'figure') ? heights : heights.slice(0, 1)) {
      const arranged = arrange(blocks, page, height)
      const content = defined(arranged, {...room, context: on}, engine)
      if (isRoomFor(content, room, engine)) return [{page: withText(page, arranged), context: on, content}]
    }

  const apart = picturesApart(page, blocks)
  if (apart.length > 1) return apart.flatMap((one) => fitSlide(one, engine, given))
  const smallest = contexts.at(-1) ?? context
  const lowest = heights.at(-1) ?? {height: room.highest, all: false}
  const shares = shared(pieces(blocks), {
    fits: (some, part) => fits(arrange(some, page, lowest), smallest, part),
    height: (some) =>
      engine.height(defined(arrange(some, page, lowest), {...room, context: smallest}, engine), room.width)
  })
  return shares.flatMap((some, index) => {
    const shown = index === 0 ? page : continued(page)
    const own = retitled(withText(shown, some))
    return own
      ? fitSlide(own, engine, given)
      : [{page: withText(shown, arrange(some, page, lowest)), context: smallest}]
  })
}

/** Text and pictures that find no room side by side, on slides of their own; an explicit layout of columns stays. */
function picturesApart(page: Page, blocks: readonly Block[]): Page[] {
  if (page.master !== 'slide-columns' || blocks.some(({type}) => type === 'columns')) return []
  const runs: Block[][] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (last?.[0] && isPicture(last[0]) === isPicture(block)) last.push(block)
    else runs.push([block])
  }
  return runs.map((run, index) => {
    const master = run.every(({type}) => type === 'figure') ? 'slide-image' : 'slide-bullets'
    return {...withText(index === 0 ? page : continued(page), run), master}
  })
}

function stepped(context: WriterContext, step: number): WriterContext {
  return step === 0 ? context : {...context, theme: {...context.theme, styles: context.theme.styles.stepped(step)}}
}

/** Whether `content` finds room, footnotes included. */
function isRoomFor(content: readonly Content[], {width, height}: Room, engine: Engine): boolean {
  const box = {width, height, page: 0}
  return engine.flow(content, (index) => (index === 0 ? box : undefined), null).overset === 0
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
