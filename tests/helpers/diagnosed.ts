/** Diagnostics as lines of text, for tests. */
import {Diagnostics, type Report} from '../../src/diagnostic.ts'

/** Collect what `run` reports: `rule file:line:column reason`. */
export function diagnosed<Result>(run: (report: Report) => Result): {result: Result; lines: string[]} {
  const diagnostics = new Diagnostics()
  return {result: run(diagnostics.report), lines: linesOf(diagnostics)}
}

/** The same of what takes its time. */
export async function diagnosedLater<Result>(
  run: (report: Report) => Promise<Result>
): Promise<{result: Result; lines: string[]}> {
  const diagnostics = new Diagnostics()
  return {result: await run(diagnostics.report), lines: linesOf(diagnostics)}
}

function linesOf({list}: Diagnostics): string[] {
  return list.map(({rule, file, line, column, reason}) => {
    const place = [file, line, column].filter((part) => part !== undefined).join(':')
    return [rule, place, reason].filter(Boolean).join(' ')
  })
}
