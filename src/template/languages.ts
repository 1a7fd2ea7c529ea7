/** What a template prints in another language than the document's: values that no translation was there for. */
import type {Element, ElementContent, Root, RootContent, Text} from 'hast'

/** A value as it is printed, and the language that it is in (BCP 47). */
export interface ForeignText {
  value: string
  lang: string
}

/**
 * Give what `tree` says of `texts` its language: a span around it. A template prints values among other words, so only
 * their own words tell where they stand. The tree may be that of other documents too: what changes is a copy.
 */
export function markLanguages(tree: Root, texts: readonly ForeignText[]): Root {
  // Numbers and signs alone are in no language.
  const worded = texts.filter(({value}) => /\p{L}/u.test(value))
  if (worded.length === 0) return tree
  const langs = new Map(worded.map(({value, lang}) => [value, lang]))
  const longestFirst = [...langs.keys()].sort((one, other) => other.length - one.length)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${longestFirst.map(literal).join('|')})(?![\\p{L}\\p{N}])`, 'u')
  return {...tree, children: tree.children.flatMap((child) => marked(child, {langs, pattern}))}
}

interface Search {
  langs: ReadonlyMap<string, string>
  /** Splits a text into words of the document and values. */
  pattern: RegExp
}

function marked<Node extends RootContent>(node: Node, search: Search): (Node | ElementContent)[] {
  if (node.type === 'text') return markedText(node, search)
  if (node.type !== 'element') return [node]
  return [{...node, children: node.children.flatMap((child) => marked(child, search))}]
}

function markedText(text: Text, {langs, pattern}: Search): ElementContent[] {
  const parts = text.value.split(pattern)
  return parts.flatMap((value): ElementContent[] => {
    const part: Text = {...text, value}
    const lang = langs.get(value)
    if (lang === undefined) return value === '' ? [] : [part]
    const span: Element = {type: 'element', tagName: 'span', properties: {lang}, children: [part]}
    return [Object.assign(span, {position: text.position, data: text.data})]
  })
}

function literal(value: string): string {
  return value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
