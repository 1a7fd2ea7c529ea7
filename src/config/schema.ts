/**
 * What gatefold.yml and publication.yml may say: closed schemas, so that a slip of the pen is found. Each `error` is the
 * phrase that follows "expected"; `src/schemas/*.json` are made from these for editors.
 */
import * as z from 'zod'
import {rules} from '../diagnostic.ts'
import {breakShape} from '../document/break-schema.ts'
import {closed} from '../shape.ts'

const text = z.string({error: 'text'}).min(1, {error: 'text'})

/** A name that becomes part of a file's path. */
const name = z
  .string({error: 'a name'})
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, {error: 'a name of letters, digits, `-`, `_` and `.`'})

const language = z
  .string({error: 'a BCP 47 language tag such as `mk`'})
  .refine(isLanguageTag, {error: 'a BCP 47 language tag in its usual case, such as `mk` or `sr-Latn`'})

const languages = z.array(language, {error: 'a list of language tags'}).min(1, {error: 'at least one language'})
const formats = z.array(name, {error: 'a list of format names'})
const mapping = z.record(z.string(), z.unknown(), {error: 'a mapping'})

const parameters = z
  .union([text, mapping], {error: 'a mapping, or the path of a YAML file that holds one'})
  .meta({description: 'Values for the template’s parameters, or the path of a YAML file that holds them'})

const override = closed({
  styles: z.record(z.string(), mapping, {error: 'a mapping of style names'}).optional().meta({
    description: 'Properties that replace those of the pack’s named styles'
  }),
  ...breakShape
})

const overrides = z
  .record(language, z.record(name, override, {error: 'a mapping of format names'}), {
    error: 'a mapping of language tags'
  })
  .meta({description: 'Exceptions: language → format → styles, lines of the title, breaks'})

const omit = z
  .record(name, z.array(text, {error: 'a list of selectors'}), {error: 'a mapping of format names'})
  .meta({description: 'Content that a format leaves out on purpose: format → selectors such as `.quote`'})

/** What a project says for all, and each publication for itself. */
const inherited = {
  languages: languages.optional().meta({description: 'Languages to build; the source language unless said'}),
  fallback: z
    .record(language, z.array(language, {error: 'a list of language tags'}), {error: 'a mapping of language tags'})
    .optional()
    .meta({description: 'Languages to take a missing translation from, before the source'}),
  template: name.optional().meta({description: 'Template pack: a folder of templates/, or one that ships (`base`)'}),
  formats: formats.optional().meta({description: 'Formats of the template pack to build'}),
  parameters: parameters.optional(),
  overrides: overrides.optional(),
  omit: omit.optional()
}

const severity = z.enum(['error', 'warning', 'off'], {error: '`error`, `warning` or `off`'}).optional()

/** gatefold.yml */
export const projectSchema = closed({
  source: language.meta({description: 'Language the texts are written in'}),
  ...inherited,
  schedule: z
    .string({error: 'a cron line of five fields'})
    .regex(/^\s*(?:[\d*/,A-Za-z-]+\s+){4}[\d*/,A-Za-z-]+\s*$/, {
      error: 'a cron line of five fields, such as `0 5 * * 1`'
    })
    .optional()
    .meta({description: 'When `gatefold ci` rebuilds: a cron line in UTC'}),
  rules: closed(Object.fromEntries(Object.keys(rules).map((id) => [id, severity])))
    .optional()
    .meta({description: 'Severity of diagnostics by rule'})
}).meta({title: 'gatefold.yml'})

const edition = closed({
  template: inherited.template,
  languages: inherited.languages,
  formats: inherited.formats,
  parameters: inherited.parameters,
  overrides: inherited.overrides,
  omit: inherited.omit,
  each: text.optional().meta({description: 'Data file (CSV, XLSX, JSON or YAML): one document for each record'}),
  record: text.optional().meta({description: 'Folder name of a record, such as `{id}`'})
})

/** publication.yml */
export const publicationSchema = closed({
  source: language.optional().meta({description: 'Language this text is written in, where not the project’s'}),
  ...inherited,
  editions: z
    .record(name, edition, {error: 'a mapping of edition names'})
    .optional()
    .meta({description: 'Further renderings of the same text'})
}).meta({title: 'publication.yml'})

export type PublicationFile = z.infer<typeof publicationSchema>

/** Tell whether `tag` is a well-formed BCP 47 tag in its canonical case. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
