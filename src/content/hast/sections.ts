/** Flat headings into nested sections. */
import type {Element, ElementContent, RootContent} from 'hast'
import {freeId} from '../headings.ts'
import {element} from './element.ts'

/**
 * Nest what follows each heading in a `<section id>`, by depth; what stands before the first stays outside. A heading
 * in a shared text whose id is taken gets the next free one.
 */
export function sections(nodes: readonly RootContent[]): RootContent[] {
  const top: RootContent[] = []
  const open: {depth: number; section: Element}[] = []
  const taken = new Set<string>()

  for (const node of nodes) {
    const depth = depthOf(node)
    if (depth !== undefined && node.type === 'element') {
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
      const section = opened(node, taken)
      put(section)
      open.push({depth, section})
    }
    if (node.type !== 'text' || node.value.trim()) put(node)
  }
  return top

  function put(node: RootContent) {
    const parent = open.at(-1)?.section
    // A doctype is no content: mdast has none.
    if (parent) parent.children.push(node as ElementContent)
    else top.push(node)
  }
}

/** Depth of a heading, 1-6. */
function depthOf(node: RootContent): number | undefined {
  const [, depth] = /^h([1-6])$/.exec(node.type === 'element' ? node.tagName : '') ?? []
  return depth === undefined ? undefined : Number(depth)
}

function opened(heading: Element, taken: Set<string>): Element {
  const {id, ...properties} = heading.properties
  heading.properties = properties
  const section = element('section', {id: freeId(typeof id === 'string' ? id : 'section', taken)}, [])
  const {position, data} = heading
  return Object.assign(section, {
    ...(position && {position}),
    ...(data?.file !== undefined && {data: {file: data.file}})
  })
}
