import {relative, resolve} from 'node:path'
import {defineCommand, exit} from './command.ts'
import {writeNew} from './files.ts'
import {takesWords} from './setting.ts'
import {starter} from './starter.ts'

export default defineCommand({
  usage: ['init [dir]'],
  about: 'Write a small project that builds at once: one text in two languages, and a README that explains it.',
  options: ['quiet'],
  async run(args, terminal) {
    takesWords(args, 1)
    const folder = resolve(terminal.cwd, args.positionals[0] ?? '.')
    const say = args.flag('quiet') ? () => {} : terminal.err
    await writeNew(folder, starter, say)
    const there = relative(terminal.cwd, folder)
    say(`\nNow: ${there === '' ? '' : `cd ${there} && `}gatefold build\n`)
    return exit.done
  }
})
