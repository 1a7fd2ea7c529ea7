/** The story of the program: one Job through every phase. */
import type {Root} from 'mdast'
import {check} from './check/index.ts'
import {parametersOf, placeOfParameter} from './compile/parameters.ts'
import {frontTexts, meta} from './content/front-matter.ts'
import {include} from './content/include.ts'
import {load} from './content/load.ts'
import {only} from './content/only.ts'
import {parseFragment} from './content/parse.ts'
import {parseOnce} from './content/parse-once.ts'
import {toHast} from './content/to-hast.ts'
import {type At, type Diagnostic, Diagnostics, type Report, type RuleSettings} from './diagnostic.ts'
import {breaksSchema} from './document/break-schema.ts'
import {applyBreaks} from './document/breaks.ts'
import {fromHast} from './document/from-hast.ts'
import {nameUnits} from './document/name-units.ts'
import {metaOf} from './document/outline.ts'
import {formatOf, type Omission, omissionsOf, saidOf, themeOf} from './template/format.ts'
import {merge, pathTo} from './template/merge.ts'
import {loadPack} from './template/pack.ts'
import {checkRecord} from './template/parameters.ts'
import {render} from './template/render.ts'
import {loadLocale} from './template/strings.ts'
import {readCatalogs} from './translation/catalog.ts'
import {type TranslationCount, translate} from './translation/translate.ts'
import {units} from './translation/unit.ts'
import type {World} from './world.ts'
import {loadWriter, writerNames} from './writers/index.ts'
import type {Written} from './writers/writer.ts'

/** One document to make: plain JSON, so that any runner can carry it. */
export interface Job {
  publication: string
  edition: string | null
  record: {id: string; values: Readonly<Record<string, unknown>>; file: string; line: number} | null
  /** Language wanted, BCP 47. */
  lang: string
  /** Language of the text itself. */
  source: string
  /** Languages to fall back along, in order, before the source. */
  fallback: readonly string[]
  format: string
  /** Template pack. */
  template: string
  parameters: Readonly<Record<string, unknown>>
  /** File whose `parameters:` these are, and where in it they stand, for diagnostics. */
  parametersFile: string
  parametersPath: readonly string[]
  /** Where the publication says so: for diagnostics only. */
  places?: {template: At; overrides: At; format: At; lang: At; omit: Readonly<Record<string, readonly At[]>>}
  /** Styles for this language by format, from `overrides:`; what is said of a format holds for those that extend it. */
  overrides: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Selectors of content that the publication leaves out, by format. */
  omit?: Readonly<Record<string, readonly string[]>>
  rules: RuleSettings
  /** Path below output/ without the extension. */
  path: string
}

export interface JobResult {
  job: Job
  /** `null` where there were errors. */
  bytes: Uint8Array | null
  extension: string
  mediaType: string
  pages: number | null
  conformance: readonly string[]
  translation: {units: number; fallback: number; stale: number}
  omitted: readonly Omitted[]
  diagnostics: readonly Diagnostic[]
  /** World's record of reads. */
  reads: Readonly<Record<string, string | null>>
}

/** What the publication leaves out of the format, and whether this document's text has it. */
export type Omitted = Omission & {found: boolean}

/** Take one job through every phase. Its faults are diagnostics; what it throws is a fault of the program. */
export async function compile(job: Job, world: World): Promise<JobResult> {
  const diagnostics = new Diagnostics(job.rules)
  const translation: TranslationCount = {units: 0, fallback: 0, stale: 0}
  const omitted: Omitted[] = []
  const written = await make({job, world, diagnostics, translation, omitted})
  const sound = diagnostics.errors === 0 ? written : undefined
  return {
    job,
    bytes: sound?.bytes ?? null,
    extension: sound?.extension ?? '',
    mediaType: sound?.mediaType ?? '',
    pages: sound?.pages ?? null,
    conformance: sound?.conformance ?? [],
    translation,
    omitted,
    diagnostics: diagnostics.list,
    reads: world.reads()
  }
}

/** A job under way. */
interface Work {
  job: Job
  world: World
  diagnostics: Diagnostics
  /** Counts of every text that was translated for this document, the shared ones included. */
  translation: TranslationCount
  /** What was left out of it. */
  omitted: Omitted[]
}

