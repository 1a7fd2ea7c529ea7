/** What a command is, and what it is given. */
import type {Diagnostic} from '../diagnostic.ts'
import {version} from '../version.ts'
import type {Args, OptionName} from './args.ts'

/** The variables of the environment that are honoured. */
export interface Environment {
  NO_COLOR?: string | undefined
  CI?: string | undefined
  SOURCE_DATE_EPOCH?: string | undefined
  /** Show the stack trace of a fault of the program. */
  GATEFOLD_DEBUG?: string | undefined
}

/** The terminal and the environment, handed in so that commands can be run in tests. */
export interface Terminal {
  cwd: string
  env: Environment
  /** Write to standard output: results only. */
  out(text: string): void
  /** Write to standard error: everything that is for people. */
  err(text: string): void
  /** Standard error is a terminal. */
  interactive: boolean
  /** Aborted by SIGINT. */
  signal: AbortSignal
}

export interface Command {
  /** What follows `gatefold`, one line for each form. */
  usage: readonly string[]
  /** What it does, in a sentence or two. */
  about: string
  options: readonly OptionName[]
  /** Do it; returns the exit code. */
  run(args: Args, terminal: Terminal): Promise<number>
}

export const defineCommand = (command: Command): Command => command

/** Exit codes of product.md. */
export const exit = {done: 0, failed: 1, usage: 2, interrupted: 130} as const

/** The report of `--json` of a command that could not do what it is for. */
export function nothingMade(
  exitCode: number,
  why: {usage: readonly string[]; diagnostics: readonly Diagnostic[]}
): string {
  const state = exitCode === exit.usage ? 'usage' : 'failed'
  return `${JSON.stringify({gatefold: version, exitCode, state, ...why, documents: []}, null, 2)}\n`
}
