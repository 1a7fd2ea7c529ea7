/** Links over text. */
import type {TaggedDocument} from './document.ts'
import type {PlacedInline} from './items.ts'
import {bounds, destinationName} from './painter.ts'
import type {StructureElement} from './structure.ts'

interface LineBox {
  x: number
  y: number
  height: number
}

/** Put a link annotation over pieces of a line that share one link, as part of their Link element. */
export function annotate(document: TaggedDocument, pieces: readonly PlacedInline[], line: LineBox): void {
  const [first] = pieces
  const {link, linkTitle} = first?.inline.run ?? {}
  if (!first?.element || link === undefined) return
  const left = Math.min(...pieces.map((piece) => piece.x))
  const right = Math.max(...pieces.map((piece) => piece.x + piece.inline.width))
  const area = {x: line.x + left, y: line.y, width: right - left, height: line.height}
  const text = [...pieces].sort((a, b) => a.order - b.order).map(({inline}) => inline.run.picture?.alt ?? inline.text)
  const annotation = document.ref({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: bounds(document, area),
    Border: [0, 0, 0],
    F: 4,
    A: action(link),
    Contents: new String(linkTitle ?? (text.join('').trim() || link))
  })
  document.tree.attach(linkElement(first.element), annotation, document.page)
  document.page.annotations.push(annotation)
  annotation.end()
}

/** The text of a link may stand in a Span inside it, a picture in a Figure. */
function linkElement(element: StructureElement): StructureElement {
  const inner = element.tag === 'Span' || element.tag === 'Figure'
  return inner && element.parent ? element.parent : element
}

function action(link: string): object {
  if (link.startsWith('#')) return {S: 'GoTo', D: new String(destinationName(link.slice(1)))}
  return {S: 'URI', URI: new String(asciiUrl(link))}
}

/** A URI action holds ASCII only; what is escaped already stays. */
function asciiUrl(link: string): string {
  return link.replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character))
}
