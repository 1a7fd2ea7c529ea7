/** Every node of a Document, in reading order: also those in titles, captions, notes, and running headers. */
import type {Document, Node} from '../document/nodes.ts'

/** List a document's nodes, running headers and footers last. */
export function nodesOf(document: Document): Node[] {
  return [...within(document), ...Object.values(document.running).flat().flatMap(within)]
}

/** List a node and all that it holds. */
function within(node: Node): Node[] {
  return [
    node,
    ...Object.values(node).flatMap((value: unknown) =>
      (Array.isArray(value) ? value : []).filter(isNode).flatMap(within)
    )
  ]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
