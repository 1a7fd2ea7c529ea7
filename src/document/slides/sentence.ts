/** The first sentence of a paragraph. */
import type {Inline} from '../nodes.ts'
import {plainText} from '../text.ts'

/**
 * Cut `nodes` after the first sentence of their text, by the sentence rules of `lang` (BCP 47).
 *
 * Footnotes stay behind: they belong to the whole text, and each of them has one place.
 */
export function firstSentence(nodes: readonly Inline[], lang: string): Inline[] {
  const [sentence] = new Intl.Segmenter(lang, {granularity: 'sentence'}).segment(plainText(nodes))
  return take(nodes, {characters: sentence?.segment.trimEnd().length ?? 0})
}

/** Nodes until `room` is used up; a node in which it ends is cut there. */
function take(nodes: readonly Inline[], room: {characters: number}): Inline[] {
  const taken: Inline[] = []
  for (const node of nodes) {
    if (room.characters <= 0) break
    const cut = cutNode(node, room)
    if (cut) taken.push(cut)
  }
  return taken
}

function cutNode(node: Inline, room: {characters: number}): Inline | undefined {
  switch (node.type) {
    case 'note':
      return
    case 'field':
      return node
    case 'text':
    case 'inlineCode': {
      const value = node.value.slice(0, room.characters)
      room.characters -= value.length
      return {...node, value}
    }
    case 'image':
    case 'lineBreak':
      room.characters -= plainText([node]).length
      return node
    default:
      return {...node, children: take(node.children, room)}
  }
}
