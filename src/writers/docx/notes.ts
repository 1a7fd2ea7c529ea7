/** Footnotes. */
import type {Note} from '../../document/nodes.ts'
import {blocks} from './blocks.ts'
import type {WordBlock, WordParagraph, WordReference} from './model.ts'
import type {State} from './state.ts'

/** File the text of a footnote and return the mark that refers to it. Word numbers them itself, in this order. */
export function footnote(node: Note, state: State): WordReference {
  // The place is kept first: a footnote inside a footnote comes after it.
  const number = state.registry.notes.push([])
  const content = blocks(node.children, {...state, scopes: [], text: 'note', depth: 0})
  state.registry.notes[number - 1] = spaced(content.flatMap(paragraphs))
  return {type: 'reference', number, bookmark: state.registry.bookmark(`note-${node.id}`)}
}

/** Word puts its number right before the text. */
function spaced([first, ...rest]: readonly WordParagraph[]): WordParagraph[] {
  if (!first) return []
  return [{...first, children: [{type: 'text', value: ' ', format: {}}, ...first.children]}, ...rest]
}

/** Word takes paragraphs in footnotes; a table there gives its cells one after the other. */
function paragraphs(block: WordBlock): WordParagraph[] {
  if (block.type === 'paragraph') return [block]
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.children.flatMap(paragraphs)))
}
