/** Tables whose columns share too little room. */
import type {Table} from '../../document/nodes.ts'
import type {Cell, Content, Run} from './content.ts'
import type {State} from './definition.ts'
import {shared} from './definition-columns.ts'

/** What a rounded sum of widths may be off by, pt. */
const rounding = 0.5

/**
 * Share the room among the columns of a table by their `natural` widths, none narrower than its longest word where there
 * is room for all of these. A table with a word that has to be divided is reported.
 */
export function withWholeWords(
  node: Table,
  rows: readonly (readonly Cell[])[],
  natural: readonly number[],
  state: State
): number[] {
  const named = node.children.some(({children: [first]}) => first?.header === 'row')
  const widths = shared(natural, state.width, named)
  if (widths.every((width, column) => width >= (natural[column] ?? 0))) return widths
  const words = longestWords(rows)
  const least = widths.map((_, column) => {
    const word = words[column]
    return word ? Math.ceil(state.measure.width([word.run]) + word.padding) : 0
  })
  const narrow = widths.findIndex((width, column) => width + rounding < (least[column] ?? 0))
  if (narrow < 0) return widths
  if (sum(least) <= state.width) return raised(widths, least)
  const reason =
    `Unexpected table of ${widths.length} columns, of which column ${narrow + 1} is narrower than ` +
    `\`${words[narrow]?.run.text ?? ''}\`, expected room for whole words`
  state.context.report('table-narrow', reason, {file: node.data?.file, position: node.position})
  return widths
}

/** Widths none of which is below its `least`: what some are given the others lack, by what they have to spare. */
function raised(widths: readonly number[], least: readonly number[]): number[] {
  const spare = widths.map((width, column) => Math.max(0, width - (least[column] ?? 0)))
  const wanted = sum(widths.map((width, column) => Math.max(0, (least[column] ?? 0) - width)))
  const part = wanted / sum(spare)
  return widths.map((width, column) => Math.max(width, least[column] ?? 0) - (spare[column] ?? 0) * part)
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0)
}

interface Word {
  run: Run
  /** Of its cell at both sides, pt. */
  padding: number
}

/** The longest word of each column that may not be divided. */
function longestWords(rows: readonly (readonly Cell[])[]): (Word | undefined)[] {
  const longest: (Word | undefined)[] = []
  for (const row of rows) {
    let column = 0
    for (const {children, padding, colspan, rowspan} of row) {
      // What stands beside a cell over several rows is not where it seems.
      if (rowspan > 1) return []
      if (colspan === 1)
        for (const run of children.flatMap(wholeWords))
          if (run.text.length > (longest[column]?.run.text.length ?? 0))
            longest[column] = {run, padding: padding[1] + padding[2]}
      column += colspan
    }
  }
  return longest
}

function wholeWords(content: Content): Run[] {
  if (content.kind !== 'text' || content.hyphenate) return []
  return content.runs.flatMap((run) => {
    const words = run.text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
    const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '')
    return longest === '' || run.note ? [] : [{...run, text: longest}]
  })
}
