/**
 * The Document: the one typed tree every writer gets. A closed union: a new node type breaks the build until every
 * writer answers for it. Nodes keep the place in the author's file (`position`, `data.file`) through every transform.
 */
import type {Position} from 'unist'

/** Where a node comes from, and which style names it. */
interface Base {
  /** Place in `data.file`. */
  position?: Position | undefined
  /**
   * `file`: path of the author's file, project-relative or `gatefold:`; `unit`: id of the translation unit;
   * `attributeUnits`: ids of those that `alt` and `credit` are.
   */
  data?: {file?: string; unit?: string; attributeUnits?: Readonly<Record<string, string>>} | undefined
  /** Language of this node where it differs from its parent's. BCP 47. */
  lang?: string | undefined
  /** Named style (an HTML class in a template); without it the node's type names the style. */
  style?: string | undefined
}

/** Root. */
export interface Document extends Base {
  type: 'document'
  /** BCP 47. */
  lang: string
  dir: 'ltr' | 'rtl'
  meta: Meta
  /** Pages in reading order; flow writers (Word, web) ignore the page breaks between them. */
  children: Page[]
  /** Running headers and footers, filled once, keyed by the template file that the page master names. */
  running: Readonly<Record<string, Frame[]>>
}

/** What catalogues and readers' title bars show. Dates: ISO 8601. */
export interface Meta {
  title: string
  subtitle?: string
  description?: string
  authors: string[]
  date?: string
  keywords: string[]
}

/** A run of pages on one page master: `<section data-master="inner">`. The master repeats until its text ends. */
export interface Page extends Base {
  type: 'page'
  master: string
  /** Frames of the master; content outside any `data-frame` goes into the frame `main`. */
  children: Frame[]
  /** Speaker notes, on slides only. */
  notes?: Block[]
  /** Short title of a slide for captions, outlines and handouts. */
  title?: string
}

/** Content for one frame of the page master: `<div data-frame="side">`. */
export interface Frame extends Base {
  type: 'frame'
  name: string
  children: Block[]
}

// ---- blocks -----------------------------------------------------------------------------------------------------

/** A section of the text, opened by its heading; `id` is equal in all languages. */
export interface Section extends Base {
  type: 'section'
  id: string
  children: Block[]
}
/** A `<div class="…">` of a template: a scope for styles, with an optional box (ground, padding) from its style. */
export interface Group extends Base {
  type: 'group'
  children: Block[]
}
export interface Heading extends Base {
  type: 'heading'
  depth: 1 | 2 | 3 | 4 | 5 | 6
  id?: string
  children: Inline[]
}
export interface Paragraph extends Base {
  type: 'paragraph'
  /** Kept in one column. */
  whole?: boolean
  children: Inline[]
}
export interface List extends Base {
  type: 'list'
  ordered: boolean
  /** First number of an ordered list. */
  start: number
  children: ListItem[]
}
export interface ListItem extends Base {
  type: 'listItem'
  /** State of a task, `null` where the item is none. */
  checked: boolean | null
  children: Block[]
}
export interface Blockquote extends Base {
  type: 'blockquote'
  children: Block[]
}
export interface Code extends Base {
  type: 'code'
  language?: string
  value: string
}
export interface Table extends Base {
  type: 'table'
  caption: Inline[]
  children: TableRow[]
}
export interface TableRow extends Base {
  type: 'tableRow'
  children: TableCell[]
}
export interface TableCell extends Base {
  type: 'tableCell'
  /** What the cell heads: its column, its row, or nothing. */
  header: 'column' | 'row' | null
  align: 'start' | 'center' | 'end'
  colspan: number
  rowspan: number
  children: Block[]
}
export interface ThematicBreak extends Base {
  type: 'thematicBreak'
}
/** A picture on its own line. */
export interface Figure extends Base {
  type: 'figure'
  /** World path of the picture. */
  src: string
  alt: string
  decorative: boolean
  /** Wanted width and height in mm, where the template says so; with both the picture is cut to them. */
  width?: number
  height?: number
  /** Point that must be seen where the picture is cut, in parts of its width and height from the top left. */
  focus?: {x: number; y: number}
  caption: Inline[]
  credit?: string
  /** Terms of use, `CC BY 4.0`. */
  licence?: string
}
export interface Callout extends Base {
  type: 'callout'
  kind: 'note' | 'tip' | 'warning'
  title: Inline[]
  children: Block[]
}
/** Pull quote. */
export interface Quote extends Base {
  type: 'quote'
  children: Block[]
  source: Inline[]
}
/** Opening paragraph, with its kicker (the directive's label). */
export interface Lead extends Base {
  type: 'lead'
  kicker: Inline[]
  children: Block[]
}
export interface Aside extends Base {
  type: 'aside'
  title: Inline[]
  children: Block[]
}
/** Strip of key figures. */
export interface Figures extends Base {
  type: 'figures'
  children: KeyFigure[]
}
export interface KeyFigure extends Base {
  type: 'keyFigure'
  /** The number itself, `1951`. */
  value: string
  /** Its unit, drawn smaller on the same baseline, `милијарда $`. */
  unit?: string
  label: Inline[]
}
export interface Contact extends Base {
  type: 'contact'
  children: Block[]
}
export interface Programme extends Base {
  type: 'programme'
  children: ProgrammeEntry[]
}
export interface ProgrammeEntry extends Base {
  type: 'programmeEntry'
  time: Inline[]
  what: Inline[]
  where: Inline[]
}
export interface Columns extends Base {
  type: 'columns'
  children: Column[]
}
export interface Column extends Base {
  type: 'column'
  /** mm, `auto` as wide as its text, `*` a share of what is left. */
  width: number | 'auto' | '*'
  children: Block[]
}
export interface Break extends Base {
  type: 'break'
  to: 'page' | 'column' | 'panel' | 'slide'
}
/** Table of contents down to heading `depth`. */
export interface Toc extends Base {
  type: 'toc'
  depth: number
  title: Inline[]
}
export interface Qr extends Base {
  type: 'qr'
  url: string
  caption: Inline[]
}
/** An explicit slide; only slide formats see it. */
export interface Slide extends Base {
  type: 'slide'
  title: Inline[]
  layout?: string
  children: Block[]
}
/** Speaker notes; only slide formats see them. */
export interface Notes extends Base {
  type: 'notes'
  children: Block[]
}

