/** What the text's mdast tree carries beyond mdast, from parsing to hast. */
import type {Nodes} from 'mdast'
// Its types give mdast the three kinds of directives.
import type {} from 'remark-directive'
import type {Position} from 'unist'

declare module 'mdast' {
  interface Data {
    /** Path of the author's file that `position` is a place in. */
    file?: string
    /** Name of the translation unit that this block is. */
    unit?: string
    /** Names of the units that attributes of a directive are: `alt`, `credit`. */
    attributeUnits?: Record<string, string>
    /** Language of this node where it differs from the text's. BCP 47. */
    lang?: string
    /** Heading: id of the section it opens, equal in all languages. */
    id?: string
    /** Heading: whether the author wrote the id, `{#id}`. */
    named?: boolean
  }

  interface RootData {
    front?: Front
    /** The file as the author wrote it, which positions are places in. */
    written?: string
  }
}

export type ContainerDirective = Extract<Nodes, {type: 'containerDirective'}>
export type LeafDirective = Extract<Nodes, {type: 'leafDirective'}>
export type TextDirective = Extract<Nodes, {type: 'textDirective'}>
export type Directive = ContainerDirective | LeafDirective | TextDirective

/** The writer's front matter; each value knows its place. */
export interface Front {
  title?: FrontText
  subtitle?: FrontText
  description?: FrontText
  authors: FrontText[]
  /** ISO 8601, `2027-05-14`. */
  date?: FrontText
  keywords: FrontText[]
}

export interface FrontText {
  value: string
  file: string
  position?: Position | undefined
  /** Language where it is not the document's, after a translation fell back. BCP 47. */
  lang?: string
  /** Name of the translation unit that it is. */
  unit?: string
}
