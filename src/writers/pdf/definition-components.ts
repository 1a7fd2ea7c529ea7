/** Components of the dialect: callout, aside, quotes, lead. */
import type {Aside, Blockquote, Callout, Inline, Lead, Quote} from '../../document/nodes.ts'
import type {Content, TextBlock} from './content.ts'
import {inside, type State} from './definition.ts'
import {boxed} from './definition-boxes.ts'
import {markerDrawing} from './definition-lists.ts'
import {flush, spacer, trimmed, withSpaceAfter} from './definition-spacing.ts'
import {sourceOf, styleOf, textBlock} from './definition-text.ts'

/** A boxed remark, its title above. */
export function callout(node: Callout, state: State): Content[] {
  return titledBox(node, node.style ?? 'callout', state)
}

/** A side panel, its title above. */
export function aside(node: Aside, state: State): Content[] {
  return titledBox(node, node.style ?? 'aside', state)
}

function titledBox(node: Callout | Aside, name: string, state: State): Content[] {
  const fill = (box: State) => {
    const inner = {...inside(box, name), text: name, within: true}
    const title = titleBlock(node.title, `${node.type}-title`, inner)
    return [...title, ...state.blocks(node.children, inner)]
  }
  return boxed(name, state, fill, 'Sect')
}

/** A quotation within the text. */
export function blockquote(node: Blockquote, state: State): Content[] {
  const name = node.style ?? 'blockquote'
  const fill = (box: State) => state.blocks(node.children, {...inside(box, name), text: name, within: true})
  return boxed(name, state, fill, 'BlockQuote')
}

/** A pull quote: a marker above, its source below. */
export function quote(node: Quote, state: State): Content[] {
  const name = node.style ?? 'quote'
  const style = styleOf(name, state)
  const {indent, indentEnd = 0} = style
  const inner = {...inside(state, name), text: name, within: true, width: state.width - indent - indentEnd}
  const marker = style.marker ? [withSpaceAfter(markerDrawing(style.marker, state), style.marker.gap)] : []
  const source = titleBlock(node.source, 'quote-source', inner)
  const children = [...marker, ...trimmed(flush(state.blocks(node.children, inner))), ...source]
  const margin = [indent, style.before, indentEnd, style.after] as const
  return [{kind: 'stack', tag: 'BlockQuote', children, margin, unbreakable: true}]
}

/** The opening statement; where its style is indented, the kicker stands in the room at its side. */
export function lead(node: Lead, state: State): Content[] {
  const name = node.style ?? 'lead'
  const {indent} = styleOf(name, state)
  const inner = {...inside(state, name), text: name}
  const kicker = titleBlock(node.kicker, 'kicker', inner)
  const words = state.blocks(node.children, inner)
  if (indent === 0 || kicker.length === 0) return [{kind: 'stack', children: [...kicker, ...words]}]
  const text = words.map((content) => withoutIndent(content))
  const {before: spaceBefore} = styleOf('kicker', inner)
  const columns = [
    {width: indent, children: [...spacer(spaceBefore), ...kicker]},
    {width: '*' as const, children: text}
  ]
  return [{kind: 'columns', gap: 0, columns}]
}

function withoutIndent(content: Content): Content {
  if (content.kind === 'break') return content
  const [, top = 0, end = 0, bottom = 0] = content.margin ?? []
  return {...content, margin: [0, top, end, bottom]}
}

/** A title, a kicker or a source: the directive's label, where it has one. */
export function titleBlock(title: readonly Inline[], name: string, state: State): TextBlock[] {
  const [first] = title
  return first ? [textBlock(title, name, state, {source: sourceOf(first)})] : []
}
