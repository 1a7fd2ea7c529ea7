/** The engine: layout, structure and file of one document. */
import type {Content, Run, Shape, Source} from '../content.ts'
import type {ColumnBox, Element, Engine, EngineOptions, Flow, PdfPage, Placement} from '../engine.ts'
import {type Artifact, artifactOf} from './artifacts.ts'
import {type BuiltInlines, builtInlines} from './built-inlines.ts'
import {Column, toColumns} from './column.ts'
import {TaggedDocument} from './document.ts'
import {createFonts} from './faces.ts'
import {Galley} from './galley.ts'
import {textsOn} from './grounds.ts'
import {lineWidth, widestWord} from './inline-widths.ts'
import {buildInlines} from './inlines.ts'
import type {Inline} from './items.ts'
import {Measure} from './measure.ts'
import {type StackNode, toStack} from './nodes.ts'
import {bounds, Painter} from './painter.ts'
import {drawShapes} from './shapes.ts'
import {printedPictures, repeatedDrawings, shownOn} from './shown.ts'
import {StructureElement} from './structure.ts'
import {drawSvg} from './svg.ts'

/** An engine for one document. */
export function createEngine(options: EngineOptions): Engine {
  const {lang, dir} = options
  const document = new TaggedDocument(options, options)
  const fonts = createFonts(options.faces, options.load, document)
  const missing = oncePerPlace((codePoint, source) => {
    document.conforms = false
    options.missing(codePoint, source)
  })
  const {tree} = document
  const built: BuiltInlines = new WeakMap()

  function piecesOf(runs: readonly Run[]): readonly Inline[] {
    return builtInlines(runs, {fonts, lang, dir, missing, hyphenate: false}, built)
  }

  function measure(stack: StackNode): void {
    new Measure({fonts, lang, dir, missing, built}).measureNode(stack)
  }

  function layOut(
    content: readonly Content[],
    boxes: (index: number) => ColumnBox | undefined,
    element: StructureElement | null
  ) {
    const stack = toStack(content)
    measure(stack)
    const galley = new Galley({lang, dir, tree, measure}, element)
    const context = galley.run(stack, boxes)
    const {overset, oversetWords, strained} = galley
    return {context, overset, oversetWords, strained}
  }

  return {
    root: tree.root,
    conforms: () => document.conforms,
    element: (parent, tag, attributes) => tree.add(elementOf(parent), tag, attributes),
    flow(content, box, parent): Flow {
      const element = parent && elementOf(parent)
      const withdraw = element ? tree.wayBack(element) : () => undefined
      const {context, ...over} = layOut(content, box, element)
      return {fragments: toColumns(context), ...over, withdraw}
    },
    ascent: (style) => ascentOf(buildInlines([{text: 'x', style}], {fonts, lang, dir, missing, hyphenate: false})),
    width: (runs) => lineWidth(piecesOf(runs)),
    widestWord: (runs) => widestWord(piecesOf(runs)),
    height(content, width) {
      const box = {width, height: Number.POSITIVE_INFINITY, page: 1}
      return layOut(content, (index) => (index === 0 ? box : undefined), null).context.y
    },
    write(pages) {
      const shown = shownOn(pages)
      options.texts?.(textsOn(pages, dir === 'rtl'))
      const painter = new Painter(document, fonts, {
        repeated: repeatedDrawings(shown),
        replaced: options.pictures?.(printedPictures(shown)) ?? new Map()
      })
      for (const page of pages) writePage(painter, page, dir === 'rtl')
      for (const font of fonts.used()) {
        document._fontFamilies[font.id] = font
        if (!font.sound) document.conforms = false
      }
      return document.close()
    }
  }
}

function elementOf(element: Element): StructureElement {
  if (element instanceof StructureElement) return element
  throw new Error('The element is not one of this engine')
}

/** Report a character once for each place it stands in, however often the place is laid out. */
function oncePerPlace(report: EngineOptions['missing']): EngineOptions['missing'] {
  const seen = new Map<Source | undefined, Set<number>>()
  return (codePoint, source) => {
    const known = seen.get(source) ?? new Set()
    seen.set(source, known)
    if (known.has(codePoint)) return
    known.add(codePoint)
    report(codePoint, source)
  }
}

