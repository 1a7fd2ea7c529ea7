/** The filled template, as hast, into the Document. */
import type {Root} from 'hast'
import type {Report} from '../diagnostic.ts'
import type {Document, Meta} from './nodes.ts'

export interface FilledTemplate {
  hast: Root
  /** Running headers and footers, by the file name that a page master gives. */
  running: Readonly<Record<string, Root>>
  /** BCP 47 */
  lang: string
  dir: 'ltr' | 'rtl'
  meta: Meta
}

/** Read a filled template as a Document. Elements that mean nothing here are reported and leave their text. */
export function fromHast(filled: FilledTemplate, report: Report): Document {
  void [filled, report]
  throw new Error('not yet written')
}
