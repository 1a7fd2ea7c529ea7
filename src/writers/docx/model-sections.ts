/** Sections of a Word file: the pages that its text stands on, and what stands around it. Lengths in pt. */
import type {WordBlock} from './model.ts'

/** A part of the text with pages, or columns, of its own. */
export interface WordSection {
  /** It begins a page, or goes on below the text of the section before. */
  start: 'page' | 'here'
  /** Its first page has a header and footer of its own. */
  firstPage: boolean
  page: WordPage
  columns: WordColumns
  /** Colour name of what lies under its text. */
  ground?: string
  header: WordRunning
  footer: WordRunning
  body: readonly WordBlock[]
}

/** Widths of the columns from the start edge, and the space between two. */
export interface WordColumns {
  widths: readonly number[]
  gap: number
}

/**
 * A header or footer: `first` is that of the first page where it has one of its own, `rest` that of the others. What is
 * not given is that of the section before.
 */
export interface WordRunning {
  first?: readonly WordBlock[]
  rest?: readonly WordBlock[]
}

export interface WordPage {
  width: number
  height: number
  margins: {top: number; bottom: number; start: number; end: number}
  /** Distance of the header from the top edge, and of the footer from the bottom edge. */
  header: number
  footer: number
}
