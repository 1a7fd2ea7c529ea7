/** A slide in the making: its blocks, its notes, and the layout that its blocks ask for. */
import type {Block, Frame, Heading, Page, Paragraph} from '../nodes.ts'
import {withoutNotes} from '../outline.ts'
import {plainText} from '../text.ts'

export interface Part {
  /** A paragraph where the heading stands on an earlier slide. */
  title: Heading | Paragraph
  /** The title, though no heading, stands on no earlier slide. */
  own?: boolean
  blocks: Block[]
  notes: Block[]
  /** Layout that the author asked for, `quote`. */
  layout?: string | undefined
}

/** Layouts that blocks can ask for; each is the master `slide-<layout>`. */
type Layout = 'bullets' | 'quote' | 'figures' | 'table' | 'image' | 'columns' | 'contact'

/** True where `block` may stand with the blocks of `part`: what a hand-made deck would put on one slide. */
export function joins(part: Part, block: Block): boolean {
  const layout = layoutOf(part.blocks)
  const own = layoutOf([block])
  if (part.blocks.length === 0) return true
  if (own === 'bullets') return layout === 'bullets' || layout === 'image'
  if (own === 'image') return layout === 'bullets'
  if (own === 'contact') return layout === 'contact' || (layout === 'bullets' && block.type === 'qr')
  if (own === 'table') return layout === 'figures' && part.blocks.every((other) => other.type === 'figures')
  return false
}

/** Put `part` on its master, the title in the frame `title`, the rest in `main`. */
export function toPage(part: Part): Page {
  const own = withOwnTitle(part)
  const {title, blocks, notes, layout = layoutOf(blocks)} = own
  return {
    type: 'page',
    master: `slide-${layout}`,
    // The class that all slide styles are looked up in.
    style: 'slide',
    title: plainText(title.children).trim(),
    children: framesOf(layout, own),
    ...(notes.length > 0 && {notes}),
    position: title.position,
    data: title.data
  }
}

/** Styles of the titles that stand above their text in `main`, and of the paragraphs below. */
const opening: ReadonlyMap<string, {title: string; text: string}> = new Map([
  ['title', {title: 'h1', text: 'subtitle'}],
  ['section', {title: 'section-title', text: 'subtitle'}]
])

function framesOf(layout: string, part: Part): Frame[] {
  const {title, blocks} = part
  const at = {position: title.position, data: title.data}
  const styles = opening.get(layout)
  if (styles) {
    const styled = blocks.map((block) => (block.type === 'paragraph' ? {...block, style: styles.text} : block))
    return [{type: 'frame', name: 'main', children: [{...title, style: styles.title}, ...styled], ...at}]
  }
  const head: Frame = {type: 'frame', name: 'title', children: [title], ...at}
  const main: Frame = {type: 'frame', name: 'main', children: layout === 'quote' ? quoted(blocks) : blocks, ...at}
  // A quote needs no title that was read before.
  return layout === 'quote' && isAgain(part) ? [main] : [head, main]
}

/** Words that the author put on a quote slide are one. */
function quoted(blocks: readonly Block[]): Block[] {
  const [first] = blocks
  const words = blocks.flatMap((block) => (block.type === 'blockquote' ? block.children : [block]))
  if (!first || words.some(({type}) => type !== 'paragraph')) return [...blocks]
  const {position, data} = first
  return [{type: 'quote', source: [], children: words, position, data}]
}

function isAgain({title, own}: Part): boolean {
  return title.type === 'paragraph' && !own
}

/** Title the publisher's address by `words`, where it stands on a slide whose title was read before. */
export function withContactTitle(part: Part, words: string): Part {
  if (!isAgain(part) || layoutOf(part.blocks) !== 'contact') return part
  const {position, data} = part.title
  const title: Paragraph = {type: 'paragraph', style: 'h2', children: [{type: 'text', value: words}], position, data}
  return {...part, title, own: true}
}

/** A box or contents alone on a slide whose title was read before: their own title stands over what is in them. */
function withOwnTitle(part: Part): Part {
  const [box, ...others] = part.blocks
  if (!isAgain(part) || others.length > 0) return part
  if ((box?.type !== 'callout' && box?.type !== 'toc') || box.title.length === 0) return part
  const {position, data, lang, title} = box
  return {
    ...part,
    title: {type: 'paragraph', style: 'h2', children: title, lang, position, data},
    own: true,
    blocks: box.type === 'toc' ? [{...box, title: []}] : box.children
  }
}

function layoutOf(blocks: readonly Block[]): Layout {
  const has = (...types: Block['type'][]) => blocks.some((block) => types.includes(block.type))
  if (blocks.length > 0 && blocks.every(isContact)) return 'contact'
  if (has('figures')) return 'figures'
  if (has('table', 'programme')) return 'table'
  if (has('columns')) return 'columns'
  if (has('figure', 'qr')) return blocks.every((block) => block.type === 'figure') ? 'image' : 'columns'
  return has('quote') && blocks.length === 1 ? 'quote' : 'bullets'
}

function isContact(block: Block): boolean {
  if (block.type === 'columns') return block.children.every(({children}) => children.every(isContact))
  return block.type === 'contact' || block.type === 'qr'
}

/** A slide that goes on from another one, by the title of the one box that stands on it; none where it stays. */
export function retitled(page: Page): Page | undefined {
  const [title] = page.children.find(({name}) => name === 'title')?.children ?? []
  if (title?.type !== 'paragraph') return
  const blocks = page.children.flatMap(({name, children}) => (name === 'main' ? children : []))
  const part: Part = {title, blocks, notes: page.notes ?? []}
  const own = withOwnTitle(part)
  return own === part ? undefined : toPage(own)
}

/** The title once more, on a further slide: no heading there, or the outline would have it twice. */
export function repeated(title: Heading | Paragraph): Paragraph {
  if (title.type === 'paragraph') return title
  const {depth, children, lang, position, data} = title
  // A title of a part stands over its text as those of sections do.
  return {type: 'paragraph', style: `h${Math.max(2, depth)}`, children: withoutNotes(children), lang, position, data}
}
