/** Components: the elements that directives become. */
import type {Element, ElementContent} from 'hast'
import type {BlockElement} from '../elements.ts'
import type {Block, Column, KeyFigure, ProgrammeEntry} from '../nodes.ts'
import {
  base,
  childElements,
  choice,
  flag,
  isElement,
  labelOf,
  number,
  placeOf,
  type State,
  splitTitle,
  text
} from './element.ts'

type Reader = (element: Element, state: State) => Block[]

/** A reader for each component. */
export const components: Readonly<Record<Extract<BlockElement, `gf-${string}`>, Reader>> = {
  'gf-callout'(element, state) {
    const {title, rest} = splitTitle(element)
    const kind = choice(element, 'kind', ['note', 'tip', 'warning'])
    return [{type: 'callout', ...base(element), kind, title: state.inlines(title), children: state.blocks(rest)}]
  },
  'gf-quote'(element, state) {
    const {title, rest} = splitTitle(element)
    return [{type: 'quote', ...base(element), children: state.blocks(rest), source: state.inlines(title)}]
  },
  'gf-lead'(element, state) {
    const {title, rest} = splitTitle(element)
    return [{type: 'lead', ...base(element), kicker: state.inlines(title), children: state.blocks(rest)}]
  },
  'gf-aside'(element, state) {
    const {title, rest} = splitTitle(element)
    return [{type: 'aside', ...base(element), title: state.inlines(title), children: state.blocks(rest)}]
  },
  'gf-figures': (element, state) => [
    {
      type: 'figures',
      ...base(element),
      children: parts(element, ['gf-key-figure'], state).map((part) => keyFigure(part, state))
    }
  ],
  'gf-contact': (element, state) => [
    {type: 'contact', ...base(element), children: state.blocks(labelled(element, 'contact-label'))}
  ],
  'gf-programme': (element, state) => [
    {
      type: 'programme',
      ...base(element),
      children: parts(element, ['gf-entry'], state).map((part) => programmeEntry(part, state))
    }
  ],
  'gf-columns': (element, state) => [
    {
      type: 'columns',
      ...base(element),
      children: parts(element, ['gf-column'], state).map((part) => column(part, state))
    }
  ],
  'gf-break': (element) => [
    {type: 'break', ...base(element), to: choice(element, 'to', ['page', 'column', 'panel', 'slide'])}
  ],
  'gf-toc'(element, state) {
    const {title, rest} = splitTitle(element)
    const words = title.length > 0 ? title : rest
    return [{type: 'toc', ...base(element), depth: number(element, 'depth') ?? 3, title: state.inlines(words)}]
  },
  'gf-qr'(element, state) {
    const {title, rest} = splitTitle(element)
    const caption = state.inlines(title.length > 0 ? title : rest)
    return [{type: 'qr', ...base(element), url: text(element, 'href') ?? '', caption}]
  },
  'gf-slide'(element, state) {
    const {title, rest} = splitTitle(element)
    const layout = text(element, 'layout')
    const children = state.blocks(rest)
    return [
      {type: 'slide', ...base(element), title: state.inlines(title), ...(layout !== undefined && {layout}), children}
    ]
  },
  'gf-notes': (element, state) => [
    {type: 'notes', ...base(element), children: state.blocks(labelled(element, 'strong'))}
  ],
  'gf-figure'(element, state) {
    const width = number(element, 'width')
    const height = number(element, 'height')
    const credit = text(element, 'credit')
    const licence = text(element, 'licence')
    const focus = focusOf(text(element, 'focus'))
    return [
      {
        type: 'figure',
        ...base(element),
        src: text(element, 'src') ?? '',
        alt: text(element, 'alt') ?? '',
        decorative: flag(element, 'decorative'),
        ...(width !== undefined && {width}),
        ...(height !== undefined && {height}),
        caption: state.inlines(element.children),
        ...(credit !== undefined && {credit}),
        ...(licence !== undefined && {licence}),
        ...(focus && {focus})
      }
    ]
  }
}

/** `30% 60%` as parts. */
function focusOf(value = ''): {x: number; y: number} | undefined {
  const [, x, y] = /^(\d+)% +(\d+)%$/.exec(value) ?? []
  return x === undefined || y === undefined ? undefined : {x: Number(x) / 100, y: Number(y) / 100}
}

/** The parts a component is made of; anything else in it is reported and becomes a part of the first kind. */
function parts(element: Element, names: readonly [string, ...string[]], state: State): Element[] {
  return element.children.flatMap((child): Element[] => {
    if (child.type === 'text' ? child.value.trim() === '' : child.type === 'comment') return []
    if (isElement(child) && names.includes(child.tagName)) return [child]
    const found = isElement(child) ? `\`<${child.tagName}>\`` : 'text'
    state.report(
      'template-markup',
      `Unexpected ${found} in \`<${element.tagName}>\`, expected \`<${names[0]}>\``,
      placeOf(isElement(child) ? child : element)
    )
    return [{type: 'element', tagName: names[0], properties: {}, children: [child]}]
  })
}

function keyFigure(element: Element, state: State): KeyFigure {
  const unit = text(element, 'unit')
  const value = text(element, 'value') ?? ''
  return {
    type: 'keyFigure',
    ...base(element),
    value,
    ...(unit !== undefined && {unit}),
    label: state.inlines(element.children)
  }
}

function programmeEntry(element: Element, state: State): ProgrammeEntry {
  const part = (name: string) => state.inlines(childElements(element, name).flatMap(labelOf))
  const known = ['gf-time', 'gf-what', 'gf-where']
  const others = element.children.filter((child) => !(isElement(child) && known.includes(child.tagName)))
  return {
    type: 'programmeEntry',
    ...base(element),
    time: part('gf-time'),
    what: [...part('gf-what'), ...state.inlines(others)],
    where: part('gf-where')
  }
}

function column(element: Element, state: State): Column {
  const width = text(element, 'width')
  return {
    type: 'column',
    ...base(element),
    width: width === 'auto' ? 'auto' : (number(element, 'width') ?? '*'),
    children: state.blocks(element.children)
  }
}

/** The label of a component that has no place for one, as a paragraph of its own. */
function labelled(element: Element, style: string): ElementContent[] {
  const {title, rest} = splitTitle(element)
  if (title.length === 0) return rest
  const {data} = childElements(element, 'gf-title')[0] ?? element
  const label: Element = {type: 'element', tagName: 'p', properties: {className: [style]}, children: title}
  if (data) label.data = data
  return [label, ...rest]
}
