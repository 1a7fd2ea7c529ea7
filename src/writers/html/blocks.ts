/** Blocks as HTML. */
import type {Block} from '../../document/nodes.ts'
import {type Handlers, one} from '../writer.ts'
import {aside, callout, columns, figures, lead, quote} from './components.ts'
import {element, escapeText, type Html} from './element.ts'
import {inlines} from './inlines.ts'
import {list} from './lists.ts'
import {figure, qr} from './pictures.ts'
import {inside, language, look, type State} from './state.ts'
import {programme, table} from './tables.ts'
import {toc} from './toc.ts'

const handlers: Handlers<Block, State, Html> = {
  section: (node, state) => {
    const own = node.style === undefined ? language(node) : look(node, node.style, state)
    return element('section', {id: node.id, ...own}, blocks(node.children, inside(state, node.style)))
  },
  group: (node, state) => {
    const own = node.style === undefined ? language(node) : look(node, node.style, state)
    return element('div', own, blocks(node.children, inside(state, node.style)))
  },
  heading: (node, state) => {
    const name = `h${node.depth}`
    return element(name, {...look(node, name, state), id: node.id}, inlines(node.children, state))
  },
  paragraph: (node, state) => element('p', look(node, 'body', state), inlines(node.children, state)),
  list,
  blockquote: (node, state) => element('blockquote', look(node, 'blockquote', state), blocks(node.children, state)),
  code: (node, state) => {
    const code = element('code', {translate: 'no'}, escapeText(node.value))
    // What scrolls must be reachable with the keyboard.
    return element('pre', {...look(node, 'code', state), tabindex: 0}, code)
  },
  table,
  thematicBreak: () => element('hr', {}),
  figure,
  callout,
  quote,
  lead,
  aside,
  figures,
  contact: (node, state) =>
    element('address', look(node, 'contact', state), blocks(node.children, inside(state, 'contact'))),
  programme,
  columns,
  // One page has no further pages, columns or panels.
  break: () => '',
  toc,
  qr,
  // Only slide formats have these.
  slide: () => '',
  notes: () => ''
}

/** Write blocks, in reading order. */
export function blocks(nodes: readonly Block[], state: State): Html {
  return nodes.map((node) => one(handlers, node, state)).join('\n')
}

/** Write what a list item or a table cell holds: its first paragraph needs no element of its own. */
export function itemBlocks(nodes: readonly Block[], state: State): Html {
  const [first, ...rest] = nodes
  if (first?.type !== 'paragraph' || first.style !== undefined || first.lang !== undefined) return blocks(nodes, state)
  return [inlines(first.children, state), blocks(rest, state)].filter((part) => part !== '').join('\n')
}
