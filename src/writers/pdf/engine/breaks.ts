/** Where a line may end: UAX #14, and between words where a script writes none of its spaces. */
import LineBreaker from 'linebreak'
import {remember} from '../../../world/recent.ts'

/** A line ends after it. */
export const LINE_END = /[\n\r\u2028]+$/
const LINE_ENDS = '\n\r\u2028'
/** Scripts that UAX #14 leaves to a dictionary. */
const WITHOUT_SPACES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/gu
/** Marks, signs of repetition and stops of these scripts, which no line begins with. */
const NEVER_FIRST = /^[\p{M}\u0e2f\u0e46\u0eaf\u0ec6\u17d4-\u17d7\u104a\u104b]/u
let words: Intl.Segmenter | undefined

/** True where a line must end after `text`. */
export function endsLine(text: string): boolean {
  return text !== '' && LINE_ENDS.includes(text.charAt(text.length - 1))
}

/** Offset → whether the line must end there. */
export const findBreaks: (text: string) => ReadonlyMap<number, boolean> = remember(breaksOf, 1000)

function breaksOf(text: string): ReadonlyMap<number, boolean> {
  const breaks = new Map<number, boolean>()
  const breaker = new LineBreaker(text)
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    breaks.set(next.position, next.required || endsLine(text.charAt(next.position - 1)))
  }
  for (const {0: stretch, index: start} of text.matchAll(WITHOUT_SPACES)) {
    // The dictionary goes by the script; the language only has to be the same everywhere.
    words ??= new Intl.Segmenter('en', {granularity: 'word'})
    for (const {index, segment} of words.segment(stretch))
      if (index > 0 && !NEVER_FIRST.test(segment)) breaks.set(start + index, false)
  }
  return breaks
}
