/** A Word file as its checks read it, and what they say of it. */
import type {RuleId} from '../../../diagnostic.ts'
import type {Parts} from '../parts.ts'
import {type Definitions, readDefinitions} from './definitions.ts'
import {readTags, type Tag} from './markup.ts'
import {readStory} from './read-story.ts'
import type {Paragraph, Placed, Story} from './story.ts'

export interface WordFile {
  parts: Parts
  /** The body first, then footnotes, footers and headers. */
  stories: readonly Story[]
  definitions: Definitions
  /** Text of the elements of docProps/core.xml, `dc:title`. */
  properties: ReadonlyMap<string, string>
}

export interface Fault {
  rule: RuleId
  reason: string
  paragraph?: Paragraph | undefined
  note?: string
}

const withText = /^word\/(document|footnotes|endnotes|header\d+|footer\d+)\.xml$/

/** Read the parts that the checks look at. */
export function readFile(parts: Parts): WordFile {
  const stories = [...parts].flatMap(([path, part]) =>
    typeof part === 'string' && withText.test(path) ? [readStory(path, part)] : []
  )
  const core = parts.get('docProps/core.xml')
  const property = (tag: Tag, found: Map<string, string>) => {
    if (tag.kind === 'open') found.set(tag.name, tag.text().trim())
  }
  return {
    parts,
    stories: stories.sort((a, b) => (a.path < b.path ? -1 : 1)),
    definitions: readDefinitions(parts),
    properties: readTags(
      typeof core === 'string' ? core : '',
      new Map(['dc:title', 'dc:language'].map((name) => [name, property])),
      new Map<string, string>()
    )
  }
}

/** Level of a paragraph in the outline, 1 the highest; `undefined` for one that is no heading. */
export function levelOf({outline, style}: Paragraph, {definitions}: WordFile): number | undefined {
  const level = outline ?? definitions.styles.get(style)
  // Word's tenth level is body text.
  return level === undefined || level > 9 ? undefined : level
}

const longestExcerpt = 30

/** The part, and the words around, for a reason: `word/document.xml, “Pruning in winter”`. */
export function where({path}: Story, {paragraph}: Placed): string {
  const words = paragraph?.words.replace(/\s+/g, ' ').trim() ?? ''
  if (words === '') return path
  const letters = [...words]
  return `${path}, “${letters.slice(0, longestExcerpt).join('')}${letters.length > longestExcerpt ? '…' : ''}”`
}
