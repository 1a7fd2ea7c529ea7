/** The structure element of a block. */
import type {Tag} from '../content.ts'
import type {Node} from './nodes.ts'
import type {StructureElement, StructureTree} from './structure.ts'

/** Open the element of `node` below `around`; one without a tag goes in the same, decoration in none. */
export function openElement(
  tree: StructureTree,
  node: Node,
  around: {element: StructureElement; lang: string}
): StructureElement | null {
  const {content} = node
  if (!content || content.kind === 'break') return around.element
  const tag = content.tag ?? defaultTag(node)
  if (tag === undefined) return around.element
  if (tag === 'Artifact') return null
  const {lang} = content
  return tree.add(around.element, tag, {
    ...(lang !== undefined && lang !== around.lang && {lang}),
    ...('alt' in content && content.alt && {alt: content.alt}),
    ...(content.kind === 'list' && {numbering: content.ordered ? 'Decimal' : 'Disc'}),
    ...(tag === 'Note' && {id: tree.nextId()})
  })
}

/** A picture that is no decoration, whether or not its description is there. */
export function isDescribed(alt: string | null | undefined): boolean {
  return alt === null || Boolean(alt)
}

function defaultTag(node: Node): Tag | undefined {
  switch (node.kind) {
    case 'text':
      return 'P'
    case 'list':
      return 'L'
    case 'table':
      return 'Table'
    case 'picture':
      return isDescribed(node.content.alt) ? 'Figure' : 'Artifact'
    case 'rule':
      return 'Artifact'
    default:
      return
  }
}
