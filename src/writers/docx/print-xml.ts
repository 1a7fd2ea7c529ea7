/** XML from what docx hands to its printer. */

/** `{name: content}`: the content is a text, attributes (`{_attr}`), or a list of both and of further elements. */
export type Printed = Readonly<Record<string, unknown>>

/** Write one element and what it holds, on one line. */
export function printXml(element: Printed): string {
  const [name = ''] = Object.keys(element)
  const content = element[name]
  if (Array.isArray(content)) return printList(name, content)
  if (isElement(content)) return `<${name}${attributes(content)}/>`
  return `<${name}>${printText(content)}</${name}>`
}

function printList(name: string, parts: readonly unknown[]): string {
  let start = `<${name}`
  let inside = ''
  for (const part of parts) {
    if (!isElement(part)) inside += printText(part)
    else if ('_attr' in part) start += attributes(part)
    else inside += printXml(part)
  }
  return `${start}>${inside}</${name}>`
}

function attributes({_attr: values}: Printed): string {
  if (!isElement(values)) return ''
  let xml = ''
  for (const name of Object.keys(values)) xml += ` ${name}="${printText(values[name])}"`
  return xml
}

function isElement(value: unknown): value is Printed {
  return typeof value === 'object' && value !== null
}

/** What XML has a meaning for, or cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const special = /[&"'<>\0-\x08\x0B\x0C\x0E-\x1F]/

const everySpecial = new RegExp(special, 'g')

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '"': '&quot;', "'": '&apos;', '<': '&lt;', '>': '&gt;'}

/** A value as text that XML can hold: control characters go. */
function printText(value: unknown): string {
  if (value === undefined || value === null) return ''
  const text = String(value)
  return special.test(text) ? text.replace(everySpecial, (character) => escapes[character] ?? '') : text
}
