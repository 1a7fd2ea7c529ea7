/** Programmes: who meets when and where, from a list or a table. */
import type {Element, ElementContent} from 'hast'
import type {ListItem, PhrasingContent, Table, TableCell} from 'mdast'
import type {State} from 'mdast-util-to-hast'
import type {Report} from '../../diagnostic.ts'
import type {ContainerDirective} from '../../document/mdast.ts'
import {at, component, placed} from './element.ts'

/**
 * Make the entries of a `:::programme`. In a list, `- **10:30** Opening *Hall A*`, the strong part is the time and an
 * emphasised end the place; in a table, the columns are time, what and where, and the head is an entry like the others.
 */
export function programme(state: State, node: ContainerDirective, report: Report): Element {
  const entries = node.children.flatMap((child) => {
    if (child.type === 'list') return child.children.map((item) => listEntry(state, item, report))
    if (child.type === 'table') return tableEntries(state, child, report)
    report('directive-content', 'Unexpected content in `:::programme`, expected a list or a table', at(child))
    return []
  })
  return component('programme', {}, entries)
}

function listEntry(state: State, item: ListItem, report: Report): Element {
  const [first, ...rest] = item.children
  const words = first?.type === 'paragraph' ? [...first.children] : []
  const time = words[0]?.type === 'strong' ? words.shift() : undefined
  if (!time)
    report(
      'directive-content',
      'Unexpected item in `:::programme`, expected `**time** what *where*`',
      at(first ?? item)
    )
  const where = words.at(-1)?.type === 'emphasis' ? words.pop() : undefined
  const inside = (node: PhrasingContent | undefined) => (node && 'children' in node ? state.all(node) : [])
  const what = trimmed(state.all({type: 'paragraph', children: words}))
  const more = rest.flatMap((block) => state.one(block, item) ?? [])
  return placed(first ?? item, entry(inside(time), [...what, ...more], inside(where)))
}

function tableEntries(state: State, table: Table, report: Report): Element[] {
  return table.children.flatMap((row) => {
    const [time, what, where, ...surplus] = row.children
    if (surplus.length > 0)
      report('directive-content', 'Unexpected column in `:::programme`, expected time, what and where', at(row))
    if (row.children.every((cell) => cell.children.length === 0)) return []
    return placed(row, component('entry', {}, [part('time', time), part('what', what), part('where', where)]))
  })

  function part(name: string, cell: TableCell | undefined): Element {
    const made = component(name, {}, cell ? state.all(cell) : [])
    return cell ? placed(cell, made) : made
  }
}

function entry(time: ElementContent[], what: ElementContent[], where: ElementContent[]): Element {
  return component('entry', {}, [
    component('time', {}, time),
    component('what', {}, what),
    component('where', {}, where)
  ])
}

/** Take off the spaces, and the comma or dash, that part what happens from its time and place. */
function trimmed(nodes: ElementContent[]): ElementContent[] {
  const first = nodes[0]
  if (first?.type === 'text') first.value = first.value.trimStart()
  const last = nodes.at(-1)
  if (last?.type === 'text') last.value = last.value.replace(/[\s,،–—·|]+$/u, '')
  return nodes
}
