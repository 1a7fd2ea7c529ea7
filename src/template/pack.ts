/** A template pack: template.yml and brand.yml of a pack and of those it extends, merged, checked and resolved. */
import type {At, Report} from '../diagnostic.ts'
import type {Brand} from '../theme/brand.ts'
import type {Master} from '../theme/masters.ts'
import type {StyleSheet} from '../theme/styles.ts'
import type {World} from '../world.ts'
import type {Manifest} from './manifest.ts'

export interface Pack {
  name: string
  /** Folders of the pack and of those it extends, nearest first: `templates/x`, `gatefold:templates/base`. */
  folders: readonly string[]
  /** template.yml after `extends`: maps merged, lists replaced. */
  manifest: Manifest
  brand: Brand
  masters: Readonly<Record<string, Master>>
  styles: StyleSheet
  /** Place of an entry in the nearest template.yml that has it: `['formats', 'brochure', 'writer']`. */
  locate(path: readonly (string | number)[]): At
}

/** Load the pack `name`, of the project or shipped; `undefined`, with the reasons reported, where it is unusable. */
export function loadPack(world: World, name: string, report: Report): Pack | undefined {
  void [world, name, report]
  throw new Error('not yet written')
}

/** World path of a file of the pack (`partials/a.hbs`, `assets/x.svg`), in the nearest folder that has it. */
export function packFile(world: World, pack: Pack, path: string): string | undefined {
  return pack.folders.map((folder) => `${folder}/${path}`).find((file) => world.read(file) !== undefined)
}
