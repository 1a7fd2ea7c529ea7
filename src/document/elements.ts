/** The elements that a filled template may hold: what from-hast reads, and what templates may write. */

const blockElements = [
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote', 'pre', 'table', 'hr', 'section', 'div'],
  ...['gf-callout', 'gf-quote', 'gf-lead', 'gf-aside', 'gf-figures', 'gf-contact', 'gf-programme', 'gf-columns'],
  ...['gf-break', 'gf-toc', 'gf-qr', 'gf-slide', 'gf-notes', 'gf-figure']
] as const

const inlineElements = [
  ...['strong', 'b', 'em', 'i', 'del', 's', 'sup', 'sub', 'code', 'a', 'img', 'br', 'span', 'gf-note', 'gf-field']
] as const

/** Elements that mean something inside one certain other only. */
const partElements = [
  ...['li', 'input', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['gf-title', 'gf-key-figure', 'gf-entry', 'gf-time', 'gf-what', 'gf-where', 'gf-column']
] as const

export type BlockElement = (typeof blockElements)[number]
export type InlineElement = (typeof inlineElements)[number]

export const knownElements: readonly string[] = [...blockElements, ...inlineElements, ...partElements]

export function isBlockElement(name: string): name is BlockElement {
  return (blockElements as readonly string[]).includes(name)
}

export function isInlineElement(name: string): name is InlineElement {
  return (inlineElements as readonly string[]).includes(name)
}
