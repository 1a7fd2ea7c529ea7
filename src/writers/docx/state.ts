/** Where the walk through the Document is: what a block inherits from those around it. */
import type {Node} from '../../document/nodes.ts'
import type {OutlineEntry} from '../../document/outline.ts'
import {directionOf} from '../../locale.ts'
import type {WriterContext} from '../writer.ts'
import type {Registry} from './registry.ts'

export interface State {
  context: WriterContext
  registry: Registry
  /** Headings of the whole document, for tables of contents. */
  outline: readonly OutlineEntry[]
  /** Classes around, the innermost first. */
  scopes: readonly string[]
  /** Language of the document, and of this place. */
  documentLang: string
  lang: string
  rtl: boolean
  /** Width there is, pt. */
  width: number
  /** Height of the text on a page, pt: nothing is higher. */
  height: number
  /** Style that paragraphs take: `body`, `callout`, `quote` … */
  text: string
  /** True where Word takes no footnotes: in one, and in headers and footers. */
  noteless: boolean
  /** Depth of the lists around, 0 where there is none, and how far they stand in, pt. */
  depth: number
  listIndent: number
}

/** The state inside `node`: its language, and the direction that goes with it. */
export function inside(node: Node, state: State): State {
  if (node.lang === undefined || node.lang === state.lang) return state
  return {...state, lang: node.lang, rtl: directionOf(node.lang) === 'rtl'}
}

/** The place to name in a diagnostic. */
export function at(node: Node) {
  return {file: node.data?.file, position: node.position}
}
