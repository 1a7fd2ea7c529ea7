/** Columns that end at the same height on the page where their text ends. */
import type {Content} from './content.ts'
import type {ColumnBox, Engine} from './engine.ts'

/** The box of each column in turn, `undefined` when there are no more. */
export type Boxes = (index: number) => ColumnBox | undefined

/** Columns lower than this are not worth dividing a text for, pt. */
const lowest = 70
/** How near two heights must be to count as the same, pt: less than a line. */
const tolerance = 3

/**
 * Shorten the boxes of the last page as far as `content` still fits, so that its columns come out even. Boxes are left
 * as they are where the text does not fit at all.
 */
export function balanced(content: readonly Content[], boxes: Boxes, engine: Engine): Boxes {
  const flowed = engine.flow(content, boxes, null)
  const lastPage = boxes(flowed.fragments.length - 1)?.page
  if (flowed.overset > 0 || lastPage === undefined) return boxes

  const within = (height: number): Boxes => {
    return (index) => {
      const box = boxes(index)
      if (!box || box.page > lastPage) return
      return box.page === lastPage ? {...box, height: Math.min(height, box.height)} : box
    }
  }
  let low = lowest
  let high = flowed.fragments.reduce((most, {height}) => Math.max(most, height), 0)
  while (high - low > tolerance) {
    const middle = (low + high) / 2
    const tried = engine.flow(content, within(middle), null)
    // What is higher than its box is set all the same, and so is a heading without its text: that box is too low.
    const sound = tried.overset === 0 && tried.strained <= flowed.strained
    if (sound && tried.fragments.every(({used, height}) => used <= height)) high = middle
    else low = middle
  }
  return within(high)
}
