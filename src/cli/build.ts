import {type BuildReport, build} from '../build/build.ts'
import {version} from '../version.ts'
import {type Args, filterOptions} from './args.ts'
import {defineCommand, exit, type Terminal} from './command.ts'
import {filtersOf, outputOf, settingOf, widthOf} from './setting.ts'

/** Options of build and check. */
export const buildOptions = [...filterOptions, 'project', 'jobs', 'strict', 'no-cache', 'json', 'quiet'] as const

export default defineCommand({
  usage: ['build [publication...]'],
  about: 'Make every document of the project, or what the publications and filters keep.',
  options: [...buildOptions, 'output'],
  run: (args, terminal) => make(args, terminal, outputOf(args, terminal, settingOf(args, terminal)))
})

/** Build into `output`, or only check where it is `null`, and report; returns the exit code. */
export async function make(args: Args, terminal: Terminal, output: string | null): Promise<number> {
  const {plural, progress, show, totals, wantsColor} = await import('./reporter.ts')
  const {namingRecords} = await import('./records.ts')
  const quiet = args.flag('quiet')
  const {step, end} = progress(terminal, quiet)
  const report = await build({
    setting: settingOf(args, terminal),
    filters: filtersOf(args),
    output,
    width: widthOf(args),
    signal: terminal.signal,
    onProgress: step
  })
  end()

  const diagnostics = [...report.diagnostics, ...namingRecords(report.documents)]
  const {errors, warnings} = totals(diagnostics)
  const code = exitCode(report, errors + (args.flag('strict') ? warnings : 0))
  if (args.flag('json')) {
    terminal.out(`${JSON.stringify({gatefold: version, exitCode: code, ...report}, null, 2)}\n`)
    return code
  }

  terminal.err(show(diagnostics, {color: wantsColor(terminal), quiet: quiet && !args.flag('strict')}))
  for (const line of report.usage) terminal.err(`gatefold: ${line}\n`)
  if (quiet || report.state === 'usage') return code
  const made = report.documents.filter(({path}) => path !== null).length
  const failed = report.documents.length - made
  const counts = [
    `${plural(made, 'document')} ${output === null ? 'sound' : 'built'}`,
    `${failed} failed`,
    plural(errors, 'error'),
    plural(warnings, 'warning'),
    ...(report.state === 'interrupted' ? ['interrupted'] : [])
  ]
  terminal.err(`${counts.join(', ')}\n`)
  return code
}

function exitCode({state}: BuildReport, faults: number): number {
  if (state === 'usage') return exit.usage
  if (state === 'interrupted') return exit.interrupted
  return faults > 0 ? exit.failed : exit.done
}
