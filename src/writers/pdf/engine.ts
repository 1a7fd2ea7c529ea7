/** The engine's door: lay content out into columns, put columns on pages, write the file. */
import type {Raster} from '../../picture/picture.ts'
import type {FontFace} from '../../theme/brand.ts'
import type {Content, Run, Shape, Source, Tag, TextStyle} from './content.ts'

/** One laid-out column of text, to be placed on any page at any scale. Opaque. */
export interface Fragment {
  /** Size of the box it was laid out in, and the height its content takes, pt. */
  readonly width: number
  readonly height: number
  readonly used: number
  /** `id`s of the content that begins in it, in order: what page numbers and running sections are found by. */
  readonly ids: readonly string[]
}

/** Room for one column, pt; `page`: number of the page it stands on, so that a page break skips to the next. */
export interface ColumnBox {
  width: number
  height: number
  page: number
  /** Baselines that running text of this leading stands on. */
  grid?: BaselineGrid
}

/** Baselines at equal distances. */
export interface BaselineGrid {
  /** pt */
  step: number
  /** One of them, pt from the top of the box. */
  first: number
}

export interface Flow {
  /** One for each box that was used, in order. */
  fragments: readonly Fragment[]
  /** Lines and pictures that found no box. 0 where all fits. */
  overset: number
  /** Words in these lines. */
  oversetWords: number
  /** Places where a line or heading stands alone, or a block is broken that should not be: a box has no room for better. */
  strained: number
  /** Take it out of the structure tree again, where nothing has been added since. */
  withdraw(): void
}

/** Something on a page, painted in order. x from the LEFT, y from the top of the trim, pt; may lie in the bleed. */
export type Placement =
  | {kind: 'fragment'; fragment: Fragment; x: number; y: number; scale?: number; running?: 'header' | 'footer'}
  | {kind: 'shapes'; shapes: readonly Shape[]; x: number; y: number; scale?: number}
  | {kind: 'art'; svg: string; x: number; y: number; width: number; height: number; mirror: boolean}
  /** A whole page, cut off `bleed` pt beyond its edges (before it is scaled). */
  | {kind: 'page'; page: PdfPage; x: number; y: number; scale?: number; bleed: number}

export interface PdfPage {
  /** Trim, pt */
  width: number
  height: number
  /** For the print shop: paper around the trim, how far of it is printed on, pt, and what stands in it. */
  around?: {paper: number; bleed: number; marks: readonly Placement[]}
  placements: readonly Placement[]
  /** Page label, `iv`. */
  label?: string
}

export interface EngineOptions {
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  author?: string
  subject?: string
  keywords?: readonly string[]
  /** Seconds since 1970 for the dates in the file; none are written without. */
  epoch?: number | undefined
  /**
   * For paper: the file claims no standard for reading, whatever it earns. A `booklet` is printed in an office: viewers
   * are told to print both sides, turned over the short edge, at full size.
   */
  purpose?: 'print' | 'booklet' | undefined
  faces: readonly FontFace[]
  /** Bytes of a face's font file. */
  load(face: FontFace): Uint8Array
  /** A character no face has. */
  missing(codePoint: number, source: Source | undefined): void
  /** What the file holds in place of pictures, by their digests, now that all places where they are printed are known. */
  pictures?(printed: readonly Printed[]): ReadonlyMap<string, Raster>
  /** Hears of all text as it is printed, once. */
  texts?(printed: readonly PrintedText[]): void
}

/** A word, its colour and that of the ground it is printed on. */
export interface PrintedText {
  color: string
  ground: string
  /** pt */
  size: number
  weight: number
  words: string
  source?: Source | undefined
}

/** A picture as large as it is printed, turned upright, pt. */
export interface Printed {
  raster: Raster
  width: number
  height: number
  source?: Source | undefined
}

/** An element of the structure tree, to lay further content out under. */
export interface Element {
  readonly tag: Tag
}

export interface Engine {
  /** Root of the structure tree. */
  readonly root: Element
  /** A new element below `parent`, in reading order. */
  element(parent: Element, tag: Tag, attributes?: {title?: string; lang?: string; alt?: string}): Element
  /** Lay `content` out, box after box: `box(n)` gives the n-th, `undefined` when there are no more. `parent: null` makes it an artifact. */
  flow(content: readonly Content[], box: (index: number) => ColumnBox | undefined, parent: Element | null): Flow
  /** From the top of a line to its baseline, pt. */
  ascent(style: TextStyle): number
  /** Width of one line of runs, unbroken, pt. */
  width(runs: readonly Run[]): number
  /** Width of the widest word of runs, pt. */
  widestWord(runs: readonly Run[]): number
  /** Height that `content` takes in a column of `width`, pt. */
  height(content: readonly Content[], width: number): number
  /** Whether the file can be PDF/UA-1 and PDF/A-2a: title, language, glyphs, descriptions of pictures. Ask last. */
  conforms(): boolean
  /** Draw the pages and close the file. Call once. */
  write(pages: readonly PdfPage[]): Uint8Array
}
