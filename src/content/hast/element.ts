/** Elements that remember the author's place, and what their handlers share. */
import type {Element, ElementContent, Properties, RootContent} from 'hast'
import type {Nodes} from 'mdast'
import type {At, Report} from '../../diagnostic.ts'
import type {Locale} from '../../locale.ts'
import type {World} from '../../world.ts'

declare module 'hast' {
  interface Data {
    /** Path of the author's file that `position` is a place in. */
    file?: string
    /** Name of the translation unit that this block is. */
    unit?: string
  }
}

export interface ToHastOptions {
  world: World
  locale: Locale
  /** Languages to fall back along, for pictures too. */
  fallback?: readonly string[]
  /** What `:value{name=}` may name: parameters, with the record's columns over them. */
  values: Readonly<Record<string, unknown>>
  report: Report
}

/** Make an element without a place. */
export function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return {type: 'element', tagName, properties, children}
}

/** Make a component, `gf-callout`, that selectors also find by its bare name. */
export function component(name: string, properties: Properties, children: ElementContent[]): Element {
  return element(`gf-${name}`, {className: [name], ...properties}, children)
}

/** Give `to` the place, unit and language of the node it was made from, where it has none yet. */
export function placed<To extends ElementContent | RootContent>(from: Nodes, to: To): To {
  const {file, unit, lang} = from.data ?? {}
  to.position ??= from.position
  to.data = {...(file !== undefined && {file}), ...(unit !== undefined && {unit}), ...to.data}
  if (lang !== undefined && to.type === 'element') to.properties.lang ??= lang
  return to
}

/** Where a node stands, for a report. */
export function at(node: Nodes): At {
  return {file: node.data?.file, position: node.position}
}

/** Words of hast nodes. */
export function wordsOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? wordsOf(node.children) : ''))
    .join('')
}
