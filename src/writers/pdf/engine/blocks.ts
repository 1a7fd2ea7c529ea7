/** Lists, boxes, pictures and rules. */
import type {Galley} from './galley.ts'
import {headHeight} from './head-height.ts'
import {fittingIndents} from './indents.ts'
import {goToRoom} from './keep.ts'
import type {BoxNode, ListNode, Node, PictureNode, RuleNode} from './nodes.ts'

/** Items with a hanging marker: LI with Lbl and LBody. */
export function layoutList(galley: Galley, node: ListNode): void {
  const {context} = galley
  const {tree} = galley.options
  const [indent] = fittingIndents(node.content.indent, 0, context.availableWidth)
  const outer = galley.around
  const list = outer.element
  for (const [index, {body, marker, after}] of node.items.entries()) {
    const item = list && tree.add(list, 'LI')
    const label = item && marker && says(marker) ? tree.add(item, 'Lbl') : null
    galley.marker = marker && {node: marker, indent, around: {...outer, element: label}}
    galley.around = {...outer, element: item && tree.add(item, 'LBody')}
    context.addMargin(indent, 0)
    galley.processNode(body)
    context.addMargin(-indent, 0)
    galley.marker = undefined
    context.sync()
    if (index < node.items.length - 1) context.moveDown(Math.min(after, Math.max(0, context.availableHeight)))
  }
  galley.around = outer
}

/** A marker is decoration unless it is a text or has a description. */
function says(marker: Node): boolean {
  return marker.kind === 'text' || (marker.kind === 'picture' && Boolean(marker.content.alt))
}

/** Content on a ground with padding and rules. The ground goes on where the content does. */
export function layoutBox(galley: Galley, node: BoxNode): void {
  const {context} = galley
  const outer = galley.around
  const {padding, ruleAbove, ruleBelow} = node.content
  const [vertical] = padding
  const [horizontal] = fittingIndents(padding[1], padding[1], context.availableWidth)
  const {pages} = context
  const bare = {...node, margin: [0, 0, 0, 0]} as const
  // A trial has all the room there is, and the head of a whole box is found by a trial.
  if (!outer.trial && !context.isFree) goToRoom(galley, headHeight(galley, bare, context.availableWidth))
  const start = {page: context.page, y: context.y, index: context.box.items.length}
  const place = {x: context.x, width: context.availableWidth, box: context.box.pageSize.width}
  context.reserve += vertical
  context.moveDown(vertical + (ruleAbove?.width ?? 0))
  context.addMargin(horizontal, horizontal)
  const continuations = [...outer.continuations, () => context.moveDown(vertical)]
  galley.around = {...outer, continuations, onGrid: false}
  galley.processNode(node.body)
  context.addMargin(-horizontal, -horizontal)
  galley.around = outer
  context.reserve -= vertical
  context.moveDown(vertical + (ruleBelow?.width ?? 0))
  context.sync()
  if (outer.trial) return
  for (let page = start.page; page <= context.page; page++) {
    const box = pages[page]
    if (!box) continue
    const first = page === start.page
    const last = page === context.page
    const top = first ? start.y : 0
    const bottom = last ? context.y : Math.min(box.used + vertical, box.pageSize.height - box.notesHeight)
    const width = place.width + (context.snapshots.length > 0 ? 0 : box.pageSize.width - place.box)
    const area = {x: place.x, width, y: top, height: bottom - top}
    const shapes = []
    if (node.content.ground) shapes.push(galley.shape(rect(node.content.ground, area), area, box))
    if (ruleAbove && first) {
      const line = {...area, height: ruleAbove.width}
      shapes.push(galley.shape(rect(ruleAbove.color, line), line, box))
    }
    if (ruleBelow && last) {
      const line = {...area, y: bottom - ruleBelow.width, height: ruleBelow.width}
      shapes.push(galley.shape(rect(ruleBelow.color, line), line, box))
    }
    box.items.splice(first ? start.index : 0, 0, ...shapes)
    box.used = Math.max(box.used, bottom)
  }
}

interface Area {
  x: number
  y: number
  width: number
  height: number
}

function rect(color: string, {width, height}: Area) {
  return {shape: 'rect', x: 0, y: 0, width, height, color} as const
}

/** A picture or drawing stands whole; one higher than a box is placed all the same. */
export function layoutPicture(galley: Galley, node: PictureNode): void {
  const {context, around} = galley
  const {content} = node
  const room = Math.max(1, context.availableWidth)
  const scale = content.width > room ? room / content.width : 1
  const width = content.width * scale
  const height = content.height * scale
  goToRoom(galley, {height, notes: []})
  galley.place({
    type: 'picture',
    content,
    x: context.x,
    y: context.y,
    width,
    height,
    axes: galley.axesIn(context.box),
    element: around.element
  })
  context.moveDown(height)
}

/** A line over the width of the column. */
export function layoutRule(galley: Galley, node: RuleNode): void {
  const {context} = galley
  const {width: height, color} = node.content
  const area = {x: context.x, y: context.y, width: context.availableWidth, height}
  galley.place(galley.shape(rect(color, area), area))
  context.moveDown(height)
}
