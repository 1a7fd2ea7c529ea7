/** YAML files with the place of every key and value; no custom tags, and a limit on aliases. */
import type {Position} from 'unist'
import {type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit} from 'yaml'
import {type At, controlCharacter, controlReason, type Report} from './diagnostic.ts'
import {OutsideError, readText, type World} from './world.ts'

/** Expansions of `*alias` in one file, against files that grow without bound. */
const aliasLimit = 100

export type Path = readonly (string | number)[]

export interface YamlFile {
  file: string
  /** Plain JSON; `null` for an empty file. */
  value: unknown
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
  const {document, lines, controls} = parsed(text)
  const place = (range: readonly number[] | null | undefined) => positionOf(range, lines)

  for (const problem of [...document.errors, ...document.warnings])
    report('yaml-invalid', sentence(problem.message), {file, position: place(problem.pos)})
  if (document.errors.length + document.warnings.length > 0) return
  for (const {character, range} of controls)
    report('character-control', controlReason(character), {file, position: place(range)})
  if (controls.length > 0) return

  const top = {line: 1, column: 1}
  let value: unknown
  try {
    value = document.toJS({maxAliasCount: aliasLimit})
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    report('yaml-invalid', `Unexpected number of aliases, expected no more than ${aliasLimit}`, {file, position: top})
    return
  }

  const find = (path: Path): At => ({file, position: place(nodeAt(document.contents, path).range) ?? top})
  return {
    file,
    value,
    at: find,
    keyAt(path) {
      const parent = nodeAt(document.contents, path.slice(0, -1))
      const pair = isMap(parent) && parent.items.find(({key}) => isScalar(key) && String(key.value) === path.at(-1))
      return pair && isScalar(pair.key) ? {file, position: place(pair.key.range)} : find(path)
    }
  }
}

interface Parsed {
  document: Document.Parsed
  lines: LineCounter
  /** Control characters that were written as escapes: `"\\x07"`. */
  controls: {character: string; range: readonly number[] | null | undefined}[]
}

/** A pack's files are read again for each document: what was parsed last is kept by its text. Never changed. */
const recent = new Map<string, Parsed>()
const recentLimit = 32

function parsed(text: string): Parsed {
  const known = recent.get(text)
  if (known) return known
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, schema: 'core', merge: false})
  const [oldest] = recent.keys()
  if (oldest !== undefined && recent.size >= recentLimit) recent.delete(oldest)
  const result = {document, lines, controls: controlsIn(document)}
  recent.set(text, result)
  return result
}

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
  try {
    const text = readText(world, file)
    const control = text === undefined ? null : controlCharacter.exec(text)
    if (!control) return text
    const before = control.input.slice(0, control.index).split('\n')
    const position = {line: before.length, column: (before.at(-1) ?? '').length + 1}
    report('character-control', controlReason(control[0]), {file, position})
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

/** The node at `path`, or the last one on the way that exists. */
function nodeAt(root: Node | null, path: Path): {range?: readonly number[] | null | undefined} {
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
  return message.replace(/\s*\.?\s*$/, '')
}
