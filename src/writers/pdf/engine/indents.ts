/** Indents where there is little room. */

/** Part of the room that indents may take together. */
const MOST = 0.75

/** The two indents as they are, or narrowed alike so that a part of `room` is left for the text. */
export function fittingIndents(start: number, end: number, room: number): [number, number] {
  const most = MOST * Math.max(0, room)
  const wanted = start + end
  return wanted <= most ? [start, end] : [(start * most) / wanted, (end * most) / wanted]
}
