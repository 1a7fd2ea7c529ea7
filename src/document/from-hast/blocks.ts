/** Block elements of HTML itself, and the way from loose children to blocks. */
import type {Element, ElementContent} from 'hast'
import {type BlockElement, isBlockElement, isInlineElement} from '../elements.ts'
import type {Block, Heading, Inline, Paragraph} from '../nodes.ts'
import {components} from './components.ts'
import {base, directionOf, isElement, placeOf, type State, text} from './element.ts'
import {image, words} from './inlines.ts'
import {list} from './lists.ts'
import {table} from './tables.ts'

export type Reader = (element: Element, state: State) => Block[]

const heading =
  (depth: Heading['depth']): Reader =>
  (element, state) => {
    const id = text(element, 'id')
    return [{type: 'heading', ...base(element), depth, ...(id !== undefined && {id}), children: line(element, state)}]
  }

const readers: Readonly<Record<BlockElement, Reader>> = {
  p: paragraph,
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  ul: list,
  ol: list,
  blockquote: (element, state) => [{type: 'blockquote', ...base(element), children: state.blocks(element.children)}],
  pre: (element) => [code(element)],
  table,
  hr: (element) => [{type: 'thematicBreak', ...base(element)}],
  section,
  div: group,
  ...components
}

/** Read nodes as blocks; runs of words between blocks become paragraphs, white space between them goes. */
export function readBlocks(nodes: readonly ElementContent[], state: State): Block[] {
  const blocks: Block[] = []
  let loose: ElementContent[] = []
  const flush = () => {
    const children = state.inlines(loose)
    if (children.length > 0) blocks.push(looseParagraph(children))
    loose = []
  }
  for (const node of nodes) {
    if (node.type === 'comment') continue
    if (!isElement(node) || isInlineElement(node.tagName)) {
      loose.push(node)
      continue
    }
    flush()
    checkDirection(node, state)
    if (isBlockElement(node.tagName)) blocks.push(...readers[node.tagName](node, state))
    else blocks.push(...unknown(node, state))
  }
  flush()
  return blocks
}

/** A direction belongs to words; blocks of another one would have to be turned round as a whole. */
function checkDirection(element: Element, {report}: State): void {
  if (/^(?:p|h[1-6])$/.test(element.tagName) || !directionOf(element)) return
  const reason = `Unexpected \`dir\` of \`<${element.tagName}>\`, expected it on paragraphs, headings and \`<span>\``
  report('writer-unsupported', reason, placeOf(element))
}

function looseParagraph(children: Inline[]): Paragraph {
  const first = children.find((child) => child.position)
  return {
    type: 'paragraph',
    ...(first?.position && {position: first.position}),
    ...(first?.data && {data: first.data}),
    children
  }
}

/** What means nothing here is said, and its content kept. */
function unknown(element: Element, state: State): Block[] {
  state.report(
    'template-markup',
    `Unexpected element \`<${element.tagName}>\` here, expected a block such as \`<p>\` or \`<div>\``,
    placeOf(element)
  )
  return state.blocks(element.children)
}

/** A paragraph that is a picture only is a figure. */
function paragraph(element: Element, state: State): Block[] {
  const inside = element.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''))
  const [only] = inside
  if (inside.length === 1 && only && isElement(only, 'img')) {
    const {type: _, ...picture} = image(only)
    return [{...picture, ...base(element), ...base(only), type: 'figure', caption: []}]
  }
  const children = line(element, state)
  return children.length > 0 ? [{type: 'paragraph', ...base(element), children}] : []
}

/** The words of a paragraph or heading, in the direction that it states. */
function line(element: Element, state: State): Inline[] {
  const children = state.inlines(element.children)
  const dir = directionOf(element)
  return dir && children.length > 0 ? [{type: 'span', dir, children}] : children
}

function code(element: Element): Block {
  const inner = element.children.find((child): child is Element => isElement(child, 'code'))
  const names = inner?.properties.className
  const language = (Array.isArray(names) ? names : [])
    .map((name) => /^language-(.+)$/.exec(String(name))?.[1])
    .find((name) => name !== undefined)
  const value = words((inner ?? element).children).replace(/\n$/, '')
  return {type: 'code', ...base(element), ...(language !== undefined && {language}), value}
}

function section(element: Element, state: State): Block[] {
  if (element.properties.dataMaster !== undefined)
    state.report(
      'template-markup',
      'Unexpected page inside other elements, expected `<section data-master>` outermost',
      placeOf(element)
    )
  const children = state.blocks(element.children)
  const id = text(element, 'id')
  if (id !== undefined) return [{type: 'section', ...base(element), id, children}]
  const look = base(element)
  return look.style === undefined ? children : [{type: 'group', ...look, children}]
}

/** A `div` with a class is a group; one without only holds its children. */
function group(element: Element, state: State): Block[] {
  if (element.properties.dataFrame !== undefined)
    state.report(
      'template-markup',
      'Unexpected frame inside other elements, expected `<div data-frame>` right below its page',
      placeOf(element)
    )
  const look = base(element)
  const children = state.blocks(element.children)
  if (look.style === undefined && look.lang === undefined) return children
  return [{type: 'group', ...look, children}]
}
