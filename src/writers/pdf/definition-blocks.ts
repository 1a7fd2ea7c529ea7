/** The table of blocks: plain prose here, components, lists, tables and pictures in files of their own. */
import type {Block, Heading, Paragraph} from '../../document/nodes.ts'
import {plainText} from '../../document/text.ts'
import type {Handlers} from '../writer.ts'
import type {Content, Tag, TextBlock} from './content.ts'
import {inside, type State} from './definition.ts'
import {boxed} from './definition-boxes.ts'
import {aside, blockquote, callout, lead, quote} from './definition-components.ts'
import {contact} from './definition-contact.ts'
import {figures} from './definition-figures.ts'
import {list} from './definition-lists.ts'
import {figure, qr} from './definition-pictures.ts'
import {spacer} from './definition-spacing.ts'
import {programme, table} from './definition-tables.ts'
import {colorOf, hasStyle, sourceOf, styledBlock, styleOf, textBlock, textStyle} from './definition-text.ts'
import {toc} from './definition-toc.ts'
import {pt} from './units.ts'

/** A handler for each kind of block. */
export const blockHandlers: Handlers<Block, State, Content[]> = {
  section: (node, state) => {
    const children = state.blocks(node.children, {...inside(state, node.style), section: node.id})
    return [{kind: 'stack', tag: 'Sect', children}]
  },
  group: (node, state) => {
    const children = (inner: State) => state.blocks(node.children, inner)
    if (node.style === undefined || !hasStyle(node.style, state))
      return [{kind: 'stack', children: children(inside(state, node.style))}]
    return boxed(node.style, state, (inner) => children(inside(inner, node.style)))
  },
  heading,
  paragraph,
  list,
  blockquote,
  code: (node, state) => {
    const style = styleOf(node.style ?? 'code', state)
    // Spaces that carry meaning must not be eaten at the start of a line.
    const text = node.value.replace(/^ +/gm, (spaces) => '\u00a0'.repeat(spaces.length))
    return boxed(node.style ?? 'code', state, () => [
      {
        kind: 'text',
        tag: 'Code',
        align: 'start',
        dir: 'ltr',
        source: sourceOf(node),
        runs: [{text, style: textStyle(style, state), source: sourceOf(node)}]
      }
    ])
  },
  table,
  thematicBreak: (node, state) => {
    const {ruleAbove, indent, indentEnd = 0, before, after, keepWithNext} = styleOf(node.style ?? 'rule', state)
    const {width, color, gap} = ruleAbove ?? {width: 0.5, color: 'foreground', gap: 0}
    const rule: Content = {kind: 'rule', width, color: colorOf(color, state), margin: [indent, 0, indentEnd, 0]}
    const kept = keepWithNext && {keepWithNext}
    return [{kind: 'stack', tag: 'Artifact', children: [...spacer(gap), rule], margin: [0, before, 0, after], ...kept}]
  },
  figure,
  callout,
  quote,
  lead,
  aside,
  figures,
  contact,
  programme,
  columns: (node, state) => {
    const fixed = node.children.map(({width}) => (typeof width === 'number' ? pt(width) : width))
    const gaps = state.gutter * (fixed.length - 1)
    const taken = fixed.reduce<number>((sum, width) => sum + (typeof width === 'number' ? width : 0), gaps)
    const shares = fixed.filter((width) => typeof width !== 'number').length
    const columns = node.children.map((column, index) => {
      const width = fixed[index] ?? '*'
      const room = typeof width === 'number' ? width : (state.width - taken) / shares
      return {width, children: state.blocks(column.children, {...inside(state, column.style), width: room})}
    })
    return [{kind: 'columns', gap: state.gutter, columns}]
  },
  break: (node) => [{kind: 'break', to: node.to === 'column' || node.to === 'panel' ? 'column' : 'page'}],
  toc,
  qr,
  // Said on slides only: a brochure's reader has the whole text.
  slide: () => [],
  notes: () => []
}

const headingTags: Readonly<Record<Heading['depth'], Tag>> = {1: 'H1', 2: 'H2', 3: 'H3', 4: 'H4', 5: 'H5', 6: 'H6'}

function heading(node: Heading, state: State): Content[] {
  const style = styleOf(node.style ?? `h${node.depth}`, state)
  const options = {tag: headingTags[node.depth], lang: node.lang, source: sourceOf(node)}
  const block = styledBlock(node.children, {...style, keepWithNext: true}, state, options)
  // A section is linked to by its heading, so that the jump ends where the words are.
  const id = node.id ?? (isOpening(node, state) ? state.section : undefined)
  const outline = {level: node.depth, title: plainText(node.children)}
  return [{...block, outline, ...(id !== undefined && {id})}]
}

function isOpening(node: Heading, state: State): boolean {
  return state.outline.some((entry) => entry.heading === node && entry.id === state.section)
}

function paragraph(node: Paragraph, state: State): Content[] {
  const content = words(node, state)
  return node.whole ? content.map((block) => ({...block, unbreakable: true})) : content
}

function words(node: Paragraph, state: State): TextBlock[] {
  if (node.children.length === 0) return []
  const options = {lang: node.lang, source: sourceOf(node)}
  if (node.style !== undefined || !state.within)
    return [textBlock(node.children, node.style ?? state.text, state, options)]
  // The space and the indents of a component's style are around the whole of it.
  const {after} = styleOf('list', state)
  const style = {...styleOf(state.text, state), before: 0, after, indent: 0, indentEnd: 0}
  return [styledBlock(node.children, style, state, options)]
}
