/** Lays a block out by its kind, in its place in the structure tree. */
import {openElement} from './block-element.ts'
import {layoutBox, layoutList, layoutPicture, layoutRule} from './blocks.ts'
import {fitColumns} from './column-widths.ts'
import type {Galley} from './galley.ts'
import {goToRoom} from './keep.ts'
import {layoutText} from './lines.ts'
import type {ColumnsNode, Node} from './nodes.ts'
import {calledIn, keepFree, roomForNotes} from './note-room.ts'
import {layoutTable} from './table.ts'

/** Open the structure element of a block, note its destination, turn the axis where its direction is another. */
export function enterBlock(galley: Galley, node: Node): void {
  const {content} = node
  if (!content || content.kind === 'break') return
  const {around, context} = galley
  const inner = {...around, lang: content.lang ?? around.lang}
  if (content.dir && content.dir !== around.dir) {
    inner.dir = content.dir
    inner.axes = [2 * context.x + context.availableWidth - context.box.pageSize.width, ...around.axes]
  }
  if (content.id !== undefined) galley.marks.push({id: content.id})
  if (around.element)
    inner.element = openElement(galley.options.tree, node, {element: around.element, lang: around.lang})
  galley.around = inner
}

/** Blocks side by side: together with the footnotes they call where these fit into one box. */
function layoutColumns(galley: Galley, node: ColumnsNode): void {
  const {context} = galley
  const notes = calledIn(node)
  if (notes.length > 0 && !galley.around.trial) {
    const height = galley.heightOf(context.availableWidth, () => galley.processNode(node))
    if (height + roomForNotes(galley, notes) <= context.box.pageSize.height) goToRoom(galley, {height, notes})
    if (height <= context.availableHeight) keepFree(galley, height)
  }
  fitColumns(node, context.availableWidth)
  galley.processColumns(node)
}

/** Lay a block out at the cursor. */
export function layoutBlock(galley: Galley, node: Node): void {
  switch (node.kind) {
    case 'text':
      layoutText(galley, node)
      break
    case 'stack':
      galley.processVerticalContainer(node)
      break
    case 'columns':
      layoutColumns(galley, node)
      break
    case 'list':
      layoutList(galley, node)
      break
    case 'box':
      layoutBox(galley, node)
      break
    case 'table':
      layoutTable(galley, node)
      break
    case 'picture':
      layoutPicture(galley, node)
      break
    case 'rule':
      layoutRule(galley, node)
      break
    case 'break':
      break
  }
}