export type Block =
  | Section
  | Group
  | Heading
  | Paragraph
  | List
  | Blockquote
  | Code
  | Table
  | ThematicBreak
  | Figure
  | Callout
  | Quote
  | Lead
  | Aside
  | Figures
  | Contact
  | Programme
  | Columns
  | Break
  | Toc
  | Qr
  | Slide
  | Notes

// ---- inlines ----------------------------------------------------------------------------------------------------

export interface Text extends Base {
  type: 'text'
  value: string
}
export interface Strong extends Base {
  type: 'strong'
  children: Inline[]
}
export interface Emphasis extends Base {
  type: 'emphasis'
  children: Inline[]
}
export interface Delete extends Base {
  type: 'delete'
  children: Inline[]
}
export interface Superscript extends Base {
  type: 'superscript'
  children: Inline[]
}
export interface Subscript extends Base {
  type: 'subscript'
  children: Inline[]
}
export interface InlineCode extends Base {
  type: 'inlineCode'
  value: string
}
export interface Link extends Base {
  type: 'link'
  /** Absolute URL, or `#id` of a section of this document. */
  url: string
  title?: string
  children: Inline[]
}
/** A picture inside a line. */
export interface Image extends Base {
  type: 'image'
  src: string
  alt: string
  decorative: boolean
  /** mm */
  width?: number
  height?: number
}
export interface LineBreak extends Base {
  type: 'lineBreak'
}
/** A run in another language (`lang`), direction or character style. */
export interface Span extends Base {
  type: 'span'
  dir?: 'ltr' | 'rtl'
  children: Inline[]
}
/** A footnote, with its text at the place of the first reference; later references are links to `#note-<id>`. */
export interface Note extends Base {
  type: 'note'
  id: string
  number: number
  children: Block[]
}
/** A value only the layout knows: number of this page, count of pages, title of the running section. */
export interface Field extends Base {
  type: 'field'
  name: 'page' | 'pages' | 'section'
}

export type Inline =
  | Text
  | Strong
  | Emphasis
  | Delete
  | Superscript
  | Subscript
  | InlineCode
  | Link
  | Image
  | LineBreak
  | Span
  | Note
  | Field

export type Node =
  | Document
  | Page
  | Frame
  | Block
  | ListItem
  | TableRow
  | TableCell
  | KeyFigure
  | ProgrammeEntry
  | Column
  | Inline
