/** What of a node names its look. */
type Styled = {style?: string | undefined; lang?: string | undefined}

/** What the handlers share while one page is written. */
import type {Document} from '../../document/nodes.ts'
import {directionOf} from '../../locale.ts'
import type {WriterContext} from '../writer.ts'
import type {Html} from './element.ts'

export interface State {
  context: WriterContext
  document: Document
  /** Classes around the node, the innermost first. */
  scopes: readonly string[]
  /** Keys of the styles in use, whose rules go into the page. */
  used: Set<string>
  /** Footnotes met so far, in the order of their references. */
  notes: {id: string; number: number; html: Html}[]
  /** Pictures that stand on the page more than once, and the ids of those that have been written. */
  repeated: ReadonlySet<string>
  shared: Map<string, string>
  /** Ids given to captions and titles that others point at. */
  labels: {count: number}
}

/** Attributes of the element that `node` becomes: its style as class, and its language where it differs. */
export function look(
  node: Styled,
  name: string,
  state: State
): {class?: string | undefined; lang?: string; dir?: string} {
  return {class: named(node.style ?? name, state), ...language(node)}
}

/** Class of the style that `name` means here; none for body text, which looks like what is around it. */
export function named(name: string, state: State): string | undefined {
  const key = state.context.theme.styles.key(name, state.scopes)
  state.used.add(key)
  return key === 'body' ? undefined : className(key)
}

/** Language and direction of `node`, where it has its own. */
export function language(node: {lang?: string | undefined}): {lang?: string; dir?: 'ltr' | 'rtl'} {
  if (node.lang === undefined) return {}
  return {lang: node.lang, dir: directionOf(node.lang)}
}

/** Class that stands for the style `key`: `panel.body` is `panel-body`. */
export function className(key: string): string {
  return key.replaceAll('.', '-')
}

/** The state inside an element of class `scope`. */
export function inside(state: State, scope: string | undefined): State {
  return scope === undefined ? state : {...state, scopes: [scope, ...state.scopes]}
}

/** An id for an element that another one is labelled by. */
export function label(state: State): string {
  state.labels.count += 1
  return `label-${state.labels.count}`
}
