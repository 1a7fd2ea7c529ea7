/** Contents of the page. */
import type {Toc} from '../../document/nodes.ts'
import {outline} from '../../document/outline.ts'
import {plainText} from '../../document/text.ts'
import {element, escapeText, type Html} from './element.ts'
import {inlines} from './inlines.ts'
import {label, look, type State} from './state.ts'

/** Write the contents as links, indented by depth. */
export function toc(node: Toc, state: State): Html {
  const id = label(state)
  const entries = outline(state.document, node.depth).map(({depth, id: target, title}) => {
    const text = escapeText(plainText(title))
    const link = target === undefined ? text : element('a', {href: `#${target}`}, text)
    return element('li', {class: `depth-${depth}`}, link)
  })
  const words = node.title.length > 0 ? inlines(node.title, state) : escapeText(state.context.locale.t('contents'))
  const title = element('p', {...look(node, 'aside-title', state), id}, words)
  return element('nav', {'aria-labelledby': id}, title, element('ol', {class: 'toc', role: 'list'}, ...entries))
}
