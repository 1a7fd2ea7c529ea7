/**
 * What a Word file holds, before any XML: plain data in Word's own terms, with logical sides. Lengths in pt. The model
 * is made from the Document by pure functions, and is what the tests read; `pack.ts` turns it into the file.
 */
import type {At} from '../../diagnostic.ts'
import type {Rule, Style} from '../../theme/styles.ts'
import type {WordSection} from './model-sections.ts'
import type {StyleName} from './style-names.ts'

export interface WordModel {
  /** BCP 47 */
  lang: string
  rtl: boolean
  properties: WordProperties
  sections: readonly WordSection[]
  styles: readonly WordStyle[]
  lists: readonly WordList[]
  listLooks: WordListLooks
  /** Lines of data tables: under the header row, and under the others. */
  tableRules: {head: Rule | undefined; row: Rule | undefined}
  /** Footnotes in the order of their references; the first has the number 1. */
  notes: readonly (readonly WordParagraph[])[]
  /** The author's line for the name of a block's bookmark. */
  places: ReadonlyMap<string, At>
}

/** docProps/core.xml. Dates: ISO 8601 with time. */
export interface WordProperties {
  title: string
  creator: string
  description: string
  keywords: string
  /** `undefined` where no clock is given: the dates are then left out. */
  date: string | undefined
}

/** A named style that a person can change in Word in one place. */
export interface WordStyle extends StyleName {
  /** The list that a paragraph of this style is an item of. */
  list?: Pick<WordList, 'ordered' | 'level'>
  /** What follows a tab stands at the end of a line this wide, after a row of dots; the line may go from the right. */
  endTab?: {width: number; rtl: boolean}
  look: Style
}

/** One list of the text: its own numbering, which starts anew. */
export interface WordList {
  ordered: boolean
  start: number
  /** Depth of its items, 0 the outermost. */
  level: number
  /** How much further in it stands than lists of its own kind at this depth would bring it, pt. */
  inset?: number
}

/** How lists mark their items. `indent`: how far each level stands in, pt. */
export interface WordListLooks {
  marker: {text: string; look: Style; indent: number}
  /** `text`: `{n}` stands for the number. */
  number: {text: string; look: Style; indent: number}
}

export type WordBlock = WordParagraph | WordTable

export interface WordParagraph {
  type: 'paragraph'
  style: string
  rtl: boolean
  children: readonly WordInline[]
  /**
   * Index into the model's lists, and whether this paragraph carries the marker or only stands under it; then it may
   * stand further in, pt.
   */
  item?: {list: number; level: number; marker: boolean; inset?: number}
  align?: 'start' | 'center' | 'end'
  /** Space below where it is not the style's, pt. */
  after?: number
  /** Space at the end edge, pt. */
  indentEnd?: number
  keepNext?: boolean
  /** Names of the bookmarks around its text. */
  bookmarks?: readonly string[]
  /** A tab at the end edge of a line this wide: what follows the tab stands at the end. */
  endTab?: number
  /** It begins the next column. */
  columnBreak?: boolean
  /** Colour name of its shading, where its style has none. */
  ground?: string
  /** It stands in a frame, from the left and upper edges of the page, and so far in from the edges of the frame. */
  place?: {x: number; y: number; width: number; indent?: {start: number; end: number}}
}

export interface WordTable {
  type: 'table'
  rtl: boolean
  /** `table` has a header row and lines below the rows, `lines` only the lines, `plain` nothing. */
  style: 'table' | 'lines' | 'plain'
  caption?: string
  /** What its columns are, for those who cannot see it. */
  description?: string
  /** The list, and its level, that it stands in. */
  item?: {list: number; level: number}
  columns: readonly number[]
  /** Header row and header column for those who cannot see the table. */
  heads: {row: boolean; column: boolean}
  rows: readonly WordRow[]
}

export interface WordRow {
  header: boolean
  cells: readonly WordCell[]
}

export interface WordCell {
  columns: number
  rows: number
  children: readonly WordBlock[]
  ground?: string
  /** Line above and below in pt, with the name of its colour. */
  top?: {width: number; color: string}
  bottom?: {width: number; color: string}
  /** Space inside; the table's own where not given. */
  padding?: {vertical: number; start: number; end: number}
}

/** Character formatting that is not a named style. */
export interface WordFormat {
  /** Character style. */
  style?: string
  bold?: boolean
  italic?: boolean
  /** Bold in complex scripts only: how they emphasise. */
  boldComplex?: boolean
  strike?: boolean
  raised?: boolean
  lowered?: boolean
  rtl?: boolean
  /** BCP 47, where it differs from the document's. */
  lang?: string
}

export type WordInline =
  | WordText
  | WordTab
  | WordBreak
  | WordLink
  | WordMarked
  | WordPicture
  | WordReference
  | WordField
  | WordFieldEdge

export interface WordText {
  type: 'text'
  value: string
  format: WordFormat
}
export interface WordTab {
  type: 'tab'
}
export interface WordBreak {
  type: 'break'
}
export interface WordLink {
  type: 'link'
  /** Either a URL or the name of a bookmark. */
  url?: string
  anchor?: string
  tooltip?: string
  children: readonly WordInline[]
}
/** A bookmark around a part of a paragraph. */
export interface WordMarked {
  type: 'marked'
  bookmark: string
  children: readonly WordInline[]
}
export interface WordPicture {
  type: 'picture'
  format: 'png' | 'jpg' | 'svg'
  bytes: Uint8Array
  width: number
  height: number
  /** What is cut off the picture as it is stored, in parts of its width and height. */
  cut?: {left: number; top: number; right: number; bottom: number}
  /** How Word shows it upright: `width` and `height` are those it has then. */
  turn?: {degrees: 0 | 90 | 180 | 270; mirrored: boolean}
  /** How far it goes below the line, pt. */
  drop?: number
  /** It lies behind the text, over the whole page, the highest layer above all. */
  behind?: {layer: number}
  /** `null` for decoration. */
  alt: string | null
}
/** The mark of footnote `number`. */
export interface WordReference {
  type: 'reference'
  number: number
  bookmark: string
}
/** Where a field begins that Word fills with paragraphs, by its instruction; or, without one, where it ends. */
export interface WordFieldEdge {
  type: 'fieldEdge'
  code?: string
}
/** A number only the layout knows, with the text shown until Word works it out. */
export interface WordField {
  type: 'field'
  code: 'PAGE' | 'NUMPAGES' | `STYLEREF "${string}"` | `PAGEREF ${string} \\h`
  value: string
  format: WordFormat
}
