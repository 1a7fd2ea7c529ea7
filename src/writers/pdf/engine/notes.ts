/** Footnotes: laid out where they are referred to, placed at the foot of that column. */
import type {Content} from '../content.ts'
import type {FilledBox} from './context.ts'
import type {Galley} from './galley.ts'
import type {Item} from './items.ts'
import {type StackNode, toStack} from './nodes.ts'

/** Space above the footnotes of a column, with their rule, pt. */
export const NOTES_GAP = 8
const RULE_WIDTH = 56

/**
 * Lay a footnote out and keep room for it at the foot of the current box. It is read right after its reference, whose
 * place in reading order is `order`.
 */
export function addNote(galley: Galley, content: readonly Content[], order: number): void {
  const {box} = galley.context
  const {tree, dir} = galley.options
  const outer = galley.around
  const element = outer.element && tree.add(outer.element, 'Note', {id: tree.nextId()}, order + 0.5)
  galley.around = {...outer, element, dir, axes: [], continuations: []}
  const note = galley.aside(box.pageSize.width, 0, () => galley.processNode(noteStack(galley, content)))
  galley.around = outer
  if (box.notesHeight === 0) box.notesHeight = NOTES_GAP
  box.notesHeight += note.height
  box.notes.push(note)
}

/** Height of a footnote in the current box. */
export function noteHeight(galley: Galley, content: readonly Content[]): number {
  const stack = noteStack(galley, content)
  return galley.heightOf(galley.context.box.pageSize.width, () => galley.processNode(stack))
}

function noteStack(galley: Galley, content: readonly Content[]): StackNode {
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
  let y = box.pageSize.height - box.notesHeight
  const line = box.notes.flatMap(({items}) => items).find((item) => item.type === 'line')
  const area = {x: 0, y: y + 2, width: RULE_WIDTH, height: 0.5}
  const color = line?.pieces[0]?.inline.run.style.color ?? '#000000'
  const items: Item[] = [{type: 'shape', shape: {shape: 'rect', ...area, x: 0, y: 0, color}, ...area, axes: []}]
  y += NOTES_GAP
  for (const note of box.notes) {
    for (const item of note.items) items.push({...item, y: item.y + y})
    y += note.height
  }
  box.used = box.pageSize.height
  return items
}
