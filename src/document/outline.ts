/** The headings of a Document in reading order. */
import type {Block, Document, Heading, Inline, Meta} from './nodes.ts'
import {plainText} from './text.ts'

export interface OutlineEntry {
  depth: number
  /** Target of links; none where neither the heading nor its section has an id. */
  id?: string
  /** The words of the heading; a footnote is called once, where it stands. */
  title: readonly Inline[]
  heading: Heading
}

/** List the headings of `document` down to `depth`, its title (depth 1) left out; a part counts as of depth 2. */
export function outline(document: Document, depth = 6): OutlineEntry[] {
  const blocks = document.children.flatMap((page) => page.children.flatMap((frame) => frame.children))
  return headings(blocks, undefined)
    .map((entry) => (entry.heading.style === 'part' ? {...entry, depth: 2} : entry))
    .filter((entry) => entry.depth > 1 && entry.depth <= depth)
}

/**
 * What is said of `document`: what its text says of itself, but where the template gives it another title. An event is
 * no part of the text.
 */
export function metaOf({children, data, meta}: Document): Meta {
  const blocks = children.flatMap((page) => page.children.flatMap((frame) => frame.children))
  const own = headings(blocks, undefined).find(({depth, heading}) => depth === 1 && heading.data?.file !== data?.file)
  const title = own && words(plainText(own.title))
  return title && title !== words(meta.title) ? {title, authors: meta.authors, keywords: []} : meta
}

const words = (text: string) => text.replace(/\s+/g, ' ').trim()

function headings(blocks: readonly Block[], section: string | undefined): OutlineEntry[] {
  let open = section
  return blocks.flatMap((block): OutlineEntry[] => {
    if (block.type === 'section') return headings(block.children, block.id)
    if (block.type === 'group') return headings(block.children, open)
    if (block.type === 'columns') return block.children.flatMap((column) => headings(column.children, undefined))
    if (block.type !== 'heading') return []
    const id = block.id ?? open
    // A section's id belongs to the heading that opens it, and to no other.
    open = undefined
    return [
      {depth: block.depth, ...(id === undefined ? {} : {id}), title: withoutNotes(block.children), heading: block}
    ]
  })
}

/** What leads to a footnote: they are numbered, and an author's own id is a word. */
const footnote = /^#note-\d+$/

/** The words of `nodes`, without the footnotes that they call, for the first time or again. */
export function withoutNotes(nodes: readonly Inline[]): Inline[] {
  return nodes
    .filter((node) => node.type !== 'note' && !(node.type === 'link' && footnote.test(node.url)))
    .map((node) =>
      'children' in node && node.type !== 'note' ? {...node, children: withoutNotes(node.children)} : node
    )
}
