/** What a language is to a document: direction, script, numbers, dates and the fixed words of the pack. */
import type {Report} from './diagnostic.ts'

/** strings/<lang>.yml after the pack's `extends` and the fallback chain. */
export interface Strings {
  /** BCP 47 with extensions, `ar-u-nu-arab`, for numbers and dates. */
  locale?: string
  numbers?: {group?: string; decimal?: string; digits?: string}
  /** `months`: twelve names; `date`: pattern of {d} {MMMM} {yyyy}. */
  dates?: {months?: string[]; date?: string}
  quotes?: string[]
  [word: string]: unknown
}

export interface Locale {
  /** BCP 47 tag of the document. */
  lang: string
  dir: 'ltr' | 'rtl'
  /** ISO 15924, `Cyrl`. */
  script: string
  /** The fixed word `key`, `{n}` and the like replaced from `values`. */
  t(key: string, values?: Readonly<Record<string, string | number>>): string
  /** A number in the form and digits of the language. */
  number(value: number, options?: {digits?: number}): string
  /** An ISO date (`2027-05-14`) in the form of the language, `14 мај 2027 г.`. */
  date(iso: string): string
  /** Put the language's digits in for 0-9: `1951` → `١٩٥١`. */
  digits(text: string): string
  /** Several words as one phrase: `a, b и c`. */
  list(items: readonly string[]): string
  /** Quotation marks: opening, closing, inner opening, inner closing. */
  quotes: readonly [string, string, string, string]
}

/**
 * Make the locale of `lang` from `chain`: the strings of the language itself, then those of its fallback languages.
 * A word that only a fallback has, or none, is reported once as `string-missing`.
 */
export function createLocale(lang: string, chain: readonly Strings[], report: Report): Locale {
  void [lang, chain, report]
  throw new Error('not yet written')
}
