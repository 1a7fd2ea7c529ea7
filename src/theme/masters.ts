/** Page masters: size, margins, grid, ground, art and frames, in mm, x from the start edge. */

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Distance of baselines in pt, or the style whose leading it is; `false` for none. */
export type Baseline = number | string | false

/** A place on the page that text is put into, or flows through. */
export interface FrameSpec extends Box {
  /** Columns the text runs through inside the frame. */
  columns: number
  /** Frame the text goes on in: another one of the page that has no text of its own, else one of the next page. */
  next?: string
  /** `top` grows down from y, `bottom` puts the last line at the lower edge, `middle` centres. */
  valign: 'top' | 'middle' | 'bottom'
  /** As a master's, from the top of the frame; `false` for none. */
  baseline?: Baseline
  /** Class that its content is styled inside of. */
  class?: string
}

/** A picture on the ground of the page: World path of an SVG that may name brand colours, drawn into `box`. */
export interface Art extends Box {
  src: string
  /** Turned round for right-to-left. */
  mirror: boolean
  /** Edge that is not cut off where a format makes the page narrower than the art. */
  keep: 'start' | 'end'
  /** Fills its box, cut at the edge that is not kept; else it is drawn whole. */
  fills?: boolean
}

export interface Master {
  name: string
  /** Trim size, mm. */
  width: number
  height: number
  margins: {top: number; bottom: number; start: number; end: number}
  grid: {columns: number; gutter: number}
  /** Colour name, or none for white paper. */
  ground?: string
  /** Grounds of parts of the page, under the art. */
  panels: readonly (Box & {ground: string})[]
  art: readonly Art[]
  bleed: number
  /** Baselines that running text of all frames stands on, counted from the top margin. */
  baseline?: Baseline
  /** Where the sheet is folded, mm from the start edge. The sections on such a master share its one page. */
  folds?: readonly number[]
  /** Master of the pages that follow while text of this one goes on; itself where not given. */
  continue?: string
  /** Templates of the running header and footer. */
  header?: string
  footer?: string
  frames: Readonly<Record<string, FrameSpec>>
}
