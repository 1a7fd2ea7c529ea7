/** Formats of a pack and what they look like. */
import type {At, Report} from '../diagnostic.ts'
import type {Theme} from '../theme/theme.ts'
import type {Pack} from './pack.ts'

/** A product that a pack offers, with `extends` inside its table of formats resolved. */
export interface Format {
  name: string
  /** Name of the writer: pdf, docx, slides, handout, html. */
  writer: string
  /** Template file as written in template.yml, `brochure.hbs`. */
  template: string
  /** Selectors of content that the format leaves out on purpose. */
  omit: readonly string[]
  /** Everything else of the entry, for the writer, which checks its own. */
  options: Readonly<Record<string, unknown>>
  /** Place of the format in template.yml. */
  at: At
}

/** The format `name`; `undefined`, with the nearest name reported as `format-unknown`, where the pack has none. */
export function formatOf(pack: Pack, name: string, report: Report): Format | undefined {
  void [pack, name, report]
  throw new Error('not yet written')
}

/** Brand, masters and styles of one document. `overrides`: `overrides.<lang>.<format>` of publication.yml. */
export function themeOf(
  pack: Pack,
  format: Format,
  document: {script: string; overrides: Readonly<Record<string, unknown>>}
): Theme {
  void [pack, format, document]
  throw new Error('not yet written')
}
