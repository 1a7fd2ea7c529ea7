/** The table of contents. */
import type {Toc} from '../../document/nodes.ts'
import type {OutlineEntry} from '../../document/outline.ts'
import type {Content} from './content.ts'
import type {State} from './definition.ts'
import {titleBlock} from './definition-components.ts'
import {inlines} from './definition-inlines.ts'
import {sourceOf, styleOf, textStyle} from './definition-text.ts'

/** Headings down to the depth asked for, each linked to its place and with its page. */
export function toc(node: Toc, state: State): Content[] {
  const entries = state.outline.filter((entry) => entry.depth > 1 && entry.depth <= node.depth)
  const children = entries.map((entry) => tocEntry(entry, state))
  return [{kind: 'stack', tag: 'TOC', children: [...titleBlock(node.title, 'toc-title', state), ...children]}]
}

/** Until the pages are laid out, a number of the usual length holds the place. */
const unknownPage = '00'

function tocEntry(entry: OutlineEntry, state: State): Content {
  const style = styleOf(`toc-${entry.depth - 1}`, state)
  const link = entry.id === undefined ? {} : {link: `#${entry.id}`}
  const look = {state, style: textStyle(style, state), ...link}
  const page = entry.id === undefined ? '' : (state.pageOf?.get(entry.id) ?? unknownPage)
  const title: Content = {kind: 'text', tag: 'Reference', align: 'start', runs: inlines(entry.title, look)}
  const number: Content = {
    kind: 'text',
    tag: 'Reference',
    align: 'end',
    runs: [{text: page, style: look.style, ...link, source: sourceOf(entry.heading)}]
  }
  return {
    kind: 'columns',
    tag: 'TOCI',
    gap: state.gutter,
    unbreakable: true,
    margin: [style.indent, style.before, 0, style.after],
    columns: [
      {width: '*', children: [title]},
      {width: 'auto', children: page === '' ? [] : [number]}
    ]
  }
}
