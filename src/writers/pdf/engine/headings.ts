/** Levels of headings in the structure tree: H1 comes first, and none is skipped on the way down (ISO 14289-1, 7.4.2). */
import type {Tag} from '../content.ts'
import {StructureElement} from './structure.ts'

const LEVELS: readonly Tag[] = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6']

/**
 * Give each heading the level at which it lies inside the others, as the outline nests them: an H4 right below an H2
 * becomes an H3. The look of a heading has nothing to do with it.
 */
export function settleHeadings(root: StructureElement): void {
  /** Levels as written of the headings that are open, outermost first. */
  const open: number[] = []
  const visit = (element: StructureElement): void => {
    const written = LEVELS.indexOf(element.tag)
    if (written >= 0) {
      while ((open.at(-1) ?? -1) >= written) open.pop()
      element.tag = LEVELS[open.length] ?? element.tag
      open.push(written)
    }
    for (const child of element.children) if (child instanceof StructureElement) visit(child)
  }
  visit(root)
}
