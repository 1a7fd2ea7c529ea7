/** Every node of a Document, in reading order: also those in titles, captions, notes, and running headers. */
import type {Document, Node} from './nodes.ts'

/** List a document's nodes, running headers and footers last. */
export function nodesOf(document: Document): Node[] {
  const nodes: Node[] = []
  for (const node of [document, ...Object.values(document.running).flat()]) collect(node, nodes)
  return nodes
}

/** Add a node and all that it holds to `nodes`. */
function collect(node: Node, nodes: Node[]): void {
  nodes.push(node)
  const parts: Readonly<Record<string, unknown>> = {...node}
  for (const name in parts) {
    const value = parts[name]
    if (!Array.isArray(value)) continue
    for (const child of value) if (isNode(child)) collect(child, nodes)
  }
}

/** True for a value that is a node. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
