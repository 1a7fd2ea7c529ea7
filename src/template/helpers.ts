/** The helpers of templates at work. What they return is escaped, but for marks that stand for trees. */
import Handlebars from 'handlebars'
import type {At, Report} from '../diagnostic.ts'
import {fill, isDate, type Locale} from '../locale.ts'
import {callOption, type NumberedCall} from './calls.ts'

/** A slot that was met while the template ran: it left a comment with its index in the list. */
export interface SlotCall {
  /** CSS selector; none for `body`, which takes what no other slot took. */
  select?: string
  style?: string
  at: At
  /** The selector is written in the template itself, and not given by a parameter. */
  literal: boolean
}

export interface HelperContext {
  locale: Locale
  report: Report
  /** A call by the number that it was given. */
  callOf(index: number): NumberedCall
  /** World path of a picture of the pack. */
  asset(path: string): string | undefined
  /** Place of a value in the parameters, where it is one of them: there it is to be corrected. */
  placeOf(value: unknown): At | undefined
  slots: SlotCall[]
}

export const slotMark = 'gf-slot'

interface Options {
  hash: Readonly<Record<string, unknown>>
}

/** Values of `t` that only the layout knows, where the template does not give them. */
const fields: Readonly<Record<string, string>> = {
  n: 'page',
  total: 'pages',
  page: 'page',
  pages: 'pages',
  section: 'section'
}

/** How much of an ISO date `format="year"` and `format="month"` leave. */
const dateLengths: Readonly<Record<string, number>> = {year: 4, month: 7}

/** Make the helpers for one template. */
export function makeHelpers(context: HelperContext): Record<string, (...values: unknown[]) => unknown> {
  const {locale, report, slots} = context
  const callOf = ({hash}: Options) => context.callOf(Number(hash[callOption]))
  const place = (options: Options) => callOf(options).at

  return {
    slot: withOptions((options) => {
      const {select, style} = options.hash
      slots.push({
        ...callOf(options),
        ...(typeof select === 'string' && {select}),
        ...(typeof style === 'string' && {style})
      })
      return new Handlebars.SafeString(`<!--${slotMark} ${slots.length - 1}-->`)
    }),
    t: withOptions((options, key) => translated(String(key), options.hash, locale)),
    date: withOptions((options, iso) => {
      if (iso === undefined || iso === null || iso === '') return ''
      if (!isDate(String(iso)))
        report('parameter-invalid', `Unexpected date \`${iso}\`, expected one such as \`2027-05-14\``, place(options))
      const {format} = options.hash
      if (format === 'day' || format === 'weekday') return locale.date(String(iso), format)
      return locale.date(String(iso).slice(0, dateLengths[String(format)]))
    }),
    // A time of the day needs no more than the language's digits.
    time: withOptions((_, time) => locale.digits(String(time ?? ''))),
    number: withOptions((options, count) => {
      if (count === undefined || count === null || count === '') return ''
      const value = Number(count)
      const {digits} = options.hash
      if (Number.isFinite(value)) return locale.number(value, typeof digits === 'number' ? {digits} : {})
      report('parameter-invalid', `Unexpected \`${count}\`, expected a number`, place(options))
      return String(count)
    }),
    list: withOptions((_, items) => (Array.isArray(items) ? locale.list(items.map(String)) : (items ?? ''))),
    // What `t` gives is escaped already.
    sentence: withOptions((_, words) => {
      const begun = locale.sentence(String(words ?? ''))
      return typeof words === 'string' ? begun : new Handlebars.SafeString(begun)
    }),
    // What is printed of an address: nobody types https://.
    address: withOptions((_, url) => String(url ?? '').replace(/^https?:\/\/|\/$/g, '')),
    asset: withOptions((options, path) => {
      const found = context.asset(String(path))
      if (found === undefined)
        report(
          'file-missing',
          `Unexpected path \`${path}\`, expected a file in \`assets/\` of the pack`,
          context.placeOf(path) ?? place(options)
        )
      return found ?? ''
    }),
    eq: withOptions((_, left, right) => left === right)
  }
}

/** Handlebars hands the options over as the last value. */
function withOptions(helper: (options: Options, ...values: unknown[]) => unknown) {
  return (...values: unknown[]) => {
    const last = values.at(-1)
    return helper(isOptions(last) ? last : {hash: {}}, ...values.slice(0, -1))
  }
}

function isOptions(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && 'hash' in value
}

/** A fixed word with its values escaped, and fields for what only the layout knows. */
function translated(key: string, values: Options['hash'], locale: Locale): Handlebars.SafeString {
  const {escapeExpression} = Handlebars
  const html = fill(escapeExpression(locale.t(key)), (name) => {
    const value = values[name]
    if (typeof value === 'number') return locale.digits(String(value))
    if (value !== undefined) return escapeExpression(String(value))
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    return field && `<gf-field name="${field}"></gf-field>`
  })
  return new Handlebars.SafeString(html)
}
