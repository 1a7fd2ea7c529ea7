/** White space as HTML has it: runs count as one space, none at the ends of a block or beside a line break. */
import type {Inline} from '../nodes.ts'

/** Collapse white space over a whole line of inlines; no-break and narrow spaces are characters, not white space. */
export function collapse(inlines: readonly Inline[]): Inline[] {
  const state: State = {spaceBefore: true, last: undefined}
  const collapsed = inlines.map((inline) => collapseOne(inline, state))
  if (state.last) state.last.value = state.last.value.replace(/ $/, '')
  return prune(collapsed)
}

interface State {
  /** At the start of a line, or after a space. */
  spaceBefore: boolean
  /** The last text of the line so far, where nothing but it stands at the end. */
  last: {value: string} | undefined
}

function collapseOne(inline: Inline, state: State): Inline {
  switch (inline.type) {
    case 'text': {
      const value = inline.value.replace(/[ \t\r\n\f]+/g, ' ')
      const text = {...inline, value: state.spaceBefore ? value.replace(/^ /, '') : value}
      if (text.value !== '') {
        state.spaceBefore = text.value.endsWith(' ')
        state.last = text
      }
      return text
    }
    case 'lineBreak':
      if (state.last) state.last.value = state.last.value.replace(/ $/, '')
      state.spaceBefore = true
      state.last = undefined
      return inline
    case 'inlineCode':
    case 'image':
    case 'field':
      state.spaceBefore = false
      state.last = undefined
      return inline
    case 'note':
      // A note's own text is a line of its own; its mark stands in this one.
      state.last = undefined
      return inline
    default:
      return {...inline, children: inline.children.map((child) => collapseOne(child, state))}
  }
}

/** Drop what white space left empty. */
function prune(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'text') return inline.value === '' ? [] : [inline]
    if (!('children' in inline) || inline.type === 'note') return [inline]
    const children = prune(inline.children)
    return children.length > 0 || inline.children.length === 0 ? [{...inline, children}] : []
  })
}
