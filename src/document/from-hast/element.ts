/** What the readers of elements share: the state, and the place, look and attributes of an element. */
import type {Element, ElementContent, Text} from 'hast'
import type {At, Report} from '../../diagnostic.ts'
import type {Block, Inline, Paragraph} from '../nodes.ts'

declare module 'hast' {
  interface Data {
    file?: string
    unit?: string
    attributeUnits?: Record<string, string>
  }
}

/** Recursion goes through the state only. */
export interface State {
  report: Report
  /** Read children as blocks; loose words between them become paragraphs. */
  blocks(nodes: readonly ElementContent[]): Block[]
  /** Read children as a line of text; white space collapses as in HTML. */
  inlines(nodes: readonly ElementContent[]): Inline[]
}

/** Place, language and style that the node made from `element` keeps. */
export function base(element: Element): Pick<Paragraph, 'position' | 'data' | 'lang' | 'style'> {
  const lang = text(element, 'lang')
  const style = styleOf(element)
  return {
    ...origin(element),
    ...(lang && {lang}),
    ...(style !== undefined && {style})
  }
}

type Place = Pick<Paragraph, 'position' | 'data'>

/** The author's place of a node, as the Document keeps it. */
export function origin(node: Element | Text): Place {
  const {position, data: {file, unit, attributeUnits} = {}} = node
  const place: Place = position ? {position} : {}
  if (file === undefined && unit === undefined && !attributeUnits) return place
  place.data = file === undefined ? {} : {file}
  if (unit !== undefined) place.data.unit = unit
  if (attributeUnits) place.data.attributeUnits = attributeUnits
  return place
}

export function placeOf(element: Element): At {
  return {file: element.data?.file, position: element.position}
}

/** Classes that Markdown's own conversions leave on elements. */
const marks = /^(?:task-list-item|contains-task-list|language-.*)$/

/** The first class that is not the component's own bare name. */
function styleOf(element: Element): string | undefined {
  const own = element.tagName.replace(/^gf-/, '')
  const component = element.tagName.startsWith('gf-')
  return classes(element).find((name) => !(component && name === own) && !marks.test(name))
}

export function classes(element: Element): string[] {
  const {className} = element.properties
  const names = Array.isArray(className) ? className.map(String) : String(className ?? '').split(/\s+/)
  return names.filter(Boolean)
}

/** An attribute as text; none for an absent one. */
export function text(element: Element, name: string): string | undefined {
  const value = element.properties[name]
  if (value === undefined || value === null || value === false) return
  return Array.isArray(value) ? value.join(' ') : String(value)
}

/** An attribute as a number; none for an absent one, or one that is no number. */
export function number(element: Element, name: string): number | undefined {
  const value = Number.parseFloat(text(element, name) ?? '')
  return Number.isFinite(value) ? value : undefined
}

/** True for `decorative`, `decorative=""` and `decorative={true}`. */
export function flag(element: Element, name: string): boolean {
  const value = element.properties[name]
  return value !== undefined && value !== null && value !== false && value !== 'false'
}

/** The direction that the element itself states. */
export function directionOf(element: Element): 'ltr' | 'rtl' | undefined {
  const dir = text(element, 'dir')
  return dir === 'ltr' || dir === 'rtl' ? dir : undefined
}

/** One of `choices`, the first of them where the attribute is absent or says something else. */
export function choice<Choice extends string>(
  element: Element,
  name: string,
  choices: readonly [Choice, ...Choice[]]
): Choice {
  const value = text(element, name)
  return choices.find((candidate) => candidate === value) ?? choices[0]
}

export function isElement(node: ElementContent, name?: string): node is Element {
  return node.type === 'element' && (name === undefined || node.tagName === name)
}

/** Elements among the children, by name. */
export function childElements(element: Element, name?: string): Element[] {
  return element.children.filter((child) => isElement(child, name)) as Element[]
}

/** The words of a label, a caption or a part; the first of them keeps the name of the unit that these are. */
export function labelOf(element: Element): ElementContent[] {
  const [first, ...rest] = element.children
  const {unit} = element.data ?? {}
  if (unit === undefined) return element.children
  if (first?.type === 'text') return [{...first, data: {...first.data, unit}}, ...rest]
  if (first?.type === 'element') return [{...first, data: {...(first.data ?? {position: {}}), unit}}, ...rest]
  return element.children
}

/** The children but for the title (the directive's label), and the title's own. */
export function splitTitle(element: Element): {title: ElementContent[]; rest: ElementContent[]} {
  const title = element.children.find((child): child is Element => isElement(child, 'gf-title'))
  return {title: title ? labelOf(title) : [], rest: element.children.filter((child) => child !== title)}
}
