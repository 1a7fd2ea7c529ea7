/** PO text, entry by entry, with the place of each translation. Values come from gettext-parser, which has no lines. */
import {type GetTextTranslation, po} from 'gettext-parser'
import type {Position} from 'unist'
import type {Report} from '../diagnostic.ts'
import {type Piece, placeIn, type Scanned, scan} from './po-scan.ts'

export interface PoFile {
  eol: string
  /** In the order of the file, the header among them. */
  blocks: readonly PoBlock[]
  /** Whether all of it could be read; what could not was reported. */
  sound: boolean
}

/** An entry, or comments that belong to none. */
export interface PoBlock {
  /** Lines as they stand in the file. */
  lines: readonly string[]
  entry?: PoEntry
}

export interface PoEntry {
  context: string
  source: string
  /** msgstr; of a plural, its first form. */
  value: string
  fuzzy: boolean
  /** Kept below the others, as `#~`, after its unit went. */
  obsolete: boolean
  comments: GetTextTranslation['comments']
  /** Place of the characters of `value` from one offset to another. */
  position(start: number, end: number): Position
}

/** Parse the text of the catalog `file`; reports `catalog-invalid` at each line that cannot be read, and reads on. */
export function parsePo(text: string, file: string, report: Report): PoFile {
  let sound = true
  const complain = (reason: string, line: number, column = 1) => {
    sound = false
    report('catalog-invalid', reason, {file, position: {line, column}})
  }
  const blocks = scan(text, complain).map((scanned) => {
    const entry = scanned.obsolete ? readObsolete(scanned) : readEntry(scanned, complain)
    return {lines: scanned.lines, ...(entry && {entry})}
  })
  checkTwice(blocks, complain)
  return {eol: text.includes('\r\n') ? '\r\n' : '\n', blocks, sound}
}

type Complain = (reason: string, line: number, column?: number) => void

function readEntry(scanned: Scanned, complain: Complain): PoEntry | undefined {
  if (scanned.broken || scanned.pieces.length === 0) return
  try {
    const {translations} = po.parse(scanned.lines.join('\n'), {validation: false})
    return entryOf(first(translations), scanned.pieces, false)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    complain(error.message, scanned.line)
    return
  }
}

function readObsolete(scanned: Scanned): PoEntry | undefined {
  try {
    const {obsolete} = po.parse(scanned.lines.join('\n'), {validation: false})
    return obsolete && entryOf(first(obsolete), scanned.pieces, true)
  } catch (error) {
    // What is obsolete is not read for any text: it stays as it is.
    if (error instanceof Error) return
    throw error
  }
}

function first(table: Readonly<Record<string, Readonly<Record<string, GetTextTranslation>>>>) {
  return Object.values(table).flatMap((entries) => Object.values(entries))[0]
}

function entryOf(
  read: GetTextTranslation | undefined,
  pieces: readonly Piece[],
  obsolete: boolean
): PoEntry | undefined {
  if (!read) return
  const {msgctxt = '', msgid, msgstr = [], comments} = read
  return {
    context: msgctxt,
    source: msgid,
    value: msgstr[0] ?? '',
    fuzzy: /\bfuzzy\b/.test(comments?.flag ?? ''),
    obsolete,
    comments,
    position: (start, end) => ({start: placeIn(pieces, start), end: placeIn(pieces, end)})
  }
}

function checkTwice(blocks: readonly PoBlock[], complain: Complain) {
  const seen = new Set<string>()
  for (const {entry} of blocks) {
    if (!entry || entry.obsolete) continue
    const {line, column} = entry.position(0, 0).start
    const key = `${entry.context}\u0004${entry.source}`
    if (seen.has(key)) complain(`Unexpected second entry for \`${entry.source}\`, expected one`, line, column)
    seen.add(key)
    const charset = key === '\u0004' ? /charset=([\w-]+)/i.exec(entry.value)?.[1] : undefined
    if (charset !== undefined && !/^(utf-?8|charset|us-ascii|ascii)$/i.test(charset))
      complain(`Unexpected charset \`${charset}\`, expected \`UTF-8\``, line, column)
  }
}
