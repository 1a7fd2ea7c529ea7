/** Boxes: content on a ground, with padding and lines above and below, as a style says. */
import type {BoxBlock, Content, Tag} from './content.ts'
import type {State} from './definition.ts'
import {flush, trimmed} from './definition-spacing.ts'
import {colorOf, styleOf} from './definition-text.ts'

/**
 * Put what `fill` makes into the box of the style `name`, or into a plain stack where the style draws none.
 * `fill` is given the state inside the box, which is as much narrower as the padding is wide.
 */
export function boxed(name: string, state: State, fill: (inner: State) => Content[], tag?: Tag): Content[] {
  const {
    ground,
    padding,
    ruleAbove,
    ruleBelow,
    before,
    after,
    indent,
    indentEnd = 0,
    unbreakable
  } = styleOf(name, state)
  const common = {
    margin: [indent, before, indentEnd, after],
    ...(tag && {tag}),
    ...(unbreakable && {unbreakable: true})
  } as const
  const room = state.width - indent - indentEnd
  if (!ground && !padding && !ruleAbove && !ruleBelow)
    return [{kind: 'stack', children: trimmed(flush(fill({...state, width: room}))), ...common}]

  const [vertical, horizontal] = padding ?? [0, 0]
  const box: BoxBlock = {
    kind: 'box',
    padding: [vertical, horizontal],
    children: trimmed(flush(fill({...state, width: room - 2 * horizontal}))),
    ...common,
    ...(ground !== undefined && {ground: colorOf(ground, state)}),
    ...(ruleAbove && {ruleAbove: {width: ruleAbove.width, color: colorOf(ruleAbove.color, state)}}),
    ...(ruleBelow && {ruleBelow: {width: ruleBelow.width, color: colorOf(ruleBelow.color, state)}})
  }
  return [box]
}
