/** The text's mdast into hast: sections, directives as custom elements, footnotes in place, safe links and HTML. */
import type {Root as HastRoot} from 'hast'
import type {Root} from 'mdast'
import type {Report} from '../diagnostic.ts'
import type {Locale} from '../locale.ts'
import type {World} from '../world.ts'

export interface ToHastOptions {
  world: World
  locale: Locale
  /** What `:value{name=}` may name: parameters, with the record's columns over them. */
  values: Readonly<Record<string, unknown>>
  report: Report
}

/** Turn a translated text, its shared texts in place, into hast. */
export function toHast(tree: Root, options: ToHastOptions): HastRoot {
  void [tree, options]
  throw new Error('not yet written')
}
