/**
 * What the engine lays out: blocks and runs with every style resolved, in pt, logical order. `start`/`end` are turned
 * to left and right by the engine, by the direction around them. No node of the Document and no brand reaches it.
 */

import type {Position} from 'unist'
import type {Raster} from '../../picture/picture.ts'

/** Structure types of PDF 1.7 that we write; `Artifact` is decoration, which no reader hears. */
export type Tag =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Caption'
  | 'Link'
  | 'Note'
  | 'Reference'
  | 'BlockQuote'
  | 'Code'
  | 'TOC'
  | 'TOCI'
  | 'Span'
  | 'Artifact'

/** Look of a run, resolved. */
export interface TextStyle {
  /** Families in the order they are tried, the primary one first: its metrics place the line. */
  families: readonly string[]
  weight: number
  italic: boolean
  /** pt */
  size: number
  /** Distance of baselines, pt; what it exceeds the face's own height by goes below the line. */
  leading: number
  /** pt per character */
  tracking: number
  /** `#RRGGBB` */
  color: string
  /** OpenType features, `tnum`. */
  features?: readonly string[]
  /** Raised or lowered, at 0.58 of the size. */
  script?: 'super' | 'sub'
  underline?: boolean
  strike?: boolean
}

export interface Run {
  /** `\n` begins a new line. */
  text: string
  style: TextStyle
  lang?: string
  dir?: 'ltr' | 'rtl'
  /** Absolute URL, or `#name` of an `id` in this document. */
  link?: string
  linkTitle?: string
  /** This run is the reference to a footnote, whose text is laid out at the foot of its column. */
  note?: {id: string; content: readonly Content[]}
  /** What stands on the baseline in place of the text, which is one U+FFFC. */
  picture?: Picture | SvgPicture
  /** The number of the footnote whose text it begins. */
  label?: boolean
  /** No line ends after it: a space between words that stay together. */
  glue?: boolean
  /** Where the run comes from, for diagnostics about single characters. */
  source?: Source
}

/** The author's place; opaque to the engine, handed back with what it reports. */
export interface Source {
  file?: string | undefined
  position?: Position | undefined
}

interface Common {
  /** start, top, end, bottom */
  margin?: readonly [number, number, number, number]
  tag?: Tag
  lang?: string
  dir?: 'ltr' | 'rtl'
  /** Destination that links point at. */
  id?: string
  unbreakable?: boolean
  keepWithNext?: boolean
  source?: Source
}
export interface TextBlock extends Common {
  kind: 'text'
  runs: readonly Run[]
  align: 'start' | 'center' | 'end'
  /** Entry of the document outline. */
  outline?: {level: number; title: string}
  hyphenate?: boolean
}
export interface Stack extends Common {
  kind: 'stack'
  children: readonly Content[]
}
export interface Columns extends Common {
  kind: 'columns'
  gap: number
  columns: readonly {width: number | 'auto' | '*'; children: readonly Content[]}[]
}
/** A list with hanging markers. */
export interface ListBlock extends Common {
  kind: 'list'
  ordered: boolean
  items: readonly {marker?: TextBlock | Drawing; children: readonly Content[]; after: number}[]
  /** From the start edge to the text, pt. */
  indent: number
}
export interface TableBlock extends Common {
  kind: 'table'
  widths: readonly (number | 'auto' | '*')[]
  headerRows: number
  rows: readonly (readonly Cell[])[]
  /** Rules: `line(i)` is drawn above row i, and below the last one for i = number of rows; `null` for none. */
  line(index: number): {width: number; color: string} | null
  caption?: TextBlock
}
/** Only cells that begin at their place; the spans of others leave holes. */
export interface Cell {
  children: readonly Content[]
  header: 'column' | 'row' | null
  colspan: number
  rowspan: number
  ground?: string
  /** top/bottom, start, end */
  padding: readonly [number, number, number]
}
/** A box with ground, padding and a line on top: callouts, panels. */
export interface BoxBlock extends Common {
  kind: 'box'
  ground?: string
  padding: readonly [number, number]
  ruleAbove?: {width: number; color: string}
  ruleBelow?: {width: number; color: string}
  children: readonly Content[]
}
/** A picture that is cut: where its top left corner is, seen from that of what is shown, and how large the whole is. */
export interface Whole {
  x: number
  y: number
  width: number
  height: number
}
/** A raster picture. */
export interface Picture extends Common {
  kind: 'picture'
  raster: Raster
  width: number
  height: number
  whole?: Whole
  /** Empty for a decorative one, which becomes an artifact; `null` where a description is missing: see `conforms`. */
  alt: string | null
}
export interface SvgPicture extends Common {
  kind: 'svg'
  svg: string
  /** Families for its text where it names none that there is. */
  families?: readonly string[]
  width: number
  height: number
  whole?: Whole
  /** As that of a raster picture. */
  alt: string | null
}
/** Shapes: markers, rules, QR modules. An artifact unless it has `alt`. */
export interface Drawing extends Common {
  kind: 'drawing'
  width: number
  height: number
  shapes: readonly Shape[]
  alt?: string
}
/** A line as wide as there is room. */
export interface RuleBlock extends Common {
  kind: 'rule'
  width: number
  color: string
}
/** Where the text goes on in the next column or on the next page. */
export interface BreakBlock {
  kind: 'break'
  to: 'column' | 'page'
}

export type Content =
  | TextBlock
  | Stack
  | Columns
  | ListBlock
  | TableBlock
  | BoxBlock
  | Picture
  | SvgPicture
  | Drawing
  | RuleBlock
  | BreakBlock

/** x, y from the top start corner of the drawing, pt. */
export type Shape =
  | {shape: 'rect'; x: number; y: number; width: number; height: number; radius?: number; color: string}
  | {
      shape: 'line'
      x1: number
      y1: number
      x2: number
      y2: number
      width: number
      color: string
      dash?: readonly [number, number]
    }
  | {shape: 'frame'; x: number; y: number; width: number; height: number; stroke: number; color: string}
  | {shape: 'path'; d: string; color: string}
