/** Tables of data files: rows of cells below the names of their columns. */
import type {At, Report} from '../../diagnostic.ts'

/** One record: its values by column, and the line of a text file or the row of a sheet that it begins on. */
export interface Row {
  values: Readonly<Record<string, unknown>>
  line: number
}

/** A row as it lies in the file. */
export interface Line {
  cells: readonly unknown[]
  line: number
  /** It was reported, and is no record. */
  faulty?: boolean
}

/**
 * Name the cells of `lines` by the first of them. Rows in which nothing stands are no records. A table without sound
 * names of columns has none; a row that is longer than they are is reported as `data-invalid` and left out.
 */
export function rowsOf([header, ...lines]: readonly Line[], file: string, report: Report): Row[] {
  if (!header) return []
  const at = (line: number): At => ({file, position: {line, column: 1}})
  const names = header.cells.map((name) => String(name ?? '').trim())
  const second = names.find((name, index) => name !== '' && names.indexOf(name) < index)
  if (second !== undefined) {
    report('data-invalid', `Unexpected second column \`${second}\`, expected each name once`, at(header.line))
    return []
  }

  return lines.flatMap(({cells, line, faulty}) => {
    if (faulty || cells.every(isBlank)) return []
    const nameless = cells.findIndex((cell, index) => !isBlank(cell) && !names[index])
    if (nameless >= 0) {
      const reason = `Unexpected value in row ${line}, column ${nameless + 1}, expected a name of that column in row`
      report('data-invalid', `${reason} ${header.line}`, at(line))
      return []
    }
    const named = names.flatMap((name, index) => (name === '' ? [] : [[name, cells[index] ?? '']]))
    return [{values: Object.fromEntries(named), line}]
  })
}

/** Tell whether nothing stands in a cell. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}
