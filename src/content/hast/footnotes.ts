/** Footnotes, in place: their text stands where they are first referred to. */
import type {Element} from 'hast'
import type {FootnoteDefinition, FootnoteReference, Nodes} from 'mdast'
import type {State} from 'mdast-util-to-hast'
import {walk} from '../walk.ts'
import {at, component, element, type ToHastOptions} from './element.ts'

/** How many footnotes may stand in each other's text. */
const deepest = 10

/** Number footnotes over a document, in the order of their first references. */
export function footnotes({locale, report}: ToHastOptions) {
  const numbers = new Map<string, number>()
  let open = 0

  return {
    /** The note itself at its first reference, a link to it at later ones, one in its own text among them. */
    reference(state: State, node: FootnoteReference): Element | undefined {
      const key = node.identifier.toUpperCase()
      const definition = state.footnoteById.get(key)
      const known = numbers.get(key)
      if (known !== undefined) {
        const digits = locale.digits(String(known))
        return element('a', {href: `#note-${known}`}, [element('sup', {}, [{type: 'text', value: digits}])])
      }
      if (!definition) return
      const number = numbers.size + 1
      numbers.set(key, number)
      if (open === deepest) {
        report('text-nested', `Unexpected footnote in ${deepest} others, expected fewer`, at(node))
        return
      }
      open++
      const note = component('note', {id: String(number), number}, state.all(definition))
      open--
      return note
    },

    /** Report notes that nothing refers to: they would be lost. */
    checkUnused(tree: Nodes) {
      const definitions: FootnoteDefinition[] = []
      walk(tree, (node) => {
        if (node.type === 'footnoteDefinition') definitions.push(node)
      })
      const seen = new Set<string>()
      for (const definition of definitions) {
        const key = definition.identifier.toUpperCase()
        const label = definition.label ?? definition.identifier
        if (seen.has(key))
          report(
            'reference-unknown',
            `Unexpected second footnote \`${label}\`, expected one of that name`,
            at(definition)
          )
        else if (!numbers.has(key))
          report('reference-unknown', `Unexpected footnote \`${label}\`, expected a reference to it`, at(definition))
        seen.add(key)
      }
    }
  }
}
