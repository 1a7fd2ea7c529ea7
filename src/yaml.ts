/** YAML files with the place of every key and value; no custom tags, and a limit on aliases. */
import type {Point, Position} from 'unist'
import {type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit} from 'yaml'
import {type At, controlCharacter, controlReason, type Report} from './diagnostic.ts'
import {remember} from './world/recent.ts'
import {bundledText, digest, OutsideError, readText, type World} from './world.ts'

/** Expansions of `*alias` in one file, against files that grow without bound. */
const aliasLimit = 100

const start: Point = {line: 1, column: 1}

export type Path = readonly (string | number)[]

export interface YamlFile {
  file: string
  /** Plain JSON; `null` for an empty file. */
  value: unknown
  /** It says what a file says that ships with the program, wherever it lies. */
  shipped: boolean
  /** Place of the value at `path`, or of the nearest value around it. */
  at(path: Path): At
  /** Place of the last key of `path`, or of the nearest value around it. */
  keyAt(path: Path): At
}

/** Read a YAML file; `undefined` where there is none, or where it was reported as unreadable. */
export function readYaml(world: World, file: string, report: Report): YamlFile | undefined {
  const text = readReported(world, file, report)
  return text === undefined ? undefined : parseYaml(text, file, report)
}

/** Parse the text of the YAML file `file`; reports `yaml-invalid` and returns `undefined` where it is not sound. */
export function parseYaml(text: string, file: string, report: Report): YamlFile | undefined {
  const known = shippedValue(text)
  const read = known ?? readValue(parsed(text), file, report)
  return read && {file, value: read.value, shipped: known !== undefined, ...places(text, file)}
}

/** The value of a YAML text; `undefined` where its faults were reported. */
function readValue({document, lines, controls}: Parsed, file: string, report: Report): {value: unknown} | undefined {
  for (const problem of [...document.errors, ...document.warnings])
    report('yaml-invalid', sentence(problem.message), {file, position: positionOf(problem.pos, lines)})
  if (document.errors.length + document.warnings.length > 0) return
  for (const {character, range} of controls)
    report('character-control', controlReason(character), {file, position: positionOf(range, lines)})
  if (controls.length > 0) return
  try {
    return {value: document.toJS({maxAliasCount: aliasLimit})}
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    report('yaml-invalid', `Unexpected number of aliases, expected no more than ${aliasLimit}`, {file, position: start})
    return
  }
}

/** Places in a YAML text; each is looked up when it is first asked for, since most are for messages nobody needs. */
function places(text: string, file: string): Pick<YamlFile, 'at' | 'keyAt'> {
  const at = (find: (document: Document.Parsed) => Ranged): At => ({
    file,
    get position() {
      const {document, lines} = parsed(text)
      return positionOf(find(document).range, lines) ?? start
    }
  })
  return {
    at: (path) => at(({contents}) => nodeAt(contents, path)),
    keyAt: (path) => at(({contents}) => keyNodeAt(contents, path) ?? nodeAt(contents, path))
  }
}

/** Values of the YAML files that ship with the program, as JSON by digest: parsing them is half of a cold start. */
let shipped: Readonly<Record<string, string>> | undefined

function shippedValue(text: string): {value: unknown} | undefined {
  shipped ??= JSON.parse(bundledText('yaml.json') ?? '{}')
  const json = shipped?.[digest(text)]
  return json === undefined ? undefined : {value: JSON.parse(json)}
}

interface Parsed {
  document: Document.Parsed
  lines: LineCounter
  /** Control characters that were written as escapes: `"\\x07"`. */
  controls: {character: string; range: readonly number[] | null | undefined}[]
}

/** A file may be read again for each document. */
const parsed = remember((text: string): Parsed => {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, schema: 'core', merge: false})
  return {document, lines, controls: controlsIn(document)}
}, 32)

function controlsIn(document: Document.Parsed): Parsed['controls'] {
  const found: Parsed['controls'] = []
  visit(document, {
    Scalar(_, {value, range}) {
      const character = typeof value === 'string' ? controlCharacter.exec(value)?.[0] : undefined
      if (character !== undefined) found.push({character, range})
    }
  })
  return found
}

/** Read text, and report what keeps it from being read: another encoding, control characters, a path out of the project. */
export function readReported(world: World, file: string, report: Report): string | undefined {
  const text = readDecoded(world, file, report)
  const control = text === undefined ? null : controlCharacter.exec(text)
  if (!control) return text
  const before = control.input.slice(0, control.index).split('\n')
  const position = {line: before.length, column: (before.at(-1) ?? '').length + 1}
  report('character-control', controlReason(control[0]), {file, position})
  return
}

/** Read text that may have any character in it; another encoding and a path out of the project are reported. */
export function readDecoded(world: World, file: string, report: Report): string | undefined {
  try {
    return readText(world, file)
  } catch (error) {
    if (error instanceof TypeError) {
      const position = {line: firstBadLine(world.read(file) ?? new Uint8Array()), column: 1}
      report('file-encoding', 'Unexpected bytes, expected text in UTF-8', {file, position})
    } else if (error instanceof OutsideError) report('file-outside', `Unexpected path \`${file}\` out of the project`)
    else throw error
    return
  }
}

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', {fatal: true})
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start)
    const stop = end === -1 ? bytes.length : end
    try {
      decoder.decode(bytes.subarray(start, stop))
    } catch {
      return line
    }
    start = stop + 1
  }
  return line
}

interface Ranged {
  range?: readonly number[] | null | undefined
}

/** The last key of `path`. */
function keyNodeAt(root: Node | null, path: Path): Ranged | undefined {
  const parent = nodeAt(root, path.slice(0, -1))
  const pair = isMap(parent) && parent.items.find(({key}) => isScalar(key) && String(key.value) === path.at(-1))
  return pair && isScalar(pair.key) ? pair.key : undefined
}

/** The node at `path`, or the last one on the way that exists. */
function nodeAt(root: Node | null, path: Path): Ranged {
  let node: unknown = root
  for (const key of path) {
    const next = isMap(node) || isSeq(node) ? node.get(key, true) : undefined
    if (!next) break
    node = next
  }
  return node && typeof node === 'object' ? node : {}
}

function positionOf(range: readonly number[] | null | undefined, lines: LineCounter): Position | undefined {
  if (!range) return
  const [from = 0, to = from] = range
  const point = (offset: number) => {
    const {line, col} = lines.linePos(offset)
    return {line, column: col, offset}
  }
  return {start: point(from), end: point(to)}
}

function sentence(message: string): string {
  if (message.startsWith('Source contains multiple documents')) return 'Unexpected `---`, expected one YAML document'
  return message.replace(/\s*\.?\s*$/, '')
}
