/** Document nodes into what the engine lays out: every style looked up in its scope, every length in pt. */

import type {Block} from '../../document/nodes.ts'
import type {OutlineEntry} from '../../document/outline.ts'
import {one, type WriterContext} from '../writer.ts'
import type {Content} from './content.ts'
import {blockHandlers} from './definition-blocks.ts'
import {collapsed, flush} from './definition-spacing.ts'
import {language} from './definition-text.ts'
import type {Engine} from './engine.ts'

/** What a running header or footer may ask of the page it stands on. */
export interface Fields {
  page: string
  pages: string
  section: string
}

/** What the nodes around one decide for it. Handlers pass a changed copy down and never reach up. */
export interface State {
  readonly context: WriterContext
  /** To fit titles, columns and tables to their text. */
  readonly measure: Pick<Engine, 'width' | 'widestWord' | 'height'>
  /** Classes around the node, innermost first. */
  readonly scopes: readonly string[]
  /** Style that paragraphs take here: `body`, and in a list `list`. */
  readonly text: string
  /** Inside a component, whose style says what space and indents are around the whole of it. */
  readonly within?: boolean
  /** Room for the node, pt. */
  readonly width: number
  readonly height: number
  /** Space between columns, pt. */
  readonly gutter: number
  /** Only in running headers and footers. */
  readonly fields?: Fields
  /** Label of the page that each `id` stands on, once a first pass has laid the pages out. */
  readonly pageOf?: ReadonlyMap<string, string>
  readonly outline: readonly OutlineEntry[]
  /** Id of the section whose heading is yet to come. */
  readonly section?: string
  /** Handle further blocks, one after the other; the larger of two spaces that meet counts. */
  readonly blocks: (nodes: readonly Block[], state: State) => Content[]
}

/** Define the content of one frame: the space before its first block is dropped. */
export function define(nodes: readonly Block[], state: Omit<State, 'blocks'>): Content[] {
  return flush(blocks(nodes, {...state, blocks}))
}

/** Indents inside indents may leave no room at all: so much is reckoned with even there, pt. */
const LEAST_WIDTH = 10

function blocks(nodes: readonly Block[], state: State): Content[] {
  const roomy = state.width < LEAST_WIDTH ? {...state, width: LEAST_WIDTH} : state
  return collapsed(nodes.flatMap((node) => one(blockHandlers, node, roomy).map((content) => inLanguage(content, node))))
}

/** All that a block is made of runs in its direction: markers, titles and cells as well as words. */
function inLanguage(content: Content, node: Block): Content {
  return content.kind === 'break' || node.lang === undefined ? content : {...language(node), ...content}
}

/** A copy of `state` inside the class `scope`, or inside none. */
export function inside(state: State, ...scopes: readonly (string | undefined)[]): State {
  const named = scopes.filter((scope) => scope !== undefined)
  return named.length === 0 ? state : {...state, scopes: [...named, ...state.scopes]}
}
