/** Diagnostics as lines of text, for tests. */
import {Diagnostics, type Report} from '../../src/diagnostic.ts'

/** Collect what `run` reports: `rule file:line:column reason`. */
export function diagnosed<Result>(run: (report: Report) => Result): {result: Result; lines: string[]} {
  const diagnostics = new Diagnostics()
  const result = run(diagnostics.report)
  const lines = diagnostics.list.map(({rule, file, line, column, reason}) => {
    const place = [file, line, column].filter((part) => part !== undefined).join(':')
    return [rule, place, reason].filter(Boolean).join(' ')
  })
  return {result, lines}
}
