/** PO text by its lines: where each entry stands, and each string of its translation. */
import type {Point} from 'unist'

export interface Scanned {
  /** Number of its first line, from 1. */
  line: number
  lines: string[]
  obsolete: boolean
  /** Whether a line of it cannot be read, and was complained about. */
  broken: boolean
  /** Strings of the (first) msgstr. */
  pieces: Piece[]
}

/** A string in quotes. */
export interface Piece {
  line: number
  /** Column of its first character, after the quote. */
  column: number
  /** As written, with its escapes. */
  written: string
}

type Key = 'msgctxt' | 'msgid' | 'msgid_plural' | 'msgstr'

/** What may come before each keyword of an entry. */
const before: Readonly<Record<Key, readonly (Key | undefined)[]>> = {
  msgctxt: [undefined],
  msgid: [undefined, 'msgctxt'],
  msgid_plural: ['msgid'],
  msgstr: ['msgid', 'msgid_plural', 'msgstr']
}

/** Cut a PO text into entries, and `complain` about each line that is not one of a PO file. */
export function scan(text: string, complain: (reason: string, line: number, column?: number) => void): Scanned[] {
  const blocks: Scanned[] = []
  let block: Scanned | undefined
  let key: Key | undefined
  let forms = 0

  for (const [index, written] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = index + 1
    const {kind, word, string, column, obsolete} = read(written)
    // An entry ends where its msgstr ends.
    if (key === 'msgstr' && (kind === 'blank' || kind === 'comment' || (word !== undefined && word !== 'msgstr')))
      finish()
    if (kind === 'blank' && !block) continue
    block ??= {line, lines: [], obsolete: false, broken: false, pieces: []}
    block.lines.push(written)
    if (kind === 'blank' && block.broken) finish()
    if (kind === 'blank' || kind === 'comment') continue
    block.obsolete ||= obsolete

    // What follows a fault in an entry cannot be told: one message is enough.
    const fault = block.broken ? undefined : kind === 'wrong' ? wrong(written) : misplaced(word, key)
    if (fault !== undefined) complain(fault, line, kind === 'wrong' ? column : 1)
    block.broken ||= fault !== undefined
    if (word !== undefined) {
      key = word
      if (word === 'msgstr') forms++
    }
    if (key === 'msgstr' && forms === 1 && string !== undefined) block.pieces.push({line, column, written: string})
  }
  finish()
  return blocks

  function finish() {
    if (block && !block.broken && key !== undefined && key !== 'msgstr') {
      block.broken = true
      complain(`Unexpected \`${key}\` without a translation, expected \`msgstr\` after it`, block.line)
    }
    while (block?.lines.at(-1)?.trim() === '') block.lines.pop()
    if (block && block.lines.length > 0) blocks.push(block)
    block = undefined
    key = undefined
    forms = 0
  }
}

function misplaced(word: Key | undefined, key: Key | undefined): string | undefined {
  if (word === undefined) return key === undefined ? 'Unexpected string, expected `msgid` before it' : undefined
  if (before[word].includes(key)) return
  return `Unexpected \`${word}\`, expected ${key === 'msgid' ? '`msgstr`' : '`msgid`'} before it`
}

interface Line {
  kind: 'blank' | 'comment' | 'string' | 'wrong'
  word?: Key
  string?: string
  column: number
  obsolete: boolean
}

function read(written: string): Line {
  const [gone = ''] = /^#~(?!\|)\s*/.exec(written) ?? []
  const text = written.slice(gone.length)
  const obsolete = gone !== ''
  if (text.trim() === '') return {kind: obsolete ? 'comment' : 'blank', column: 1, obsolete}
  if (/^\s*#/.test(text)) return {kind: 'comment', column: 1, obsolete}

  const [head, word, string] =
    /^\s*(msgctxt|msgid_plural|msgid|msgstr)?(?:\[\d+\])?\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(text) ?? []
  if (head === undefined || string === undefined) {
    const keyword = /^\s*(msgctxt|msgid_plural|msgid|msgstr)\b/.exec(text)?.[1]
    const column = gone.length + text.search(/\S/) + 1
    return {kind: 'wrong', ...(keyword !== undefined && {word: keyword as Key}), column, obsolete}
  }
  const column = gone.length + head.indexOf('"') + 2
  return {kind: 'string', ...(word !== undefined && {word: word as Key}), string, column, obsolete}
}

function wrong(written: string): string {
  if (written.includes('"')) return 'Unexpected quotation mark in a string, expected `\\"`, and a `"` at either end'
  return `Unexpected \`${written.trim()}\`, expected a keyword such as \`msgid\` with a string in quotes`
}

/** Place in the file of the character at `offset` of the strings' joined value. */
export function placeIn(pieces: readonly Piece[], offset: number): Point {
  let rest = offset
  let place: Point = {line: pieces[0]?.line ?? 1, column: pieces[0]?.column ?? 1}
  for (const {line, column, written} of pieces) {
    const characters = written.match(/\\.|[^\\]/gs) ?? []
    // An offset between two strings is the start of the second, but for the end of the last one.
    place = {line, column: column + characters.slice(0, rest).join('').length}
    if (rest < characters.length) return place
    rest -= characters.length
  }
  return place
}
