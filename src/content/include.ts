/** Shared texts: `::include{src=shared/contact}`. */
import type {Root} from 'mdast'
import type {At, Report} from '../diagnostic.ts'

export interface IncludeOptions {
  /** Folder of the text itself: `content/iom`. */
  folder: string
  /** Read, parse and translate the text of a folder (`content/shared/contact`); its own includes come after. */
  read(folder: string, at: At): Root | undefined
  report: Report
}

/** Put the shared texts in the place of their directives, and theirs in turn; reports `include-cycle`. */
export function include(tree: Root, options: IncludeOptions): Root {
  void [tree, options]
  throw new Error('not yet written')
}

/** List the folders that a tree includes, in order. */
export function includes(tree: Root): string[] {
  void tree
  throw new Error('not yet written')
}
