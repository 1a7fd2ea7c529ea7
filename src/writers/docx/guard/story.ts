/** What the checks of a Word file look at in a part with text: the body, a header, a footer, the footnotes. */

export interface Paragraph {
  /** Id of its style. */
  style: string
  words: string
  /** Level in the outline where the paragraph itself states one, 1 the highest. */
  outline?: number
  /** Names of the bookmarks that begin in it. */
  bookmarks: string[]
}

/** What stands in a paragraph, or around several: then it is the first of them. */
export interface Placed {
  paragraph: Paragraph | undefined
}

export interface Picture extends Placed {
  /** What it says to those who do not see it; `null` where it is marked as decoration. */
  description: string | null
}

export interface Link extends Placed {
  anchor: string | undefined
  /** Its text, and what its pictures say. */
  words: string
}

export interface Table extends Placed {
  /** All that it holds, but for what stands in tables in it. */
  paragraphs: Paragraph[]
  /** Id of its style. */
  style: string
  caption: string | undefined
  /** True where its look tells the first column from the others. */
  headColumn: boolean
  /** Rows marked as headers. */
  headRows: number
  /** Text in them. */
  headWords: string
}

/** The use of something that another part defines. */
export interface Reference extends Placed {
  to: 'style' | 'list' | 'relationship' | 'footnote'
  id: string
}

export interface Story {
  /** Path of the part. */
  path: string
  paragraphs: Paragraph[]
  pictures: Picture[]
  links: Link[]
  tables: Table[]
  references: Reference[]
  bookmarks: (Placed & {id: string; name: string})[]
  /** Ids of the bookmarks that end. */
  ends: string[]
  /** Instructions of fields, `PAGEREF contents \h`. */
  fields: (Placed & {code: string})[]
  /** Tags of languages. */
  languages: (Placed & {tag: string})[]
}
