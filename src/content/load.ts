/** The file of a text: in its source language, or written as a whole in the language wanted. */
import type {At, Report} from '../diagnostic.ts'
import {OutsideError, type World} from '../world.ts'

export interface Wanted {
  /** World path: `content/iom`, `content/shared/contact`. */
  folder: string
  /** BCP 47, as are the others. */
  lang: string
  fallback: readonly string[]
  source: string
  /** Who asks for it, where that is an include. */
  at?: At
}

export interface TextFile {
  /** World path. */
  file: string
  /** Language it is written in: units are translated where it is not the one wanted. */
  lang: string
  value: string
}

/**
 * Load the text of a folder: `<lang>.md`, else the first of `fallback` that has a whole text and no catalog before it,
 * else `<source>.md`.
 *
 * Reports `text-missing`, `text-empty`, `file-outside` and `file-encoding`.
 */
export function load(world: World, wanted: Wanted, report: Report): TextFile | undefined {
  try {
    for (const lang of [wanted.lang, ...wanted.fallback, wanted.source]) {
      const file = `${wanted.folder}/${lang}.md`
      const bytes = world.read(file)
      if (bytes) return decoded({file, lang}, bytes, report)
      // A catalog says that this language is translated, block by block, from the source.
      if (world.read(`${wanted.folder}/${lang}.po`)) break
    }
    const file = `${wanted.folder}/${wanted.source}.md`
    const bytes = world.read(file)
    if (bytes) return decoded({file, lang: wanted.source}, bytes, report)
    report('text-missing', `Unexpected folder without a text, expected \`${file}\``, wanted.at ?? {file})
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    report('file-outside', `Unexpected path \`${error.message}\` out of the project`, wanted.at)
  }
  return
}

function decoded(text: Omit<TextFile, 'value'>, bytes: Uint8Array, report: Report): TextFile | undefined {
  const value = decode(bytes, text.file, report)
  return value === undefined ? undefined : {...text, value}
}

/** Decode UTF-8 without its byte order mark; reports `file-encoding` at the line of the first byte that is not. */
export function decode(bytes: Uint8Array, file: string, report: Report): string | undefined {
  const decoder = new TextDecoder('utf-8', {fatal: true})
  try {
    return decoder.decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const position = {line: firstBadLine(bytes), column: 1}
    report('file-encoding', 'Unexpected bytes, expected text in UTF-8', {file, position})
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
