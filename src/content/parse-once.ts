/** Texts parsed once in a process, however many documents are made of them. */
import type {Nodes, Root} from 'mdast'
import {keep} from '../world/keep.ts'
import {parse} from './parse.ts'

/** Parse a text as `parse` does, or copy the tree that the same text gave before: phases write into theirs. */
export function parseOnce(...asked: Parameters<typeof keptTree>): Root {
  const tree = copied(keptTree(...asked))
  if (tree.data?.front) tree.data = {...tree.data, front: {...tree.data.front}}
  return tree
}

const keptTree = keep(({report}, text: Parameters<typeof parse>[0]) => parse(text, report), {
  key: ({file, lang, value}) => `${file}\n${lang}\n${value}`,
  limit: 16
})

/** Nodes of their own; what a node has (its place, its data) is replaced as a whole and never written into. */
function copied<Node extends Nodes>(node: Node): Node {
  return 'children' in node ? {...node, children: node.children.map(copied)} : {...node}
}
