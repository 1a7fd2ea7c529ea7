/** Pieces of a text shared among slides. */
import type {Block} from '../../document/nodes.ts'
import {joined, type Piece} from './split.ts'

/** How much room blocks take on a slide. */
export interface Measure {
  /** True where they find room in `part` of it. */
  fits(blocks: readonly Block[], part: number): boolean
  /** pt */
  height(blocks: readonly Block[]): number
}

/** Parts of the room that slides may be filled to, so that the last of several is not nearly empty; in rising order. */
const evenings = [0.55, 0.65, 0.75, 0.85, 0.92]

/** Slides of one text that are worth evening: among more of them the room on the last is no sight. */
const mostEvened = 30

/** Share pieces among as few slides as can hold them, about as much on each. */
export function shared(all: readonly Piece[], measure: Measure): Block[][] {
  return levelled(evenly(all, measure), measure).map(joined)
}

/** Fill slides to the least part of their room that needs no more of them. */
function evenly(all: readonly Piece[], measure: Measure): Piece[][] {
  let best = share(all, 1, measure)
  let parts = best.length > 1 && best.length <= mostEvened ? evenings : []
  while (parts.length > 0) {
    const middle = Math.floor(parts.length / 2)
    const shares = share(all, parts[middle] ?? 1, measure)
    const holds = shares.length === best.length
    if (holds) best = shares
    parts = holds ? parts.slice(0, middle) : parts.slice(middle + 1)
  }
  return best
}

/**
 * Fill one slide after the other, each tried first with as many pieces as the one before holds; a piece that is too high
 * by itself has a slide of its own and runs on from it.
 */
function share(all: readonly Piece[], part: number, {fits}: Measure): Piece[][] {
  const shares: Piece[][] = []
  let count = 1
  for (let from = 0; from < all.length; from += count) {
    const holds = (pieces: number) => fits(joined(all.slice(from, from + pieces)), part)
    count = Math.min(count, all.length - from)
    const full = count
    while (count > 1 && !holds(count)) count -= 1
    if (count === full) while (from + count < all.length && holds(count + 1)) count += 1
    shares.push(all.slice(from, from + count))
  }
  return shares
}

/** Move pieces on to the last slide, from the end of the one before, while the higher of the two gets lower by it. */
function levelled(shares: readonly Piece[][], {height}: Measure): Piece[][] {
  const [before, last] = shares.slice(-2)
  if (!before || !last) return [...shares]
  let kept = before.length
  const moved = (from: number) => [...before.slice(from), ...last]
  while (kept > 1 && height(joined(moved(kept - 1))) < height(joined(before.slice(0, kept)))) kept -= 1
  return [...shares.slice(0, -2), before.slice(0, kept), moved(kept)]
}
