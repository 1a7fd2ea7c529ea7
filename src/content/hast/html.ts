/** Blocks of raw HTML: a few elements stay; what cannot stay loses its tag, never its text. */
import type {ElementContent, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Html} from 'mdast'
import type {Report} from '../../diagnostic.ts'
import {at, element, placed} from './element.ts'
import {inlineNames, keptProperties, renamed} from './html-policy.ts'

/** How many elements one block may have. */
const mostTags = 500

/** Turn a block of HTML into hast; words that stand in it by themselves become paragraphs. */
export function html(node: Html, report: Report): ElementContent[] {
  const blocks: ElementContent[] = []
  let line: ElementContent[] = []
  const endLine = () => {
    if (line.some((child) => child.type !== 'text' || child.value.trim())) blocks.push(element('p', {}, line))
    line = []
  }
  for (const child of fragment(node, report).flatMap((one) => sanitised(one, node, report))) {
    if (child.type === 'text' || (child.type === 'element' && inlineNames.includes(child.tagName))) line.push(child)
    else {
      endLine()
      blocks.push(child)
    }
  }
  endLine()
  return blocks.map((block) => placed(node, block))
}

/** HTML as a tree; as words without tags where it is so long that its nesting cannot be trusted. */
function fragment(node: Html, report: Report): RootContent[] {
  const tags = node.value.match(/<[a-z]/gi) ?? []
  if (tags.length <= mostTags) return fromHtml(node.value, {fragment: true}).children
  report('html-removed', `Unexpected block of ${tags.length} HTML elements, expected up to ${mostTags}`, at(node))
  return [{type: 'text', value: node.value.replace(/<[^>]*>/g, '')}]
}

function sanitised(child: RootContent, node: Html, report: Report): ElementContent[] {
  if (child.type === 'text') return [placed(node, {type: 'text', value: child.value})]
  if (child.type !== 'element') return []
  const inside = child.tagName === 'template' ? (child.content?.children ?? []) : child.children
  const children = inside.flatMap((one) => sanitised(one, node, report))
  const properties = keptProperties(child.tagName, child.properties, {at: at(node), report})
  return properties ? [placed(node, element(renamed[child.tagName] ?? child.tagName, properties, children))] : children
}
