/** The fixed words of a pack. */
import type {Report} from '../diagnostic.ts'
import type {Locale} from '../locale.ts'
import type {World} from '../world.ts'
import type {Pack} from './pack.ts'

/**
 * The locale of a document: strings/<lang>.yml along the pack's `extends`, words it lacks taken from the languages of
 * `fallback`, in order (the source language last). A tag that is none, or has no strings file, is `language-unknown`.
 */
export function loadLocale(
  world: World,
  pack: Pack,
  language: {lang: string; fallback: readonly string[]; report: Report}
): Locale | undefined {
  void [world, pack, language]
  throw new Error('not yet written')
}
