/** The parameters of a job: checked against its pack, and in its language. */
import type {Job} from '../compile.ts'
import type {At} from '../diagnostic.ts'
import type {NamedText} from '../document/name-units.ts'
import type {Pack} from '../template/pack.ts'
import {checkParameters, translateParameters, type Values} from '../template/parameters.ts'
import {parameterAt} from '../template/places.ts'
import {readCatalogs} from '../translation/catalog.ts'
import {translateText} from '../translation/translate.ts'
import {unitKey} from '../translation/unit.ts'
import type {Door} from '../world/keep.ts'
import type {World} from '../world.ts'
import type {Path} from '../yaml.ts'

/** The parameters in the job's language, and those of their texts that are units. */
export function parametersOf(job: Job, pack: Pack, {world, report}: Door): {params: Values; texts: NamedText[]} {
  const {lang, source, fallback} = job
  const checked = checkParameters(pack, job.parameters, {locate: (path) => placeOfParameter(job, world, path), report})
  const folder = `content/${job.publication}`
  const catalogs = lang === source ? [] : readCatalogs(world, folder, [lang, ...fallback], report)
  const texts: NamedText[] = []
  const params = translateParameters(pack, checked, ({context, text}) => {
    const unit = {context, source: text, file: job.parametersFile}
    const said = translateText(unit, {lang, source, catalogs, report})
    texts.push({value: said.value, unit: unitKey(unit), ...(said.lang !== lang && {lang: said.lang})})
    return said.value
  })
  return {params, texts}
}

/** Place of a parameter: in the file of the edition, or where the publication or the project says it. */
export function placeOfParameter({publication, parametersFile, parametersPath}: Job, world: World, path: Path): At {
  const inherited = [`content/${publication}/publication.yml`, 'gatefold.yml']
  const others = inherited.map((file) => ({file, path: ['parameters']}))
  return parameterAt(world, [{file: parametersFile, path: parametersPath}, ...others], path)
}
