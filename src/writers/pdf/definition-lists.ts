/** Lists: bars, dots, numerals or boxes to tick before their items. */
import type {List, ListItem} from '../../document/nodes.ts'
import type {Marker, Rule, Style} from '../../theme/styles.ts'
import type {Content, Drawing, Shape, TextBlock} from './content.ts'
import {inside, type State} from './definition.ts'
import {flush, trimmed, withSpaceAfter} from './definition-spacing.ts'
import {colorOf, sourceOf, styleOf, textStyle} from './definition-text.ts'

/** A list; one inside another is `list.list`, unless a nearer scope says something else. */
export function list(node: List, state: State): Content[] {
  const around = state.text === 'list' ? {...state, scopes: [...state.scopes, 'list']} : state
  const scoped = inside(around, node.style)
  const style = styleOf('list', scoped)
  const indent = indentOf(node, scoped)
  const inner = {...scoped, text: 'list', within: true, width: state.width - style.indent - indent}
  const space = styleOf(state.text, scoped).after
  const margin = [style.indent, style.before, 0, space] as const
  if (style.columns !== undefined) {
    const whole = {...inner, width: state.width - style.indent}
    return [{kind: 'stack', tag: 'L', margin, children: itemGrid(node, style.columns, whole)}]
  }
  const above = node.ordered ? undefined : styleOf('bullet', scoped).marker
  if (above?.above) return [{kind: 'stack', tag: 'L', margin, children: stackedItems(node, above, inner)}]

  const rule = around === state ? style.ruleAbove : undefined
  const items = node.children.map((item, index) => {
    const marker = markerOf(node, index, scoped)
    const children = itemContent(item, inner)
    if (index === node.children.length - 1) return {marker, children, after: 0}
    if (!rule) return {marker, children, after: style.after}
    return {marker, children: [...children, rowRule(rule, {indent, space: style.after}, inner)], after: rule.gap}
  })
  return [{kind: 'list', ordered: node.ordered, items, indent, margin}]
}

/** The line between two items, as wide as the list: that of the style is drawn above each item but the first. */
function rowRule({width, color}: Rule, {indent, space}: {indent: number; space: number}, state: State): Content {
  return {kind: 'rule', width, color: colorOf(color, state), margin: [-indent, space, 0, 0]}
}

/** Space from the start edge to the text. */
function indentOf(node: List, state: State): number {
  const numeral = styleOf('numeral', state)
  if (node.ordered) return numeral.numberWidth ?? 2 * numeral.size
  const marker = styleOf('bullet', state).marker
  if (node.children.some(({checked}) => checked !== null)) return tickScale(state) * (tickSize + tickGap)
  return marker ? marker.width + marker.gap : styleOf('bullet', state).size
}

function itemContent(item: ListItem, state: State): Content[] {
  return trimmed(flush(state.blocks(item.children, state)))
}

/** Items side by side, in rows of `count`. */
function itemGrid(node: List, count: number, state: State): Content[] {
  const {after} = styleOf('list', state)
  const width = (state.width - state.gutter * (count - 1)) / count
  const rows = Math.ceil(node.children.length / count)
  return Array.from({length: rows}, (_, row): Content => {
    const items = node.children.slice(row * count, (row + 1) * count)
    const columns = items.map((item) => {
      const body: Content = {kind: 'stack', tag: 'LBody', children: itemContent(item, {...state, width})}
      return {width, children: [{kind: 'stack', tag: 'LI', children: [body]}] as const}
    })
    const space = row === rows - 1 ? 0 : after
    return {kind: 'columns', gap: state.gutter, columns, margin: [0, 0, 0, space], unbreakable: true}
  })
}

/** Items under their markers, for short strong points. */
function stackedItems(node: List, marker: Marker, state: State): Content[] {
  const {after} = styleOf('list', state)
  return node.children.map((item, index) => {
    const drawing = withSpaceAfter(markerDrawing(marker, state), marker.gap)
    const words = itemContent(item, {...state, width: state.width + marker.width + marker.gap})
    const children: Content[] = [drawing, {kind: 'stack', tag: 'LBody', children: words}]
    const space = index === node.children.length - 1 ? 0 : after
    return {kind: 'stack', tag: 'LI', children, margin: [0, 0, 0, space], unbreakable: true}
  })
}

function markerOf(node: List, index: number, state: State): TextBlock | Drawing {
  const checked = node.children[index]?.checked ?? null
  if (checked !== null) return tick(checked, state)
  if (node.ordered) {
    const numeral = styleOf('numeral', state)
    const digits = state.context.locale.digits(String(node.start + index))
    return markerText((numeral.number ?? '{n}').replace('{n}', digits), numeral, node, state)
  }
  const bullet = styleOf('bullet', state)
  return bullet.marker ? markerDrawing(bullet.marker, state) : markerText('•', bullet, node, state)
}

function markerText(text: string, style: Style, node: List, state: State): TextBlock {
  const runs = [{text, style: textStyle(style, state), source: sourceOf(node)}]
  return {kind: 'text', runs, align: style.align, margin: [0, style.before, 0, 0]}
}

/** The marker alone, at the start of its line: in the middle of small letters, or above it by the room below the bar. */
export function markerDrawing(marker: Marker, state: State): Drawing {
  const {width, height, radius, color, raise = 0} = marker
  const bar: Shape = {shape: 'rect', x: 0, y: 0, width, height, radius, color: colorOf(color, state)}
  return {kind: 'drawing', width, height: height + 2 * raise, shapes: [bar]}
}

const tickSize = 7
const tickGap = 6
/** Text up to this size has ticks of this size; those of larger text grow with it. */
const tickText = 12.6

function tickScale(state: State): number {
  return Math.max(1, styleOf('list', state).size / tickText)
}

function tick(checked: boolean, state: State): Drawing {
  const bullet = styleOf('bullet', state)
  const color = colorOf(bullet.marker?.color ?? bullet.color, state)
  const scale = tickScale(state)
  const size = tickSize * scale
  const shapes: Shape[] = [{shape: 'frame', x: 0, y: 0, width: size, height: size, stroke: 0.8 * scale, color}]
  const stroke = (x1: number, y1: number, x2: number, y2: number): Shape => {
    const [fromX, fromY, toX, toY] = [x1 * scale, y1 * scale, x2 * scale, y2 * scale]
    return {shape: 'line', x1: fromX, y1: fromY, x2: toX, y2: toY, width: 1.2 * scale, color}
  }
  if (checked) shapes.push(stroke(1.5, 3.6, 3, 5.4), stroke(3, 5.4, 5.6, 1.6))
  const alt = state.context.locale.t(checked ? 'task-done' : 'task-open')
  return {kind: 'drawing', width: size, height: size, shapes, alt}
}
