/** A pack and those it extends, nearest first, each with its files read and checked by themselves. */
import type {At, Report} from '../diagnostic.ts'
import {expected} from '../nearest.ts'
import {holdsTo} from '../shape.ts'
import {brandSchema} from '../theme/brand-schema.ts'
import {OutsideError, type World} from '../world.ts'
import {type Path, readYaml, type YamlFile} from '../yaml.ts'
import {manifestSchema} from './manifest.ts'
import {isMapping, type Mapping, merge, valueAt} from './merge.ts'

export interface Layer {
  name: string
  /** `templates/x` or `gatefold:templates/x` */
  folder: string
  template: YamlFile
  brand: YamlFile | undefined
}

/** Packs that ship with the program. Others beside them, in a clone of its repository, are those of its own project. */
export const shippedPacks: readonly string[] = ['base', 'strands']

/** Folders that a pack may be in: the project's, then the program's. */
const homesOf = (name: string): string[] => [
  `templates/${name}`,
  ...(shippedPacks.includes(name) ? [`gatefold:templates/${name}`] : [])
]

/** Read the pack `name` and, along `extends`, what it is based on; `undefined` where a part is missing or wrong. */
export function readLayers(world: World, name: string, report: Report): Layer[] | undefined {
  const layers: Layer[] = []
  let next: {name: string; at: At | undefined} | undefined = {name, at: undefined}
  while (next) {
    const folder = findFolder(world, next.name, layers)
    if (folder === undefined) {
      reportMissing(world, {wanted: next, layers}, report)
      return
    }
    const layer = readLayer(world, next.name, {folder, report})
    if (!layer) return
    layers.push(layer)
    const base = valueAt(layer.template.value, ['extends'])
    next = typeof base === 'string' ? {name: base, at: layer.template.at(['extends'])} : undefined
  }
  return layers
}

/** The first folder of that name that is not in use yet: a project's `base` may extend the `base` that is shipped. */
function findFolder(world: World, name: string, layers: readonly Layer[]): string | undefined {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name)) return
  const used = new Set(layers.map((layer) => layer.folder))
  return homesOf(name).find((folder) => !used.has(folder) && world.read(`${folder}/template.yml`) !== undefined)
}

function reportMissing(
  world: World,
  {wanted, layers}: {wanted: {name: string; at: At | undefined}; layers: readonly Layer[]},
  report: Report
): void {
  if (layers.some((layer) => layer.name === wanted.name)) {
    const circle = [...layers.map((layer) => layer.name), wanted.name].join(' → ')
    report(
      'pack-invalid',
      `Unexpected circle \`${circle}\`, expected packs that end in one without \`extends\``,
      wanted.at
    )
    return
  }
  const packs = packNames(world)
  report('pack-missing', `Unexpected pack \`${wanted.name}\`, expected ${expected(wanted.name, packs)}`, wanted.at)
}

/** Names of the packs of the project and of those that ship with the program, sorted. */
export function packNames(world: World): string[] {
  const own = world.list('templates').filter((entry) => entry.endsWith('/'))
  const shipped = world.list('gatefold:templates').filter((entry) => shippedPacks.includes(entry.slice(0, -1)))
  return [...new Set([...own, ...shipped].map((entry) => entry.slice(0, -1)))].sort()
}

function readLayer(world: World, name: string, {folder, report}: {folder: string; report: Report}): Layer | undefined {
  const template = readYaml(world, `${folder}/template.yml`, report)
  const brandPath = `${folder}/brand.yml`
  const brand = readYaml(world, brandPath, report)
  // A file that is there but could not be read was reported; one that is not there is nothing to report.
  if (!template || (!brand && world.read(brandPath) !== undefined)) return
  const faults = {rule: 'pack-invalid', report} as const
  const manifestHolds = holdsTo(manifestSchema, template, faults)
  const brandHolds = !brand || holdsTo(brandSchema, brand, faults)
  return manifestHolds && brandHolds ? {name, folder, template, brand} : undefined
}

/** The files of all layers as one: nearer ones over those they extend. */
export function mergeLayers(files: readonly (YamlFile | undefined)[]): Mapping {
  return files.reduceRight<Mapping>((base, file) => (isMapping(file?.value) ? merge(base, file.value) : base), {})
}

/** Place of the entry at `path` in the nearest file that has it, or of the nearest entry around it. */
export function locateIn(files: readonly (YamlFile | undefined)[], path: Path): At {
  const has = files.find((file) => valueAt(file?.value, path) !== undefined)
  if (has) return has.at(path)
  return path.length > 0 ? locateIn(files, path.slice(0, -1)) : (files.find((file) => file)?.at([]) ?? {})
}

/** World path of `path` in the nearest of `folders` that has it; none where it leads out of the root. */
export function findFile(world: World, folders: readonly string[], path: string): string | undefined {
  return folders
    .map((folder) => `${folder}/${path}`)
    .find((file) => {
      try {
        return world.read(file) !== undefined
      } catch (error) {
        if (error instanceof OutsideError) return false
        throw error
      }
    })
}
