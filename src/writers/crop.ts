/** Pictures cut to a ratio of their sides, around the point that must be seen. */
import type {Figure} from '../document/nodes.ts'
import {type Raster, uprightSize, type Vector} from '../picture/picture.ts'

/** What is cut off, in parts of the picture's width and height. */
export interface Insets {
  left: number
  top: number
  right: number
  bottom: number
}

/** What of a figure says how its picture is cut. */
export type Cut = Pick<Figure, 'focus' | 'width' | 'height'>

/**
 * Find what is cut off the picture of a figure: to the width and the height that the template gives it, or to the `ratio`
 * (width by height) of its style where it gives neither, as for a logo one of them; the focus comes as close to the middle
 * as it can.
 */
export function insetsOf(picture: Raster | Vector, {focus, width, height}: Cut, ratio: number | undefined): Insets {
  const size = picture.kind === 'svg' ? picture : uprightSize(picture)
  const sized = width !== undefined || height !== undefined
  const given = width !== undefined && height !== undefined ? width / height : undefined
  const wanted = sized ? given : ratio
  const share = wanted === undefined ? 1 : wanted / (size.width / size.height)
  const {x, y} = focus ?? {x: 0.5, y: 0.5}
  const [left, right] = share < 1 ? margins(share, x) : [0, 0]
  const [top, bottom] = share > 1 ? margins(1 / share, y) : [0, 0]
  return {left, top, right, bottom}
}

/** Parts before and after a stretch of length `share` around `middle`, inside 0 to 1. */
function margins(share: number, middle: number): [number, number] {
  const before = Math.min(Math.max(middle - share / 2, 0), 1 - share)
  return [before, 1 - share - before]
}

export function isCut({left, top, right, bottom}: Insets): boolean {
  return left + top + right + bottom > 0
}

/** Parts of width and height that are left. */
export function shownPart({left, top, right, bottom}: Insets): {width: number; height: number} {
  return {width: 1 - left - right, height: 1 - top - bottom}
}
