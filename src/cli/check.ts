import {buildOptions, make} from './build.ts'
import {defineCommand} from './command.ts'

export default defineCommand({
  usage: ['check [publication...]'],
  about: 'Make every document without writing it, and show all diagnostics.',
  options: buildOptions,
  run: (args, terminal) => make(args, terminal, null)
})
