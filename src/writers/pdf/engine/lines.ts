/** Paragraphs: lines, where they break over columns, what stands in them. */
import {shiftToGrid} from './baseline.ts'
import {visualOrder} from './bidi.ts'
import {ascentOf, breakLines, type TextLine} from './break-lines.ts'
import type {Galley} from './galley.ts'
import {InlineElements} from './inline-elements.ts'
import type {LineItem, PlacedInline} from './items.ts'
import {linesThatFit, rebroken} from './line-fit.ts'
import type {TextNode} from './nodes.ts'
import {addNote} from './notes.ts'

/** Lay a paragraph out, over as many boxes as it needs. */
export function layoutText(galley: Galley, node: TextNode): void {
  const {context} = galley
  const {outline} = node.content
  if (outline) galley.marks.push({outline})
  const elements = new InlineElements(galley, node._inlines)
  let lines = breakLines(node._inlines, context.availableWidth)
  let moved = false
  while (lines.length > 0) {
    const count = linesThatFit(galley, node, lines, moved)
    for (const line of lines.slice(0, count)) placeLine(galley, line, {node, elements})
    const rest = lines.slice(count)
    if (rest.length === 0) return
    const width = context.availableWidth
    galley.nextBox()
    moved = count === 0
    lines = context.availableWidth === width ? rest : rebroken(rest, context.availableWidth)
  }
}

interface LineContext {
  node: TextNode
  elements: InlineElements
}

function placeLine(galley: Galley, line: TextLine, {node, elements}: LineContext): void {
  const {context} = galley
  context.moveDown(shiftToGrid(galley, node, line, context.y))
  const height = line.getHeight()
  if (galley.around.trial) {
    galley.marker = undefined
    context.moveDown(height)
    context.sync()
    return
  }
  const ascent = ascentOf(line)
  const width = line.getWidth()
  const spare = context.availableWidth - width
  const offset = {start: 0, center: spare / 2, end: spare}[node.content.align]
  const item: LineItem = {
    type: 'line',
    x: context.x + offset,
    y: context.y,
    width,
    height,
    baseline: ascent,
    pieces: pieces(line, galley.around.dir, elements),
    axes: galley.axesIn(context.box)
  }
  hangMarker(galley, item)
  galley.place(item)
  context.moveDown(height)
  addNotes(galley, item.pieces)
  context.sync()
}

function addNotes(galley: Galley, line: readonly PlacedInline[]): void {
  const calls = line.filter(({inline}) => inline.note)
  calls.sort((a, b) => a.order - b.order)
  for (const {inline, order} of calls) if (inline.run.note) addNote(galley, inline.run.note.content, order)
}

/** The marker of the list item that this line begins, on the same baseline, or below it by the space above its text. */
function hangMarker(galley: Galley, line: LineItem): void {
  const {marker, context} = galley
  if (!marker) return
  galley.marker = undefined
  const {around} = galley
  // It stands on the side of the list, whatever direction the item's own text has.
  galley.around = marker.around
  const first = line.pieces[0]?.inline
  const middle = first ? (first.font.face.xHeight * first.fontSize) / 2000 : 0
  placeMarker(galley, marker, {x: context.x - marker.indent, baseline: line.y + line.baseline, middle})
  galley.around = around
}

interface MarkerPlace {
  x: number
  baseline: number
  /** Half the x-height: where a drawn marker is centred above the baseline. */
  middle: number
}

function placeMarker(galley: Galley, marker: NonNullable<Galley['marker']>, at: MarkerPlace): void {
  const {node, indent} = marker
  const {dir} = galley.around
  const axes = galley.axesIn(galley.context.box)
  if (node.kind === 'picture') {
    const {width, height} = node.content
    const y = at.baseline - at.middle - height / 2
    const {alt} = node.content
    const {element: label} = galley.around
    const element = label && galley.options.tree.add(label, 'Figure', {alt: alt ?? undefined})
    galley.place({type: 'picture', content: node.content, x: at.x, y, width, height, axes, element})
  }
  if (node.kind !== 'text') return
  const [line] = breakLines(node._inlines, indent)
  if (!line) return
  const baseline = ascentOf(line)
  const spare = Math.max(0, indent - line.getWidth())
  galley.place({
    type: 'line',
    x: at.x + {start: 0, center: spare / 2, end: spare}[node.content.align],
    y: at.baseline + node.margin[1] - baseline,
    width: line.getWidth(),
    height: line.getHeight(),
    baseline,
    pieces: pieces(line, dir, new InlineElements(galley, node._inlines)),
    axes
  })
}

/** Pieces of a line at their places, in visual order; trailing space hangs outside. */
function pieces(line: TextLine, dir: 'ltr' | 'rtl', elements: InlineElements): PlacedInline[] {
  const last = line.inlines.at(-1)
  const placed = new Map(line.inlines.map((inline) => [inline, elements.elementOf(inline)]))
  let x = dir === 'rtl' ? -Math.max(0, line.trailingCut) : -line.leadingCut
  return visualOrder(line.inlines, dir === 'rtl' ? 1 : 0).map((inline) => {
    const {element, order} = placed.get(inline) ?? elements.elementOf(inline)
    const piece = {inline, x, hyphen: inline === last && inline.softHyphen === true, element, order}
    x += inline.width
    return piece
  })
}
