/** Inline nodes into runs. */
import type {Inline} from '../../document/nodes.ts'
import {type Handlers, one} from '../writer.ts'
import type {Content, Run, TextStyle} from './content.ts'
import type {State} from './definition.ts'
import {flush, trimmed} from './definition-spacing.ts'
import {colorOf, familiesOf, language, sourceOf} from './definition-text.ts'
import {pictureContent} from './picture-content.ts'
import {pt} from './units.ts'

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
  return nodes.flatMap((node) => one(handlers, node, {...inline, ...language(node)}))
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

/** Stands in a text for what is no character. */
const objectReplacement = '\ufffc'

const handlers: Handlers<Inline, InlineState, Run[]> = {
  text: (node, inline) => {
    const text = node.value.replace(/[ \t\r\n]+/g, ' ')
    return text === '' ? [] : [run(text, node, inline)]
  },
  strong: (node, inline) => inlines(node.children, overlaid('strong', inline, ['weight', 'italic', 'color'])),
  emphasis: (node, inline) => inlines(node.children, overlaid('emphasis', inline, ['weight', 'italic', 'color'])),
  delete: (node, inline) => inlines(node.children, restyled(inline, {strike: true})),
  superscript: (node, inline) => inlines(node.children, restyled(inline, {script: 'super'})),
  subscript: (node, inline) => inlines(node.children, restyled(inline, {script: 'sub'})),
  inlineCode: (node, inline) => [run(node.value, node, overlaid('code', inline, ['font', 'weight', 'color']))],
  link: (node, inline) => {
    const {url: link, title: linkTitle} = node
    const own = {...overlaid('link', inline, ['weight', 'color']), link}
    return inlines(node.children, linkTitle === undefined ? own : {...own, linkTitle})
  },
  image: (node, inline) => {
    const {context, width: room} = inline.state
    // As high as the text, unless its size is given; on the baseline.
    const picture = pictureContent(node, context, (natural) => {
      const ratio = natural.width / natural.height
      const height = node.height === undefined ? inline.style.size : pt(node.height)
      const width = Math.min(node.width === undefined ? height * ratio : pt(node.width), room)
      return {width, height: width / ratio}
    })
    if (picture) return [{...run(objectReplacement, node, inline), picture}]
    return node.alt === '' ? [] : [run(node.alt, node, inline)]
  },
  lineBreak: (node, inline) => [run('\n', node, inline)],
  span: (node, inline) => {
    const named = node.style === undefined ? inline : overlaid(node.style, inline, everything)
    return inlines(node.children, node.dir ? {...named, dir: node.dir} : named)
  },
  note: (node, inline) => {
    const {state} = inline
    const text = state.context.locale.digits(String(node.number))
    const content = trimmed(flush(state.blocks(node.children, {...state, text: 'note', within: false})))
    return [
      {
        ...run(text, node, restyled(inline, {script: 'super'})),
        note: {id: node.id, content: numbered(content, text, `note-${node.id}`)}
      }
    ]
  },
  field: (node, inline) => {
    const value = inline.state.fields?.[node.name]
    if (value !== undefined) return [run(value, node, inline)]
    const reason = `Unexpected field \`${node.name}\` in the text, expected it in a running header or footer`
    inline.state.context.report('writer-unsupported', reason, {file: node.data?.file, position: node.position})
    return []
  }
}

/** The text of a footnote after its number, by which it is found from its reference; later ones lead to `id`. */
function numbered(content: readonly Content[], number: string, id: string): readonly Content[] {
  const [first, ...rest] = content
  if (first?.kind !== 'text') return content
  const {style} = first.runs[0] ?? {}
  return style
    ? [{...first, id, runs: [{text: `${number}\u00a0`, style, label: true}, ...first.runs]}, ...rest]
    : content
}

function restyled(inline: InlineState, look: Partial<TextStyle>): InlineState {
  return {...inline, style: {...inline.style, ...look}}
}

type Property = (typeof everything)[number]

const everything = ['font', 'weight', 'italic', 'size', 'tracking', 'color'] as const

/** Put what the style `name` itself says over the look of the text around: of its `properties` only. */
function overlaid(name: string, inline: InlineState, properties: readonly Property[]): InlineState {
  const {state} = inline
  const written = state.context.theme.styles.overlay(name, state.scopes)
  const says = (property: Property) => properties.includes(property)
  const {font, weight, italic, size, tracking, color} = written
  return restyled(inline, {
    ...(says('font') && font && {families: familiesOf(font, state)}),
    // A heading that is heavier than strong text stays as heavy as it is.
    ...(says('weight') && weight && {weight: Math.max(weight, inline.style.weight)}),
    ...(says('italic') && italic !== undefined && {italic: italic || inline.style.italic}),
    ...(says('size') && size && {size}),
    ...(says('tracking') && tracking !== undefined && {tracking}),
    ...(says('color') && color !== undefined && {color: colorOf(color, state)})
  })
}
