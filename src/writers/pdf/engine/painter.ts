/** Draws laid-out items on the pages of a document, each in the marked content of its structure element. */
import type {Raster} from '../../../picture/picture.ts'
import type {Shape} from '../content.ts'
import {annotate} from './annotations.ts'
import {type Artifact, artifactOf, artifactProperties} from './artifacts.ts'
import type {TaggedDocument} from './document.ts'
import type {Fonts} from './faces.ts'
import {drawPicture, type Images} from './images.ts'
import type {Item, LineItem, Mark, PictureItem, PlacedInline} from './items.ts'
import {drawShapes} from './shapes.ts'
import type {Stamps} from './stamp.ts'
import type {StructureElement} from './structure.ts'
import {directionTurns} from './text-glyphs.ts'
import {firstOrder, grouped, inReadingOrder} from './text-order.ts'
import {drawText, type LineOrigin} from './text-run.ts'

/** How items lie in their column: a column of a right-to-left document is mirrored. */
export interface Axis {
  width: number
  mirrored: boolean
}

/** What was found on the pages before they are drawn. */
export interface Found {
  /** SVG of the drawings that are stamped. */
  repeated: ReadonlySet<string>
  /** What stands for a picture, by its digest. */
  replaced: ReadonlyMap<string, Raster>
}

/** Text that stands in the file more often than it is read: the head of a table on its further pages. */
const REPEATED: Artifact = {type: 'Pagination'}
const DECORATION: Artifact = {type: 'Layout'}

export class Painter {
  readonly document: TaggedDocument
  readonly fonts: Fonts
  readonly images: Images = new Map()
  readonly stamps: Stamps = new Map()
  readonly found: Found
  /** The open marked-content sequence: an element, or the properties of an artifact. */
  private open: StructureElement | string | undefined
  /** What text is that has no element. */
  private aside: Artifact = REPEATED

  constructor(document: TaggedDocument, fonts: Fonts, found: Found) {
    this.document = document
    this.fonts = fonts
    this.found = found
  }

  /** Paint items of a column whose top left corner is the origin. `aside` is what text in no element is. */
  paint(items: readonly Item[], axis: Axis, aside: Artifact = REPEATED): void {
    this.aside = aside
    for (const item of items) {
      const x = leftOf(item, axis)
      for (const mark of item.marks ?? []) this.target(mark, x, item)
      if (item.type === 'line') this.paintLine(item, x)
      else if (item.type === 'picture') this.paintPicture(item, x)
      else {
        this.artifact(this.kindOf([item.shape], {...item, x}))
        this.document.save()
        this.document.translate(x, item.y)
        drawShapes(this.document, [item.shape])
        this.document.restore()
      }
    }
    this.close()
  }

  /** Begin the marked content of `element`, unless it is open already. */
  private mark(element: StructureElement, order: number): void {
    const {page, tree} = this.document
    if (this.open === element) return
    this.close()
    page.write(`/${element.tag} <</MCID ${tree.mark(element, page, order)}>> BDC`)
    this.open = element
  }

  /** Begin an artifact, unless one of its kind is open already. */
  artifact(artifact: Artifact): void {
    const properties = artifactProperties(artifact)
    if (this.open === properties) return
    this.close()
    this.document.page.write(`/Artifact ${properties} BDC`)
    this.open = properties
  }

  /** What shapes in an area are, in the surroundings of now. */
  private kindOf(shapes: readonly Shape[], area: Area): Artifact {
    return this.aside === REPEATED ? artifactOf(shapes, bounds(this.document, area)) : this.aside
  }

  close(): void {
    if (this.open) this.document.page.write('EMC')
    this.open = undefined
  }

  private paintLine(line: LineItem, x: number): void {
    const baseline = line.y + line.baseline
    const base = Math.min(...line.pieces.map(({inline}) => inline.level))
    const origin = {x, y: baseline, base, turns: directionTurns(line.pieces, base)}
    for (const pieces of inReadingOrder(grouped(line.pieces, sameContent))) {
      const [first] = pieces
      if (first?.element) this.mark(first.element, firstOrder(pieces))
      else this.artifact(first?.inline.run.picture ? DECORATION : this.aside)
      const nested = this.paintPieces(pieces, origin)
      if (first?.element && first.inline.run.link !== undefined)
        annotate(this.document, pieces, {x, y: line.y, height: line.height})
      if (nested) this.close()
    }
  }

  /** Text, or a picture that stands in for it. True where marked content was ended inside. */
  private paintPieces(pieces: readonly PlacedInline[], origin: LineOrigin): boolean {
    const [first] = pieces
    const {picture} = first?.inline.run ?? {}
    if (!first || !picture) return drawText(this.document, pieces, origin)
    const {width} = first.inline
    const height = (picture.height * width) / picture.width
    this.drawAt(picture, first.element, {width, height, x: origin.x + first.x, y: origin.y - height})
    return false
  }

  private paintPicture(item: PictureItem, x: number): void {
    const {element, content, y, width, height} = item
    if (element) this.mark(element, this.document.tree.nextOrder())
    else this.artifact(this.aside === REPEATED ? DECORATION : this.aside)
    this.drawAt(content, element, {x, y, width, height})
  }

  private drawAt(content: PictureItem['content'], element: StructureElement | null, area: Area): void {
    if (element?.tag === 'Figure') element.attributes.bounds = bounds(this.document, area)
    this.document.save()
    this.document.translate(area.x, area.y)
    // Where there was less room than the picture wants.
    if (area.width !== content.width) this.document.scale(area.width / content.width)
    drawPicture(this, content)
    this.document.restore()
  }

  private target({id, outline}: Mark, x: number, item: Item): void {
    const {document} = this
    const [left, , , top] = bounds(document, {x, y: item.y, width: 0, height: 0})
    const target = [document.page.dictionary, 'XYZ', left, top, null]
    const name = id === undefined ? undefined : destinationName(id)
    if (name !== undefined && !document.destinations.has(name)) document.destinations.set(name, target)
    if (outline) document.outlineEntries.push({...outline, target, order: orderOf(item)})
  }
}

/** True for pieces of one element, link and picture. */
function sameContent(a: PlacedInline, b: PlacedInline): boolean {
  const [first, second] = [a.inline.run, b.inline.run]
  return a.element === b.element && first.link === second.link && first.picture === second.picture
}

/** Left edge of an item, once the axes around it and that of its column have mirrored it. */
export function leftOf(item: Item, axis: Axis): number {
  const inner = item.axes.reduce((x, twice) => twice - x - item.width, item.x)
  return axis.mirrored ? axis.width - inner - item.width : inner
}

interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** Left, bottom, right, top on the page, through the transform that holds now; pt with two decimals. */
export function bounds(document: TaggedDocument, {x, y, width, height}: Area): [number, number, number, number] {
  const [a, b, c, d, e, f] = document._ctm
  const corners = [
    [x, y],
    [x + width, y + height]
  ].map(([left = 0, top = 0]) => [a * left + c * top + e, b * left + d * top + f] as const)
  const round = (value: number): number => Math.round(value * 100) / 100
  const xs = corners.map(([left]) => round(left))
  const ys = corners.map(([, top]) => round(top))
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** A name in ASCII, which sorts the same everywhere: other characters become their number in hex. */
export function destinationName(id: string): string {
  return id.replace(/[^\w.-]/gu, (character) => `~${(character.codePointAt(0) ?? 0).toString(16)}`)
}

function orderOf(item: Item): number {
  if (item.type === 'line') return Math.min(...item.pieces.map((piece) => piece.order))
  return item.type === 'picture' ? (item.element?.order ?? 0) : 0
}
