/** All rules over a Document. */
import type {Report} from '../diagnostic.ts'
import type {Document} from '../document/nodes.ts'

/** Run every rule over a document. */
export function check(document: Document, report: Report): void {
  void [document, report]
}
