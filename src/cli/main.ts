/** The commands, loaded only when they are called: help and version load no engine. */
import {expected} from '../nearest.ts'
import {version} from '../version.ts'
import {optionHelp, readArgs, UsageError} from './args.ts'
import {type Command, exit, type Terminal} from './command.ts'

interface Row {
  summary: string
  load(): Promise<{default: Command}>
}

const commands: Readonly<Record<string, Row>> = {
  init: {summary: 'a new project that builds at once', load: () => import('./init.ts')},
  new: {summary: 'a new publication', load: () => import('./new.ts')},
  build: {summary: 'make every document, or what the filters keep', load: () => import('./build.ts')},
  check: {summary: 'all diagnostics, writes no document', load: () => import('./check.ts')},
  status: {summary: 'languages and publications: translated, stale, missing', load: () => import('./status.ts')},
  translate: {summary: 'update the catalogs of translations', load: () => import('./translate.ts')},
  list: {summary: 'the documents that a build makes', load: () => import('./list.ts')},
  clean: {summary: 'remove what a build has written', load: () => import('./clean.ts')},
  doctor: {summary: 'what this machine has and lacks', load: () => import('./doctor.ts')},
  ci: {summary: 'a workflow that rebuilds on schedule', load: () => import('./ci.ts')}
}

/** Run the command line `argv` (without node and script) and return the exit code. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(argv, terminal)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const stack = terminal.env.GATEFOLD_DEBUG && error instanceof Error ? `\n${error.stack}` : ''
    const usage = error instanceof UsageError
    terminal.err(`gatefold: ${reason}${stack}\n${usage ? 'gatefold --help shows what there is.\n' : ''}`)
    return usage ? exit.usage : exit.failed
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = argv
  if (name === '--version') {
    terminal.out(`${version}\n`)
    return exit.done
  }
  if (name === '--help') {
    terminal.out(help())
    return exit.done
  }
  if (name === '') {
    terminal.err(help())
    return exit.usage
  }
  const row = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!row) {
    const known = Object.keys(commands)
    const kind = name.startsWith('-') ? 'option before the command' : 'command'
    throw new UsageError(`Unexpected ${kind} \`${name}\`, expected ${expected(name, known)}`)
  }

  const {default: command} = await row.load()
  const args = readArgs(rest, [...command.options, 'help'])
  if (args.flag('help')) {
    terminal.out(commandHelp(command))
    return exit.done
  }
  return command.run(args, terminal)
}

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const rows = Object.entries(commands).map(([name, {summary}]) => `  ${name.padEnd(width)}  ${summary}`)
  return [
    'Usage: gatefold COMMAND [options]',
    '',
    ...rows,
    '',
    'gatefold COMMAND --help shows its options; gatefold --version the version.',
    ''
  ].join('\n')
}

function commandHelp(command: Command): string {
  const usage = command.usage.map((line, index) => `${index === 0 ? 'Usage: ' : '       '}gatefold ${line}`)
  return `${[...usage, '', command.about, '', optionHelp([...command.options, 'help'])].join('\n')}\n`
}
