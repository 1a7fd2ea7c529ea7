/** HTML as strings: the one place where text is escaped. */

/** Finished HTML: only `element` and `escapeText` make it from text. */
export type Html = string

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Elements that have no content and no end tag (HTML, 13.1.2). */
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'meta'])

/** Write an element; an attribute that is `undefined` or false is left out, `true` stands without a value. */
export function element(name: string, attributes: Attributes, ...children: readonly Html[]): Html {
  const start = `<${name}${Object.entries(attributes).map(attribute).join('')}>`
  return empty.has(name) ? start : `${start}${children.join('')}</${name}>`
}

/** Escape text, for content and attribute values alike; control characters that HTML does not allow become U+FFFD. */
export function escapeText(text: string): Html {
  return text
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD')
}

function attribute([name, value]: [string, string | number | boolean | undefined]): string {
  if (value === undefined || value === false) return ''
  return value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`
}
