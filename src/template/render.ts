/** Fill a template: checked before it runs, content put in as a tree after it ran. */
import type {Root} from 'hast'
import type {Report} from '../diagnostic.ts'
import type {Meta} from '../document/nodes.ts'
import type {Locale} from '../locale.ts'
import type {World} from '../world.ts'
import type {Format} from './format.ts'
import type {Pack} from './pack.ts'

/** What a template's variables are taken from. */
export interface TemplateData {
  doc: Meta
  params: Readonly<Record<string, unknown>>
  record: Readonly<Record<string, unknown>> | null
  publication: string
  edition: string | null
}

export interface RenderInput {
  world: World
  pack: Pack
  format: Format
  /** The text, as content/to-hast.ts makes it. */
  content: Root
  data: TemplateData
  locale: Locale
  report: Report
}

export interface Rendered {
  hast: Root
  /** Running headers and footers, by the file name that a page master gives. */
  running: Readonly<Record<string, Root>>
}

/** Fill the format's template; `undefined`, with the reasons reported, where the template is wrong. */
export function render(input: RenderInput): Rendered | undefined {
  void input
  throw new Error('not yet written')
}
