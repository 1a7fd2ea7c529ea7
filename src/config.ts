/** gatefold.yml and publication.yml: read, checked, and merged into what each edition is made with. */
import {type PublicationFile, projectSchema, publicationSchema} from './config/schema.ts'
import type {At, Report, RuleId, RuleSettings} from './diagnostic.ts'
import {checkShape, describe} from './shape.ts'
import {isMapping, type Mapping, merge as mergeMaps} from './template/merge.ts'
import {joinPath, type World} from './world.ts'
import {readYaml, type YamlFile} from './yaml.ts'

export {isLanguageTag} from './config/schema.ts'

/** How a text is rendered: what publications inherit from the project, and editions from their publication. */
export interface Rendering {
  /** Template pack. */
  template: string
  languages: readonly string[]
  formats: readonly string[]
  parameters: Mapping
  /** The file that says `parameters`, the most particular one where several do. */
  parametersFile: string
  /** Where in that file they stand. */
  parametersPath: readonly string[]
  /** Language → format → exceptions. */
  overrides: Mapping
  /** Format → selectors of content that it leaves out on purpose. */
  omit: Readonly<Record<string, readonly string[]>>
  /** Where the template, the overrides of each language, each language and format, and each format's `omit` are said. */
  places: {
    template: At
    overrides: Readonly<Record<string, At>>
    languages: readonly At[]
    formats: readonly At[]
    omit: Readonly<Record<string, readonly At[]>>
  }
}

export interface Project extends Rendering {
  source: string
  fallback: Readonly<Record<string, readonly string[]>>
  rules: RuleSettings
  /** Cron line in UTC. */
  schedule?: string
}

export interface Publication {
  /** Name of its folder in content/. */
  name: string
  source: string
  fallback: Readonly<Record<string, readonly string[]>>
  /** The publication itself, with the name `null`, and then its editions in the order of the file. */
  editions: readonly Edition[]
}

export interface Edition extends Rendering {
  name: string | null
  /** Mail merge: World path of the data file, the pattern of a record's folder name, and where the file is named. */
  merge?: {file: string; pattern: string; at: At}
}

const projectFile = 'gatefold.yml'

/** Read gatefold.yml; reports `config-missing` and `config-invalid`, and returns `undefined` where it cannot be used. */
export function loadProject(world: World, report: Report): Project | undefined {
  const yaml = readYaml(world, projectFile, report)
  if (!yaml) {
    if (world.reads()[projectFile] === null)
      report('config-missing', `Unexpected folder without ${projectFile}, expected a project`, {file: projectFile})
    return
  }
  const file = checkShape(projectSchema, yaml, {rule: 'config-invalid', report})
  if (!file) return
  const own = rendering({world, yaml, path: [], rule: 'config-invalid', report}, file, {
    template: 'base',
    languages: [file.source],
    formats: [],
    parameters: {},
    parametersFile: projectFile,
    parametersPath: [],
    overrides: {},
    omit: {},
    places: {template: yaml.at([]), overrides: {}, languages: [yaml.at(['source'])], formats: [], omit: {}}
  })
  if (!own) return
  const rules = Object.fromEntries(Object.entries(file.rules ?? {}).filter(([, severity]) => severity !== undefined))
  const project: Project = {...own, source: file.source, fallback: file.fallback ?? {}, rules}
  if (file.schedule !== undefined) project.schedule = file.schedule.trim().replace(/\s+/g, ' ')
  return project
}

/** Read content/`name`/publication.yml over what the project says; `undefined` where its faults were reported. */
export function loadPublication(place: {world: World; project: Project; report: Report}, name: string) {
  const {world, project, report} = place
  const yaml = readYaml(world, `content/${name}/publication.yml`, report)
  const file = yaml && checkShape(publicationSchema, yaml, {rule: 'publication-invalid', report})
  if (!file) return
  const door = {world, yaml, path: [], rule: 'publication-invalid', report} as const
  const inherits = Object.keys(project.parameters).length > 0
  const own = rendering(door, file, inherits ? project : {...project, parametersFile: yaml.file, parametersPath: []})
  if (!own) return

  const editions: Edition[] = [{...own, name: null}]
  for (const [key, said] of Object.entries(file.editions ?? {})) {
    const edition = rendering({...door, path: ['editions', key]}, said, own)
    if (!edition) return
    editions.push({...edition, name: key, ...merge(said, yaml.file, yaml.at(['editions', key, 'each']))})
  }
  const source = file.source ?? project.source
  const publication: Publication = {name, source, fallback: {...project.fallback, ...file.fallback}, editions}
  return publication
}

/** The file that says something, for messages about it. */
interface Door {
  world: World
  yaml: YamlFile
  path: readonly string[]
  rule: RuleId
  report: Report
}

type Said = NonNullable<PublicationFile['editions']>[string]

function rendering(door: Door, said: Said, base: Rendering): Rendering | undefined {
  const own = parametersOf(door, said.parameters)
  if (!own) return
  const {values, ...from} = own
  const places = (key: 'languages' | 'formats') =>
    said[key]?.map((_, index) => door.yaml.at([...door.path, key, index])) ?? base.places[key]
  const exceptions = Object.keys(said.overrides ?? {}).map(
    (lang) => [lang, door.yaml.at([...door.path, 'overrides', lang])] as const
  )
  const omissions = Object.entries(said.omit ?? {}).map(([format, selectors]) => {
    return [format, selectors.map((_, index) => door.yaml.at([...door.path, 'omit', format, index]))] as const
  })
  return {
    template: said.template ?? base.template,
    languages: said.languages ?? base.languages,
    formats: said.formats ?? base.formats,
    parameters: mergeMaps(base.parameters, values),
    parametersFile: base.parametersFile,
    parametersPath: base.parametersPath,
    ...from,
    overrides: mergeMaps(base.overrides, said.overrides ?? {}),
    omit: {...base.omit, ...said.omit},
    places: {
      template: said.template === undefined ? base.places.template : door.yaml.at([...door.path, 'template']),
      overrides: {...base.places.overrides, ...Object.fromEntries(exceptions)},
      languages: places('languages'),
      formats: places('formats'),
      omit: {...base.places.omit, ...Object.fromEntries(omissions)}
    }
  }
}

type Parameters = {values: Mapping} & Partial<Pick<Rendering, 'parametersFile' | 'parametersPath'>>

/** Parameters as said, or from the file that is named instead; `undefined` where that was reported. */
function parametersOf(door: Door, said: Said['parameters']): Parameters | undefined {
  if (said === undefined) return {values: {}}
  if (typeof said !== 'string') {
    return {values: said, parametersFile: door.yaml.file, parametersPath: [...door.path, 'parameters']}
  }

  const file = joinPath(door.yaml.file, said)
  const at = door.yaml.at([...door.path, 'parameters'])
  const yaml = readYaml(door.world, file, (rule, reason, place, note) => door.report(rule, reason, place ?? at, note))
  if (!yaml) {
    if (door.world.reads()[file] === null)
      door.report('file-missing', `Unexpected missing file \`${said}\`, expected a YAML file of parameters`, at)
    return
  }
  const values = yaml.value ?? {}
  if (isMapping(values)) return {values, parametersFile: file, parametersPath: []}
  door.report('data-invalid', `Unexpected ${describe(values)}, expected a mapping of parameters`, yaml.at([]))
  return
}

function merge(said: Said, from: string, at: At): Pick<Edition, 'merge'> {
  if (said.each === undefined) return {}
  return {merge: {file: joinPath(from, said.each), pattern: said.record ?? '{id}', at}}
}
