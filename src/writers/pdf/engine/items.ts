/** What a laid-out column holds: things at their place, in the order they are painted. */
import type {Drawing, Picture, Run, Shape, SvgPicture} from '../content.ts'
import type {ShapeOptions} from './face.ts'
import type {EmbeddedFont} from './font.ts'
import type {LineInline} from './pdfmake.ts'
import type {StructureElement} from './structure.ts'

/** A piece of a line: one run, one font, one bidi level. */
export interface Inline extends LineInline {
  run: Run
  font: EmbeddedFont
  /** pt; smaller than the style's for raised and lowered text */
  fontSize: number
  /** From the top of the line to the baseline, by the primary face, pt. */
  ascent: number
  /** Of the baseline, upwards, pt. */
  rise: number
  shape: ShapeOptions
  level: number
  /** A hyphen is drawn where a line ends with this piece. */
  softHyphen?: boolean
  /** Reference to a footnote: the first piece of its run. */
  note?: boolean
}

/** A piece at its place in a line, leftmost first. */
export interface PlacedInline {
  inline: Inline
  /** From the line's left edge. */
  x: number
  hyphen: boolean
  element: StructureElement | null
  order: number
}

/** Where links and the outline point to. */
export interface Mark {
  id?: string
  outline?: {level: number; title: string}
}

interface Placed {
  x: number
  y: number
  width: number
  height: number
  /** Mirror axes of enclosing blocks with another direction, twice their x, innermost first. */
  axes: readonly number[]
  marks?: readonly Mark[]
}

export interface LineItem extends Placed {
  type: 'line'
  /** From the line's top. */
  baseline: number
  pieces: readonly PlacedInline[]
}

export interface PictureItem extends Placed {
  type: 'picture'
  content: Picture | SvgPicture | Drawing
  /** `null` makes it an artifact. */
  element: StructureElement | null
}

/** Grounds and rules: always artifacts. */
export interface ShapeItem extends Placed {
  type: 'shape'
  shape: Shape
}

export type Item = LineItem | PictureItem | ShapeItem
