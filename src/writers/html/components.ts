/** The dialect's components. */
import type {Aside, Callout, Columns, Figures, Inline, KeyFigure, Lead, Quote} from '../../document/nodes.ts'
import {blocks} from './blocks.ts'
import {element, escapeText, type Html} from './element.ts'
import {inlines} from './inlines.ts'
import {inside, label, language, look, named, type State} from './state.ts'

/** Write a boxed remark, named by its title. */
export function callout(node: Callout, state: State): Html {
  const id = label(state)
  const {class: name, ...rest} = look(node, 'callout', state)
  const named = node.title.length > 0 ? {'aria-labelledby': id} : {}
  const title = line('p', 'callout-title', node.title, {state, id})
  const text = blocks(node.children, inside(state, 'callout'))
  return element('div', {class: `${name} ${node.kind}`, ...rest, role: 'note', ...named}, title, text)
}

/** Write a side panel, named by its title. */
export function aside(node: Aside, state: State): Html {
  const id = label(state)
  const named = node.title.length > 0 ? {'aria-labelledby': id} : {}
  const title = line('p', 'aside-title', node.title, {state, id})
  const text = blocks(node.children, inside(state, 'aside'))
  return element('aside', {...look(node, 'aside', state), ...named}, title, text)
}

/** Write a pull quote and who said it. */
export function quote(node: Quote, state: State): Html {
  const words = element('blockquote', look(node, 'quote', state), blocks(node.children, inside(state, 'quote')))
  return element('figure', {class: 'pull'}, words, line('figcaption', 'quote-source', node.source, {state}))
}

/** Write the opening paragraph under its kicker. */
export function lead(node: Lead, state: State): Html {
  const text = element('div', look(node, 'lead', state), blocks(node.children, inside(state, 'lead')))
  return line('p', 'kicker', node.kicker, {state}) + text
}

/** Write key figures as a list. */
export function figures(node: Figures, state: State): Html {
  const items = node.children.map((figure) => keyFigure(figure, state))
  const beside = state.context.theme.styles.get('figure', state.scopes).numberWidth !== undefined
  return element('ul', {class: beside ? 'figures stacked' : 'figures', role: 'list', ...language(node)}, ...items)
}

/** Write columns side by side, which stand one below the other where there is little room. */
export function columns(node: Columns, state: State): Html {
  const parts = node.children.map((column) => {
    const width = column.width === 'auto' ? 'auto' : `${column.width}mm`
    const style = column.width === '*' ? undefined : `flex:0 1 ${width}`
    return element('div', {style, ...language(column)}, blocks(column.children, state))
  })
  return element('div', {class: 'columns', ...language(node)}, ...parts)
}

function keyFigure(node: KeyFigure, state: State): Html {
  const unit =
    node.unit === undefined ? [] : [element('span', {class: named('figure-unit', state)}, escapeText(node.unit))]
  const value = [escapeText(node.value), ...unit].join(' ')
  const number = element('span', {class: named('figure', state)}, value)
  const words = element('span', {class: named('figure-label', state)}, inlines(node.label, state))
  return element('li', language(node), number, ' ', words)
}

/** A line of its own in the style `name`, where there are words for it. */
function line(tag: string, name: string, words: readonly Inline[], {state, id}: {state: State; id?: string}): Html {
  if (words.length === 0) return ''
  return element(tag, {class: named(name, state), id}, inlines(words, state))
}
