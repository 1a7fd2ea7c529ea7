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
    /** Names of the units that its attributes are: `alt`, `credit`. */
    attributeUnits?: Record<string, string>
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

/**
 * Give `to` the place, units and language of the node it was made from, where it has none yet. What a leaf directive
 * says in words is its label: `labelled` names that.
 */
export function placed<To extends ElementContent | RootContent>(from: Nodes, to: To): To {
  const {file, unit, attributeUnits, lang} = from.data ?? {}
  const units = {...(unit !== undefined && from.type !== 'leafDirective' && {unit})}
  to.position ??= from.position
  to.data = {...(file !== undefined && {file}), ...units, ...(attributeUnits && {attributeUnits}), ...to.data}
  if (lang !== undefined && to.type === 'element') to.properties.lang ??= lang
  return to
}

/** Name the words of a leaf directive, or those of a container's label, as the unit that they are. */
export function labelled<To extends ElementContent>(from: Nodes, to: To): To {
  const {unit} = from.data ?? {}
  const made = placed(from, to)
  if (unit !== undefined) made.data = {...made.data, unit}
  return made
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
