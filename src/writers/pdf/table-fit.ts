/** Tables with more columns than there is room for. */
import type {Table} from '../../document/nodes.ts'
import type {Cell, Content, Run} from './content.ts'
import type {State} from './definition.ts'

/** What a rounded sum of widths may be off by, pt. */
const rounding = 0.5

/** Report a table with a column that is narrower than its longest word, which then has to be divided. */
export function checkFit(
  node: Table,
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  state: State
): void {
  const words = longestWords(rows)
  const column = widths.findIndex((width, index) => {
    const word = words[index]
    return word !== undefined && state.measure.width([word.run]) > width - word.padding + rounding
  })
  const word = words[column]?.run.text
  if (word === undefined) return
  const reason =
    `Unexpected table of ${widths.length} columns, of which column ${column + 1} is narrower than \`${word}\`, ` +
    'expected room for whole words'
  state.context.report('table-narrow', reason, {file: node.data?.file, position: node.position})
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
