/** Block nodes as paragraphs and tables, in reading order. */

import type {Block, Figure, Heading, Inline, Node, Paragraph} from '../../document/nodes.ts'
import {creditSign} from '../credit.ts'
import {type Handlers, one} from '../writer.ts'
import {aside, callout, contact, figures, group, lead, programme, quote} from './components.ts'
import {contents} from './contents.ts'
import {inlines} from './inlines.ts'
import {list} from './lists.ts'
import type {WordBlock, WordFormat, WordInline, WordParagraph} from './model.ts'
import {picture} from './pictures.ts'
import {qrPicture} from './qr.ts'
import {at, inside, type State} from './state.ts'
import {table} from './tables.ts'
import {xmlText} from './text.ts'

const handlers: Handlers<Block, State, WordBlock[]> = {
  section: (node, state) => withBookmark(blocks(node.children, state), state.registry.place(node.id)),
  group,
  heading,
  paragraph,
  list,
  blockquote: (node, state) => blocks(node.children, {...state, text: 'blockquote'}),
  // Code reads from the left in every language.
  code: (node, state) => [line('code', lines(node.value), {...state, rtl: false})],
  table,
  thematicBreak: (_, state) => [line('rule', [], state)],
  figure,
  callout,
  quote,
  lead,
  aside,
  figures,
  contact,
  programme,
  columns: (node, state) => node.children.flatMap((column) => blocks(column.children, inside(column, state))),
  // Word breaks its own pages: a break that a brochure needs is not one that a person who edits the text wants.
  break: () => [],
  toc: (node, state) => [...optional('toc-title', node.title, state), ...contents(node.depth, state)],
  qr: (node, state) => {
    const code = qrPicture(node, state)
    const shown: WordInline[] = code ? [code] : [{type: 'link', url: node.url, children: [written(node.url)]}]
    return [
      {...line('picture', shown, state), keepNext: node.caption.length > 0},
      ...optional('caption', node.caption, state)
    ]
  },
  // Only formats with slides show these two.
  slide: () => [],
  notes: () => []
}

/** Turn block nodes into paragraphs and tables. */
export function blocks(nodes: readonly Block[], state: State): WordBlock[] {
  return spaced(nodes.flatMap((node) => withBookmark(one(handlers, node, inside(node, state)), unitOf(node, state))))
}

/** Name of the bookmark of the translation unit that `node` is. */
export function unitOf(node: Node, state: State): string | undefined {
  const unit = node.data?.unit
  return unit === undefined ? undefined : state.registry.unit(unit, at(node))
}

/** Space above a box or a strip of figures, pt: a table has none of its own, so the paragraph before gives it. */
const spaceAbove = 12

function spaced(content: readonly WordBlock[]): WordBlock[] {
  return content.map((block, index) => {
    const next = content[index + 1]
    const apart = block.type === 'paragraph' && next?.type === 'table' && next.style === 'plain'
    return apart && block.children.length > 0 ? {...block, after: spaceAbove} : block
  })
}

/** A paragraph in the style `name` inside the scopes around. */
export function line(name: string, children: readonly WordInline[], state: State): WordParagraph {
  return {type: 'paragraph', style: state.registry.paragraph(name, state.scopes), rtl: state.rtl, children}
}

/** The paragraph, kept with what follows it where its style says so, or nothing where there is no text. */
export function optional(
  name: string,
  nodes: readonly Inline[],
  state: State,
  format: WordFormat = {}
): WordParagraph[] {
  if (nodes.length === 0) return []
  const unit = nodes[0] && unitOf(nodes[0], state)
  const words = line(name, inlines(nodes, state, format), state)
  return [unit === undefined ? words : {...words, bookmarks: [unit]}]
}

/** Plain text that is not the author's Markdown. */
export function written(value: string, format: WordFormat = {}): WordInline {
  return {type: 'text', value: xmlText(value, () => undefined), format}
}

/** What stands before the text of a paragraph and is no part of it, outside its bookmarks too. */
export function preceded({bookmarks = [], ...paragraph}: WordParagraph, signs: readonly WordInline[]): WordParagraph {
  const inside = (names: readonly string[]): readonly WordInline[] => {
    const [bookmark, ...others] = names
    return bookmark === undefined ? paragraph.children : [{type: 'marked', bookmark, children: inside(others)}]
  }
  return {...paragraph, children: [...signs, ...inside(bookmarks)]}
}

/** A picture with its caption and, below, whom it is by: each of them may be a unit of its own. */
function figure(node: Figure, state: State): WordBlock[] {
  const marked = (attribute: string, children: readonly WordInline[]): readonly WordInline[] => {
    const key = node.data?.attributeUnits?.[attribute]
    return key === undefined ? children : [{type: 'marked', bookmark: state.registry.unit(key, at(node)), children}]
  }
  const shown = picture(node, state)
  const credits = (['credit', 'licence'] as const).flatMap((attribute) => {
    const words = node[attribute]
    return words ? [marked(attribute, [written(words)])] : []
  })
  const credit = credits.flatMap((words, index) => (index === 0 ? words : [written(creditSign), ...words]))
  return [
    ...(shown ? [{...line('picture', marked('alt', [shown]), state), keepNext: node.caption.length > 0}] : []),
    ...optional('caption', node.caption, state),
    ...(credit.length > 0 ? [line('credit', credit, state)] : [])
  ]
}

function heading(node: Heading, state: State): WordBlock[] {
  const name = `h${node.depth}`
  const mark = state.registry.place(node.id)
  const styled = line(named(node.style, state) ?? name, inlines(node.children, state), state)
  return [mark === undefined ? styled : {...styled, bookmarks: [mark]}]
}

function paragraph(node: Paragraph, state: State): WordBlock[] {
  return [line(named(node.style, state) ?? state.text, inlines(node.children, state), state)]
}

/** The class of a node, where the pack or Word has a style of that name. */
function named(style: string | undefined, state: State): string | undefined {
  return style !== undefined && state.registry.knows(style, state.scopes) ? style : undefined
}

function lines(value: string): WordInline[] {
  return value.split('\n').flatMap((text, index): WordInline[] => {
    const run = written(text)
    return index === 0 ? [run] : [{type: 'break'}, run]
  })
}

/** The bookmark goes around the first paragraph there is. */
export function withBookmark(content: readonly WordBlock[], name: string | undefined): WordBlock[] {
  const index = content.findIndex((block) => block.type === 'paragraph')
  const target = content[index]
  if (name === undefined || target?.type !== 'paragraph') return [...content]
  return content.with(index, {...target, bookmarks: [name, ...(target.bookmarks ?? [])]})
}
