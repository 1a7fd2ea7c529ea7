/** The words of a node without its looks. */
import type {Inline} from './nodes.ts'

/** Plain text of inlines: footnotes left out, a picture by its description, a line break as a space. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(words).join('')
}

function words(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'inlineCode':
      return inline.value
    case 'image':
      return inline.decorative ? '' : inline.alt
    case 'lineBreak':
      return ' '
    case 'note':
    case 'field':
      return ''
    default:
      return plainText(inline.children)
  }
}
