/** The command line: a closed table of options, checked once at the door. */
import {parseArgs} from 'node:util'
import {expected} from '../nearest.ts'

/** The command line, or the environment, is wrong: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** `list`: repeatable or comma-separated; `value` is what help calls the value. */
interface Option {
  kind: 'flag' | 'text' | 'number' | 'list'
  value?: string
  help: string
}

/** Every option of every command. */
export const options = {
  lang: {kind: 'list', value: 'TAG', help: 'only these languages'},
  format: {kind: 'list', value: 'NAME', help: 'only these formats'},
  edition: {kind: 'list', value: 'NAME', help: 'only these editions'},
  record: {kind: 'list', value: 'ID', help: 'only these records of a mail merge'},
  from: {kind: 'text', value: 'PACK', help: 'template pack that an event is based on (default: the publication’s)'},
  publication: {kind: 'text', value: 'NAME', help: 'publication that the event is an edition of'},
  project: {kind: 'text', value: 'DIR', help: 'folder of gatefold.yml (default: this folder)'},
  output: {kind: 'text', value: 'DIR', help: 'folder to write to (default: output/ of the project)'},
  jobs: {kind: 'number', value: 'N', help: 'documents made at once (default: number of cores)'},
  strict: {kind: 'flag', help: 'warnings fail'},
  'no-cache': {kind: 'flag', help: 'start without the compiled code that earlier runs kept'},
  json: {kind: 'flag', help: 'one machine-readable report on standard output'},
  quiet: {kind: 'flag', help: 'errors only'},
  help: {kind: 'flag', help: 'show this help'},
  version: {kind: 'flag', help: 'show the version'}
} as const satisfies Record<string, Option>

export type OptionName = keyof typeof options

/** The filters, in the order help shows them. */
export const filterOptions = ['lang', 'format', 'edition', 'record'] as const

/** Options as given; a list is empty, and anything else `undefined` or `false`, where it is not. */
export interface Args {
  positionals: readonly string[]
  list(name: OptionName): readonly string[]
  text(name: OptionName): string | undefined
  number(name: OptionName): number | undefined
  flag(name: OptionName): boolean
}

/** Read `argv` by the options that a command `takes`; throws `UsageError`. */
export function readArgs(argv: readonly string[], takes: readonly OptionName[]): Args {
  const config = Object.fromEntries(takes.map((name) => [name, {type: parseType(name), multiple: true}] as const))
  const {tokens, positionals} = parseArgs({
    args: [...argv],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true
  })

  const given = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const {name, rawName, value} = token
    if (!isTaken(name, takes)) {
      throw new UsageError(`Unexpected option \`${rawName}\`, expected ${expectedOption(name, takes)}`)
    }
    const isFlag = options[name].kind === 'flag'
    if (isFlag && value !== undefined) throw new UsageError(`Unexpected value of \`${rawName}\`, expected none`)
    if (!isFlag && !value) throw new UsageError(`Missing value of \`${rawName}\`, expected ${rawName} ${hint(name)}`)
    given.set(name, [...(given.get(name) ?? []), value ?? ''])
  }

  return {
    positionals,
    list: (name) => (given.get(name) ?? []).flatMap((value) => value.split(',')).filter((value) => value !== ''),
    text: (name) => given.get(name)?.at(-1),
    number: (name) => wholeNumber(name, given.get(name)?.at(-1)),
    flag: (name) => given.has(name)
  }
}

/** Help lines of the options that a command takes. */
export function optionHelp(takes: readonly OptionName[]): string {
  const rows = takes.map((name) => [`  --${name}${hint(name) && ` ${hint(name)}`}`, options[name].help] as const)
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`).join('\n')
}

function parseType(name: OptionName): 'boolean' | 'string' {
  return options[name].kind === 'flag' ? 'boolean' : 'string'
}

function isTaken(name: string, takes: readonly OptionName[]): name is OptionName {
  return takes.some((taken) => taken === name)
}

function expectedOption(name: string, takes: readonly OptionName[]): string {
  return expected(
    `--${name}`,
    takes.map((taken) => `--${taken}`)
  )
}

function hint(name: OptionName): string {
  const option: Option = options[name]
  return option.value ?? ''
}

function wholeNumber(name: OptionName, value: string | undefined): number | undefined {
  if (value === undefined) return
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value)
  throw new UsageError(`Unexpected \`${value}\` for \`--${name}\`, expected a whole number from 1`)
}
