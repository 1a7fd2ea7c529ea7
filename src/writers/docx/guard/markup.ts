/** A Word file's XML, one tag after the other: all that its checks need of it. */

export interface Tag {
  name: string
  /** `open` has an end to come, `empty` has none. */
  kind: 'open' | 'close' | 'empty'
  /** Value of an attribute by its whole name, `w:val`. */
  attribute(name: string): string | undefined
  /** Text up to the next tag. */
  text(): string
}

/** What to do at the tags of a name, with what is known so far. */
export type Readers<S> = ReadonlyMap<string, (tag: Tag, state: S) => void>

/** Take the tags of `xml` in order to their readers; those that have none cost next to nothing. */
export function readTags<S>(xml: string, readers: Readers<S>, state: S): S {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const closing = xml.charCodeAt(at + 1) === slash
    const start = closing ? at + 2 : at + 1
    let end = start
    while (isName(xml.charCodeAt(end))) end += 1
    const name = xml.slice(start, end)
    const read = readers.get(name)
    if (read) read(tagAt(xml, {name, closing, end}), state)
  }
  return state
}

const slash = 0x2f
const greater = 0x3e
const quote = 0x22

/** True for what may stand in a name: all but white space, `/`, `>` and the end of the text. */
function isName(code: number): boolean {
  return code > 0x20 && code !== slash && code !== greater
}

function tagAt(xml: string, {name, closing, end}: {name: string; closing: boolean; end: number}): Tag {
  let close = end
  for (let quoted = false; close < xml.length; close++) {
    const code = xml.charCodeAt(close)
    if (code === quote) quoted = !quoted
    else if (code === greater && !quoted) break
  }
  return {
    name,
    kind: closing ? 'close' : xml.charCodeAt(close - 1) === slash ? 'empty' : 'open',
    attribute: (wanted) => {
      const attributes = xml.slice(end, close)
      const before = ` ${wanted}="`
      const found = attributes.indexOf(before)
      if (found < 0) return
      const from = found + before.length
      return plain(attributes.slice(from, attributes.indexOf('"', from)))
    },
    text: () => {
      const next = xml.indexOf('<', close)
      return plain(xml.slice(close + 1, next < 0 ? undefined : next))
    }
  }
}

const entities: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"}

/** Text without XML's references. */
function plain(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
