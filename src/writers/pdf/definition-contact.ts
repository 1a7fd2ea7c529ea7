/** Contact blocks: a label over its lines, side by side where there is room. */
import type {Block, Contact, Inline, List, Paragraph, Table} from '../../document/nodes.ts'
import type {Content} from './content.ts'
import {inside, type State} from './definition.ts'
import {titleBlock} from './definition-components.ts'
import {flush, trimmed} from './definition-spacing.ts'
import {sourceOf, styleOf, textBlock} from './definition-text.ts'
import {pt} from './units.ts'

/** A contact block over a list (an entry an item) or a table (an entry a row). */
export function contact(node: Contact, state: State): Content[] {
  const inner = {...inside(state, node.style ?? 'contact'), text: 'contact', within: true}
  return node.children.flatMap((child) => {
    if (child.type === 'list') return grid(listEntries(child), inner)
    if (child.type === 'table')
      return [...titleBlock(child.caption, 'caption', inner), ...grid(tableEntries(child), inner)]
    return state.blocks([child], inner)
  })
}

interface Entry {
  label: readonly Inline[]
  rest: readonly Block[]
}

/** A strong run at the start of an item is its label. */
function listEntries(list: List): Entry[] {
  return list.children.map(({children}) => {
    const [first, ...others] = children
    if (first?.type !== 'paragraph') return {label: [], rest: children}
    const [label, ...words] = first.children
    if (label?.type !== 'strong') return {label: [], rest: children}
    const rest = withoutBreak(words)
    const paragraph: Paragraph = {...first, children: rest}
    return {label: label.children, rest: rest.length === 0 ? others : [paragraph, ...others]}
  })
}

function withoutBreak(words: readonly Inline[]): Inline[] {
  const [first, ...rest] = words
  if (first?.type === 'lineBreak') return withoutBreak(rest)
  if (first?.type !== 'text') return [...words]
  const value = first.value.trimStart()
  return value === '' ? withoutBreak(rest) : [{...first, value}, ...rest]
}

/** The first cell of a row is its label; the head is an entry like the others, where it says anything. */
function tableEntries(table: Table): Entry[] {
  const entries = table.children.map(({children: [head, ...cells]}): Entry => {
    const [first, ...others] = head?.children ?? []
    const rest = cells.flatMap((cell) => cell.children)
    if (first?.type === 'paragraph') return {label: first.children, rest: [...others, ...rest]}
    return {label: [], rest: [...(head?.children ?? []), ...rest]}
  })
  return entries.filter(({label, rest}) => label.length > 0 || rest.length > 0)
}

const narrowest = pt(50)

function grid(entries: readonly Entry[], state: State): Content[] {
  const fitting = Math.max(1, Math.floor((state.width + state.gutter) / (narrowest + state.gutter)))
  const inRow = Math.min(fitting, entries.length)
  const width = (state.width - state.gutter * (inRow - 1)) / inRow
  const {after} = styleOf('contact', state)
  const rows = Math.ceil(entries.length / Math.max(1, inRow))
  return Array.from({length: rows}, (_, row): Content => {
    const cells = entries.slice(row * inRow, (row + 1) * inRow)
    const columns = cells.map((cell) => ({width, children: entry(cell, {...state, width})}))
    return {kind: 'columns', gap: state.gutter, columns, margin: [0, 0, 0, after], unbreakable: true}
  })
}

function entry({label, rest}: Entry, state: State): Content[] {
  const [first] = label
  const title = first ? [textBlock(label, 'contact-label', state, {source: sourceOf(first)})] : []
  return trimmed(flush([...title, ...state.blocks(rest, state)]))
}
