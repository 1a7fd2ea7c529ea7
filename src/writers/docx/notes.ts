/** Footnotes. */
import type {Note} from '../../document/nodes.ts'
import {blocks, line, preceded} from './blocks.ts'
import type {WordBlock, WordInline, WordParagraph} from './model.ts'
import type {State} from './state.ts'

/**
 * File the text of a footnote and return the mark that refers to it; Word numbers them itself, in this order. Where
 * Word takes no footnotes the text itself stands in brackets.
 */
export function footnote(node: Note, state: State): WordInline[] {
  const within = {...state, scopes: [], text: 'note', noteless: true, depth: 0, listIndent: 0}
  const bookmark = state.registry.bookmark(`note-${node.id}`)
  if (state.noteless) {
    const children = bracketed(blocks(node.children, within).flatMap(paragraphs))
    return [{type: 'marked', bookmark, children}]
  }
  // The place is kept first: the text may hold links to other footnotes.
  const number = state.registry.notes.push([])
  const content = blocks(node.children, within).flatMap(paragraphs)
  state.registry.notes[number - 1] = spaced(content.length > 0 ? content : [line('note', [], within)])
  return [{type: 'reference', number, bookmark}]
}

function bracketed(content: readonly WordParagraph[]): WordInline[] {
  const sign = (value: string): WordInline => ({type: 'text', value, format: {}})
  return [
    sign(' ('),
    ...content.flatMap(({children}, index) => [...(index > 0 ? [sign(' ')] : []), ...children]),
    sign(')')
  ]
}

/** Word puts its number right before the text. */
function spaced([first, ...rest]: readonly WordParagraph[]): WordParagraph[] {
  if (!first) return []
  return [preceded(first, [{type: 'text', value: ' ', format: {}}]), ...rest]
}

/** Word takes paragraphs in footnotes; a table there gives its cells one after the other. */
function paragraphs(block: WordBlock): WordParagraph[] {
  if (block.type === 'paragraph') return [block]
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.children.flatMap(paragraphs)))
}
