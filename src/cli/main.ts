/** The commands, each loaded only when it is called. */
import {expected} from '../nearest.ts'
import {optionHelp, readArgs, UsageError} from './args.ts'
import {type Command, exit, nothingMade, type Terminal} from './command.ts'
import {answer, type CommandName, help} from './help.ts'

type Load = () => Promise<{default: Command}>

const commands: Readonly<Record<CommandName, Load>> = {
  init: () => import('./init.ts'),
  new: () => import('./new.ts'),
  build: () => import('./build.ts'),
  check: () => import('./check.ts'),
  status: () => import('./status.ts'),
  translate: () => import('./translate.ts'),
  list: () => import('./list.ts'),
  clean: () => import('./clean.ts'),
  doctor: () => import('./doctor.ts'),
  ci: () => import('./ci.ts')
}

/** Run the command line `argv` (without node and script) and return the exit code. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(argv, terminal)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const stack = terminal.env.GATEFOLD_DEBUG && error instanceof Error ? `\n${error.stack}` : ''
    const usage = error instanceof UsageError
    const code = usage ? exit.usage : exit.failed
    if (argv.includes('--json')) terminal.out(nothingMade(code, {usage: [reason], diagnostics: []}))
    terminal.err(`gatefold: ${reason}${stack}\n${usage ? 'gatefold --help shows what there is.\n' : ''}`)
    return code
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = argv
  const said = answer(name)
  if (said !== undefined) {
    terminal.out(said)
    return exit.done
  }
  if (name === '') {
    terminal.err(help())
    return exit.usage
  }
  if (!isCommand(name)) {
    const known = Object.keys(commands)
    const kind = name.startsWith('-') ? 'option before the command' : 'command'
    throw new UsageError(`Unexpected ${kind} \`${name}\`, expected ${expected(name, known)}`)
  }

  const {default: command} = await commands[name]()
  const args = readArgs(rest, [...command.options, 'help'])
  if (args.flag('help')) {
    terminal.out(commandHelp(command))
    return exit.done
  }
  return command.run(args, terminal)
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}

function commandHelp(command: Command): string {
  const usage = command.usage.map((line, index) => `${index === 0 ? 'Usage: ' : '       '}gatefold ${line}`)
  return `${[...usage, '', command.about, '', optionHelp([...command.options, 'help'])].join('\n')}\n`
}
