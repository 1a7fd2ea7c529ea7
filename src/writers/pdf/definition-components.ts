/** Components of the dialect: callout, aside, quotes, lead, key figures. */
import type {Aside, Blockquote, Callout, Figures, Inline, KeyFigure, Lead, Quote} from '../../document/nodes.ts'
import type {Content, TextBlock} from './content.ts'
import {inside, type State} from './definition.ts'
import {boxed} from './definition-boxes.ts'
import {inlines} from './definition-inlines.ts'
import {markerDrawing} from './definition-lists.ts'
import {flush, spacer, trimmed, withSpaceAfter} from './definition-spacing.ts'
import {colorOf, sourceOf, styleOf, textBlock, textStyle} from './definition-text.ts'
import {pt} from './units.ts'

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
  return boxed(name, state, fill, {tag: 'Sect', node})
}

/** A quotation within the text. */
export function blockquote(node: Blockquote, state: State): Content[] {
  const name = node.style ?? 'blockquote'
  const fill = (box: State) => state.blocks(node.children, {...inside(box, name), text: name, within: true})
  return boxed(name, state, fill, {tag: 'BlockQuote', node})
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

const mostFiguresInARow = 4

/**
 * Key figures side by side in equal cells, in rows of at most four, or of fewer where a number is too wide; or one below the other, each with its label beside
 * it, where their style has a column for the number.
 */
export function figures(node: Figures, state: State): Content[] {
  const inner = inside(state, node.style ?? 'figures')
  const {before, after} = styleOf('figures', state)
  const {numberWidth} = styleOf('figure', inner)
  if (numberWidth !== undefined) {
    const children = node.children.map((cell) => stackedFigure(cell, numberWidth, inner))
    return [{kind: 'stack', children: trimmed(children), margin: [0, before, 0, after], unbreakable: true}]
  }
  const widest = Math.max(1, Math.floor((state.width + state.gutter) / (pt(34) + state.gutter)))
  const widthOf = (inRow: number) => (state.width - state.gutter * (inRow - 1)) / inRow
  const number = widestNumber(node, inner)
  let most = Math.min(mostFiguresInARow, widest, node.children.length)
  while (most > 1 && number > widthOf(most)) most -= 1
  const rows = Math.ceil(node.children.length / most)
  const inRow = Math.ceil(node.children.length / rows)
  const width = widthOf(inRow)
  return Array.from({length: rows}, (_, row): Content => {
    const cells = node.children.slice(row * inRow, (row + 1) * inRow)
    const columns = cells.map((cell) => {
      const {rule, number, label} = keyFigure(cell, inner)
      return {width, children: [...rule, number, label]}
    })
    return {kind: 'columns', gap: state.gutter, columns, unbreakable: true, margin: [0, before, 0, after]}
  })
}

/** Width of the widest number without its unit, pt. */
function widestNumber(node: Figures, state: State): number {
  const style = textStyle(styleOf('figure', state), state)
  const widths = node.children.map(({value}) => state.measure.width(inlines([{type: 'text', value}], {state, style})))
  return Math.max(0, ...widths)
}

/** A key figure across the column, its label level with it: the space before the label brings it to the baseline. */
function stackedFigure(node: KeyFigure, width: number, state: State): Content {
  const {rule, number, label} = keyFigure(node, state)
  const {before} = styleOf('figure-label', state)
  const columns = [
    {width, children: trimmed([number])},
    {width: '*' as const, children: [...spacer(before), ...flush([label])]}
  ]
  const {after} = styleOf('figure', state)
  return {kind: 'stack', children: [...rule, {kind: 'columns', gap: 0, columns}], margin: [0, 0, 0, after]}
}

function keyFigure(node: KeyFigure, state: State): {rule: Content[]; number: TextBlock; label: TextBlock} {
  const style = styleOf('figure', state)
  const look = {state, style: textStyle(style, state)}
  const value: Inline = {type: 'text', value: node.value, position: node.position, data: node.data}
  // A no-break space, in the small size, keeps the unit on the line of its number.
  const unit: Inline = {...value, value: `\u00a0${node.unit ?? ''}`}
  const small = {state, style: textStyle(styleOf('figure-unit', state), state)}
  const number: TextBlock = {
    kind: 'text',
    tag: 'P',
    align: style.align,
    runs: [...inlines([value], look), ...(node.unit === undefined ? [] : inlines([unit], small))],
    margin: [0, style.ruleAbove?.gap ?? 0, 0, style.after],
    source: sourceOf(node)
  }
  const {ruleAbove} = style
  const rule: Content[] = ruleAbove
    ? [{kind: 'rule', width: ruleAbove.width, color: colorOf(ruleAbove.color, state)}]
    : []
  return {rule, number, label: textBlock(node.label, 'figure-label', state, {source: sourceOf(node)})}
}

/** A title, a kicker or a source: the directive's label, where it has one. */
export function titleBlock(title: readonly Inline[], name: string, state: State): TextBlock[] {
  const [first] = title
  return first ? [textBlock(title, name, state, {source: sourceOf(first)})] : []
}
