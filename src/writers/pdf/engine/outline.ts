/** The document outline: what a viewer shows as bookmarks. */
import type {PdfReference, PdfWriter} from './pdfmake.ts'

export interface OutlineEntry {
  level: number
  title: string
  /** Explicit destination: page, XYZ, left, top. */
  target: unknown[]
  /** Place in reading order. */
  order: number
}

interface Branch {
  entry: OutlineEntry
  reference: PdfReference
  children: Branch[]
}

/** Write the entries, nested by their levels, into the catalog. */
export function writeOutline(document: PdfWriter, entries: readonly OutlineEntry[]): void {
  if (entries.length === 0) return
  const root = document.ref({Type: 'Outlines'})
  const branches = nest(
    document,
    [...entries].sort((a, b) => a.order - b.order)
  )
  link(root, branches)
  root.data['Count'] = branches.length
  root.end()
  document.catalog['Outlines'] = root
  document.catalog['PageMode'] = 'UseOutlines'
}

function nest(document: PdfWriter, entries: readonly OutlineEntry[]): Branch[] {
  const top: Branch[] = []
  const path: Branch[] = []
  for (const entry of entries) {
    while (path.length > 0 && (path.at(-1)?.entry.level ?? 0) >= entry.level) path.pop()
    const reference = document.ref({Title: new String(entry.title), Dest: entry.target})
    const branch = {entry, reference, children: []}
    const siblings = path.at(-1)?.children ?? top
    siblings.push(branch)
    path.push(branch)
  }
  return top
}

/** Children of a branch are closed at first, so that its count is negative (ISO 32000-1, 12.3.3). */
function link(parent: PdfReference, children: readonly Branch[]): void {
  if (children.length === 0) return
  parent.data['First'] = children[0]?.reference
  parent.data['Last'] = children.at(-1)?.reference
  for (const [index, child] of children.entries()) {
    const {data} = child.reference
    data['Parent'] = parent
    const previous = children[index - 1]
    const next = children[index + 1]
    if (previous) data['Prev'] = previous.reference
    if (next) data['Next'] = next.reference
    if (child.children.length > 0) data['Count'] = -child.children.length
    link(child.reference, child.children)
    child.reference.end()
  }
}
