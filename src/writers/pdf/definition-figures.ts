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

/** Parts of their size that the numbers and the units of a strip are set in. */
interface Scales {
  number: number
  unit: number
}

/**
 * Key figures side by side in equal cells, in rows of at most four, or of fewer where a number is too wide, or a word of
 * a unit at its smallest; or one below the other, each with its label beside it, where their style has a column for the
 * number. Numbers, and units, are all set smaller where a word of one does not fit.
 */
export function figures(node: Figures, state: State): Content[] {
  const inner = inside(state, node.style ?? 'figures')
  const {before, after} = styleOf('figures', state)
  const {numberWidth} = styleOf('figure', inner)
  if (numberWidth !== undefined) {
    const scales = scalesFor(node, numberWidth, inner)
    const children = node.children.map((cell) => stackedFigure(cell, {width: numberWidth, scales}, inner))
    return [{kind: 'stack', children: trimmed(children), margin: [0, before, 0, after], unbreakable: true}]
  }
  const widest = Math.max(1, Math.floor((state.width + state.gutter) / (pt(34) + state.gutter)))
  const widthOf = (inRow: number) => (state.width - state.gutter * (inRow - 1)) / inRow
  const {width: measure} = state.measure
  const needed = node.children.map((cell) =>
    Math.max(measure(numberRuns(cell, inner)), unitWidth(cell, inner) * leastScale)
  )
  let most = Math.min(mostFiguresInARow, widest, node.children.length)
  while (most > 1 && Math.max(...needed) > widthOf(most)) most -= 1
  const rows = Math.ceil(node.children.length / most)
  const inRow = Math.ceil(node.children.length / rows)
  const width = widthOf(inRow)
  const scales = scalesFor(node, width, inner)
  return Array.from({length: rows}, (_, row): Content => {
    const cells = node.children.slice(row * inRow, (row + 1) * inRow)
    const columns = cells.map((cell) => {
      const {rule, number, label} = keyFigure(cell, scales, inner)
      return {width, children: [...rule, number, label]}
    })
    return {kind: 'columns', gap: state.gutter, columns, unbreakable: true, margin: [0, before, 0, after]}
  })
}

/** Scales at which the words of all figures fit into `width`; one that is wider still is divided, and reported. */
function scalesFor(node: Figures, width: number, state: State): Scales {
  const numbers = node.children.map((cell) => state.measure.widestWord(numberRuns(cell, state)))
  const units = node.children.map((cell) => unitWidth(cell, state))
  for (const [index, cell] of node.children.entries()) {
    if (Math.max(numbers[index] ?? 0, units[index] ?? 0) * leastScale <= width) continue
    const words = [cell.value, ...(cell.unit === undefined ? [] : [cell.unit])].join(' ')
    const reason = `Unexpected key figure \`${words}\` with a word wider than its column at the smallest size too`
    state.context.report('figure-narrow', `${reason}, expected room for whole words`, sourceOf(cell))
  }
  const number = scaleFor(width, numbers)
  return {number, unit: Math.min(number, scaleFor(width, units))}
}

function scaleFor(width: number, widths: readonly number[]): number {
  const part = Math.floor((width / Math.max(...widths)) * scaleSteps) / scaleSteps
  return Math.max(leastScale, Math.min(1, part))
}

function numberRuns({value}: KeyFigure, state: State): Run[] {
  return inlines([{type: 'text', value}], {state, style: textStyle(styleOf('figure', state), state)})
}

/** Width of the widest word of a unit, between spaces of any kind, pt. */
function unitWidth({unit = ''}: KeyFigure, state: State): number {
  const style = textStyle(styleOf('figure-unit', state), state)
  const widths = unit
    .split(/\s+/)
    .map((word) => state.measure.width(inlines([{type: 'text', value: word}], {state, style})))
  return Math.max(...widths)
}

/** A key figure across the column, its label level with it: the space before the label brings it to the baseline. */
function stackedFigure(node: KeyFigure, {width, scales}: {width: number; scales: Scales}, state: State): Content {
  const {rule, number, label} = keyFigure(node, scales, state)
  const {before} = styleOf('figure-label', state)
  const columns = [
    {width, children: trimmed([number])},
    {width: '*' as const, children: [...spacer(before * scales.number), ...flush([label])]}
  ]
  const {after} = styleOf('figure', state)
  return {kind: 'stack', children: [...rule, {kind: 'columns', gap: 0, columns}], margin: [0, 0, 0, after]}
}

function keyFigure(
  node: KeyFigure,
  scales: Scales,
  state: State
): {rule: Content[]; number: TextBlock; label: TextBlock} {
  const style = styleOf('figure', state)
  const lookOf = (named: Style, scale: number) => ({
    state,
    style: textStyle(scaled(named, named.size * scale), state)
  })
  const value: Inline = {type: 'text', value: node.value, position: node.position, data: node.data}
  // A no-break space, in the small size, keeps the unit on the line of its number.
  const unit: Inline = {...value, value: `\u00a0${node.unit ?? ''}`}
  const small = lookOf(styleOf('figure-unit', state), scales.unit)
  const number: TextBlock = {
    kind: 'text',
    tag: 'P',
    align: style.align,
    runs: [
      ...inlines([value], lookOf(style, scales.number)),
      ...(node.unit === undefined ? [] : inlines([unit], small))
    ],
    margin: [0, style.ruleAbove?.gap ?? 0, 0, style.after],
    source: sourceOf(node)
  }
  const {ruleAbove} = style
  const rule: Content[] = ruleAbove
    ? [{kind: 'rule', width: ruleAbove.width, color: colorOf(ruleAbove.color, state)}]
    : []
  return {rule, number, label: textBlock(node.label, 'figure-label', state, {source: sourceOf(node)})}
}
