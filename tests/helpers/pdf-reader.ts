/** Reads the objects of a PDF file that has cross-reference and object streams. ISO 32000-1, 7.3 and 7.5. */
import {inflateSync} from 'node:zlib'

export interface Name {
  name: string
}
export interface Reference {
  ref: number
}
export type Dictionary = Map<string, Value>
/** Strings are given as text. */
export type Value = null | boolean | number | string | Name | Reference | Value[] | Dictionary

export interface PdfFile {
  catalog: Dictionary
  /** Follow a reference. */
  get(value: Value | undefined): Value
  dictionary(value: Value | undefined): Dictionary
  /** Content of the stream that `value` refers to, inflated. */
  stream(value: Value | undefined): string
}

/** Read `bytes`; an object that is not there, or does not parse, throws. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes).toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const index = new Parser(text, start).object()
  const places = crossReferences(inflated(text, index))
  const known = new Map<number, Parsed>()

  function object(id: number): Parsed {
    const found = known.get(id)
    if (found) return found
    const [kind, where, place] = places(id)
    const parsed = kind === 1 ? new Parser(text, where).object() : {value: packed(object(where), place), after: 0}
    known.set(id, parsed)
    return parsed
  }
  function packed(container: Parsed, place: number): Value {
    const content = inflated(text, container)
    const numbers = new Parser(content, 0)
    const first = Number(asDictionary(container.value).get('First'))
    let offset = 0
    for (let at = 0; at <= place; at++) {
      numbers.value()
      offset = Number(numbers.value())
    }
    return new Parser(content, first + offset).value()
  }
  function get(value: Value | undefined): Value {
    if (value === undefined) return null
    return isReference(value) ? object(value.ref).value : value
  }
  return {
    catalog: asDictionary(get(asDictionary(index.value).get('Root'))),
    get,
    dictionary: (value) => asDictionary(get(value)),
    stream(value) {
      if (value === undefined || !isReference(value)) throw new Error('A stream is an object of its own')
      return inflated(text, object(value.ref))
    }
  }
}

export function isReference(value: Value | undefined): value is Reference {
  return typeof value === 'object' && value !== null && 'ref' in value
}

export function isName(value: Value | undefined): value is Name {
  return typeof value === 'object' && value !== null && 'name' in value
}

export function asDictionary(value: Value | undefined): Dictionary {
  if (value instanceof Map) return value
  throw new Error(`Not a dictionary: ${String(value)}`)
}

interface Parsed {
  value: Value
  /** Where the value ends in the file. */
  after: number
}

function inflated(text: string, {value, after}: Parsed): string {
  const dictionary = asDictionary(value)
  const begin = text.indexOf('stream\n', after) + 7
  const raw = text.slice(begin, begin + Number(dictionary.get('Length')))
  return dictionary.has('Filter') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
}

/** Entries of 1, 4 and 2 bytes: kind, offset or container, place in the container. */
function crossReferences(table: string): (id: number) => [number, number, number] {
  const buffer = Buffer.from(table, 'latin1')
  return (id) => [buffer.readUInt8(7 * id), buffer.readUInt32BE(7 * id + 1), buffer.readUInt16BE(7 * id + 5)]
}

const SPACE = /[\s\0]*(?:%[^\n]*\n[\s\0]*)*/y
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y
const REFERENCE = /(\d+) (\d+) R(?![\w])/y
const NAME = /\/([^\s()<>[\]{}/%]*)/y
const HEX = /<([\dA-Fa-f\s]*)>/y
const WORD = /[A-Za-z'"*][\w*]*/y
const ESCAPES: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'}

/** A word that is no value, as operators of a content stream are. */
export class Operator {
  readonly operator: string
  constructor(operator: string) {
    this.operator = operator
  }
}

export class Parser {
  at: number
  private readonly text: string
  constructor(text: string, at: number) {
    this.text = text
    this.at = at
  }

  /** `12 0 obj` and its value. */
  object(): Parsed {
    this.value()
    this.value()
    this.token()
    return {value: this.value(), after: this.at}
  }

  value(): Value {
    const token = this.token()
    if (token instanceof Operator || token === undefined) throw new Error(`No value at ${this.at}`)
    return token
  }

  /** The next value or operator, `undefined` at the end. */
  token(): Value | Operator | undefined {
    this.match(SPACE)
    if (this.at >= this.text.length) return
    const reference = this.match(REFERENCE)
    if (reference) return {ref: Number(reference[1])}
    const number = this.match(NUMBER)
    if (number) return Number(number[0])
    const name = this.match(NAME)
    if (name)
      return {name: (name[1] ?? '').replace(/#([\dA-F]{2})/gi, (_, code) => String.fromCharCode(Number(`0x${code}`)))}
    if (this.text.startsWith('<<', this.at)) return this.dictionary()
    const hex = this.match(HEX)
    if (hex) return decoded(Buffer.from((hex[1] ?? '').replace(/\s/g, ''), 'hex').toString('latin1'))
    if (this.text[this.at] === '[') return this.array()
    if (this.text[this.at] === '(') return decoded(this.literal())
    const word = this.match(WORD)?.[0]
    if (word === undefined) throw new Error(`Unexpected ${this.text.slice(this.at, this.at + 40)}`)
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : new Operator(word)
  }

  private dictionary(): Dictionary {
    this.at += 2
    const entries: Dictionary = new Map()
    for (;;) {
      this.match(SPACE)
      if (this.text.startsWith('>>', this.at)) break
      const key = this.value()
      if (!isName(key)) throw new Error(`A key is a name, at ${this.at}`)
      entries.set(key.name, this.value())
    }
    this.at += 2
    return entries
  }

  private array(): Value[] {
    this.at += 1
    const values: Value[] = []
    for (this.match(SPACE); this.text[this.at] !== ']'; this.match(SPACE)) values.push(this.value())
    this.at += 1
    return values
  }

  private literal(): string {
    let result = ''
    let depth = 0
    for (;;) {
      const character = this.text[this.at] ?? ''
      if (character === '') throw new Error('A string has no end')
      this.at += 1
      if (character === '\\') {
        const octal = /[0-7]{1,3}/y
        octal.lastIndex = this.at
        const code = octal.exec(this.text)?.[0]
        const next = this.text[this.at] ?? ''
        result += code ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[next] ?? next)
        this.at += code?.length ?? 1
        continue
      }
      if (character === ')' && --depth === 0) return result
      if (character !== '(' || depth++ > 0) result += character
    }
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found) this.at = pattern.lastIndex
    return found
  }
}

/** Text strings are UTF-16BE with a mark, others are bytes. */
function decoded(bytes: string): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
}
