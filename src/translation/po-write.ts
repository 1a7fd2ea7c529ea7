/** Entries of a PO file as lines. */
import {type GetTextTranslation, po} from 'gettext-parser'
import type {PoEntry} from './po.ts'
import type {Unit} from './unit.ts'

/** Start a catalog. No clock: the same text makes the same file on any day. */
export function newHeader({lang, source}: {lang: string; source: string}): string {
  const headers = [
    `Language: ${lang}`,
    `X-Source-Language: ${source}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit'
  ]
  return ['msgid ""', 'msgstr ""', ...headers.map((header) => `"${header}\\n"`), ''].join('\n')
}

/**
 * Write the entry of a unit, with the translation and comments of `from`; `fuzzy` marks it as one of another source,
 * which it states (`#| msgid`).
 */
export function toPo(unit: Unit, from?: PoEntry, state?: 'fuzzy'): string[] {
  const {previous: before, flag, ...comments} = from?.comments ?? {}
  const flags = (flag ?? '').split(/\s*,\s*/).filter((name) => name && name !== 'fuzzy')
  const fuzzy = state === 'fuzzy' || from?.fuzzy
  // Of a translation that was fuzzy already, the source it was made from is still the one before.
  const previous = !fuzzy || !from ? undefined : from.fuzzy && before ? before : sourceLines(from).join('\n')
  return written({
    ...(unit.context && {msgctxt: unit.context}),
    msgid: unit.source,
    msgstr: [from?.value ?? ''],
    comments: {
      ...comments,
      ...((fuzzy || flags.length > 0) && {flag: [...(fuzzy ? ['fuzzy'] : []), ...flags].join(', ')}),
      ...(previous !== undefined && {previous})
    }
  })
}

/** Take an entry out of use. */
export function toObsolete(lines: readonly string[]): string[] {
  return lines.map((line) =>
    line.startsWith('#|') ? `#~${line.slice(1)}` : line.startsWith('#') ? line : `#~ ${line}`
  )
}

/** Put an obsolete entry back in use. */
export function toUsed(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^#~\|/, '#|').replace(/^#~ ?/, ''))
}

function sourceLines({context, source}: PoEntry): string[] {
  const lines = written({...(context && {msgctxt: context}), msgid: source, msgstr: ['']})
  return lines.filter((line) => !line.startsWith('msgstr'))
}

function written(entry: GetTextTranslation): string[] {
  const {msgctxt = '', msgid} = entry
  const table = {charset: 'utf-8', headers: {}, translations: {[msgctxt]: {[msgid]: entry}}}
  const text = po.compile(table, {foldLength: 0}).toString('utf8')
  // gettext-parser writes a header before the entry.
  return text
    .slice(text.indexOf('\n\n') + 2)
    .trimEnd()
    .split('\n')
}
