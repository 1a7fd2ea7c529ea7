/** Words that stay on one line: numbers with what they count, little words with the next one, the last two of a text. */
import type {Run} from './content.ts'

/** Letters of the last two words of a paragraph, above which they may part. */
const longestEnd = 22

/**
 * Copies of `runs` in which a space that must not end a line is a run of its own, with `glue`. The characters stay the
 * same: whoever searches or copies the text finds plain spaces.
 */
export function tied(runs: readonly Run[], {littleWords}: {littleWords: boolean}): Run[] {
  const whole = runs.map((run) => run.text).join('')
  const ties = tiesOf(whole, littleWords)
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
function tiesOf(text: string, littleWords: boolean): ReadonlySet<number> {
  const ties = new Set<number>()
  for (const {index} of text.matchAll(/ /g)) {
    const before = /\S*$/.exec(text.slice(0, index))?.[0] ?? ''
    const after = /^\S*/.exec(text.slice(index + 1))?.[0] ?? ''
    if (before === '' || after === '') continue
    if (isTie(before, after) || (littleWords && /^\p{L}{1,2}$/u.test(before))) ties.add(index)
  }
  const end = /(\S+) (\S+)$/.exec(text)
  if (end && end.index > 0 && end[0].length <= longestEnd) ties.add(end.index + (end[1] ?? '').length)
  return ties
}

/** House rules: number and what it counts, initials, № and §, a spaced dash and the word before it. */
function isTie(before: string, after: string): boolean {
  if (/\d%?$/.test(before) && /^[\p{L}$€%°]/u.test(after)) return true
  if (/^(?:№|§|бр\.|nr\.|no\.|p\.|стр\.)$/iu.test(before) && /^\d/.test(after)) return true
  return /^\p{Lu}\.$/u.test(before) || after === '–' || after === '—'
}
