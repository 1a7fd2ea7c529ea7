/** Words that stay on one line: numbers with what they count, little words with the next one, the last two of a text. */
import {remember} from '../../world/recent.ts'
import type {Run} from './content.ts'

/** Letters of the last two words of a paragraph, above which they may part. */
const longestEnd = 22
/** As much as is looked at of the words on both sides of a space. */
const longestWord = 24

/**
 * Copies of `runs` in which a space that must not end a line is a run of its own, with `glue`. The characters stay the
 * same: whoever searches or copies the text finds plain spaces. `littleWords` stay with the word after them.
 */
export function tied(runs: readonly Run[], littleWords: readonly string[]): Run[] {
  const whole = runs.map((run) => run.text).join('')
  const ties = tiesOf(whole, littleWords.join(' '))
  let offset = 0
  return runs.flatMap((run) => {
    const parts = parted(run, offset, ties)
    offset += run.text.length
    return parts
  })
}

function parted(run: Run, offset: number, ties: ReadonlySet<number>): Run[] {
  const parts: Run[] = []
  let start = 0
  for (let at = 0; at < run.text.length; at++) {
    if (!ties.has(offset + at)) continue
    if (at > start) parts.push(part(run, run.text.slice(start, at), parts.length === 0))
    parts.push({...part(run, ' ', false), glue: true})
    start = at + 1
  }
  if (start === 0) return [run]
  return start < run.text.length ? [...parts, part(run, run.text.slice(start), false)] : parts
}

/** A footnote belongs to the first part of its reference only. */
function part({note, ...run}: Run, text: string, first: boolean): Run {
  return {...run, text, ...(note && first && {note})}
}

/** Offsets of the spaces in `text` that tie the words around them. */
const tiesOf = remember((text: string, littleWords: string): ReadonlySet<number> => {
  const little = littleWords.split(' ').filter(Boolean)
  const ties = new Set<number>()
  for (const {index} of text.matchAll(/ /g)) {
    const before = /\S*$/.exec(text.slice(Math.max(0, index - longestWord), index))?.[0] ?? ''
    const after = /^\S*/.exec(text.slice(index + 1, index + 1 + longestWord))?.[0] ?? ''
    if (before === '' || after === '') continue
    if (isTie(before, after) || little.includes(before.toLowerCase().replace(OPENING, ''))) ties.add(index)
  }
  const last = text.lastIndexOf(' ')
  let start = last
  do start = text.lastIndexOf(' ', start - 1)
  while (ties.has(start))
  if (start > 0 && last > start && text.length - start - 1 <= longestEnd && !text.endsWith(' ')) ties.add(last)
  return ties
}, 1000)

/** Quotes and brackets before a word. */
const OPENING = /^[\p{Ps}\p{Pi}\p{Pf}"'„]+/u

/** House rules: what must not begin a line after the word before it, nor end one before the word after it. */
function isTie(before: string, after: string): boolean {
  return isNumberTie(before, after) || isSignTie(before, after) || /^\p{Lu}\.$/u.test(before.replace(OPENING, ''))
}

/** Number and what it counts, groups of thousands, a word of the language for “number” and its number. */
function isNumberTie(before: string, after: string): boolean {
  if (/\p{Nd}[%+]?$/u.test(before) && /^\p{L}/u.test(after)) return true
  if (/(?:^|\P{Nd})\p{Nd}{1,3}$/u.test(before) && /^\p{Nd}{3}(?!\p{Nd})/u.test(after)) return true
  return /^(?:№|§+|n°|رقم|бр\.|nr\.|no\.|p\.|стр\.)$/iu.test(before.replace(OPENING, '')) && /^\p{Nd}/u.test(after)
}

/** A spaced dash, a currency or unit after its number or word, French quotes and signs with a space before them. */
function isSignTie(before: string, after: string): boolean {
  return /^(?:[–—]|[\p{Sc}%‰°»]\P{Nd}*|[:;!?]+)$/u.test(after) || /«$/.test(before)
}
