/** What a schema judges of a Word file: which elements stand in which, in what order, with which attributes. */
import {strFromU8, unzipSync} from 'fflate'

/**
 * List the kinds of elements in a file, each with its attributes and the order of what it holds. Two files whose kinds
 * are the same are judged the same: texts, names, and the digits of numbers are left out, their lengths are not.
 */
export function shapes(file: Uint8Array): Set<string> {
  const found = new Set<string>()
  for (const [path, bytes] of Object.entries(unzipSync(file))) {
    if (!/\.(xml|rels)$/.test(path)) continue
    const part = path.replace(/\d+/g, '')
    for (const shape of elementsIn(strFromU8(bytes))) found.add(`${part} ${shape}`)
  }
  return found
}

interface Open {
  start: string
  children: string[]
}

function* elementsIn(xml: string): Generator<string> {
  const open: Open[] = [{start: '', children: []}]
  for (const [, end, name = '', attributes = '', empty] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>/g
  )) {
    const around = open.at(-1)
    if (end) {
      const closed = open.pop()
      if (closed) yield `${closed.start}(${orderOf(name, closed.children).join(' ')})`
      continue
    }
    if (around && around.children.at(-1) !== name) around.children.push(name)
    const start = `${name}${attributesOf(attributes)}`
    if (empty) yield `${start}()`
    else open.push({start, children: []})
  }
}

/** Elements that hold others in any order, but for the first of them, and in some the last. */
const loose: Readonly<Record<string, 'last' | 'any'>> = {
  'w:body': 'last',
  'w:tc': 'last',
  'w:p': 'any',
  'w:hyperlink': 'any',
  'w:footnotes': 'any',
  'w:hdr': 'any',
  'w:ftr': 'any',
  Relationships: 'any'
}

function orderOf(name: string, children: readonly string[]): readonly string[] {
  const kind = loose[name]
  if (kind === undefined) return children
  const last = kind === 'last' ? children.slice(-1) : []
  return [...children.slice(0, 1), ...new Set(children.slice(1).sort()), ...last]
}

function attributesOf(text: string): string {
  return [...text.matchAll(/([\w:]+)="([^"]*)"/g)]
    .map(([, name = '', value = '']) => ` ${name}=${kindOf(value, name)}`)
    .join('')
}

/** Attributes with words of the text. */
const free = new Set(['w:name', 'w:anchor', 'w:tooltip', 'descr', 'name', 'title'])

/** A short word as it is, since a schema may list it; of anything else what a schema can say of it. */
function kindOf(value: string, name: string): string {
  if (value !== '' && free.has(name)) return value.length > 40 ? 'long' : 'name'
  if (name === 'w:id' || name === 'id') return /^-?\d{1,9}$/.test(value) ? 'id' : value
  if (/^[A-Z][A-Za-z\d]*$/.test(value)) return 'Name'
  if (/^[a-z]?[A-Za-z]{0,20}$/.test(value)) return value
  if (/^-?\d+$/.test(value)) return value.replace(/\d/g, '0')
  const length = [255, 2083].find((most) => value.length <= most) ?? 'long'
  return `${/^[\x21-\x7e]+$/.test(value) ? 'sign' : 'text'}${length}`
}
