/** The structure tree of a PDF file with the text of its leaves, read from the bytes. ISO 32000-1, 14.7 and 14.8. */
import {
  asDictionary,
  type Dictionary,
  isName,
  isReference,
  Operator,
  Parser,
  type PdfFile,
  readPdf,
  type Value
} from './pdf-reader.ts'

export interface Tagged {
  tag: string
  /** Entries of the element and of its attribute objects, `Lang`, `Scope`. */
  attributes: Readonly<Record<string, unknown>>
  children: (Tagged | Leaf)[]
}

/** A piece of page content, or an annotation. */
export interface Leaf {
  text: string
  /** Contents of a link annotation and where it goes to. */
  annotation?: {contents: unknown; target: unknown}
  page: number
}

export interface TaggedFile {
  catalog: Dictionary
  pages: number
  document: Tagged
  /** Text of artifacts, page by page. */
  artifacts: string[]
  /** Kinds of artifacts with their text, page by page, `Pagination Header Top “Title”`; equal ones in a row once. */
  artifactKinds: string[][]
}

/** Read the tree of `bytes`. A leaf that names content which is not there throws, so does content that no leaf names. */
export function readTree(bytes: Uint8Array): TaggedFile {
  const file = readPdf(bytes)
  const pages = pagesOf(file, file.catalog.get('Pages'))
  const contents = pages.map((page) => markedContent(file, file.dictionary(page)))
  const numberOf = new Map(pages.map((page, index) => [page.ref, index]))
  const root = file.dictionary(file.catalog.get('StructTreeRoot'))
  const used = new Set<string>()

  function element(value: Value | undefined): Tagged {
    const data = file.dictionary(value)
    const type = data.get('S')
    const kids = file.get(data.get('K'))
    const list = Array.isArray(kids) ? kids : kids === null ? [] : [kids]
    const children = list.map((kid) => child(kid, pageNumber(data)))
    return {tag: isName(type) ? type.name : '', attributes: attributesOf(file, data), children}
  }
  function pageNumber(data: Dictionary): number {
    const page = data.get('Pg')
    return isReference(page) ? (numberOf.get(page.ref) ?? -1) : -1
  }
  function child(kid: Value, page: number): Tagged | Leaf {
    if (typeof kid === 'number') return leaf(page, kid)
    const data = file.dictionary(kid)
    const type = data.get('Type')
    if (isName(type) && type.name === 'MCR') return leaf(pageNumber(data), Number(data.get('MCID')))
    if (!isName(type) || type.name !== 'OBJR') return element(kid)
    const annotation = file.dictionary(data.get('Obj'))
    const action = file.dictionary(annotation.get('A'))
    const target = action.get('URI') ?? `#${String(action.get('D'))}`
    return {text: '', page: pageNumber(data), annotation: {contents: annotation.get('Contents'), target}}
  }
  function leaf(page: number, mcid: number): Leaf {
    const text = contents[page]?.marked.get(mcid)
    if (text === undefined || used.has(`${page} ${mcid}`))
      throw new Error(`Content ${mcid} of page ${page} is not there`)
    used.add(`${page} ${mcid}`)
    return {text, page}
  }

  const [top] = [file.get(root.get('K'))].flat()
  const document = element(top)
  const marked = contents.reduce((sum, content) => sum + content.marked.size, 0)
  if (marked !== used.size) throw new Error(`${marked - used.size} pieces of content are in no element`)
  return {
    catalog: file.catalog,
    pages: pages.length,
    document,
    artifacts: contents.map(({artifacts}) => artifacts.map(({text}) => text).join('')),
    artifactKinds: contents.map(({artifacts}) => {
      const lines = artifacts.map(({kind, text}) => (text.trim() === '' ? kind : `${kind} “${text.trim()}”`))
      return lines.filter((line, index) => line !== lines[index - 1])
    })
  }
}

/** Text of an element in reading order: what a reader says. `skip`: tags that are left out. */
export function textOf(node: Tagged | Leaf, skip: readonly string[] = []): string {
  if (!('tag' in node)) return node.text
  if (skip.includes(node.tag)) return ''
  const {ActualText: actual} = node.attributes
  return typeof actual === 'string' ? actual : node.children.map((child) => textOf(child, skip)).join('')
}

function pagesOf(file: PdfFile, value: Value | undefined): {ref: number}[] {
  const data = file.dictionary(value)
  const kids = file.get(data.get('Kids'))
  if (Array.isArray(kids)) return kids.flatMap((kid) => pagesOf(file, kid))
  return isReference(value) ? [value] : []
}

function attributesOf(file: PdfFile, data: Dictionary): Record<string, unknown> {
  const own = ['Lang', 'Alt', 'T', 'ActualText', 'ID'].flatMap((key) => (data.has(key) ? [[key, data.get(key)]] : []))
  const sets = data.has('A') ? [file.get(data.get('A'))].flat() : []
  const further = sets.flatMap((set) => [...asDictionary(file.get(set))].filter(([key]) => key !== 'O'))
  return Object.fromEntries([...own, ...further.map(([key, value]) => [key, isName(value) ? value.name : value])])
}

interface PageText {
  /** Number of a marked-content sequence → its text. */
  marked: Map<number, string>
  artifacts: {kind: string; text: string}[]
}

