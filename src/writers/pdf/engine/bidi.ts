/** The Unicode Bidirectional Algorithm (UAX #9) on paragraphs made of runs. */
import bidiFactory from 'bidi-js'

type Direction = 'ltr' | 'rtl'

const RIGHT_TO_LEFT_CHARACTERS =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const ISOLATES = {ltr: '\u2066', rtl: '\u2067'}
const POP_ISOLATE = '\u2069'
let bidi: ReturnType<typeof bidiFactory> | undefined

/**
 * Embedding level of each UTF-16 unit of each run; runs with a direction of their own are isolated. `undefined` where
 * all is left to right.
 */
export function embeddingLevels(
  runs: readonly {text: string; dir?: Direction | undefined}[],
  base: Direction
): readonly (readonly number[])[] | undefined {
  const plain = base === 'ltr' && !runs.some((run) => run.dir === 'rtl' || RIGHT_TO_LEFT_CHARACTERS.test(run.text))
  if (plain) return
  let whole = ''
  const starts: number[] = []
  for (const [index, run] of runs.entries()) {
    if (run.dir !== undefined && runs[index - 1]?.dir !== run.dir) whole += ISOLATES[run.dir]
    starts.push(whole.length)
    whole += run.text
    if (run.dir !== undefined && runs[index + 1]?.dir !== run.dir) whole += POP_ISOLATE
  }
  bidi ??= bidiFactory()
  const {levels} = bidi.getEmbeddingLevels(whole, base)
  return runs.map((run, index) => {
    const start = starts[index] ?? 0
    return Array.from(levels.subarray(start, start + run.text.length))
  })
}

/** Reorder the pieces of one line for display (rules L1 and L2), leftmost first; the line itself is not changed. */
export function visualOrder<T extends {level: number; text: string}>(line: readonly T[], base: number): T[] {
  const levels = line.map((piece) => piece.level)
  for (let index = line.length - 1; index >= 0 && line[index]?.text.trim() === ''; index--) levels[index] = base
  const order = line.map((_, index) => index)
  const odd = levels.filter((level) => level % 2 === 1)
  const lowestOdd = Math.min(...odd)
  for (let level = Math.max(...levels); odd.length > 0 && level >= lowestOdd; level--) {
    reverseRuns(order, (index) => (levels[index] ?? 0) >= level)
  }
  return order.flatMap((index) => line[index] ?? [])
}

/** Reverse each longest stretch whose members all fulfil `inside`. */
function reverseRuns(order: number[], inside: (index: number) => boolean): void {
  let start = 0
  while (start < order.length) {
    let end = start
    while (end < order.length && inside(order[end] ?? 0)) end++
    if (end > start) order.splice(start, end - start, ...order.slice(start, end).reverse())
    start = end + 1
  }
}
