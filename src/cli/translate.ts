import {writeWhole} from '../build/outputs.ts'
import {plan} from '../build/plan.ts'
import {targetsOf, textsOf, unitsFor} from '../build/texts.ts'
import type {Publication} from '../config.ts'
import {Diagnostics, type Report} from '../diagnostic.ts'
import {extract} from '../translation/extract.ts'
import {diskWorld, type World} from '../world.ts'
import {readReported} from '../yaml.ts'
import {defineCommand, exit} from './command.ts'
import {filtersOf, settingOf, unknownWord} from './setting.ts'

/** A catalog as it should be. */
interface Update {
  file: string
  text: string
  changed: boolean
  summary: string
}

export default defineCommand({
  usage: ['translate extract [publication...]'],
  about:
    'Bring each <lang>.po up to date with its text: new units are added, changed ones marked fuzzy with their previous\n' +
    'text, those gone kept as obsolete. A catalog in which nothing changes is not written.',
  options: ['lang', 'project', 'quiet'],
  async run(args, terminal) {
    const [action = '', ...names] = args.positionals
    if (action !== 'extract') throw unknownWord('translate', action, ['extract'])
    const {project: folder} = settingOf(args, terminal)
    const world = diskWorld(folder)
    const filters = {...filtersOf(args), publications: names}
    const {project, publications, diagnostics, usage} = await plan(world, filters)
    const {list, report} = new Diagnostics(project?.rules)
    const wanted = (lang: string) => filters.lang.length === 0 || filters.lang.includes(lang)
    const updates = usage.length > 0 ? [] : publications.flatMap((one) => updatesOf(world, one, {wanted, report}))

    // A shared text comes once for each publication that includes it.
    const byFile = new Map(updates.map((update) => [update.file, update]))
    for (const {file, text, changed, summary} of byFile.values()) {
      if (changed) await writeWhole(folder, file, new TextEncoder().encode(text))
      if (!args.flag('quiet')) terminal.err(`${file}: ${summary}\n`)
    }
    const {showProblems} = await import('./reporter.ts')
    const code = showProblems(terminal, {diagnostics: [...diagnostics, ...list], usage, quiet: args.flag('quiet')})
    return project && usage.length === 0 ? code : exit.usage
  }
})

function updatesOf(
  world: World,
  publication: Publication,
  door: {wanted: (lang: string) => boolean; report: Report}
): Update[] {
  const texts = textsOf(world, publication, door.report)
  const pairs = targetsOf(publication)
    .filter(door.wanted)
    .flatMap((lang) => texts.map((text) => ({lang, text})))
  return pairs.flatMap(({lang, text}) => {
    const needed = unitsFor(world, text, lang)
    const file = `${text.folder}/${lang}.po`
    const before = needed && readReported(world, file, door.report)
    // There, and not to be read: reported, and left alone.
    if (!needed || (before === undefined && world.reads()[file] !== null)) return []
    const after = extract(before, needed, {file, lang, source: publication.source, report: door.report})
    if (!after) return []
    const {added, changed, obsolete} = after
    const summary = `${added} added, ${changed} changed, ${obsolete} obsolete`
    return [{file, text: after.text, changed: after.text !== before, summary}]
  })
}