function ascentOf([first]: readonly Inline[]): number {
  return first?.ascent ?? 0
}

function writePage(painter: Painter, page: PdfPage, mirrored: boolean): void {
  const {document} = painter
  const {width, height, around} = page
  const paper = around?.paper ?? 0
  document.addPage({size: [width + 2 * paper, height + 2 * paper], margin: 0})
  document.pageLabels.push(page.label ?? '')
  if (around) drawForPress(painter, {page, ...around}, mirrored)
  else drawPlacements(painter, page.placements, {mirrored})
}

/** Draw a page in the middle of its paper, cut off at the bleed, and the marks around it. */
function drawForPress(
  painter: Painter,
  {page, paper, bleed, marks}: {page: PdfPage} & NonNullable<PdfPage['around']>,
  mirrored: boolean
): void {
  const {document} = painter
  const box = (beyond: number) => {
    const [start, end] = [paper - beyond, paper + beyond]
    return [start, start, end + page.width, end + page.height]
  }
  const {data} = document.page.dictionary
  data['BleedBox'] = box(bleed)
  data['TrimBox'] = box(0)
  drawPlacement(painter, {kind: 'page', page, x: paper, y: paper, bleed}, {mirrored})
  document.translate(paper, paper)
  drawPlacements(painter, marks, {mirrored, aside: {type: 'Page'}})
}

/** How placements are drawn: mirrored columns, and the kind of artifact that those are which have no place in the tree. */
interface Drawing {
  mirrored: boolean
  aside?: Artifact
}

function drawPlacements(painter: Painter, placements: readonly Placement[], drawing: Drawing): void {
  for (const placement of placements) drawPlacement(painter, placement, drawing)
}

function drawPlacement(painter: Painter, placement: Placement, drawing: Drawing): void {
  const {document} = painter
  document.save()
  document.translate(placement.x, placement.y)
  draw(painter, placement, drawing)
  document.restore()
}

function draw(painter: Painter, placement: Placement, drawing: Drawing): void {
  const {document} = painter
  if (placement.kind === 'fragment') {
    const {fragment, scale, running} = placement
    if (!(fragment instanceof Column)) throw new Error('The fragment is not one of this engine')
    if (scale !== undefined) document.scale(scale)
    const repeated = running && ({type: 'Pagination', running, attached: scale === undefined} as const)
    painter.paint(fragment.items, {width: fragment.width, mirrored: drawing.mirrored}, repeated ?? drawing.aside)
    return
  }
  if (placement.kind === 'page') {
    const {page, bleed, scale = 1} = placement
    document.scale(scale)
    document.rect(-bleed, -bleed, page.width + 2 * bleed, page.height + 2 * bleed).clip()
    drawPlacements(painter, page.placements, drawing)
    return
  }
  if (placement.kind === 'shapes') {
    if (placement.scale !== undefined) document.scale(placement.scale)
    painter.artifact(drawing.aside ?? artifactOf(placement.shapes, bounds(document, extent(placement.shapes))))
    drawShapes(document, placement.shapes)
  } else {
    if (placement.mirror) {
      document.translate(placement.width, 0)
      document.scale(-1, 1)
    }
    painter.artifact(artifactOfArt(document, placement))
    drawSvg(painter, placement)
  }
  painter.close()
}

/** A mark or logo stands for itself; art over half a side of the page lies behind its text. */
function artifactOfArt(document: TaggedDocument, {width, height}: {width: number; height: number}): Artifact {
  const {page} = document
  const large = width > page.width / 2 || height > page.height / 2
  return large ? {type: 'Background', bounds: bounds(document, {x: 0, y: 0, width, height})} : {type: 'Layout'}
}

/** The area of the rectangles among shapes. */
function extent(shapes: readonly Shape[]): {x: number; y: number; width: number; height: number} {
  const rects = shapes.filter((shape) => shape.shape === 'rect')
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return {x, y, width: right - x, height: bottom - y}
}
