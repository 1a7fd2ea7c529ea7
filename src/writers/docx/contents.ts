/** Tables of contents. */
import type {OutlineEntry} from '../../document/outline.ts'
import {plainText} from '../../document/text.ts'
import {line} from './blocks.ts'
import {inlines} from './inlines.ts'
import type {WordInline, WordParagraph} from './model.ts'
import type {State} from './state.ts'

/**
 * List the headings down to `depth`, each a link. Without page numbers the list is always true. With them it is a field
 * that Word fills when it opens the file: until then it says no numbers, since any would be a guess.
 */
export function contents(depth: number, state: State): WordParagraph[] {
  const entries = state.outline.filter((entry) => entry.depth <= depth)
  if (state.context.options.contentsPageNumbers !== true) return entries.map((entry) => entryOf(entry, false, state))
  const paragraphs = entries.map((entry) => entryOf(entry, true, state))
  for (const {style} of paragraphs) state.registry.addEndTab(style, {width: state.width, rtl: state.rtl})
  const open: WordInline = {type: 'fieldEdge', code: `TOC \\o "1-${Math.max(1, depth - 1)}" \\h \\z \\u`}
  return paragraphs.map((paragraph, index) => ({
    ...paragraph,
    children: [
      ...(index === 0 ? [open] : []),
      ...paragraph.children,
      ...(index === paragraphs.length - 1 ? [{type: 'fieldEdge'} as const] : [])
    ]
  }))
}

/** Word has three styles for contents here, and the deeper levels look as the third. */
const deepestStyle = 3

function entryOf({title, id, depth}: OutlineEntry, numbered: boolean, state: State): WordParagraph {
  const words = inlines([{type: 'text', value: plainText(title)}], state)
  const style = `toc-${Math.min(depth - 1, deepestStyle)}`
  if (id === undefined) return line(style, words, state)
  const anchor = state.registry.bookmark(id)
  const format = state.rtl ? {rtl: true} : {}
  const number: WordInline[] = [{type: 'tab'}, {type: 'field', code: `PAGEREF ${anchor} \\h`, value: '', format}]
  return line(style, [{type: 'link', anchor, children: numbered ? [...words, ...number] : words}], state)
}
