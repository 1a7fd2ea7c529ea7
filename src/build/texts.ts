/** The translatable texts of a publication: its own and those it includes, each with its catalogs. */
import type {Publication} from '../config.ts'
import {includes} from '../content/include.ts'
import {load} from '../content/load.ts'
import {parse} from '../content/parse.ts'
import type {Report} from '../diagnostic.ts'
import {isWithin} from '../locale.ts'
import {loadPack} from '../template/pack.ts'
import {checkParameters, translatableTexts} from '../template/parameters.ts'
import {type Unit, unitKey, units} from '../translation/unit.ts'
import type {World} from '../world.ts'

export interface Text {
  /** World path of the folder: `content/iom`, `content/shared/contact`. */
  folder: string
  units: readonly Unit[]
}

/** List the texts of `publication` with their units, its own first; what cannot be read is reported and left out. */
export function textsOf(world: World, publication: Publication, report: Report): Text[] {
  const own = `content/${publication.name}`
  const folders = [own]
  const texts: Text[] = []
  // The list grows while it is walked: a shared text may include another.
  for (const folder of folders) {
    const file = load(world, {folder, lang: publication.source, fallback: [], source: publication.source}, report)
    const tree = file && parse(file, report)
    if (!tree) continue
    folders.push(...includes(tree).filter((shared) => !folders.includes(shared)))
    const parameters = folder === own ? parameterUnits(world, publication, report) : []
    texts.push({folder, units: distinct([...units(tree), ...parameters])})
  }
  return texts
}

/** Languages that the publication and its editions are translated into, in the order they are first named. */
export function targetsOf({source, editions}: Publication): string[] {
  return [...new Set(editions.flatMap(({languages}) => languages))].filter((lang) => lang !== source)
}

/** The units of `text` that `lang` needs; `undefined` where the text is written in that language as a whole. */
export function unitsFor(world: World, text: Text, lang: string): Unit[] | undefined {
  if (world.list(text.folder).includes(`${lang}.md`)) return
  return text.units.filter(({langs}) => !langs || langs.some((tag) => isWithin(lang, tag)))
}

function parameterUnits(world: World, {editions}: Publication, report: Report): Unit[] {
  return editions.flatMap(({template, parameters, parametersFile: file}) => {
    const pack = loadPack(world, template, report)
    if (!pack) return []
    const values = checkParameters(pack, parameters, {locate: () => ({file}), report})
    return translatableTexts(pack, values).map(({context, text}) => ({context, source: text, file}))
  })
}

function distinct(list: readonly Unit[]): Unit[] {
  const byKey = new Map<string, Unit>()
  for (const unit of list) if (!byKey.has(unitKey(unit))) byKey.set(unitKey(unit), unit)
  return [...byKey.values()]
}
