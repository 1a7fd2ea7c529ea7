/** Lists, with the boxes of tasks. */
import type {Element, ElementContent} from 'hast'
import type {Block, ListItem} from '../nodes.ts'
import {base, flag, isElement, number, placeOf, type State, text} from './element.ts'

/** Read `ul` and `ol`. */
export function list(element: Element, state: State): Block[] {
  const items = element.children.flatMap((child) => {
    if (isElement(child, 'li')) return [item(child, state)]
    if (isElement(child)) return [stray(child, state)]
    return child.type === 'text' && child.value.trim() !== '' ? [loose(child, state)] : []
  })
  const ordered = element.tagName === 'ol'
  return [{type: 'list', ...base(element), ordered, start: number(element, 'start') ?? 1, children: items}]
}

function item(element: Element, state: State): ListItem {
  const {checked, children} = splitBox(element)
  return {type: 'listItem', ...base(element), checked, children: state.blocks(children)}
}

/** The state of a task, which GFM writes as a checkbox before its words, inside their paragraph or not. */
function splitBox(element: Element): {checked: boolean | null; children: ElementContent[]} {
  const [first, ...rest] = element.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''))
  if (!first || !isElement(first)) return {checked: null, children: element.children}
  if (isBox(first)) return {checked: flag(first, 'checked'), children: rest}
  const [box, ...words] = first.children
  if (first.tagName !== 'p' || !box || !isElement(box) || !isBox(box))
    return {checked: null, children: element.children}
  return {checked: flag(box, 'checked'), children: [{...first, children: words}, ...rest]}
}

function isBox(element: Element): boolean {
  return element.tagName === 'input' && text(element, 'type') === 'checkbox'
}

function stray(element: Element, state: State): ListItem {
  state.report('template-markup', `Unexpected \`<${element.tagName}>\` in a list, expected \`<li>\``, placeOf(element))
  return {type: 'listItem', ...base(element), checked: null, children: state.blocks([element])}
}

function loose(node: ElementContent, state: State): ListItem {
  return {type: 'listItem', checked: null, children: state.blocks([node])}
}
