/** Inline nodes as runs, in reading order. */
import type {Inline, Node} from '../../document/nodes.ts'
import {plainText} from '../../document/text.ts'
import {directionOf} from '../../locale.ts'
import {type Handlers, one} from '../writer.ts'
import {directedRuns, hasRightToLeft} from './direction.ts'
import type {WordField, WordFormat, WordInline} from './model.ts'
import {footnote} from './notes.ts'
import {inlinePicture} from './pictures.ts'
import {at, inside, type State} from './state.ts'
import {oneLine, xmlText} from './text.ts'

/** The walk, with the formatting of the nodes around a run. */
interface InlineState {
  state: State
  format: WordFormat
}

const leftToRightMark = '\u200E'

const handlers: Handlers<Inline, InlineState, WordInline[]> = {
  text: (node, {state, format}) => text(oneLine(node.value), node, {state, format}),
  strong: (node, {state, format}) => runs(node.children, {state, format: {...format, bold: true}}),
  emphasis: (node, {state, format}) => runs(node.children, {state, format: {...format, ...emphasised(state)}}),
  delete: (node, {state, format}) => runs(node.children, {state, format: {...format, strike: true}}),
  superscript: (node, {state, format}) => runs(node.children, {state, format: {...format, raised: true}}),
  subscript: (node, {state, format}) => runs(node.children, {state, format: {...format, lowered: true}}),
  inlineCode: (node, {state, format}) => {
    const within = {...state, rtl: state.rtl && hasRightToLeft(node.value)}
    const code = text(oneLine(node.value), node, {state: within, format: {...format, style: 'VerbatimChar'}})
    return isolated(code, within, state)
  },
  link: (node, {state, format}) => {
    const within = {...state, rtl: state.rtl && hasRightToLeft(plainText(node.children))}
    const children = runs(node.children, {state: within, format: {...format, style: state.registry.link(state.scopes)}})
    const target = node.url.startsWith('#')
      ? {anchor: state.registry.bookmark(node.url.slice(1))}
      : {url: xmlText(node.url, () => undefined)}
    const tooltip = node.title === undefined ? {} : {tooltip: xmlText(node.title, () => undefined)}
    return isolated([{type: 'link', ...target, ...tooltip, children}], within, state)
  },
  image: (node, {state}) => inlinePicture(node, state),
  lineBreak: () => [{type: 'break'}],
  span: (node, {state, format}) => {
    const style = node.style === undefined ? undefined : state.registry.character(node.style)
    const direction = node.dir === undefined ? {} : {rtl: node.dir === 'rtl'}
    const within = {...state, ...direction}
    const children = runs(node.children, {state: within, format: style === undefined ? format : {...format, style}})
    return isolated(children, within, state)
  },
  note: (node, {state}) => footnote(node, state),
  field: (node, {state, format}) => [field(node.name, state, format)]
}

/** Turn inline nodes into runs; `format` is what the block around them adds. */
export function inlines(nodes: readonly Inline[], state: State, format: WordFormat = {}): WordInline[] {
  return runs(nodes, {state, format})
}

function runs(nodes: readonly Inline[], around: InlineState): WordInline[] {
  return nodes.flatMap((node) => one(handlers, node, {...around, state: inside(node, around.state)}))
}

function text(value: string, node: Node, {state, format}: InlineState): WordInline[] {
  const clean = xmlText(value, (codePoint) =>
    state.context.report(
      'writer-unsupported',
      `Unexpected character ${codePoint}, expected text`,
      at(node),
      'A Word file cannot hold it: take it out of the text. U+FFFD stands in its place.'
    )
  )
  if (clean === '') return []
  const lang = state.lang === state.documentLang ? {} : {lang: state.lang}
  if (!state.rtl) return [{type: 'text', value: clean, format: {...format, ...lang}}]
  return directedRuns(clean).map((run) => ({
    type: 'text',
    value: run.text,
    format: {...format, ...lang, ...(run.rtl ? {rtl: true} : {})}
  }))
}

/** Italics do not exist in Arabic and Hebrew: there emphasis is weight, and the runs of other scripts slant. */
function emphasised(state: State): WordFormat {
  return directionOf(state.lang) === 'rtl' ? {italic: true, boldComplex: true} : {italic: true}
}

/** Word has no isolates around runs: marks keep a telephone number in order among right-to-left words. */
function isolated(children: WordInline[], within: State, around: State): WordInline[] {
  return around.rtl && !within.rtl ? [mark(around), ...children, mark(around)] : children
}

function mark(state: State): WordInline {
  const lang = state.lang === state.documentLang ? {} : {lang: state.lang}
  return {type: 'text', value: leftToRightMark, format: lang}
}

function field(name: 'page' | 'pages' | 'section', state: State, format: WordFormat): WordField {
  const direction = state.rtl ? {...format, rtl: true} : format
  if (name === 'section') return {type: 'field', code: 'STYLEREF "heading 1"', value: '', format: direction}
  const code = name === 'page' ? 'PAGE' : 'NUMPAGES'
  return {type: 'field', code, value: state.context.locale.digits('1'), format: direction}
}
