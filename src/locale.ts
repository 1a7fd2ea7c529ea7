/** What a language is to a document: direction, script, numbers, dates and the fixed words of the pack. */
import type {Report} from './diagnostic.ts'
import {capitalize} from './locale/capital.ts'
import {type DatePart, type DateStrings, formatDate} from './locale/dates.ts'
import {remember} from './world/recent.ts'

export {isDate} from './locale/dates.ts'

/** strings/<lang>.yml after the pack's `extends`. */
export interface Strings {
  /** BCP 47 with extensions, `ar-u-nu-arab`: the numbering system, and what the file does not state itself. */
  locale?: string
  dir?: 'ltr' | 'rtl'
  numbers?: {group?: string; decimal?: string; minus?: string}
  dates?: DateStrings
  /** Opening, closing, inner opening, inner closing. */
  quotes?: string[]
  /** Little words that titles keep on the line of the next word, with spaces between them. */
  ties?: string
  /** `separator` between the words of a list, `last` before the last one. */
  list?: {separator?: string; last?: string}
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
  /** A number in the form and digits of the language; `digits` after the decimal sign where given. */
  number(value: number, options?: {digits?: number}): string
  /**
   * An ISO date (`2027-05-14`, `2027-05`, `2027`) in the form of the language, or the `part` of one: the day without its
   * year, the name of the weekday. Other text with its digits only.
   */
  date(iso: string, part?: DatePart): string
  /** Put the language's digits in for 0-9: `1951` → `١٩٥١`. */
  digits(text: string): string
  /** Several words as one phrase: `a, b и c`. */
  list(items: readonly string[]): string
  /** Words as they stand at the beginning of a line: with a capital letter, where the language has them. */
  sentence(words: string): string
  /** Quotation marks: opening, closing, inner opening, inner closing. */
  quotes: readonly [string, string, string, string]
  /** Little words, in lower case, that titles keep on the line of the next word. */
  ties?: readonly string[]
}

/**
 * Make the locale of `lang` from `chain`: the strings of the language itself, then those of its fallback languages.
 * A word that the language itself lacks is reported as `string-missing`.
 */
export function createLocale(lang: string, chain: readonly Strings[], report: Report): Locale {
  const own = chain[0] ?? {}
  const tag = gregorian(own.locale ?? lang)
  const ten = numerals(tag)
  const digits = (text: string) => text.replace(/\d/g, (digit) => ten[Number(digit)] ?? digit)
  const [open = '“', close = '”', innerOpen = '‘', innerClose = '’'] = own.quotes ?? []

  return {
    lang,
    dir: own.dir ?? directionOf(lang),
    script: scriptOf(lang),
    digits,
    quotes: [open, close, innerOpen, innerClose],
    ties: own.ties?.split(/\s+/) ?? [],
    t(key, values = {}) {
      const word = findWord(key, chain)
      if (!word || word.depth > 0)
        report('string-missing', `Unexpected gap in the words of \`${lang}\`, expected \`${key}\``)
      return fill(word?.text ?? key, (name) => {
        const value = values[name]
        return typeof value === 'number' ? digits(String(value)) : value
      })
    },
    number: (value, options = {}) => formatNumber(value, {tag, strings: own, digits: options.digits}),
    date: (iso, part) => formatDate(iso, {tag, dates: own.dates ?? {}, digits, part}) ?? digits(iso),
    sentence: (words) => capitalize(words, lang),
    list(items) {
      const {separator = ', ', last = separator} = own.list ?? {}
      if (items.length < 2) return items.join('')
      return `${items.slice(0, -1).join(separator)}${last}${items.at(-1)}`
    }
  }
}

/** How many of ICU's answers are kept of each kind: it takes its time, and every document asks for the same ones. */
const kept = 256

/** True for a well-formed BCP 47 tag. */
export const isLanguageTag: (tag: string) => boolean = remember((tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}, kept)

/** Whether the language `lang` is `tag` or a kind of it: `en-GB` is within `en`. */
export function isWithin(lang: string, tag: string): boolean {
  return `${lang}-`.toLowerCase().startsWith(`${tag}-`.toLowerCase())
}

/** Scripts written from right to left; ICU's own answer (`textInfo`) looks at languages, and misses `az-Arab`. */
const rightToLeft = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']

/** Direction that text in the language `lang` is read in, by its script. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.includes(scriptOf(lang)) ? 'rtl' : 'ltr'
}

/** Script that the language `lang` is mostly written in, ISO 15924: `Cyrl`; Latin for what is no language. */
export const scriptOf: (lang: string) => string = remember((lang) => {
  if (!isLanguageTag(lang)) return 'Latn'
  return new Intl.Locale(lang).maximize().script ?? 'Latn'
}, kept)

/** Replace each `{name}` of `text` by what `value` gives for it; what it gives nothing for stays. */
export function fill(text: string, value: (name: string) => string | undefined): string {
  return text.replace(/\{([\w-]+)\}/g, (placeholder, name: string) => value(name) ?? placeholder)
}

function formatNumber(value: number, form: {tag: string; strings: Strings; digits: number | undefined}): string {
  const parts = numberFormat(form.tag, form.digits).formatToParts(value)
  const {group, decimal, minus = '-'} = form.strings.numbers ?? {}
  const signs: Partial<Record<string, string | undefined>> = {group, decimal, minusSign: minus}
  return parts.map((part) => signs[part.type] ?? part.value).join('')
}

const numberFormat = remember((tag: string, digits: number | undefined) => {
  const exact = digits === undefined ? {maximumFractionDigits: 20} : fractionDigits(digits)
  return new Intl.NumberFormat(tag, {useGrouping: 'always', ...exact})
}, kept)

function fractionDigits(count: number): Intl.NumberFormatOptions {
  return {minimumFractionDigits: count, maximumFractionDigits: count}
}

/** The ten digits of the numbering system of `tag`. */
const numerals = remember((tag: string): readonly string[] => {
  const all = new Intl.NumberFormat(tag, {useGrouping: false}).format(9_876_543_210)
  return [...all].reverse()
}, kept)

/** Dates are ISO's, whatever calendar the region keeps. */
const gregorian = remember((tag: string) => new Intl.Locale(tag, {calendar: 'gregory'}).toString(), kept)

function findWord(key: string, chain: readonly Strings[]): {text: string; depth: number} | undefined {
  for (const [depth, strings] of chain.entries()) {
    const text = strings[key]
    if (typeof text === 'string') return {text, depth}
  }
  return
}
