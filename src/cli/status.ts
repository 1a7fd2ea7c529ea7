import {plan} from '../build/plan.ts'
import {targetsOf, textsOf, unitsFor} from '../build/texts.ts'
import type {Publication} from '../config.ts'
import {Diagnostics, type Report} from '../diagnostic.ts'
import {readCatalogs} from '../translation/catalog.ts'
import {type Status, status} from '../translation/status.ts'
import {diskWorld, type World} from '../world.ts'
import {defineCommand, exit, nothingMade} from './command.ts'
import {filtersOf, settingOf} from './setting.ts'
import {table} from './table.ts'

interface Row extends Status {
  publication: string
  lang: string
  /** Written in this language as a whole: nothing of it is translated. */
  whole: boolean
}

export default defineCommand({
  usage: ['status [publication...]'],
  about: 'Show how far each publication is translated into each of its languages.',
  options: ['lang', 'project', 'json', 'quiet'],
  async run(args, terminal) {
    const world = diskWorld(settingOf(args, terminal).project)
    const filters = filtersOf(args)
    const {project, publications, diagnostics, usage} = await plan(world, filters)
    const {list, report} = new Diagnostics(project?.rules)
    const wanted = (lang: string) => filters.lang.length === 0 || filters.lang.includes(lang)
    const rows = usage.length > 0 ? [] : publications.flatMap((one) => rowsOf(world, one, {wanted, report}))

    const {showProblems} = await import('./reporter.ts')
    const code = showProblems(terminal, {diagnostics: [...diagnostics, ...list], usage, quiet: args.flag('quiet')})
    if (!project || usage.length > 0) {
      if (args.flag('json')) terminal.out(nothingMade(exit.usage, {usage, diagnostics}))
      return exit.usage
    }
    if (args.flag('json')) terminal.out(`${JSON.stringify(rows, null, 2)}\n`)
    else terminal.out(table(['publication', 'language', 'units', 'translated', 'stale', 'missing'], rows.map(cells)))
    return code
  }
})

function rowsOf(
  world: World,
  publication: Publication,
  door: {wanted: (lang: string) => boolean; report: Report}
): Row[] {
  const texts = textsOf(world, publication, door.report)
  return targetsOf(publication)
    .filter(door.wanted)
    .map((lang) => {
      const row: Row = {
        publication: publication.name,
        lang,
        whole: false,
        units: 0,
        translated: 0,
        stale: 0,
        missing: 0
      }
      for (const text of texts) {
        const needed = unitsFor(world, text, lang)
        if (!needed) row.whole ||= text.folder === `content/${publication.name}`
        else
          add(
            row,
            readCatalogs(world, text.folder, [lang], door.report).map((catalog) => status(needed, catalog))
          )
      }
      return row
    })
}

function add(row: Row, counts: readonly Status[]): void {
  for (const {units, translated, stale, missing} of counts) {
    row.units += units
    row.translated += translated
    row.stale += stale
    row.missing += missing
  }
}

function cells({publication, lang, whole, units, translated, stale, missing}: Row): string[] {
  if (whole && units === 0) return [publication, lang, 'own text', '', '', '']
  return [publication, lang, `${units}`, `${translated}`, `${stale}`, `${missing}`]
}
