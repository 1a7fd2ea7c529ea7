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
  const little = littleWords.split(' ')
  const ties = new Set<number>()
  for (const {index} of text.matchAll(/ /g)) {
    const before = /\S*$/.exec(text.slice(Math.max(0, index - longestWord), index))?.[0] ?? ''
    const after = /^\S*/.exec(text.slice(index + 1, index + 1 + longestWord))?.[0] ?? ''
    if (before === '' || after === '') continue
    if (isTie(before, after) || little.includes(before.toLowerCase())) ties.add(index)
  }
  const end = /\s\S+ \S+$/.exec(text.slice(-longestEnd - 1))
  if (end) ties.add(text.lastIndexOf(' '))
  return ties
}, 1000)

/** House rules: number and what it counts, initials, № and §, a spaced dash and the word before it. */
function isTie(before: string, after: string): boolean {
  if (/\d%?$/.test(before) && /^[\p{L}$€%°]/u.test(after)) return true
  if (/^(?:№|§|бр\.|nr\.|no\.|p\.|стр\.)$/iu.test(before) && /^\d/.test(after)) return true
  return /^\p{Lu}\.$/u.test(before) || after === '–' || after === '—'
}
