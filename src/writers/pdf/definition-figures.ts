/** Key figures: numbers with their units and labels, side by side or one below the other. */
import type {Figures, Inline, KeyFigure} from '../../document/nodes.ts'
import type {Style} from '../../theme/styles.ts'
import type {Content, Run, TextBlock} from './content.ts'
import {inside, type State} from './definition.ts'
import {inlines} from './definition-inlines.ts'
import {flush, spacer, trimmed} from './definition-spacing.ts'
import {colorOf, scaled, sourceOf, styleOf, textBlock, textStyle} from './definition-text.ts'
import {pt} from './units.ts'

const mostFiguresInARow = 4
/** Figures that are too wide are set smaller in steps of a twentieth of their size, down to the least. */
const scaleSteps = 20
const leastScale = 0.6

/**
 * Key figures side by side in equal cells, in rows of at most four, or of fewer where a number or a word of a unit is
 * too wide; or one below the other, each with its label beside it, where their style has a column for the number. All
 * are set smaller where a word does not fit even so.
 */
export function figures(node: Figures, state: State): Content[] {
  const inner = inside(state, node.style ?? 'figures')
  const {before, after} = styleOf('figures', state)
  const {numberWidth} = styleOf('figure', inner)
  if (numberWidth !== undefined) {
    const scale = scaleFor(node, numberWidth, inner)
    const children = node.children.map((cell) => stackedFigure(cell, {width: numberWidth, scale}, inner))
    return [{kind: 'stack', children: trimmed(children), margin: [0, before, 0, after], unbreakable: true}]
  }
  const widest = Math.max(1, Math.floor((state.width + state.gutter) / (pt(34) + state.gutter)))
  const widthOf = (inRow: number) => (state.width - state.gutter * (inRow - 1)) / inRow
  const number = Math.max(0, ...node.children.map((cell) => roomFor(cell, state.measure.width, inner)))
  let most = Math.min(mostFiguresInARow, widest, node.children.length)
  while (most > 1 && number > widthOf(most)) most -= 1
  const rows = Math.ceil(node.children.length / most)
  const inRow = Math.ceil(node.children.length / rows)
  const width = widthOf(inRow)
  const scale = scaleFor(node, width, inner)
  return Array.from({length: rows}, (_, row): Content => {
    const cells = node.children.slice(row * inRow, (row + 1) * inRow)
    const columns = cells.map((cell) => {
      const {rule, number, label} = keyFigure(cell, scale, inner)
      return {width, children: [...rule, number, label]}
    })
    return {kind: 'columns', gap: state.gutter, columns, unbreakable: true, margin: [0, before, 0, after]}
  })
}

/** Part of their size at which the words of all figures fit into `width`; a word that is wider still is reported. */
function scaleFor(node: Figures, width: number, state: State): number {
  const rooms = node.children.map((cell) => roomFor(cell, state.measure.widestWord, state))
  for (const [index, cell] of node.children.entries()) {
    if ((rooms[index] ?? 0) * leastScale <= width) continue
    const words = [cell.value, ...(cell.unit === undefined ? [] : [cell.unit])].join(' ')
    const reason = `Unexpected key figure \`${words}\` with a word wider than its column at the smallest size too`
    state.context.report('overset', `${reason}, expected the text to fit`, sourceOf(cell))
  }
  const part = Math.floor((width / Math.max(...rooms)) * scaleSteps) / scaleSteps
  return Math.max(leastScale, Math.min(1, part))
}

/** Width of the number by `measure`, or of the widest word of its unit where that is more, pt. */
function roomFor({value, unit = ''}: KeyFigure, measure: (runs: readonly Run[]) => number, state: State): number {
  const widthIn = (text: string, name: string, widthOf: (runs: readonly Run[]) => number) =>
    widthOf(inlines([{type: 'text', value: text}], {state, style: textStyle(styleOf(name, state), state)}))
  const words = unit.split(/\s+/).map((word) => widthIn(word, 'figure-unit', state.measure.width))
  return Math.max(widthIn(value, 'figure', measure), ...words)
}

/** A key figure across the column, its label level with it: the space before the label brings it to the baseline. */
function stackedFigure(node: KeyFigure, {width, scale}: {width: number; scale: number}, state: State): Content {
  const {rule, number, label} = keyFigure(node, scale, state)
  const {before} = styleOf('figure-label', state)
  const columns = [
    {width, children: trimmed([number])},
    {width: '*' as const, children: [...spacer(before * scale), ...flush([label])]}
  ]
  const {after} = styleOf('figure', state)
  return {kind: 'stack', children: [...rule, {kind: 'columns', gap: 0, columns}], margin: [0, 0, 0, after]}
}

function keyFigure(
  node: KeyFigure,
  scale: number,
  state: State
): {rule: Content[]; number: TextBlock; label: TextBlock} {
  const style = styleOf('figure', state)
  const lookOf = (named: Style) => ({state, style: textStyle(scaled(named, named.size * scale), state)})
  const value: Inline = {type: 'text', value: node.value, position: node.position, data: node.data}
  // A no-break space, in the small size, keeps the unit on the line of its number.
  const unit: Inline = {...value, value: `\u00a0${node.unit ?? ''}`}
  const small = lookOf(styleOf('figure-unit', state))
  const number: TextBlock = {
    kind: 'text',
    tag: 'P',
    align: style.align,
    runs: [...inlines([value], lookOf(style)), ...(node.unit === undefined ? [] : inlines([unit], small))],
    margin: [0, style.ruleAbove?.gap ?? 0, 0, style.after],
    source: sourceOf(node)
  }
  const {ruleAbove} = style
  const rule: Content[] = ruleAbove
    ? [{kind: 'rule', width: ruleAbove.width, color: colorOf(ruleAbove.color, state)}]
    : []
  return {rule, number, label: textBlock(node.label, 'figure-label', state, {source: sourceOf(node)})}
}
