/** Diagnostics for people: by file, then place, each with what to do. */
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {reporter} from 'vfile-reporter'
import type {Diagnostic} from '../diagnostic.ts'
import {exit, type Terminal} from './command.ts'

export interface Totals {
  errors: number
  warnings: number
}

/** Show the diagnostics as vfile-reporter does; the same message of several documents shows once. */
export function show(diagnostics: readonly Diagnostic[], options: {color: boolean; quiet: boolean}): string {
  const files = new Map<string, VFile>()
  for (const diagnostic of distinct(diagnostics)) {
    const name = diagnostic.file ?? ''
    const file = files.get(name) ?? new VFile({path: name === '' ? 'gatefold' : name})
    files.set(name, file)
    addMessage(file, diagnostic)
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file)
  const {color, quiet} = options
  const text = reporter(sorted, {color, silent: quiet, quiet: true, verbose: true})
  return text === '' ? '' : `${text}\n`
}

/** Show what is wrong on standard error; returns the exit code that follows from the diagnostics. */
export function showProblems(
  terminal: Terminal,
  problems: {diagnostics: readonly Diagnostic[]; usage: readonly string[]; quiet: boolean}
): number {
  const {diagnostics, usage, quiet} = problems
  terminal.err(show(diagnostics, {color: wantsColor(terminal), quiet}))
  for (const line of usage) terminal.err(`gatefold: ${line}\n`)
  return totals(diagnostics).errors > 0 ? exit.failed : exit.done
}

/** Count the distinct diagnostics. */
export function totals(diagnostics: readonly Diagnostic[]): Totals {
  const severities = distinct(diagnostics).map(({severity}) => severity)
  return {
    errors: severities.filter((severity) => severity === 'error').length,
    warnings: severities.filter((severity) => severity === 'warning').length
  }
}

/** Put a number before its noun: `1 document`, `2 documents`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Colours for a terminal that wants them. */
export function wantsColor({env, interactive}: Terminal): boolean {
  return interactive && !env.NO_COLOR && !env.CI
}

/** One line that keeps being replaced, on a terminal only. */
export function progress({env, interactive, err}: Terminal, quiet: boolean) {
  if (!interactive || quiet || env.CI) return {step: undefined, end: () => {}}
  return {
    step: (done: number, total: number) => err(`\r\u{1B}[2K${done}/${total} documents`),
    end: () => err('\r\u{1B}[2K')
  }
}

function addMessage(file: VFile, {rule, severity, reason, note, ...place}: Diagnostic): void {
  const add = {
    error: (text: string, about: object) => Object.assign(file.message(text, about), {fatal: true}),
    warning: (text: string, about: object) => file.message(text, about),
    info: (text: string, about: object) => file.info(text, about)
  }[severity]
  const message: VFileMessage = add(reason, {ruleId: rule, source: 'gatefold', place: placeOf(place)})
  message.note = note
  // A diagnostic is about the author's file: the trace would be about ours.
  message.stack = ''
}

function placeOf({line, column, endLine, endColumn}: Omit<Diagnostic, 'rule' | 'severity' | 'reason' | 'note'>) {
  if (line === undefined) return
  const start = {line, column: column ?? 1}
  if (endLine === undefined || endColumn === undefined) return start
  return {start, end: {line: endLine, column: endColumn}}
}

/** Equal for what is the same message about the same place. */
export function keyOf({file, line, column, rule, reason}: Diagnostic): string {
  return JSON.stringify([file, line, column, rule, reason])
}

function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byKey = new Map(diagnostics.map((diagnostic) => [keyOf(diagnostic), diagnostic]))
  return [...byKey.values()]
}
