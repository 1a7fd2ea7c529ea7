/** Front matter: what the writer says about the text. */
import type {Root} from 'mdast'
import type {Meta} from '../document/nodes.ts'

/** Give the plain values of a tree's front matter, as templates and writers want them. */
export function meta(tree: Root): Meta {
  void tree
  throw new Error('not yet written')
}
