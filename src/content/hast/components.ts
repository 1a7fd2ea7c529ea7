/** Directive into custom elements: one handler for each name in the dialect. */
import type {Element, ElementContent} from 'hast'
import type {Nodes} from 'mdast'
import type {State} from 'mdast-util-to-hast'
import type {ContainerDirective, Directive, LeafDirective} from '../../document/mdast.ts'
import {directionOf, isLanguageTag} from '../../locale.ts'
import {isLabel} from '../check-directives.ts'
import type {DirectiveName} from '../directives.ts'
import {at, component, element, labelled, placed, type ToHastOptions} from './element.ts'
import {figures} from './figures.ts'
import {picture} from './images.ts'
import {safeUrl} from './links.ts'
import {programme} from './programme.ts'
import {type TableLook, table} from './tables.ts'
import {value} from './values.ts'

/** Make the element of a directive. One that the dialect does not have was reported, and leaves its content. */
export function directive(state: State, node: Directive, options: ToHastOptions): ElementContent | ElementContent[] {
  const attributes = node.attributes ?? {}
  switch (node.type) {
    case 'containerDirective':
      return isNamed(containers, node.name) ? containers[node.name](state, node, options) : state.all(node)
    case 'leafDirective':
      return isNamed(leaves, node.name) ? leaves[node.name](state, node, options) : state.all(node)
    case 'textDirective':
      if (node.name === 'value') return value(node, options)
      if (node.name === 'lang') return inLanguage(attributes.lang ?? '', state.all(node), options)
      return state.all(node)
  }
}

type Make<Node> = (state: State, node: Node, options: ToHastOptions) => ElementContent | ElementContent[]

/** Conditional text that nobody resolved is kept: what is read without an occasion is read whole. */
const containers = {
  callout: (state, node) => titled(state, node, {kind: node.attributes?.kind ?? 'note'}),
  quote: (state, node) => titled(state, node),
  lead: (state, node) => titled(state, node),
  aside: (state, node) => titled(state, node),
  contact: (state, node) => titled(state, node),
  notes: (state, node) => titled(state, node),
  slide: (state, node) => titled(state, node, {...(node.attributes?.layout && {layout: node.attributes.layout})}),
  figures: (state, node, {report}) => figures(state, node, report),
  programme: (state, node, {report}) => programme(state, node, report),
  table: captioned,
  columns,
  column: (state, node) => component('column', {width: node.attributes?.width ?? '*'}, state.all(node)),
  only: (state, node) => state.all(node)
} as const satisfies Partial<Record<DirectiveName, Make<ContainerDirective>>>

const leaves = {
  figure(state, node, options) {
    const [first, ...rest] = state.all(node)
    const caption = first ? [labelled(node, first), ...rest] : []
    const src = node.attributes?.src
    return src ? picture({...node.attributes, src}, options, {node, caption}) : caption
  },
  qr(state, node, {report}) {
    const href = safeUrl(node.attributes?.href ?? '', at(node), report)
    return href === undefined ? state.all(node) : component('qr', {href}, title(node, state.all(node)))
  },
  toc: (state, node) => component('toc', {depth: Number(node.attributes?.depth ?? 3)}, title(node, state.all(node))),
  break: (_, node) => component('break', {to: node.attributes?.to ?? 'page'}, []),
  include: () => []
} as const satisfies Partial<Record<DirectiveName, Make<LeafDirective>>>

function isNamed<Table extends object>(table: Table, name: string): name is Extract<keyof Table, string> {
  return Object.hasOwn(table, name)
}

/** A component whose label is its first child. */
function titled(state: State, node: ContainerDirective, properties: Readonly<Record<string, string>> = {}): Element {
  const label = node.children.find(isLabel)
  const content = {...node, children: node.children.filter((child) => child !== label)}
  const head = label ? title(label, state.all(label)) : []
  return component(node.name, properties, [...head, ...state.all(content)])
}

/** Words in another language, read in its own direction. */
function inLanguage(lang: string, children: ElementContent[], {locale}: ToHastOptions): Element | ElementContent[] {
  if (!isLanguageTag(lang)) return children
  const dir = directionOf(lang)
  return element('span', {lang, ...(dir !== locale.dir && {dir})}, children)
}

function title(from: Nodes, words: ElementContent[]): Element[] {
  return words.length > 0 ? [labelled(from, element('gf-title', {className: ['title']}, words))] : []
}

function captioned(state: State, node: ContainerDirective, {report}: ToHastOptions): ElementContent[] {
  const label = node.children.find(isLabel)
  const header = node.attributes?.header
  const look: TableLook = {
    header: header === 'column' || header === 'both' ? header : 'row',
    ...(label && {caption: placed(label, element('caption', {}, state.all(label)))})
  }
  const content = node.children.filter((child) => child !== label)
  if (content.filter((child) => child.type === 'table').length !== 1)
    report('directive-content', 'Unexpected content in `:::table`, expected one table', at(node))
  return content.flatMap((child) => {
    if (child.type === 'table') return placed(child, table(state, child, look))
    if (content.some(({type}) => type === 'table'))
      report('directive-content', 'Unexpected block in `:::table`, expected the table only', at(child))
    return state.one(child, node) ?? []
  })
}

function columns(state: State, node: ContainerDirective, {report}: ToHastOptions): Element {
  for (const child of node.children) {
    if (child.type === 'containerDirective' && child.name === 'column') continue
    report('directive-content', 'Unexpected block in `:::columns`, expected `:::column` around it', at(child))
  }
  return component('columns', {}, state.all(node))
}
