/** All rules over a Document. */
import type {Report} from '../diagnostic.ts'
import type {Document} from '../document/nodes.ts'
import {nodesOf} from '../document/walk.ts'
import type {Rule} from './rule.ts'
import {headingEmpty} from './rules/heading-empty.ts'
import {headingSkip} from './rules/heading-skip.ts'
import {imageAlt} from './rules/image-alt.ts'
import {linkEmpty} from './rules/link-empty.ts'
import {titleMissing} from './rules/title-missing.ts'

/** Every rule, in the order it is run. */
export const checks: readonly Rule[] = [titleMissing, headingEmpty, headingSkip, imageAlt, linkEmpty]

/** Run every rule over a document. */
export function check(document: Document, report: Report) {
  const nodes = nodesOf(document)
  for (const {name, run} of checks) {
    run({document, nodes}, (reason, node, note) => {
      report(name, reason, {file: node.data?.file, position: node.position}, note)
    })
  }
}
