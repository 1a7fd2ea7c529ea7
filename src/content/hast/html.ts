/** Raw HTML: a few elements stay; what cannot stay loses its tag, never its text. */
import type {ElementContent, Properties, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Html, Nodes} from 'mdast'
import type {At, Report} from '../../diagnostic.ts'
import {isLanguageTag} from '../../locale.ts'
import {at, element, placed} from './element.ts'
import {safeUrl} from './links.ts'

/** Elements that stay, with the attributes they may keep. */
const kept: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title'],
  b: [],
  blockquote: [],
  br: [],
  code: [],
  del: [],
  div: [],
  em: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  i: [],
  li: [],
  ol: ['start'],
  p: [],
  pre: [],
  s: [],
  span: [],
  strong: [],
  sub: [],
  sup: [],
  table: [],
  tbody: [],
  td: ['align', 'colSpan', 'rowSpan'],
  th: ['align', 'colSpan', 'rowSpan', 'scope'],
  thead: [],
  tr: [],
  ul: []
}

const inlines = ['a', 'br', 'code', 'del', 'em', 'span', 'strong', 'sub', 'sup']

const renamed: Readonly<Record<string, string>> = {b: 'strong', i: 'em', s: 'del'}

/** Turn a block of HTML into hast; words that stand in it by themselves become paragraphs. */
export function html(node: Html, report: Report): ElementContent[] {
  const blocks: ElementContent[] = []
  let line: ElementContent[] = []
  const endLine = () => {
    if (line.some((child) => child.type !== 'text' || child.value.trim())) blocks.push(element('p', {}, line))
    line = []
  }
  for (const child of fromHtml(node.value, {fragment: true}).children.flatMap((one) => sanitised(one, node, report))) {
    if (child.type === 'text' || (child.type === 'element' && inlines.includes(child.tagName))) line.push(child)
    else {
      endLine()
      blocks.push(child)
    }
  }
  endLine()
  return blocks.map((block) => placed(node, block))
}

function sanitised(child: RootContent, node: Html, report: Report): ElementContent[] {
  if (child.type === 'text') return [placed(node, {type: 'text', value: child.value})]
  if (child.type !== 'element') return []
  const inside = child.tagName === 'template' ? (child.content?.children ?? []) : child.children
  const children = inside.flatMap((one) => sanitised(one, node, report))
  const properties = keptProperties(child.tagName, child.properties, {at: at(node), report})
  return properties ? [placed(node, element(renamed[child.tagName] ?? child.tagName, properties, children))] : children
}

/** Attributes that may stay, `undefined` where the element may not. */
function keptProperties(
  name: string,
  properties: Properties,
  {at, report}: {at: At; report: Report}
): Properties | undefined {
  const allowed = Object.hasOwn(kept, name) ? kept[name] : undefined
  if (!allowed) {
    report('html-removed', `Unexpected HTML element \`<${name}>\`, expected Markdown`, at)
    return
  }
  const result: Properties = {}
  for (const [key, value] of Object.entries(properties)) {
    const known = key === 'lang' ? isLanguageTag(String(value)) : key === 'dir' || allowed.includes(key)
    if (!known) {
      const attribute = key === 'className' ? 'class' : key.toLowerCase()
      const reason = `Unexpected attribute \`${attribute}\` of HTML element \`<${name}>\`, expected it without`
      report('html-removed', reason, at, 'Say it in Markdown; the element was kept, the attribute was not.')
    } else if (key !== 'href') result[key] = value
    else {
      const href = safeUrl(String(value), at, report)
      if (href === undefined) return
      result.href = href
    }
  }
  return result
}

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
      const [tag] = fromHtml(node.value, {fragment: true}).children
      if (tag?.type !== 'element') continue
      const properties = keptProperties(tag.tagName, tag.properties, {at: at(node), report})
      if (!isVoid(tag.tagName)) open.push({name: tag.tagName, properties, children: [], tag: node})
      else if (properties) put(placed(node, element(tag.tagName, properties, [])))
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

function isVoid(name: string): boolean {
  return ['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'].includes(name)
}
