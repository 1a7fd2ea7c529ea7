/** Tags of raw HTML within a line. */
import type {ElementContent, Properties} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Html, Nodes} from 'mdast'
import type {Report} from '../../diagnostic.ts'
import {at, element, placed} from './element.ts'
import {inlineNames, keptProperties, renamed} from './html-policy.ts'

/** How many may stand in each other. */
const deepest = 50

/** Elements without an end tag. */
const voids = ['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']

/**
 * Join the tags among inline nodes, `<sup>`, `2`, `</sup>`, into elements: Markdown hands each tag over by itself.
 *
 * `convert` turns any other node into hast.
 */
export function joinTags(
  nodes: readonly Nodes[],
  convert: (node: Nodes) => ElementContent[],
  report: Report
): ElementContent[] {
  const open: {name: string; properties: Properties | undefined; children: ElementContent[]; tag: Html}[] = []
  const result: ElementContent[] = []
  const put = (...children: ElementContent[]) => (open.at(-1)?.children ?? result).push(...children)

  for (const node of nodes) {
    if (node.type !== 'html') {
      put(...convert(node))
      continue
    }
    const closing = /^<\/\s*([\w-]+)/.exec(node.value)?.[1]?.toLowerCase()
    if (closing !== undefined) close(closing)
    else {
      const [name = ''] = /(?<=^<)[a-z][^\s/>]*/i.exec(node.value.toLowerCase()) ?? []
      // A comment is no text.
      if (!name) continue
      const properties = inlineProperties(node, name, report)
      if (voids.includes(name)) put(...(properties ? [placed(node, element(name, properties, []))] : []))
      else if (open.length < deepest) open.push({name, properties, children: [], tag: node})
      else report('html-removed', `Unexpected HTML element in ${deepest} others, expected fewer`, at(node))
    }
  }
  while (open.length > 0) end()
  return result

  function close(name: string) {
    if (!open.some((tag) => tag.name === name)) return
    while (open.at(-1)?.name !== name) end()
    end()
  }

  function end() {
    const tag = open.pop()
    if (!tag) return
    if (!tag.properties) put(...tag.children)
    else put(placed(tag.tag, element(renamed[tag.name] ?? tag.name, tag.properties, tag.children)))
  }
}

function inlineProperties(node: Html, name: string, report: Report): Properties | undefined {
  const [tag] = fromHtml(node.value, {fragment: true}).children
  if (tag?.type === 'element' && inlineNames.includes(name))
    return keptProperties(name, tag.properties, {at: at(node), report})
  report('html-removed', `Unexpected HTML element \`<${name}>\` within a line, expected Markdown`, at(node))
  return
}
