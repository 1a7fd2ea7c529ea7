/** Dates as a language writes them: ISO 8601 in, words and digits out, in the Gregorian calendar. */
import {remember} from '../world/recent.ts'

/** What strings/<lang>.yml says of dates. */
export interface DateStrings {
  /** Twelve names, and seven from Monday. */
  months?: string[]
  weekdays?: string[]
  /** Patterns of {d} {MMMM} {yyyy}: for a date, for a month, for a day without its year. */
  date?: string
  month?: string
  day?: string
  /** How the first day of a month is written, where not as a number. */
  first?: string
}

/** What is wanted of a date besides the whole: the day without its year, the name of the weekday. */
export type DatePart = 'day' | 'weekday'

export interface DateForm {
  /** BCP 47, for what `dates` does not say. */
  tag: string
  dates: DateStrings
  /** Put the language's digits in. */
  digits(text: string): string
  part: DatePart | undefined
}

/** An ISO date (`2027-05-14`, `2027-05`, `2027`) in words; `undefined` for what is none. */
export function formatDate(iso: string, form: DateForm): string | undefined {
  const read = readDate(iso)
  if (!read) return
  if (form.part === 'weekday') return weekday(read, form)
  const {year, month, day} = read
  const years = form.digits(String(year))
  if (month === undefined) return years
  const {month: pattern = '{MMMM} {yyyy}', date = '{d} {MMMM} {yyyy}', months, first} = form.dates
  const whole = form.part === 'day' ? (form.dates.day ?? '{d} {MMMM}') : date
  const parts: Record<string, string> = {yyyy: years, MMMM: months?.[month - 1] ?? monthName(form.tag, month)}
  if (day !== undefined) parts.d = day === 1 && first !== undefined ? first : form.digits(String(day))
  return (day === undefined ? pattern : whole).replace(
    /\{(\w+)\}/g,
    (placeholder, name: string) => parts[name] ?? placeholder
  )
}

/** True for `2027-05-14`, `2027-05` and `2027`, days that exist only. */
export function isDate(text: string): boolean {
  return readDate(text) !== undefined
}

interface Day {
  year: number
  month?: number
  day?: number
}

function readDate(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(text) ?? []
  if (year === undefined) return
  const read: Day = {year: Number(year)}
  if (month !== undefined) read.month = Number(month)
  if (day !== undefined) read.day = Number(day)
  if (read.month !== undefined && (read.month < 1 || read.month > 12)) return
  if (read.day !== undefined && (read.day < 1 || read.day > daysIn(read))) return
  return read
}

function daysIn({year, month = 1}: Day): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return leap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const millisecondsADay = 86_400_000
/** How many of ICU's formats are kept of each kind: it takes its time to make one. */
const kept = 64

/** Name of the weekday of a whole date; nothing for a month or a year. */
function weekday({year, month, day}: Day, {tag, dates}: DateForm): string {
  if (month === undefined || day === undefined) return ''
  const days = daysBefore(year, month) + day
  // The first of January of the year 1 was a Monday.
  const fromMonday = (days - 1) % 7
  const named = dates.weekdays?.[fromMonday]
  // So was the fifth of January 1970, ICU's day 4.
  const inIcu = (4 + fromMonday) * millisecondsADay
  return named ?? weekdayFormat(tag).format(inIcu)
}

const weekdayFormat = remember((tag: string) => new Intl.DateTimeFormat(tag, {weekday: 'long', timeZone: 'UTC'}), kept)

/** Days from the beginning of the year 1 to that of a month. */
function daysBefore(year: number, month: number): number {
  const past = year - 1
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
  const months = Array.from({length: month - 1}, (_, index) => daysIn({year, month: index + 1}))
  return past * 365 + leaps + months.reduce((sum, days) => sum + days, 0)
}

/** ICU's name of a month, in the form it takes beside a day; the strings file states house style where it differs. */
function monthName(tag: string, month: number): string {
  const middle = (month - 1) * 30.4375 + 14
  const parts = monthFormat(tag).formatToParts(middle * millisecondsADay)
  return parts.find((part) => part.type === 'month')?.value ?? String(month)
}

const monthFormat = remember(
  (tag: string) => new Intl.DateTimeFormat(tag, {day: 'numeric', month: 'long', timeZone: 'UTC'}),
  kept
)
