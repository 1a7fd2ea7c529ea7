/** Lists. */
import type {List, ListItem} from '../../document/nodes.ts'
import {blocks, itemBlocks} from './blocks.ts'
import {element, type Html} from './element.ts'
import {inlines} from './inlines.ts'
import {inside, language, look, type State} from './state.ts'

/** Write a list; the role stays said where the style sheet takes its markers away. */
export function list(node: List, state: State): Html {
  const name = node.ordered ? 'ol' : 'ul'
  const start = node.ordered && node.start !== 1 ? node.start : undefined
  const inner = inside(state, node.style)
  const items = node.children.map((item) => listItem(item, inner))
  const {columns} = state.context.theme.styles.get('list', inner.scopes)
  const {class: named, ...rest} = look(node, 'list', state)
  const grid = columns === undefined ? {class: named} : {class: 'grid', style: `--columns:${columns}`}
  return element(name, {...grid, ...rest, start, role: 'list'}, ...items)
}

function listItem(node: ListItem, state: State): Html {
  return node.checked === null
    ? element('li', language(node), itemBlocks(node.children, state))
    : element('li', {class: 'task', ...language(node)}, task(node, node.checked, state))
}

/** A task: its box is labelled by the words after it. */
function task(node: ListItem, checked: boolean, state: State): Html {
  const [first, ...rest] = node.children
  const box = element('input', {type: 'checkbox', disabled: true, checked})
  if (first?.type !== 'paragraph') return box + blocks(node.children, state)
  return element('label', {}, box, ' ', inlines(first.children, state)) + blocks(rest, state)
}
