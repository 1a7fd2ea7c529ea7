/** A text file into mdast: Markdown, GFM, YAML front matter and the closed list of directives. */
import type {PhrasingContent, Root} from 'mdast'
import type {Position} from 'unist'
import type {Report} from '../diagnostic.ts'
import type {TextFile} from './load.ts'

/** Parse a text. Every node gets `data.file`, headings `data.id`, the root `data.front`. */
export function parse(text: TextFile, report: Report): Root {
  void [text, report]
  throw new Error('not yet written')
}

/** One unit's Markdown, where it stands in its file. */
export interface Fragment {
  value: string
  file: string
  /** Place in the file of the characters of `value` from one offset to another. */
  position(start: number, end: number): Position
  /** Link definitions and footnotes of the whole text, as Markdown: what references may name. */
  definitions: string
}

/** Parse the Markdown of one unit: inline content only, whatever its first characters look like. */
export function parseFragment(fragment: Fragment, report: Report): PhrasingContent[] {
  void [fragment, report]
  throw new Error('not yet written')
}
