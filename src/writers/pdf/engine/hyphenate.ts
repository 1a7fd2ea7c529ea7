/** Soft hyphens by the patterns of a language. */
import createHyphenator from 'hyphen/hyphen.js'
import en from 'hyphen/patterns/en-us.js'
import fr from 'hyphen/patterns/fr.js'
import mk from 'hyphen/patterns/mk.js'
import sq from 'hyphen/patterns/sq.js'
import {remember} from '../../../world/recent.ts'
import type {Run} from '../content.ts'

const SOFT_HYPHEN = '\u00ad'
const SHORTEST_WORD = 7
/** Letters that stay on a line, and that go to the next. */
const BEFORE = 3
const AFTER = 3
const PATTERNS: Readonly<Record<string, object>> = {en, fr, mk, sq}
/** The library keeps each word that it has seen: after so many it begins anew. */
const MOST_WORDS = 50_000
const hyphenators = new Map<string, {divide: (text: string) => string; words: number}>()

/**
 * Put U+00AD where words of `lang` may be divided; without patterns for it nowhere. Addresses, abbreviations in capitals
 * and words with hyphens of their own stay whole.
 */
export const hyphenate: (text: string, lang: string) => string = remember((text, lang) => {
  const divide = hyphenatorOf(lang)
  if (!divide || text.includes(SOFT_HYPHEN)) return text
  return text.replace(/\S+/gu, (token) => {
    const [, before = '', word = '', after = ''] = /^(\P{L}*)([\p{L}\p{M}]+)(\P{L}*)$/u.exec(token) ?? []
    if (word.length < SHORTEST_WORD || word === word.toUpperCase()) return token
    return before + divideWord(word, divide) + after
  })
}, 1000)

const FIRST_WORD = /^\S*/
const LAST_WORD = /\S*\s*$/

/**
 * The texts of a paragraph's runs with U+00AD. Its last word stays whole, for a part of a word is no last line, and so
 * do words that are tied to others.
 */
export function hyphenatedTexts(runs: readonly Run[], lang: string): string[] {
  const last = runs.findLastIndex(({text}) => text.trim() !== '')
  return runs.map((run, index) => {
    const start = runs[index - 1]?.glue ? (FIRST_WORD.exec(run.text)?.[0].length ?? 0) : 0
    const isEnd = index >= last || runs[index + 1]?.glue === true
    const end = isEnd ? run.text.length - (LAST_WORD.exec(run.text)?.[0].length ?? 0) : run.text.length
    if (end <= start) return run.text
    return run.text.slice(0, start) + hyphenate(run.text.slice(start, end), run.lang ?? lang) + run.text.slice(end)
  })
}

function hyphenatorOf(lang: string): ((text: string) => string) | undefined {
  const language = lang.split('-')[0] ?? ''
  const patterns = PATTERNS[language]
  if (!patterns) return
  const known = hyphenators.get(language)
  const hyphenator =
    known && known.words < MOST_WORDS
      ? known
      : {divide: createHyphenator(patterns, {hyphenChar: SOFT_HYPHEN, minWordLength: SHORTEST_WORD}), words: 0}
  hyphenators.set(language, hyphenator)
  return (word) => {
    hyphenator.words += 1
    return hyphenator.divide(word)
  }
}

/** The library folds case by the locale of the machine, so that it only sees small letters. */
function divideWord(word: string, divide: (text: string) => string): string {
  const folded = word.toLowerCase()
  if (folded.length !== word.length) return word
  const parts = divide(folded).split(SOFT_HYPHEN)
  let result = ''
  for (const [index, part] of parts.entries()) {
    const letters = result.replaceAll(SOFT_HYPHEN, '').length
    const allowed = index > 0 && letters >= BEFORE && word.length - letters >= AFTER
    result += (allowed ? SOFT_HYPHEN : '') + word.slice(letters, letters + part.length)
  }
  return result
}
