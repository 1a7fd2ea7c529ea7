/** `gatefold new event`: a pack that extends another, parameters to fill in, and an edition that is made with both. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {writeWhole} from '../build/outputs.ts'
import {publicationFolders} from '../build/plan.ts'
import {loadPublication} from '../config.ts'
import {Diagnostics, type Report} from '../diagnostic.ts'
import {expected} from '../nearest.ts'
import {packNames} from '../template/layers.ts'
import {loadPack, type Pack} from '../template/pack.ts'
import {diskWorld, readText, type World} from '../world.ts'
import {UsageError} from './args.ts'
import {exit} from './command.ts'
import {addEdition} from './edition.ts'
import {eventFiles} from './event-files.ts'
import {writeNew} from './files.ts'
import type {NewThing} from './new.ts'

/** Products that show an event from its parameters, and nothing of the publication's text. */
const eventFormats = ['flyer', 'programme', 'invitation', 'card', 'announcement']

/** Make the pack, the data file and the edition `name`; throws `UsageError` for what cannot be used, and writes nothing. */
export async function newEvent({name, folder, project, args, terminal}: NewThing): Promise<number> {
  const world = diskWorld(folder)
  const {list, report} = new Diagnostics(project.rules)
  const publication = publicationOf(world, args.text('publication'))
  const loaded = loadPublication({world, project, report}, publication)
  const [own] = loaded?.editions ?? []
  const from = args.text('from') ?? own?.template ?? project.template
  if (packNames(world).includes(name))
    throw new UsageError(`Unexpected name \`${name}\`, expected one that no pack has`)
  if (loaded?.editions.some((edition) => edition.name === name))
    throw new UsageError(`Unexpected name \`${name}\`, expected one that no edition of \`${publication}\` has`)
  const pack = packOf(world, from, report)
  if (!own || !pack) {
    const {showProblems} = await import('./reporter.ts')
    return showProblems(terminal, {diagnostics: list, usage: [], quiet: args.flag('quiet')})
  }

  const formats = eventFormats.filter((format) => pack.manifest.formats?.[format])
  if (formats.length === 0)
    throw new UsageError(`Unexpected pack \`${from}\` without a product for events, expected one such as \`strands\``)
  const data = `data/${name}.yml`
  const files = eventFiles(world, {name, pack, formats, data: `content/${publication}/${data}`, known: own.parameters})
  const there = Object.keys(files).find((path) => existsSync(join(folder, path)))
  if (there !== undefined)
    throw new UsageError(`Unexpected file \`${there}\`, expected a name whose files are not there`)

  const file = `content/${publication}/publication.yml`
  const edition = {template: name, formats, parameters: data}
  const text = addEdition(readText(world, file) ?? '', name, edition)
  const say = args.flag('quiet') ? () => {} : terminal.err
  await writeNew(folder, files, say)
  // Last: a publication never names what is not there yet.
  await writeWhole(folder, file, new TextEncoder().encode(text))
  say(`changed  ${file}\n\nNow: gatefold build ${publication} --edition ${name}\n`)
  return exit.done
}

/** The publication that is named, or the only one there is. */
function publicationOf(world: World, said: string | undefined): string {
  const names = publicationFolders(world)
  if (names.length === 0)
    throw new UsageError('Unexpected project without a publication, expected one: `gatefold new publication NAME`')
  if (said !== undefined && !names.includes(said))
    throw new UsageError(`Unexpected publication \`${said}\`, expected ${expected(said, names)}`)
  const [only, ...others] = names
  if (said === undefined && others.length > 0)
    throw new UsageError(`Missing option \`--publication\`, expected \`${names.join('` or `')}\``)
  return said ?? only ?? ''
}

function packOf(world: World, name: string, report: Report): Pack | undefined {
  const packs = packNames(world)
  if (!packs.includes(name)) throw new UsageError(`Unexpected pack \`${name}\`, expected ${expected(name, packs)}`)
  return loadPack(world, name, report)
}
