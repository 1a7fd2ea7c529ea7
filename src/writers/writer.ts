/** What a writer is, and the two words every handler table is written in. */
import type {At, Report} from '../diagnostic.ts'
import type {Document} from '../document/nodes.ts'
import type {Locale} from '../locale.ts'
import type {Theme} from '../theme/theme.ts'
import type {World} from '../world.ts'

/** What a writer is given besides the Document. */
export interface WriterContext {
  world: World
  theme: Theme
  /** Fixed words, numbers and dates in the document's language. */
  locale: Locale
  report: Report
  /** Name of the format, `brochure-print`. */
  format: string
  /** Options of the format in template.yml, as written; each writer checks its own. */
  options: Readonly<Record<string, unknown>>
  /** Place of an option in template.yml. */
  optionAt?: (name: string) => At
}

export interface Written {
  bytes: Uint8Array
  mediaType: string
  extension: string
  /** `null` where the format has no pages of its own. */
  pages: number | null
  /** Standards the file claims and earns, `PDF/UA-1`. */
  conformance: string[]
}

/** A writer: one Document into the bytes of one file. Pure but for the reads that go through `context.world`. */
export interface Writer {
  name: string
  write(document: Document, context: WriterContext): Promise<Written>
}

export const defineWriter = (writer: Writer): Writer => writer

/** A handler for each node type of the union `N`, and for no other: a new node breaks the build until all answer. */
export type Handlers<N extends {type: string}, S, O> = {
  readonly [T in N['type']]: (node: Extract<N, {type: T}>, state: S) => O
}

/** Call the handler of `node`. */
export function one<N extends {type: string}, S, O>(handlers: Handlers<N, S, O>, node: N, state: S): O {
  // The table is total over N['type'], which TypeScript cannot follow through the index.
  const handler = handlers[node.type as N['type']] as unknown as (node: N, state: S) => O
  return handler(node, state)
}
