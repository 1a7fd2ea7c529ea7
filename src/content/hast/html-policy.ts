/** What of raw HTML may stay: the content is not trusted, and the Document has no more than this. */
import type {Properties} from 'hast'
import type {At, Report} from '../../diagnostic.ts'
import {isLanguageTag} from '../../locale.ts'
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

/** Those that stand within a line. */
export const inlineNames = ['a', 'b', 'br', 'code', 'del', 'em', 'i', 's', 'span', 'strong', 'sub', 'sup']

/** Elements of the Document by another name. */
export const renamed: Readonly<Record<string, string>> = {b: 'strong', i: 'em', s: 'del'}

/** Attributes that may stay, `undefined` where the element may not. */
export function keptProperties(
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
