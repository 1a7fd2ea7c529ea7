import {plan} from '../build/plan.ts'
import {diskWorld} from '../world.ts'
import {filterOptions} from './args.ts'
import {defineCommand, exit, nothingMade} from './command.ts'
import {filtersOf, settingOf} from './setting.ts'

export default defineCommand({
  usage: ['list [publication...]'],
  about: 'List the documents that a build makes: path below output/ without its ending, and template pack.',
  options: [...filterOptions, 'project', 'json', 'quiet'],
  async run(args, terminal) {
    const {project, jobs, diagnostics, usage} = await plan(
      diskWorld(settingOf(args, terminal).project),
      filtersOf(args)
    )
    const {showProblems} = await import('./reporter.ts')
    const code = showProblems(terminal, {diagnostics, usage, quiet: args.flag('quiet')})
    if (!project || usage.length > 0) {
      if (args.flag('json')) terminal.out(nothingMade(exit.usage, {usage, diagnostics}))
      return exit.usage
    }

    const rows = jobs.map(({publication, edition, record, lang, format, template, path}) => {
      return {publication, edition, record: record?.id ?? null, lang, format, template, path}
    })
    if (args.flag('json')) terminal.out(`${JSON.stringify(rows, null, 2)}\n`)
    else terminal.out(rows.map(({path, template}) => `${path}\t${template}\n`).join(''))
    return code
  }
})
