/** The engine: layout, structure and file of one document. */
import type {Content, Source} from '../content.ts'
import type {ColumnBox, Element, Engine, EngineOptions, Flow, Fragment, PdfPage, Placement} from '../engine.ts'
import type {BoxContext, FilledBox} from './context.ts'
import {TaggedDocument} from './document.ts'
import {createFonts} from './faces.ts'
import {Galley} from './galley.ts'
import {buildInlines} from './inlines.ts'
import type {Item} from './items.ts'
import {NOTES_GAP} from './lines.ts'
import {Measure} from './measure.ts'
import {type StackNode, toStack} from './nodes.ts'
import {Painter} from './painter.ts'
import {drawShapes} from './shapes.ts'
import {StructureElement} from './structure.ts'
import {drawSvg} from './svg.ts'

/** A column with the items in it. */
class Column implements Fragment {
  readonly width: number
  readonly height: number
  readonly used: number
  readonly ids: readonly string[]
  readonly items: readonly Item[]

  constructor({pageSize, used}: FilledBox, items: readonly Item[]) {
    this.width = pageSize.width
    this.height = pageSize.height
    this.used = used
    this.ids = items.flatMap(({marks = []}) => marks.flatMap(({id}) => id ?? []))
    this.items = items
  }
}

/** An engine for one document. */
export function createEngine(options: EngineOptions): Engine {
  const {lang, dir} = options
  const document = new TaggedDocument(options)
  const fonts = createFonts(options.faces, options.load, document)
  const missing = oncePerPlace(options.missing)
  const {tree} = document

  function measure(stack: StackNode): void {
    new Measure({fonts, lang, dir, missing}).measureNode(stack)
  }

  function layOut(
    content: readonly Content[],
    boxes: (index: number) => ColumnBox | undefined,
    element: StructureElement | null
  ) {
    const stack = toStack(content)
    measure(stack)
    const galley = new Galley({lang, dir, tree, measure}, element)
    return {context: galley.run(stack, boxes), overset: galley.overset}
  }

  return {
    root: tree.root,
    element: (parent, tag, attributes) => tree.add(elementOf(parent), tag, attributes),
    flow(content, box, parent): Flow {
      const {context, overset} = layOut(content, box, parent && elementOf(parent))
      return {fragments: toColumns(context), overset}
    },
    width: (runs) => lineWidth(buildInlines(runs, {fonts, lang, dir, missing, hyphenate: false})),
    height(content, width) {
      const box = {width, height: Number.POSITIVE_INFINITY, page: 1}
      return layOut(content, (index) => (index === 0 ? box : undefined), null).context.y
    },
    write(pages) {
      const painter = new Painter(document, fonts)
      for (const page of pages) writePage(painter, page, dir === 'rtl')
      for (const font of fonts.used()) document._fontFamilies[font.id] = font
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

function lineWidth(inlines: ReturnType<typeof buildInlines>): number {
  return inlines.reduce((sum, inline) => sum + inline.width, 0)
}

/** Columns of the boxes there are, with the footnotes at their foot. */
function toColumns({pages}: BoxContext): Column[] {
  return pages.filter((box) => !box.virtual).map((box) => new Column(box, [...box.items, ...footnotes(box)]))
}

function footnotes(box: FilledBox): Item[] {
  if (box.notes.length === 0) return []
  let y = box.pageSize.height - box.notesHeight
  const color = '#16211F'
  const rule: Item = {
    type: 'shape',
    shape: {shape: 'rect', x: 0, y: 0, width: 56, height: 0.5, color},
    x: 0,
    y: y + 2,
    width: 56,
    height: 0.5,
    axes: []
  }
  y += NOTES_GAP
  const items: Item[] = [rule]
  for (const note of box.notes) {
    for (const item of note.items) items.push({...item, y: item.y + y})
    y += note.height
  }
  box.used = box.pageSize.height
  return items
}

function writePage(painter: Painter, page: PdfPage, mirrored: boolean): void {
  const {document} = painter
  document.addPage({size: [page.width, page.height], margin: 0})
  document.pageLabels.push(page.label ?? '')
  for (const placement of page.placements) {
    document.save()
    document.translate(placement.x, placement.y)
    drawPlacement(painter, placement, mirrored)
    document.restore()
  }
}

function drawPlacement(painter: Painter, placement: Placement, mirrored: boolean): void {
  const {document} = painter
  if (placement.kind === 'fragment') {
    const {fragment, scale} = placement
    if (!(fragment instanceof Column)) throw new Error('The fragment is not one of this engine')
    if (scale !== undefined) document.scale(scale)
    painter.paint(fragment.items, {width: fragment.width, mirrored})
    return
  }
  painter.mark(null)
  if (placement.kind === 'shapes') {
    if (placement.scale !== undefined) document.scale(placement.scale)
    drawShapes(document, placement.shapes)
  } else {
    if (placement.mirror) {
      document.translate(placement.width, 0)
      document.scale(-1, 1)
    }
    drawSvg(painter, placement)
  }
  painter.close()
}
