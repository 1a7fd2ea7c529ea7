/** Key figures: `- **1 милијарда $** annual budget`. */
import type {Element} from 'hast'
import type {PhrasingContent} from 'mdast'
import type {State} from 'mdast-util-to-hast'
import type {Report} from '../../diagnostic.ts'
import type {ContainerDirective} from '../../document/mdast.ts'
import {at, component, placed, wordsOf} from './element.ts'

/** Make the strip of key figures of a `:::figures` list; reports `directive-content` where an item has no figure. */
export function figures(state: State, node: ContainerDirective, report: Report): Element {
  const items = node.children.flatMap((child) => {
    if (child.type === 'list') return child.children
    report('directive-content', 'Unexpected content in `:::figures`, expected a list `- **1951** founded`', at(child))
    return []
  })
  const entries = items.map((item) => {
    const [first, ...rest] = item.children
    const words: readonly PhrasingContent[] = first?.type === 'paragraph' ? first.children : []
    const [figure, ...label] = words
    if (figure?.type !== 'strong' || rest.length > 0)
      report(
        'directive-content',
        'Unexpected item in `:::figures`, expected `**figure** label` in it',
        at(first ?? item)
      )
    const {value, unit} = splitFigure(figure?.type === 'strong' ? wordsOf(state.all(figure)) : '')
    const children = state.all({type: 'paragraph', children: figure?.type === 'strong' ? [...label] : [...words]})
    const [head] = children
    if (head?.type === 'text') head.value = head.value.trimStart()
    const properties = {value, ...(unit && {unit})}
    return placed(
      first ?? item,
      component('key-figure', properties, [...children, ...rest.flatMap((block) => state.one(block, item) ?? [])])
    )
  })
  return component('figures', {}, entries)
}

/**
 * Part the number from the unit it is counted in: `1 милијарда $` into `1` and `милијарда $`; `100+`, `5 400` and `€3`
 * are numbers as a whole.
 */
function splitFigure(words: string): {value: string; unit?: string} {
  const text = words.trim()
  const number = /^[^\p{L}\p{N}\s]*\p{N}+(?:[.,'’:/٬٫–-]\p{N}+|[\s\u00a0\u202f]\p{N}{3}(?!\p{N}))*[^\p{L}\p{N}\s]*/u
  const value = number.exec(text)?.[0]
  if (value === undefined) return {value: text}
  const unit = text.slice(value.length).trim()
  return unit ? {value, unit} : {value}
}
