/** Inline nodes as HTML. */
import type {Inline} from '../../document/nodes.ts'
import {type Handlers, one} from '../writer.ts'
import {blocks} from './blocks.ts'
import {element, escapeText, type Html} from './element.ts'
import {inlineImage} from './pictures.ts'
import {language, look, type State} from './state.ts'

/** Links that a page may carry; `link-unsafe` has reported the others. */
const safeLink = /^(?:https?:|mailto:|tel:|#)/i

const handlers: Handlers<Inline, State, Html> = {
  text: (node) => escapeText(node.value),
  strong: (node, state) => element('strong', language(node), inlines(node.children, state)),
  emphasis: (node, state) => element('em', language(node), inlines(node.children, state)),
  delete: (node, state) => element('del', language(node), inlines(node.children, state)),
  superscript: (node, state) => element('sup', language(node), inlines(node.children, state)),
  subscript: (node, state) => element('sub', language(node), inlines(node.children, state)),
  inlineCode: (node) => element('code', {...language(node), translate: 'no'}, escapeText(node.value)),
  link: (node, state) => {
    const href = safeLink.test(node.url) ? node.url : undefined
    return element('a', {href, title: node.title, ...language(node)}, inlines(node.children, state))
  },
  image: inlineImage,
  lineBreak: () => element('br', {}),
  span: (node, state) => {
    const own = node.style === undefined ? language(node) : look(node, node.style, state)
    return element('span', {...own, ...(node.dir && {dir: node.dir})}, inlines(node.children, state))
  },
  note: (node, state) => {
    const number = state.context.locale.digits(String(node.number))
    // The place is kept before the text is written: a footnote may hold another one.
    const note = {id: node.id, number: node.number, html: ''}
    state.notes.push(note)
    note.html = blocks(node.children, {...state, scopes: []})
    const reference = {id: `ref-${node.id}`, href: `#note-${node.id}`, role: 'doc-noteref'}
    return element('sup', {}, element('a', reference, escapeText(number)))
  },
  // A page on the web has no page numbers and no running section.
  field: () => ''
}

/** Write inline nodes, in reading order. */
export function inlines(nodes: readonly Inline[], state: State): Html {
  return nodes.map((node) => one(handlers, node, state)).join('')
}