/** What decides which blocks of a text are meant for the document: its format, and those that it extends. */
interface Reading extends Work {
  formats: readonly string[]
  /** True where the file bears the names of the units, by which its blocks are known again when it comes back. */
  named: boolean
}

async function make(work: Work): Promise<Written | undefined> {
  const {job, world, diagnostics} = work
  const {report} = diagnostics
  const pack = loadPack(world, job.template, placed(report, job.places?.template))
  if (!pack) return
  const format = formatOf(pack, job.format, placed(report, job.places?.format))
  const locale = loadLocale(world, pack, {
    lang: job.lang,
    fallback: [...job.fallback, job.source],
    report: placed(report, job.places?.lang)
  })
  const named = format?.writer === 'docx'
  const text = readText({...work, formats: format?.family ?? [job.format], named}, `content/${job.publication}`)
  if (!format || !locale || !text) return

  const {params, texts} = parametersOf(job, pack, {world, report})
  const values = [...frontTexts(text), ...texts]
  const record =
    job.record && checkRecord(pack, job.record.values, {row: job.record.line, locate: () => recordAt(job), report})
  const content = toHast(text, {
    world,
    locale,
    fallback: job.fallback,
    values: {...params, ...record},
    report
  })
  const doc = meta(text)
  const omit = omissionsOf(format, job.omit, job.places?.omit)
  const {publication, edition} = job
  const filled = render({
    world,
    pack,
    format,
    content,
    data: {doc, params, record, publication, edition},
    locale,
    omit,
    foreign: values.flatMap(({value, lang}) => (lang === undefined ? [] : [{value, lang}])),
    placeOf: (value) => {
      const path = pathTo(value, params)
      return path && placeOfParameter(job, world, path)
    },
    report
  })
  if (!filled) return
  work.omitted.push(...omit.map((one) => ({...one, found: !filled.unmatched.includes(one)})))

  const document = fromHast({...filled, lang: job.lang, dir: locale.dir, meta: doc}, report)
  if (named) nameUnits(document, values)
  document.data = {file: text.data?.file ?? ''}
  document.meta = metaOf(document)
  document.position = {start: {line: 1, column: 1}, end: {line: 1, column: 1}}
  const overrides = saidOf(job.overrides, format).reduce(merge, {})
  applyBreaks(document, breaksSchema.parse(overrides), placed(report, job.places?.overrides))
  check(document, report)
  const writer = await loadWriter(format.writer)
  if (!writer) {
    const expected = writerNames.map((name) => `\`${name}\``).join(', ')
    report('pack-invalid', `Unexpected writer \`${format.writer}\`, expected one of ${expected}`, format.at)
  }
  if (!writer || diagnostics.errors > 0) return
  const theme = themeOf(pack, format, {
    script: locale.script,
    overrides,
    report: placed(report, job.places?.overrides)
  })
  const {name, options, optionAt} = format
  return writer.write(document, {world, theme, locale, report, format: name, options, optionAt})
}

/** The text of a folder in the job's language, with the blocks meant for this document and the shared texts in place. */
function readText(work: Reading, folder: string, at?: At): Root | undefined {
  const {job, world, diagnostics, formats, named} = work
  const {report} = diagnostics
  const text = load(
    world,
    {folder, lang: job.lang, fallback: job.fallback, source: job.source, ...(at && {at})},
    report
  )
  if (!text) return
  const whole = parseOnce({world, report}, text)
  // Units are named over the whole text, before blocks for other occasions go: repeated ones are told apart by it.
  if (named || text.lang !== job.lang) units(whole)
  const tree = only(whole, {formats, lang: job.lang, edition: job.edition})
  if (text.lang !== job.lang) {
    const catalogs = readCatalogs(world, folder, [job.lang, ...job.fallback], report)
    const count = translate(tree, {lang: job.lang, source: text.lang, catalogs, parse: parseFragment, report})
    for (const key of ['units', 'fallback', 'stale'] as const) work.translation[key] += count[key]
  }
  if (at) return tree
  return include(tree, {folder, read: (shared, from) => readText(work, shared, from), report})
}

/** Give what is reported without a place the place `at`. */
function placed(report: Report, at: At | undefined): Report {
  return (rule, reason, where, note) => report(rule, reason, where ?? at, note)
}

function recordAt({record}: Job): At {
  return record ? {file: record.file, position: {line: record.line, column: 1}} : {}
}
