/** Formats of a pack and what they look like. */
import type {At, Report} from '../diagnostic.ts'
import {expected} from '../nearest.ts'
import {stylesSchema, toStyleSheet} from '../theme/style-schema.ts'
import {Styles} from '../theme/styles.ts'
import type {Theme} from '../theme/theme.ts'
import type {FormatEntry} from './manifest.ts'
import {isMapping, type Mapping, merge} from './merge.ts'
import type {Pack} from './pack.ts'

/** A product that a pack offers, with `extends` inside its table of formats resolved. */
export interface Format {
  name: string
  /** The name, and those of the formats that it extends, the nearest first. */
  family: readonly string[]
  /** Name of the writer: pdf, docx, slides, handout, html. */
  writer: string
  /** Template file as written in template.yml, `brochure.hbs`. */
  template: string
  /** Selectors of content that the format leaves out on purpose. */
  omit: readonly string[]
  /** Styles of its own, over the pack's. */
  styles: Mapping
  /** Everything else of the entry, for the writer, which checks its own. */
  options: Mapping
  /** Place of the format in template.yml. */
  at: At
  /** Place of an option, in this entry or in one that it extends. */
  optionAt(option: string): At
}

/** The format `name`; `undefined`, with the nearest name reported as `format-unknown`, where the pack has none. */
export function formatOf(pack: Pack, name: string, report: Report): Format | undefined {
  const formats = pack.manifest.formats ?? {}
  const entry = formats[name]
  if (!entry) {
    report('format-unknown', `Unexpected format \`${name}\`, expected ${expected(name, Object.keys(formats))}`)
    return
  }
  const at = pack.locate(['formats', name])
  const {extends: _, writer, template, omit = [], styles = {}, ...options} = inherit(entry, formats)
  if (writer === undefined || template === undefined) {
    const gap = writer === undefined ? 'writer' : 'template'
    report(
      'pack-invalid',
      `Missing key \`${gap}\` of the format \`${name}\`, expected it here or along \`extends\``,
      at
    )
    return
  }
  const family = familyOf(name, formats)
  const optionAt = (option: string) => {
    const said = family.find((member) => formats[member] && option in formats[member]) ?? name
    return pack.locate(['formats', said, option])
  }
  return {name, family, writer, template, omit, styles, options, at, optionAt}
}

function familyOf(name: string, formats: Readonly<Record<string, FormatEntry>>): string[] {
  const base = formats[name]?.extends
  return base === undefined ? [name] : [name, ...familyOf(base, formats)]
}

function inherit(entry: FormatEntry, formats: Readonly<Record<string, FormatEntry>>): FormatEntry {
  const base = entry.extends === undefined ? undefined : formats[entry.extends]
  return base ? (merge(inherit(base, formats), entry) as FormatEntry) : entry
}

/** What a map of publication.yml says of `format`, after what it says of those that it extends: the basic ones first. */
export function saidOf<T>(byFormat: Readonly<Record<string, T>>, {family}: Pick<Format, 'family'>): T[] {
  const said = [...family].reverse().map((name) => byFormat[name])
  return said.filter((value) => value !== undefined)
}

/** A selector of content that is left out of a format on purpose, and where that is said. */
export interface Omission {
  selector: string
  /** The format that it is said of. */
  format: string
  at: At
}

/** What a publication's `omit` says of a format, or of the nearest one that it extends; `places`: of each selector. */
export function omissionsOf(
  {family}: Pick<Format, 'family'>,
  omit: Readonly<Record<string, readonly string[]>> = {},
  places: Readonly<Record<string, readonly At[]>> = {}
): Omission[] {
  const format = family.find((name) => omit[name])
  if (format === undefined) return []
  return (omit[format] ?? []).map((selector, index) => ({selector, format, at: places[format]?.[index] ?? {}}))
}

/** Brand, masters and styles of one document. `overrides`: those of publication.yml for it. */
export function themeOf(
  pack: Pack,
  format: Format,
  document: {script: string; overrides: Mapping; report: Report}
): Theme {
  const {brand, masters} = pack
  const {script, overrides, report} = document
  if (overrides.styles === undefined) return {brand, masters, styles: plainStyles(pack, format, script)}
  const own = merge(pack.styles, format.styles)
  const sheet = merge(own, checkOverrides(overrides.styles, own, report))
  return {brand, masters, styles: new Styles(toStyleSheet(sheet), script)}
}

/** Styles by format and script: where a publication overrides none, nothing else decides about them. */
const plainStylesOf = new WeakMap<Pack, Map<string, Styles>>()

function plainStyles(pack: Pack, format: Format, script: string): Styles {
  const ofPack = plainStylesOf.get(pack) ?? new Map<string, Styles>()
  plainStylesOf.set(pack, ofPack)
  const key = `${format.name} ${script}`
  const styles = ofPack.get(key) ?? new Styles(toStyleSheet(merge(pack.styles, format.styles)), script)
  ofPack.set(key, styles)
  return styles
}

function checkOverrides(styles: unknown, known: Mapping, report: Report): Mapping {
  if (!isMapping(styles)) return {}
  for (const name of Object.keys(styles))
    if (!Object.hasOwn(known, name))
      report(
        'style-unknown',
        `Unexpected style \`${name}\` in \`overrides\`, expected ${expected(name, Object.keys(known))}`
      )
  const checked = stylesSchema.safeParse(styles, {reportInput: true})
  if (checked.success) return styles
  for (const issue of checked.error.issues)
    report(
      'publication-invalid',
      `Unexpected value of \`overrides … styles.${issue.path.join('.')}\`, expected ${issue.message}`
    )
  return {}
}
