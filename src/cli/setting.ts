/** What options and environment say about the project, checked once. */
import {accessSync, constants, existsSync, mkdirSync, rmdirSync, statSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {basename, dirname, join, resolve} from 'node:path'
import type {Setting} from '../build/attempt.ts'
import type {Filters} from '../build/plan.ts'
import {expected} from '../nearest.ts'
import {type Args, UsageError} from './args.ts'
import type {Terminal} from './command.ts'

/** The project's folder and the clock; throws `UsageError`. */
export function settingOf(args: Args, {cwd, env}: Terminal): Setting {
  const project = resolve(cwd, args.text('project') ?? '.')
  if (!statSync(project, {throwIfNoEntry: false})?.isDirectory()) {
    throw new UsageError(`Unexpected \`--project ${args.text('project')}\`, expected a folder`)
  }
  const [epoch, debug, cache] = [epochOf(env.SOURCE_DATE_EPOCH), Boolean(env.GATEFOLD_DEBUG), !args.flag('no-cache')]
  return {project, epoch, debug, cache}
}

/** Absolute output folder, one that can be written; throws `UsageError`. */
export function outputOf(args: Args, terminal: Terminal, {project}: Setting): string {
  const said = args.text('output')
  const output = said === undefined ? join(project, 'output') : resolve(terminal.cwd, said)
  let [there, missing]: [string, string | undefined] = [output, undefined]
  while (!existsSync(there) && dirname(there) !== there) [there, missing] = [dirname(there), there]
  if (!statSync(there).isDirectory())
    throw new UsageError(`Unexpected file \`${there}\`, expected a folder to write to`)
  if (!isWritable(there)) throw new UsageError(`Unexpected read-only folder \`${there}\`, expected one to write to`)
  if (missing !== undefined && !takesFolder(missing))
    throw new UsageError(
      `Unexpected folder \`${there}\` that takes no \`${basename(missing)}\`, expected one to write to`
    )
  return output
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Try whether `folder` can be made: system folders such as /proc take none, whatever their permissions say. */
function takesFolder(folder: string): boolean {
  try {
    mkdirSync(folder)
    rmdirSync(folder)
    return true
  } catch {
    // Another build may have made it, or be writing to it already.
    return existsSync(folder)
  }
}

export function filtersOf(args: Args): Filters {
  return {
    publications: args.positionals,
    lang: args.list('lang'),
    format: args.list('format'),
    edition: args.list('edition'),
    record: args.list('record')
  }
}

/** Documents to make at once. */
export function widthOf(args: Args): number {
  return args.number('jobs') ?? availableParallelism()
}

/** Check that no word is left over after the `count` that a command takes; throws `UsageError`. */
export function takesWords(args: Args, count: number): void {
  const extra = args.positionals[count]
  if (extra !== undefined) throw new UsageError(`Unexpected argument \`${extra}\`, expected none`)
}

/** The error of a `command` whose first word is missing or unknown. */
export function unknownWord(command: string, word: string, known: readonly string[]): UsageError {
  const reason = word === '' ? `Missing word after \`${command}\`` : `Unexpected \`${command} ${word}\``
  return new UsageError(`${reason}, expected ${expected(word, known)}`)
}

function epochOf(value: string | undefined): number | undefined {
  if (value === undefined || value === '') return
  if (/^\d{1,12}$/.test(value)) return Number(value)
  throw new UsageError(`Unexpected SOURCE_DATE_EPOCH \`${value}\`, expected seconds since 1970`)
}
