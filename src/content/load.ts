/** The file of a text: in its source language, or written as a whole in the language wanted. */
import type {At, Report} from '../diagnostic.ts'
import {OutsideError, type World} from '../world.ts'
import {readReported} from '../yaml.ts'

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
  const read = (lang: string): TextFile | undefined => {
    const file = `${wanted.folder}/${lang}.md`
    const value = readReported(world, file, report)
    return value === undefined ? undefined : {file, lang, value}
  }
  try {
    const {folder, fallback, source} = wanted
    for (const lang of [wanted.lang, ...fallback, source]) {
      if (world.read(`${folder}/${lang}.md`)) return read(lang)
      // A catalog says that this language is translated, block by block, from the source.
      if (world.read(`${folder}/${lang}.po`)) break
    }
    if (world.read(`${folder}/${source}.md`)) return read(source)
    const file = `${folder}/${source}.md`
    report('text-missing', `Unexpected folder without a text, expected \`${file}\``, wanted.at ?? {file})
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    report('file-outside', `Unexpected path \`${error.message}\` out of the project`, wanted.at)
  }
  return
}
