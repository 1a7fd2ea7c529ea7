/** Footnotes: laid out where they are referred to, placed at the foot of that column and, for want of room, of others. */
import type {Content} from '../content.ts'
import type {ColumnBox} from '../engine.ts'
import {BoxContext, type FilledBox} from './context.ts'
import type {Galley} from './galley.ts'
import type {Item} from './items.ts'
import {type StackNode, toStack} from './nodes.ts'
import {RULE_HEIGHT, separatorHeight} from './note-parts.ts'
import {firstLine, gapAbove, noteHead} from './note-room.ts'
import type {StructureElement} from './structure.ts'

const RULE_WIDTH = 56

/** A footnote that is called in the text of another, and waits until that one stands. */
export interface WaitingNote {
  content: readonly Content[]
  element: StructureElement | null
}

/**
 * Lay a footnote out at the foot of the current box, and what finds no room there at the foot of the next ones. It is
 * read right after its reference, whose place in reading order is `order`.
 */
export function addNote(galley: Galley, content: readonly Content[], order: number): void {
  const {tree} = galley.options
  const {element: block, notes} = galley.around
  if (notes === 'none') return
  const element = block && tree.add(block, 'Note', {id: tree.nextId()}, order + 0.5)
  galley.waitingNotes.push({content, element})
  if (notes === 'later') return
  for (let note = galley.waitingNotes.shift(); note; note = galley.waitingNotes.shift()) layoutNote(galley, note)
}

function layoutNote(galley: Galley, {content, element}: WaitingNote): void {
  const {context} = galley
  const outer = galley.around
  const stack = noteStack(galley, content)
  const gap = gapAbove(galley, content)
  const places: number[] = []
  const needed = {gap, here: firstLine(galley, content), further: noteHead(galley, content)}
  const boxes = noteBoxes(context, needed, places)
  const beyond = {width: context.box.pageSize.width, height: Number.POSITIVE_INFINITY, page: context.box.onPage}
  const inner = new BoxContext(boxes(0) ? boxes : (index) => (index === 0 ? beyond : undefined))
  galley.around = {
    ...outer,
    element,
    dir: galley.options.dir,
    axes: [],
    continuations: [],
    onGrid: false,
    notes: 'later'
  }
  galley.within(inner, () => galley.processNode(stack))
  galley.around = outer
  for (const [index, box] of inner.pages.entries()) {
    const place = places[index]
    const height = box === inner.box ? inner.y : box.used
    if (places.length === 0) for (const item of box.items) galley.countOverset(item)
    else if (place !== undefined && box.items.length > 0)
      context.addNote(place, {items: box.items, height, gap}, index > 0)
  }
}

/** The boxes that a footnote runs through: those with the least room it needs. Their numbers are put into `places`. */
function noteBoxes(
  context: BoxContext,
  {gap, here, further}: {gap: number; here: number; further: number},
  places: number[]
): (index: number) => ColumnBox | undefined {
  const found: ColumnBox[] = []
  let next = context.page
  return (index) => {
    while (found.length <= index) {
      const box = context.noteRoom(next, gap)
      if (!box) return
      const needed = next === context.page ? here : further
      if (box.fresh || box.height >= needed - 0.001) {
        found.push(box)
        places.push(next)
      }
      next += 1
    }
    return found[index]
  }
}

/** The blocks of a footnote, measured once: for the room they need, then to be laid out. */
export function noteStack(galley: Galley, content: readonly Content[]): StackNode {
  const known = galley.notes.get(content)
  if (known) return known
  const stack = toStack(content)
  galley.options.measure(stack)
  galley.notes.set(content, stack)
  return stack
}

/** The footnotes of a box at their places, below a rule in the colour of their text. */
export function footnotes(box: FilledBox): Item[] {
  if (box.notes.length === 0) return []
  let y = box.pageSize.height - box.notesHeight + separatorHeight(box.notes)
  const line = box.notes.flatMap(({items}) => items).find((item) => item.type === 'line')
  const area = {x: 0, y: y - RULE_HEIGHT, width: RULE_WIDTH, height: 0.5}
  const color = line?.pieces[0]?.inline.run.style.color ?? '#000000'
  const items: Item[] = [{type: 'shape', shape: {shape: 'rect', ...area, x: 0, y: 0, color}, ...area, axes: []}]
  for (const note of box.notes) {
    for (const item of note.items) items.push({...item, y: item.y + y})
    y += note.height
  }
  box.used = box.pageSize.height
  return items
}
