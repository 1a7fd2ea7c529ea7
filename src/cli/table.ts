/** Lay rows out as a table of text: columns of words to the left, columns of numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows]
  const columns = head.map((_, index) => {
    const width = Math.max(...lines.map((line) => line[index]?.length ?? 0))
    const numeric = rows.length > 0 && rows.every((row) => /^\d*$/.test(row[index] ?? ''))
    return {width, numeric}
  })
  const format = (line: readonly string[]) =>
    columns
      .map(({width, numeric}, index) => {
        const cell = line[index] ?? ''
        return numeric ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return `${lines.map(format).join('\n')}\n`
}
