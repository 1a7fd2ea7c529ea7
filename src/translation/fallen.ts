/** Blocks all of whose words fell back to one language: what stands around the words goes with them. */
import type {Nodes, Root} from 'mdast'

/** Blocks with more to them than their words: markers, cells, a line of time and place. */
const types: ReadonlySet<string> = new Set(['list', 'listItem', 'blockquote', 'table'])
const directives: ReadonlySet<string> = new Set('aside callout contact figures lead programme quote table'.split(' '))

/**
 * Give the blocks of `tree` whose units are all in one language other than the `wanted` one that language as
 * `data.lang`, so that they are read and set in its direction as a whole.
 */
export function markFallen(tree: Root, wanted: string): void {
  for (const child of tree.children) languagesIn(child, wanted)
}

/** Languages of the units in `node`. */
function languagesIn(node: Nodes, wanted: string): ReadonlySet<string> {
  const {unit, lang = wanted} = node.data ?? {}
  const found = new Set(unit === undefined ? [] : [lang])
  if ('children' in node)
    for (const child of node.children) for (const inner of languagesIn(child, wanted)) found.add(inner)
  const [only, ...others] = found
  if (only !== undefined && only !== wanted && others.length === 0 && isBlock(node))
    node.data = {...node.data, lang: only}
  return found
}

function isBlock(node: Nodes): boolean {
  return node.type === 'containerDirective' ? directives.has(node.name) : types.has(node.type)
}
