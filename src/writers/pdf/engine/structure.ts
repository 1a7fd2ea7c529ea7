/** The structure tree: what a screen reader walks, in reading order. */
import type {Tag} from '../content.ts'
import {settleHeadings} from './headings.ts'
import type {PdfPage, PdfReference, PdfWriter} from './pdfmake.ts'
import {attributeEntries, type TagAttributes} from './tag-attributes.ts'

/** A piece of page content: a marked-content sequence, or an annotation. */
interface Leaf {
  order: number
  page: PdfPage
  mcid?: number
  annotation?: PdfReference
}

/** An element of the tree. Children come in the order of layout, whatever page is painted first. */
export class StructureElement {
  tag: Tag
  readonly attributes: TagAttributes
  readonly order: number
  readonly parent: StructureElement | undefined
  readonly children: (StructureElement | Leaf)[] = []

  constructor(tag: Tag, attributes: TagAttributes, order: number, parent?: StructureElement) {
    this.parent = parent
    this.tag = tag
    this.attributes = attributes
    this.order = order
  }
}

/** Elements that mean something even when they hold nothing. */
const KEPT_EMPTY: ReadonlySet<Tag> = new Set<Tag>(['Document', 'TR', 'TH', 'TD'])

/** What lists and tables of contents may hold, and what holds the rest for them (ISO 14289-1, 7.2 and 7.6). */
const WRAPPED: Partial<Record<Tag, {holds: readonly Tag[]; wrapper: Tag}>> = {
  L: {holds: ['L', 'LI', 'Caption'], wrapper: 'LI'},
  LI: {holds: ['Lbl', 'LBody'], wrapper: 'LBody'},
  TOC: {holds: ['TOC', 'TOCI', 'Caption'], wrapper: 'Caption'}
}

/** The tree of one document. */
export class StructureTree {
  readonly root: StructureElement = new StructureElement('Document', {}, 0)
  private readonly pages = new Map<PdfPage, StructureElement[]>()
  private readonly annotations: {element: StructureElement; key: number}[] = []
  private orders = 0
  private keys = 0
  private ids = 0

  /** The next place in reading order. */
  nextOrder(): number {
    this.orders += 1
    return this.orders
  }

  /** A name that no other element of the document has. */
  nextId(): string {
    this.ids += 1
    return `note-${this.ids}`
  }

  /** A new element, in a wrapper where its parent cannot hold its kind; the next in reading order unless `order` says. */
  add(
    parent: StructureElement,
    tag: Tag,
    attributes: TagAttributes = {},
    order: number = this.nextOrder()
  ): StructureElement {
    const rule = WRAPPED[parent.tag]
    const above = rule && !rule.holds.includes(tag) ? this.wrapper(parent, rule.wrapper) : parent
    const element = new StructureElement(tag, attributes, order, above)
    above.children.push(element)
    return element
  }

  /** Begin a marked-content sequence of `element` on `page` and give its number there. */
  mark(element: StructureElement, page: PdfPage, order: number): number {
    let list = this.pages.get(page)
    if (!list) {
      list = []
      this.pages.set(page, list)
      page.dictionary.data['StructParents'] = this.nextKey()
    }
    const mcid = list.push(element) - 1
    element.children.push({order, page, mcid})
    return mcid
  }

  /** The way back to the tree as it is now, for what is tried below `element`. */
  wayBack(element: StructureElement): () => void {
    const {orders, ids} = this
    const {length} = element.children
    return () => {
      this.orders = orders
      this.ids = ids
      element.children.length = length
    }
  }

  /** Make an annotation part of `element`. */
  attach(element: StructureElement, annotation: PdfReference, page: PdfPage): void {
    const key = this.nextKey()
    annotation.data['StructParent'] = key
    element.children.push({order: this.nextOrder(), page, annotation})
    this.annotations.push({element, key})
  }

  /** Write the tree, the parent tree and the names of elements into the file. */
  write(document: PdfWriter): void {
    prune(this.root)
    settleHeadings(this.root)
    const root = document.ref({Type: 'StructTreeRoot'})
    const written = new Map<StructureElement, PdfReference>()
    root.data['K'] = [writeElement(this.root, root, {document, written})]
    root.data['ParentTree'] = this.parentTree(document, written)
    root.data['ParentTreeNextKey'] = this.keys
    const names = idNames(written)
    if (names.length > 0) root.data['IDTree'] = ended(document.ref({Names: names}))
    root.end()
    document.catalog['StructTreeRoot'] = root
  }

  /** The last child of `parent`, or a new one. */
  private wrapper(parent: StructureElement, tag: Tag): StructureElement {
    const last = parent.children.at(-1)
    return last instanceof StructureElement && last.tag === tag ? last : this.add(parent, tag)
  }

  private nextKey(): number {
    this.keys += 1
    return this.keys - 1
  }

  private parentTree(document: PdfWriter, written: ReadonlyMap<StructureElement, PdfReference>): PdfReference {
    const entries: [number, unknown][] = []
    for (const [page, elements] of this.pages) {
      const key = Number(page.dictionary.data['StructParents'])
      entries.push([key, elements.map((element) => written.get(element))])
    }
    for (const {element, key} of this.annotations) entries.push([key, written.get(element)])
    entries.sort(([a], [b]) => a - b)
    return ended(document.ref({Nums: entries.flat()}))
  }
}

function prune(element: StructureElement): boolean {
  const kept = element.children.filter((child) => !(child instanceof StructureElement) || prune(child))
  kept.sort((a, b) => a.order - b.order)
  element.children.splice(0, element.children.length, ...kept)
  return kept.length > 0 || KEPT_EMPTY.has(element.tag)
}

interface Output {
  document: PdfWriter
  written: Map<StructureElement, PdfReference>
}

function writeElement(element: StructureElement, parent: PdfReference, output: Output): PdfReference {
  const data: Record<string, unknown> = {
    Type: 'StructElem',
    S: element.tag,
    P: parent,
    ...attributeEntries(element.attributes)
  }
  const reference = output.document.ref(data)
  output.written.set(element, reference)
  const first = element.children.find((child) => !(child instanceof StructureElement))
  const page = first instanceof StructureElement ? undefined : first?.page
  if (page) data['Pg'] = page.dictionary
  const children = element.children.map((child) => {
    if (child instanceof StructureElement) return writeElement(child, reference, output)
    if (child.annotation) return {Type: 'OBJR', Obj: child.annotation, Pg: child.page.dictionary}
    return child.page === page ? child.mcid : {Type: 'MCR', Pg: child.page.dictionary, MCID: child.mcid}
  })
  if (children.length > 0) data['K'] = children
  reference.end()
  return reference
}

function idNames(written: ReadonlyMap<StructureElement, PdfReference>): unknown[] {
  const named = [...written].flatMap(([{attributes}, reference]) => {
    return attributes.id === undefined ? [] : [{id: attributes.id, reference}]
  })
  named.sort((a, b) => (a.id < b.id ? -1 : 1))
  return named.flatMap(({id, reference}) => [new String(id), reference])
}

function ended(reference: PdfReference): PdfReference {
  reference.end()
  return reference
}
