/** What the other parts of a Word file define: styles, lists, footnotes, relationships. */
import {recent} from '../../../world/recent.ts'
import type {Parts} from '../parts.ts'
import {type Readers, readTags, type Tag} from './markup.ts'

export interface Definitions {
  /** Level in the outline of each style, 1 the highest; `undefined` where it has none. */
  styles: ReadonlyMap<string, number | undefined>
  /** Names of styles that other styles ask for: what they are based on, what follows them. */
  wantedStyles: readonly string[]
  lists: ReadonlyMap<string, List>
  footnotes: ReadonlySet<string>
  /** Relationships by the path of the part that has them. */
  relationships: ReadonlyMap<string, ReadonlyMap<string, Relationship>>
}

export interface List {
  /** Id of the definition that it shares with other lists; `undefined` where there is no such definition. */
  definition: string | undefined
  ordered: boolean
  /** True where it begins anew, whatever list of the same definition stood before. */
  restarts: boolean
}

export interface Relationship {
  target: string
  external: boolean
}

/** Read the parts of a file that define something. */
export function readDefinitions(parts: Parts): Definitions {
  const xml = (path: string) => {
    const part = parts.get(path)
    return typeof part === 'string' ? part : ''
  }
  const relationships = [...parts.keys()].filter((path) => path.endsWith('.rels'))
  return {
    ...stylesIn(xml('word/styles.xml')),
    lists: listsIn(xml('word/numbering.xml')),
    footnotes: readFootnotes(xml('word/footnotes.xml')),
    relationships: new Map(relationships.map((path) => [ownerOf(path), readRelationships(xml(path))]))
  }
}

/** Files that look alike have the same styles, and those with as many lists the same lists. */
function once<Result>(read: (xml: string) => Result): (xml: string) => Result {
  const known = recent<string, Result>(20)
  return (xml) => {
    const result = known.get(xml) ?? read(xml)
    known.set(xml, result)
    return result
  }
}

const stylesIn = once(readStyles)
const listsIn = once(readLists)

interface Style {
  outline?: number
  basedOn?: string
}

interface Styles {
  own: Map<string, Style>
  last: Style
  wanted: string[]
}

function readStyles(xml: string): Pick<Definitions, 'styles' | 'wantedStyles'> {
  const {own, wanted} = readTags<Styles>(xml, styleReaders, {own: new Map(), last: {}, wanted: []})
  const outlineOf = (id: string | undefined, depth = 0): number | undefined => {
    const found = id === undefined || depth > own.size ? undefined : own.get(id)
    return found && (found.outline ?? outlineOf(found.basedOn, depth + 1))
  }
  return {styles: new Map([...own.keys()].map((id) => [id, outlineOf(id)])), wantedStyles: wanted}
}

const styleReaders: Readers<Styles> = new Map<string, (tag: Tag, styles: Styles) => void>([
  [
    'w:style',
    (tag, styles) => {
      if (tag.kind === 'close') return
      styles.last = {}
      styles.own.set(tag.attribute('w:styleId') ?? '', styles.last)
    }
  ],
  [
    'w:outlineLvl',
    (tag, {last}) => {
      last.outline = Number(tag.attribute('w:val')) + 1
    }
  ],
  [
    'w:basedOn',
    (tag, {last, wanted}) => {
      last.basedOn = tag.attribute('w:val') ?? ''
      wanted.push(last.basedOn)
    }
  ],
  ['w:next', (tag, {wanted}) => wanted.push(tag.attribute('w:val') ?? '')],
  ['w:link', (tag, {wanted}) => wanted.push(tag.attribute('w:val') ?? '')]
])

interface Lists {
  /** Number format of the first level of each definition. */
  formats: Map<string, string>
  lists: Map<string, List>
  definition: string
  list: List | undefined
}

function readLists(xml: string): ReadonlyMap<string, List> {
  const found: Lists = {formats: new Map(), lists: new Map(), definition: '', list: undefined}
  return readTags(xml, listReaders, found).lists
}

const listReaders: Readers<Lists> = new Map<string, (tag: Tag, found: Lists) => void>([
  [
    'w:abstractNum',
    (tag, found) => {
      if (tag.kind === 'open') found.definition = tag.attribute('w:abstractNumId') ?? ''
    }
  ],
  [
    'w:numFmt',
    (tag, {formats, definition}) => {
      if (!formats.has(definition)) formats.set(definition, tag.attribute('w:val') ?? '')
    }
  ],
  [
    'w:num',
    (tag, found) => {
      if (tag.kind === 'close') return
      found.list = {definition: undefined, ordered: false, restarts: false}
      found.lists.set(tag.attribute('w:numId') ?? '', found.list)
    }
  ],
  [
    'w:abstractNumId',
    (tag, {list, formats}) => {
      const definition = tag.attribute('w:val') ?? ''
      const format = formats.get(definition)
      if (!list || format === undefined) return
      list.definition = definition
      list.ordered = format !== 'bullet' && format !== 'none'
    }
  ],
  [
    'w:startOverride',
    (_, {list}) => {
      if (list) list.restarts = true
    }
  ]
])

function readFootnotes(xml: string): ReadonlySet<string> {
  const readers: Readers<Set<string>> = new Map([
    ['w:footnote', (tag: Tag, ids: Set<string>) => void (tag.kind === 'open' && ids.add(tag.attribute('w:id') ?? ''))]
  ])
  return readTags(xml, readers, new Set())
}

function readRelationships(xml: string): ReadonlyMap<string, Relationship> {
  const read = (tag: Tag, found: Map<string, Relationship>) => {
    const external = tag.attribute('TargetMode') === 'External'
    if (tag.kind !== 'close') found.set(tag.attribute('Id') ?? '', {target: tag.attribute('Target') ?? '', external})
  }
  return readTags(xml, new Map([['Relationship', read]]), new Map<string, Relationship>())
}

/** `word/_rels/document.xml.rels` → `word/document.xml` */
function ownerOf(path: string): string {
  return path.replace('_rels/', '').replace(/\.rels$/, '')
}