/** What a piece of text belongs to; text of inner sequences belongs to the outermost, unless that says what it reads as. */
type Sequence = {mcid: number} | 'artifact' | 'inner' | {reads: string}

function markedContent(file: PdfFile, page: Dictionary): PageText {
  const result: PageText = {marked: new Map(), artifacts: []}
  const fonts = fontsOf(file, page)
  const open: Sequence[] = []
  let font = new Map<number, string>()
  let operands: Value[] = []
  const say = (text: string): void => {
    const outer = open.find(
      (sequence) => sequence === 'artifact' || (typeof sequence === 'object' && 'mcid' in sequence)
    )
    if (outer === undefined) throw new Error(`Text outside the tree: ${text}`)
    const artifact = result.artifacts.at(-1)
    if (outer === 'artifact' && artifact) artifact.text += text
    else if (typeof outer === 'object' && 'mcid' in outer)
      result.marked.set(outer.mcid, (result.marked.get(outer.mcid) ?? '') + text)
  }
  const show = (codes: string): void => {
    if (open.some((sequence) => typeof sequence === 'object' && 'reads' in sequence)) return
    for (let at = 0; at < codes.length; at += 2) {
      const code = codes.charCodeAt(at) * 256 + codes.charCodeAt(at + 1)
      say(font.get(code) ?? '')
    }
  }
  const parser = new Parser(file.stream(page.get('Contents')), 0)
  for (let token = parser.token(); token !== undefined; token = parser.token()) {
    if (!(token instanceof Operator)) {
      operands.push(token)
      continue
    }
    const [first, second] = operands
    if (token.operator === 'BMC') throw new Error('Content of no kind')
    if (token.operator === 'BDC') {
      const properties = asDictionary(second)
      const artifact = isName(first) && first.name === 'Artifact'
      const sequence = artifact ? 'artifact' : sequenceOf(properties)
      open.push(sequence)
      if (artifact) result.artifacts.push({kind: artifactKind(properties), text: ''})
      if (typeof sequence === 'object' && 'mcid' in sequence) result.marked.set(sequence.mcid, '')
      if (typeof sequence === 'object' && 'reads' in sequence) say(sequence.reads)
    }
    if (token.operator === 'EMC' && open.pop() === undefined) throw new Error('A sequence ends that never began')
    if (token.operator === 'Tf' && isName(first)) font = fonts(first.name)
    if (token.operator === 'TJ') for (const part of [first ?? null].flat()) if (typeof part === 'string') show(part)
    operands = []
  }
  if (open.length > 0) throw new Error('A sequence does not end')
  return result
}

/** Type, subtype and edge; a box is only named. */
function artifactKind(properties: Dictionary): string {
  const edges = [properties.get('Attached') ?? []].flat()
  return [properties.get('Type'), properties.get('Subtype'), ...edges, properties.has('BBox') && {name: 'BBox=…'}]
    .flatMap((value) => (value !== false && isName(value) ? [value.name] : []))
    .join(' ')
}

function sequenceOf(properties: Dictionary): Sequence {
  const mcid = properties.get('MCID')
  if (typeof mcid === 'number') return {mcid}
  const reads = properties.get('ActualText')
  return typeof reads === 'string' ? {reads} : 'inner'
}

function fontsOf(file: PdfFile, page: Dictionary): (name: string) => Map<number, string> {
  const known = new Map<string, Map<number, string>>()
  return (name) => {
    const resources = file.dictionary(page.get('Resources'))
    const found = known.get(name) ?? toUnicode(file, file.dictionary(resources.get('Font')).get(name))
    known.set(name, found)
    return found
  }
}

const maps = new WeakMap<Dictionary, Map<number, string>>()

function toUnicode(file: PdfFile, value: Value | undefined): Map<number, string> {
  const font = file.dictionary(value)
  const known = maps.get(font)
  if (known) return known
  const map = new Map<number, string>()
  const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, body = ''] of file.stream(font.get('ToUnicode')).matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, code = '', text = ''] of body.matchAll(/<([\dA-F]+)> <([\dA-F]*)>/gi))
      map.set(Number.parseInt(code, 16), utf16(text))
  maps.set(font, map)
  return map
}

/** The tree as lines: two spaces for each level, attributes, text in quotes. Attributes of place are left out. */
export function printTree(node: Tagged | Leaf, indent = ''): string[] {
  if (!('tag' in node)) {
    const {annotation} = node
    return annotation ? [`${indent}OBJR ${String(annotation.contents)} → ${String(annotation.target)}`] : []
  }
  const entries = Object.entries(node.attributes).filter(([name]) => name !== 'Placement' && name !== 'ActualText')
  const attributes = entries.map(([name, value]) => ` ${name}=${name === 'BBox' ? '…' : String(value)}`)
  const own = node.children.every((child) => !('tag' in child)) ? textOf(node).trim() : ''
  const text = own === '' ? '' : ` “${own}”`
  const lines = node.children.flatMap((child) => {
    if ('tag' in child || child.annotation) return printTree(child, `${indent}  `)
    return own === '' && child.text.trim() !== '' ? [`${indent}  “${child.text.trim()}”`] : []
  })
  return [`${indent}${node.tag}${attributes.join('')}${text}`, ...lines]
}
