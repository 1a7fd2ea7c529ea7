/** A slide in the making: its blocks, its notes, and the layout that its blocks ask for. */
import type {Block, Columns, Heading, Page} from '../nodes.ts'
import {plainText} from '../text.ts'

export interface Part {
  title: Heading
  blocks: Block[]
  notes: Block[]
  /** Layout that the author asked for, `quote`. */
  layout?: string | undefined
}

/** Layouts that blocks can ask for; each is the master `slide-<layout>`. */
type Layout = 'bullets' | 'quote' | 'figures' | 'table' | 'image' | 'columns'

/** True where `block` may stand on the same slide as the blocks that `part` has: what a hand-made deck would put together. */
export function joins(part: Part, block: Block): boolean {
  const layout = layoutOf(part.blocks)
  const own = layoutOf([block])
  if (part.blocks.length === 0) return true
  if (own === 'bullets') return layout === 'bullets' || layout === 'image'
  if (own === 'image') return layout === 'bullets'
  if (own === 'table') return layout === 'figures' && part.blocks.every((other) => other.type === 'figures')
  return false
}

/** Put `part` on its master, the title in the frame `title`, the rest in `main`. */
export function toPage(part: Part): Page {
  const {title, notes} = part
  const layout = part.layout ?? layoutOf(part.blocks)
  const styled = part.blocks.map(restyled)
  const blocks = layout === 'columns' ? sideBySide(styled) : styled
  return {
    type: 'page',
    master: `slide-${layout}`,
    // The class that all slide styles are looked up in.
    style: 'slide',
    title: plainText(title.children).trim(),
    children: [
      {type: 'frame', name: 'title', children: [title]},
      {type: 'frame', name: 'main', children: blocks}
    ],
    ...(notes.length > 0 && {notes}),
    position: title.position,
    data: title.data
  }
}

function layoutOf(blocks: readonly Block[]): Layout {
  const has = (...types: Block['type'][]) => blocks.some((block) => types.includes(block.type))
  if (has('figures')) return 'figures'
  if (has('table', 'programme')) return 'table'
  if (has('columns')) return 'columns'
  if (has('figure')) return blocks.every((block) => block.type === 'figure') ? 'image' : 'columns'
  return has('quote') && blocks.length === 1 ? 'quote' : 'bullets'
}

/** A box on a slide has type of its own size, which the class `slide` around it could not give to what is inside. */
function restyled(block: Block): Block {
  return block.type === 'callout' && block.style === undefined ? {...block, style: 'slide-callout'} : block
}

/** Text and pictures in two columns, in the order in which they first come. */
function sideBySide(blocks: readonly Block[]): Block[] {
  const pictures = blocks.filter((block) => block.type === 'figure')
  const others = blocks.filter((block) => block.type !== 'figure')
  if (pictures.length === 0 || others.length === 0 || others.some((block) => block.type === 'columns'))
    return [...blocks]
  const columns = blocks[0]?.type === 'figure' ? [pictures, others] : [others, pictures]
  const pair: Columns = {
    type: 'columns',
    children: columns.map((children) => ({type: 'column', width: '*', children})),
    position: blocks[0]?.position,
    data: blocks[0]?.data
  }
  return [pair]
}

/** The heading once more, without the id that it has where it stands first. */
export function repeated(heading: Heading): Heading {
  const {id: _, ...rest} = heading
  return rest
}
