/** Footnotes of slides whose speaker’s notes stand elsewhere. */
import type {Document, Note, Page} from '../nodes.ts'
import {isNode, nodesOf} from '../walk.ts'

const prefix = '#note-'

/**
 * Put each footnote on the slide that calls it first, where the first call of all is in the notes of a slide: these are
 * not printed with the slides, and a later call would lead nowhere. Gives `deck` itself where there is none.
 */
export function withNotesShown(deck: Document): Document {
  const notes = new Map(nodesOf(deck).flatMap((node) => (node.type === 'note' ? [[node.id, node]] : [])))
  if (notes.size === 0 || !replace(deck, notes, () => undefined)) return deck
  const copy = structuredClone(deck)
  replace(copy, notes, (list, index, note) => {
    list[index] = note
  })
  return copy
}

type Put = (list: unknown[], index: number, note: Note) => void

/** Call `put` for each link to a footnote that no slide has shown; tells whether there was one. */
function replace(deck: Document, notes: ReadonlyMap<string, Note>, put: Put): boolean {
  const shown = new Set<string>()
  let found = false
  for (const node of deck.children.flatMap((page) => nodesOn(page, deck))) {
    if (node.type === 'note') shown.add(node.id)
    for (const value of Object.values(node)) {
      if (!Array.isArray(value)) continue
      for (const [index, child] of value.entries()) {
        if (!isNode(child) || child.type !== 'link' || !child.url.startsWith(prefix)) continue
        const note = notes.get(child.url.slice(prefix.length))
        if (!note || shown.has(note.id)) continue
        shown.add(note.id)
        put(value, index, note)
        found = true
      }
    }
  }
  return found
}

function nodesOn({notes: _, ...page}: Page, deck: Document): ReturnType<typeof nodesOf> {
  return nodesOf({...deck, running: {}, children: [page]})
}
