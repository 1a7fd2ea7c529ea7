/** A slide in the making: its blocks, its notes, and the layout that its blocks ask for. */
import type {Block, Heading, Page, Paragraph} from '../nodes.ts'
import {plainText} from '../text.ts'

export interface Part {
  /** A paragraph where the heading stands on an earlier slide. */
  title: Heading | Paragraph
  blocks: Block[]
  notes: Block[]
  /** Layout that the author asked for, `quote`. */
  layout?: string | undefined
}

/** Layouts that blocks can ask for; each is the master `slide-<layout>`. */
type Layout = 'bullets' | 'quote' | 'figures' | 'table' | 'image' | 'columns'

/** True where `block` may stand with the blocks of `part`: what a hand-made deck would put on one slide. */
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
  return {
    type: 'page',
    master: `slide-${layout}`,
    // The class that all slide styles are looked up in.
    style: 'slide',
    title: plainText(title.children).trim(),
    children: [
      {type: 'frame', name: 'title', children: [title], position: title.position, data: title.data},
      {type: 'frame', name: 'main', children: part.blocks}
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

/** The title once more, on a further slide: no heading there, or the outline would have it twice. */
export function repeated(title: Heading | Paragraph): Paragraph {
  if (title.type === 'paragraph') return title
  const {depth, children, lang, position, data} = title
  return {type: 'paragraph', style: `h${depth}`, children, lang, position, data}
}
