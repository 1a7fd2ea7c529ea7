/** The first half of the pipeline, from files to hast, as compile.ts runs it. */
import type {Root as HastRoot} from 'hast'
import type {Root} from 'mdast'
import {meta} from '../../src/content/front-matter.ts'
import {include} from '../../src/content/include.ts'
import {load} from '../../src/content/load.ts'
import {only} from '../../src/content/only.ts'
import {parse, parseFragment} from '../../src/content/parse.ts'
import {toHast} from '../../src/content/to-hast.ts'
import {type At, type Diagnostic, Diagnostics} from '../../src/diagnostic.ts'
import type {Meta} from '../../src/document/nodes.ts'
import {createLocale, type Strings} from '../../src/locale.ts'
import {readCatalogs} from '../../src/translation/catalog.ts'
import {type TranslationCount, translate} from '../../src/translation/translate.ts'
import {units} from '../../src/translation/unit.ts'
import {memoryWorld} from './memory-world.ts'

export interface Sample {
  /** World path → content; the text is `content/doc/en.md`. */
  files: Readonly<Record<string, string | Uint8Array>>
  lang?: string
  fallback?: readonly string[]
  format?: string
  edition?: string
  values?: Readonly<Record<string, unknown>>
  strings?: Strings
}

export interface ReadText {
  hast: HastRoot | undefined
  meta: Meta | undefined
  count: TranslationCount
  diagnostics: readonly Diagnostic[]
}

/** Read the text `content/doc/en.md` in a language, with its catalogs and shared texts. */
export function readText(sample: Sample): ReadText {
  const {files, lang = 'en', fallback = [], format = 'word', edition = null, values = {}, strings = {}} = sample
  const world = memoryWorld(files)
  const diagnostics = new Diagnostics()
  const {report} = diagnostics
  const count: TranslationCount = {units: 0, fallback: 0, stale: 0}

  const read = (folder: string, at?: At): Root | undefined => {
    const text = load(world, {folder, lang, fallback, source: 'en', ...(at && {at})}, report)
    if (!text) return
    const whole = parse(text, report)
    units(whole)
    const tree = only(whole, {formats: [format], lang, edition})
    if (text.lang === lang) return tree
    const catalogs = readCatalogs(world, folder, [lang, ...fallback], report)
    const own = translate(tree, {lang, source: text.lang, catalogs, parse: parseFragment, report})
    for (const key of ['units', 'fallback', 'stale'] as const) count[key] += own[key]
    return tree
  }

  const tree = read('content/doc')
  const full = tree && include(tree, {folder: 'content/doc', read, report})
  const locale = createLocale(lang, [strings], report)
  const hast = full && toHast(full, {world, locale, fallback, values, report})
  return {hast, meta: full && meta(full), count, diagnostics: diagnostics.list}
}

/** One line for a message: place, rule, reason. */
export function line({file = '', line, column, rule, reason}: Diagnostic): string {
  const place = [file.replace('content/doc/', ''), line, column].filter((part) => part !== undefined).join(':')
  return `${place} ${rule} ${reason}`
}
