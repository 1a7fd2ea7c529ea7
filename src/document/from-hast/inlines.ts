/** Elements inside a line. */
import type {Element, ElementContent} from 'hast'
import {type InlineElement, isInlineElement} from '../elements.ts'
import type {Field, Image, Inline} from '../nodes.ts'
import {base, choice, directionOf, flag, number, origin, placeOf, type State, text} from './element.ts'

type Reader = (element: Element, state: State) => Inline[]

const strong: Reader = (element, state) => [{type: 'strong', ...base(element), children: raw(element.children, state)}]
const emphasis: Reader = (element, state) => [
  {type: 'emphasis', ...base(element), children: raw(element.children, state)}
]
const struck: Reader = (element, state) => [{type: 'delete', ...base(element), children: raw(element.children, state)}]

const readers: Readonly<Record<InlineElement, Reader>> = {
  strong,
  b: strong,
  em: emphasis,
  i: emphasis,
  del: struck,
  s: struck,
  sup: (element, state) => [{type: 'superscript', ...base(element), children: raw(element.children, state)}],
  sub: (element, state) => [{type: 'subscript', ...base(element), children: raw(element.children, state)}],
  code: (element) => [{type: 'inlineCode', ...base(element), value: words(element.children)}],
  a: link,
  img: (element) => [image(element)],
  br: (element) => [{type: 'lineBreak', ...base(element)}],
  span,
  'gf-note': note,
  'gf-field': (element) => [field(element)]
}

/** Read nodes as inlines, white space as it stands; a block among them gives its words. */
export function raw(nodes: readonly ElementContent[], state: State): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'text') return [{type: 'text', ...origin(node), value: node.value}]
    if (node.type !== 'element') return []
    if (isInlineElement(node.tagName)) return readers[node.tagName](node, state)
    return flattened(node, state)
  })
}

/** A paragraph or heading inside a line is its words; any other block has no place there. */
function flattened(element: Element, state: State): Inline[] {
  const plain = ['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'gf-title']
  if (!plain.includes(element.tagName))
    state.report(
      'template-markup',
      `Unexpected \`<${element.tagName}>\` inside a line of text, expected words only`,
      placeOf(element)
    )
  const space: Inline = {type: 'text', value: ' '}
  return [space, ...raw(element.children, state), space]
}

function link(element: Element, state: State): Inline[] {
  const url = text(element, 'href')
  const children = raw(element.children, state)
  if (url === undefined) return children
  if (!/^(?:https?:|mailto:|tel:|#)/i.test(url)) {
    state.report(
      'link-unsafe',
      `Unexpected link to \`${url}\`, expected http, https, mailto, tel or \`#id\``,
      placeOf(element)
    )
    return children
  }
  const title = text(element, 'title')
  return [{type: 'link', ...base(element), url, ...(title !== undefined && {title}), children}]
}

/** A picture inside a line; one that has no `src` was not found and was reported where it was looked for. */
export function image(element: Element): Image {
  const width = number(element, 'width')
  const height = number(element, 'height')
  return {
    type: 'image',
    ...base(element),
    src: text(element, 'src') ?? '',
    alt: text(element, 'alt') ?? '',
    decorative: flag(element, 'decorative'),
    ...(width !== undefined && {width}),
    ...(height !== undefined && {height})
  }
}

function span(element: Element, state: State): Inline[] {
  const look = base(element)
  const dir = directionOf(element)
  const children = raw(element.children, state)
  if (look.lang === undefined && look.style === undefined && dir === undefined) return children
  return [{type: 'span', ...look, ...(dir && {dir}), children}]
}

function note(element: Element, state: State): Inline[] {
  const id = text(element, 'id') ?? ''
  return [
    {
      type: 'note',
      ...base(element),
      id,
      number: number(element, 'number') ?? 0,
      children: state.blocks(element.children)
    }
  ]
}

function field(element: Element): Field {
  return {type: 'field', ...base(element), name: choice(element, 'name', ['page', 'pages', 'section'])}
}

/** Words as they stand, for code. */
export function words(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? words(node.children) : ''))
    .join('')
}
