/** A template pack: template.yml and brand.yml of a pack and of those it extends, merged, checked and resolved. */
import type {At, Report} from '../diagnostic.ts'
import type {Brand} from '../theme/brand.ts'
import {brandSchema} from '../theme/brand-schema.ts'
import type {Master} from '../theme/masters.ts'
import {resolveBrand} from '../theme/resolve-brand.ts'
import {resolveMaster} from '../theme/resolve-master.ts'
import {toStyleSheet} from '../theme/style-schema.ts'
import type {StyleSheet} from '../theme/styles.ts'
import {type Door, keep} from '../world/keep.ts'
import type {World} from '../world.ts'
import type {Path} from '../yaml.ts'
import {checkPack} from './check-pack.ts'
import {findFile, locateIn, mergeLayers, readLayers} from './layers.ts'
import {type Manifest, manifestSchema} from './manifest.ts'

export interface Pack {
  name: string
  /** Folders of the pack and of those it extends, nearest first: `templates/x`, `gatefold:templates/base`. */
  folders: readonly string[]
  /** template.yml after `extends`: maps merged, lists replaced. */
  manifest: Manifest
  brand: Brand
  /** Its template.yml is one that ships with the program, and so are those it extends. */
  shipped: boolean
  masters: Readonly<Record<string, Master>>
  styles: StyleSheet
  /** Place of an entry in the nearest template.yml that has it: `['formats', 'brochure', 'writer']`. */
  locate(path: Path): At
}

/**
 * Load the pack `name`, of the project or shipped; `undefined`, with the reasons reported, where it is unusable. While its
 * files stay the same it is the same object: never changed.
 */
export function loadPack(world: World, name: string, report: Report): Pack | undefined {
  return keptPack({world, report}, name)
}

const keptPack = keep(readPack, {key: (name) => name, limit: 16})

function readPack({world, report}: Door, name: string): Pack | undefined {
  const layers = readLayers(world, name, report)
  if (!layers) return

  const folders = layers.map((layer) => layer.folder)
  const templates = layers.map((layer) => layer.template)
  const brands = layers.map((layer) => layer.brand)
  let faults = 0
  const faultIn = (files: typeof brands) => (reason: string, path: Path) => {
    faults += 1
    report('pack-invalid', reason, locateIn(files, path))
  }

  const manifest = manifestSchema.parse(mergeLayers(templates))
  const brand = resolveBrand(brandSchema.parse(mergeLayers(brands)), {
    locate: (path) => findAsset(world, folders, path),
    // A pack may have no brand.yml at all: its template.yml is then where one is missing.
    fault: faultIn([...brands, ...templates])
  })
  const fault = faultIn(templates)
  const masters = Object.entries(manifest.masters ?? {}).map(([master, entry]) => {
    const locate = (path: string) => {
      const found = findAsset(world, folders, path)
      if (found === undefined)
        fault(`Unexpected path \`${path}\`, expected a picture of the pack`, ['masters', master, 'art'])
      return found
    }
    return [master, resolveMaster(master, entry, locate)] as const
  })
  const pack: Pack = {
    name,
    folders,
    manifest,
    brand,
    shipped: templates.every((template) => template.shipped),
    masters: Object.fromEntries(masters),
    styles: toStyleSheet(manifest.styles),
    locate: (path) => locateIn(templates, path)
  }
  checkPack(pack, fault)
  return faults > 0 ? undefined : pack
}

/** World path of a file of the pack (`partials/a.hbs`), in the nearest folder that has it. */
export function packFile(world: World, pack: Pack, path: string): string | undefined {
  return findFile(world, pack.folders, path)
}

/** World path of a picture, which may be named without the folder `assets/` that it is in. */
export function packAsset(world: World, pack: Pack, path: string): string | undefined {
  return findAsset(world, pack.folders, path)
}

function findAsset(world: World, folders: readonly string[], path: string): string | undefined {
  return findFile(world, folders, path) ?? findFile(world, folders, `assets/${path}`)
}
