/** Parameters and records against the JSON Schemas of the pack. */
import type {At, Report} from '../diagnostic.ts'
import type {Pack} from './pack.ts'

export type Values = Readonly<Record<string, unknown>>

/** Where a value stands: `locate(['place'])`; the empty path is the file itself. */
export type Locate = (path: readonly (string | number)[]) => At

/** Check `values` and fill in defaults; every fault is `parameter-invalid` at its place. */
export function checkParameters(pack: Pack, values: Values, from: {locate: Locate; report: Report}): Values {
  void [pack, from]
  return values
}

/** Check a record of an edition with `each` in the same way. */
export function checkRecord(pack: Pack, values: Values, from: {locate: Locate; report: Report}): Values {
  void [pack, from]
  return values
}

/** A text of the parameters that is to be translated; `context` is its msgctxt, `params/speakers/0/role`. */
export interface TranslatableText {
  context: string
  text: string
  path: readonly (string | number)[]
}

/** Texts whose schema says `x-translatable: true`, in the order of the schema. */
export function translatableTexts(pack: Pack, values: Values): TranslatableText[] {
  void [pack, values]
  return []
}

/** A copy of `values` with each translatable text replaced by what `translate` gives. */
export function translateParameters(pack: Pack, values: Values, translate: (text: TranslatableText) => string): Values {
  void [pack, translate]
  return values
}
