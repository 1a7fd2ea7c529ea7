/** The text of a page, and where columns part it: Word's columns go across the page, never inside of a box. */
import type {Block, Columns} from '../../document/nodes.ts'
import {pt} from '../pdf/units.ts'
import {blocks, withBookmark} from './blocks.ts'
import {gap} from './components.ts'
import type {WordBlock, WordParagraph} from './model.ts'
import type {WordColumns} from './model-sections.ts'
import {inside, type State} from './state.ts'

/** Blocks one below the other, over the width of the page or in columns. */
export interface WordFlow {
  /** None where the blocks go over the width of the text. */
  columns?: WordColumns
  blocks: readonly WordBlock[]
}

/** Turn the nodes of a page into parts, each with its own columns; `space` stands between two columns, pt. */
export function flow(nodes: readonly Block[], state: State, space: number): WordFlow[] {
  return joined(parts(nodes, state, space))
}

function parts(nodes: readonly Block[], state: State, space: number): WordFlow[] {
  const found: WordFlow[] = []
  let plain: Block[] = []
  const close = () => {
    if (plain.length > 0) found.push({blocks: blocks(plain, state)})
    plain = []
  }
  for (const node of nodes) {
    if (!hasColumns(node, state)) {
      plain.push(node)
      continue
    }
    close()
    found.push(...opened(node, inside(node, state), space))
  }
  close()
  return found
}

/** True where `node` is, or opens without a box, columns. */
function hasColumns(node: Block, state: State): boolean {
  if (node.type === 'columns') return node.children.length > 1
  if (node.type === 'group') return !isBoxed(node, state) && node.children.some((child) => hasColumns(child, state))
  return node.type === 'section' && node.children.some((child) => hasColumns(child, state))
}

function isBoxed({style}: Block, state: State): boolean {
  return style !== undefined && state.registry.look(style, state.scopes).ground !== undefined
}

function opened(node: Block, state: State, space: number): WordFlow[] {
  if (node.type === 'columns') return [columns(node, state, space)]
  if (node.type === 'group') {
    const scopes = node.style === undefined ? state.scopes : [node.style, ...state.scopes]
    return parts(node.children, {...state, scopes}, space)
  }
  if (node.type !== 'section') return []
  const [first, ...rest] = parts(node.children, state, space)
  if (!first) return []
  return [{...first, blocks: withBookmark(first.blocks, state.registry.place(node.id))}, ...rest]
}

function columns(node: Columns, state: State, space: number): WordFlow {
  const widths = widthsOf(node, state.width - space * (node.children.length - 1))
  const content = node.children.map((column, index) => {
    const within = {...inside(column, state), width: widths[index] ?? state.width}
    return opening(blocks(column.children, within), index > 0, within)
  })
  return {columns: {widths, gap: space}, blocks: content.flat()}
}

/** Content of a column: all but the first begin with a break, which stands in a paragraph. */
function opening(content: readonly WordBlock[], breaks: boolean, state: State): WordBlock[] {
  if (!breaks) return [...content]
  const [first, ...rest] = content
  if (first?.type === 'paragraph') return [{...first, columnBreak: true}, ...rest]
  const holder: WordParagraph = {...gap(state), columnBreak: true}
  return [holder, ...content]
}

/** Widths in pt: those in mm as they are where they fit, the others share what is left. */
function widthsOf({children}: Columns, room: number): number[] {
  const said = children.map(({width}) => (typeof width === 'number' ? pt(width) : undefined))
  const fixed = said.reduce<number>((sum, width) => sum + (width ?? 0), 0)
  const free = said.filter((width) => width === undefined).length
  const fits = free === 0 ? fixed > 0 : fixed < room
  if (!fits) return children.map(() => room / children.length)
  const scale = free === 0 ? Math.min(1, room / fixed) : 1
  return said.map((width) => (width === undefined ? (room - fixed) / free : width * scale))
}

/** Parts without columns that follow on one another are one. */
export function joined(all: readonly WordFlow[]): WordFlow[] {
  const result: WordFlow[] = []
  for (const part of all) {
    const before = result.at(-1)
    if (before && !before.columns && !part.columns)
      result[result.length - 1] = {blocks: [...before.blocks, ...part.blocks]}
    else result.push(part)
  }
  return result
}
