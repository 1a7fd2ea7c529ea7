/** Lists, with all that stands in their items. */
import type {List, ListItem} from '../../document/nodes.ts'
import {blocks, line, preceded, written} from './blocks.ts'
import {grid} from './components.ts'
import type {WordBlock, WordParagraph} from './model.ts'
import {roomForMarker} from './pack-numbering.ts'
import {inside, type State} from './state.ts'

/** Word numbers nine levels. */
const deepestLevel = 8

/** Text under so many lists still has this much room, pt. */
const leastWidth = 72

/** A list with a numbering of its own, or a grid where its style has columns. */
export function list(node: List, state: State): WordBlock[] {
  const scopes = node.style === undefined ? state.scopes : [node.style, ...state.scopes]
  const {columns} = state.registry.look('list', scopes)
  if (columns !== undefined) return grid(node, columns, {...state, scopes})
  const level = Math.min(state.depth, deepestLevel)
  const inset = state.listIndent - level * state.registry.itemIndent(node.ordered)
  const index = state.registry.addList({ordered: node.ordered, start: node.start, level, ...(inset !== 0 && {inset})})
  const items = node.children.flatMap((item) => listItem(item, node, {index, level, state: inside(item, state)}))
  const last = items.at(-1)
  if (state.depth > 0 || last?.type !== 'paragraph') return items
  // The items stand close; what follows the list does not.
  return [...items.slice(0, -1), {...last, after: state.registry.look(state.text, state.scopes).after}]
}

function listItem(node: ListItem, of: List, place: {index: number; level: number; state: State}): WordBlock[] {
  const {index, level, state} = place
  const indent = level < deepestLevel ? state.registry.itemIndent(of.ordered) : 0
  const width = Math.max(leastWidth, state.width - indent - (state.rtl && level === 0 ? roomForMarker : 0))
  const within = {...state, depth: state.depth + 1, listIndent: state.listIndent + indent, width}
  const content = blocks(node.children, within)
  // Code reads from the left, and would take the marker there.
  const opens =
    content[0]?.type === 'paragraph' && !content[0].item && !(state.rtl && node.children[0]?.type === 'code')
  const [first, ...rest] = opens ? content : [line('body', [], state), ...content]
  if (first?.type !== 'paragraph') return content
  const plain = first.style === state.registry.paragraph(state.text, state.scopes)
  const opening: WordParagraph = {
    ...(node.checked === null ? first : preceded(first, [written(node.checked ? '☒ ' : '☐ ')])),
    // What is no plain text, such as code, stays what it is.
    ...(plain && {style: state.registry.listItem(of.ordered ? 'Number' : 'Bullet', level, state.scopes)}),
    item: {list: index, level, marker: true}
  }
  return [opening, ...rest.map((block) => under(block, {list: index, level}, state))]
}

/** What stands in an item below its first line is as far in as that; what belongs to a list within stays. */
function under(block: WordBlock, item: {list: number; level: number}, state: State): WordBlock {
  if (block.item) return block
  if (block.type === 'table') return {...block, item}
  const {registry} = state
  if (block.style === registry.paragraph(state.text, state.scopes))
    return {...block, style: registry.paragraph('list'), item: {...item, marker: false}}
  const inset = registry.indentOf(block.style)
  return {...block, item: {...item, marker: false, ...(inset > 0 && {inset})}}
}
