/** Inline nodes into runs. */
import type {Inline} from '../../document/nodes.ts'
import {type Handlers, one} from '../writer.ts'
import type {Run, TextStyle} from './content.ts'
import type {State} from './definition.ts'
import {flush, trimmed} from './definition-spacing.ts'
import {colorOf, families, hasStyle, sourceOf, styleOf, textStyle} from './definition-text.ts'

/** What the inlines around one decide for it. */
export interface InlineState {
  readonly state: State
  readonly style: TextStyle
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
  readonly link?: string
  readonly linkTitle?: string
}

/** Turn inline nodes into runs, in reading order. */
export function inlines(nodes: readonly Inline[], inline: InlineState): Run[] {
  return nodes.flatMap((node) => {
    const own = node.lang === undefined ? inline : {...inline, lang: node.lang}
    return one(handlers, node, own)
  })
}

/** A text in the author's words. */
export function run(text: string, node: Inline, {style, lang, dir, link, linkTitle}: InlineState): Run {
  return {
    text,
    style,
    ...(lang !== undefined && {lang}),
    ...(dir && {dir}),
    ...(link !== undefined && {link}),
    ...(linkTitle !== undefined && {linkTitle}),
    source: sourceOf(node)
  }
}

const handlers: Handlers<Inline, InlineState, Run[]> = {
  text: (node, inline) => {
    const text = node.value.replace(/[ \t\r\n]+/g, ' ')
    return text === '' ? [] : [run(text, node, inline)]
  },
  strong: (node, inline) => inlines(node.children, emphasised('strong', inline)),
  emphasis: (node, inline) => inlines(node.children, emphasised('emphasis', inline)),
  delete: (node, inline) => inlines(node.children, restyled(inline, {strike: true})),
  superscript: (node, inline) => inlines(node.children, restyled(inline, {script: 'super'})),
  subscript: (node, inline) => inlines(node.children, restyled(inline, {script: 'sub'})),
  inlineCode: (node, inline) => {
    const {font, weight} = styleOf('code', inline.state)
    return [run(node.value, node, restyled(inline, {families: families(font, inline.state), weight}))]
  },
  link: (node, inline) => {
    const look = hasStyle('link', inline.state)
      ? {color: colorOf(styleOf('link', inline.state).color, inline.state)}
      : {}
    const {url: link, title: linkTitle} = node
    return inlines(node.children, {...restyled(inline, look), link, ...(linkTitle !== undefined && {linkTitle})})
  },
  image: (node, inline) => {
    // The engine sets lines of text only: a picture in a line is told in words.
    const reason = 'Unexpected picture inside a line, expected it in a paragraph of its own'
    inline.state.context.report('writer-unsupported', reason, {file: node.data?.file, position: node.position})
    return node.decorative ? [] : [run(node.alt, node, inline)]
  },
  lineBreak: (node, inline) => [run('\n', node, inline)],
  span: (node, inline) => {
    const named = node.style === undefined ? inline : characters(node.style, inline)
    return inlines(node.children, node.dir ? {...named, dir: node.dir} : named)
  },
  note: (node, inline) => {
    const {state} = inline
    const text = state.context.locale.digits(String(node.number))
    const content = trimmed(flush(state.blocks(node.children, {...state, text: 'note'})))
    return [{...run(text, node, restyled(inline, {script: 'super'})), note: {id: node.id, content}}]
  },
  field: (node, inline) => {
    const value = inline.state.fields?.[node.name]
    if (value !== undefined) return [run(value, node, inline)]
    const reason = `Unexpected field \`${node.name}\` in the text, expected it in a running header or footer`
    inline.state.context.report('writer-unsupported', reason, {file: node.data?.file, position: node.position})
    return []
  }
}

function restyled(inline: InlineState, look: Partial<TextStyle>): InlineState {
  return {...inline, style: {...inline.style, ...look}}
}

/** Strong and emphasised text keep their paragraph's size and colour: only weight and slope are the style's. */
function emphasised(name: 'strong' | 'emphasis', inline: InlineState): InlineState {
  const {weight, italic} = styleOf(name, inline.state)
  const look = {weight: Math.max(weight, inline.style.weight), italic: italic || inline.style.italic}
  return restyled(inline, look)
}

/** A character style of the template's, in the leading of its paragraph. */
function characters(name: string, inline: InlineState): InlineState {
  if (!hasStyle(name, inline.state)) return inline
  return restyled(inline, {...textStyle(styleOf(name, inline.state), inline.state), leading: inline.style.leading})
}
