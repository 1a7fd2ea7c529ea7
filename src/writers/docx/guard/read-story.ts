/** Reads a part with text. */
import {type Readers, readTags, type Tag} from './markup.ts'
import type {Link, Paragraph, Picture, Reference, Story, Table} from './story.ts'

/** A part being read: what is found in it, and what is open at the tag that is read. */
interface Reading {
  story: Story
  paragraphs: Paragraph[]
  tables: Table[]
  links: Link[]
  picture: Picture | undefined
  headRow: boolean
  /** Instruction of the field so far. */
  code: string
}

/** Read the part at `path`. */
export function readStory(path: string, xml: string): Story {
  const reading: Reading = {
    story: {
      path,
      paragraphs: [],
      pictures: [],
      links: [],
      tables: [],
      references: [],
      bookmarks: [],
      ends: [],
      fields: [],
      languages: []
    },
    paragraphs: [],
    tables: [],
    links: [],
    picture: undefined,
    headRow: false,
    code: ''
  }
  return readTags(xml, readers, reading).story
}

type Read = (tag: Tag, reading: Reading) => void

const readers: Readers<Reading> = new Map(
  Object.entries<Read>({
    'w:p': ({kind}, {story, paragraphs, tables}) => {
      if (kind === 'close') {
        paragraphs.pop()
        return
      }
      const paragraph: Paragraph = {style: 'Normal', words: '', bookmarks: []}
      story.paragraphs.push(paragraph)
      if (kind === 'open') paragraphs.push(paragraph)
      tables.at(-1)?.paragraphs.push(paragraph)
    },
    'w:pStyle': (tag, reading) => {
      const paragraph = reading.paragraphs.at(-1)
      if (paragraph) paragraph.style = tag.attribute('w:val') ?? ''
      refer('style', tag.attribute('w:val'), reading)
    },
    'w:outlineLvl': (tag, {paragraphs}) => {
      const paragraph = paragraphs.at(-1)
      if (paragraph) paragraph.outline = Number(tag.attribute('w:val')) + 1
    },
    'w:rStyle': (tag, reading) => refer('style', tag.attribute('w:val'), reading),
    'w:numId': (tag, reading) => {
      // 0 takes a paragraph out of the list of its style.
      if (tag.attribute('w:val') !== '0') refer('list', tag.attribute('w:val'), reading)
    },
    'w:footnoteReference': (tag, reading) => refer('footnote', tag.attribute('w:id'), reading),
    'w:headerReference': (tag, reading) => refer('relationship', tag.attribute('r:id'), reading),
    'w:footerReference': (tag, reading) => refer('relationship', tag.attribute('r:id'), reading),
    'a:blip': (tag, reading) => refer('relationship', tag.attribute('r:embed'), reading),
    'asvg:svgBlip': (tag, reading) => refer('relationship', tag.attribute('r:embed'), reading),
    'w:lang': (tag, {story, paragraphs}) => {
      for (const name of ['w:val', 'w:bidi', 'w:eastAsia']) {
        const found = tag.attribute(name)
        if (found !== undefined) story.languages.push({tag: found, paragraph: paragraphs.at(-1)})
      }
    },
    'w:t': (tag, reading) => {
      if (tag.kind === 'open') say(tag.text(), reading)
    },
    'wp:docPr': (tag, reading) => {
      if (tag.kind === 'close') return
      const picture: Picture = {description: tag.attribute('descr') ?? '', paragraph: reading.paragraphs.at(-1)}
      reading.story.pictures.push(picture)
      reading.picture = picture
      for (const link of reading.links) link.words += picture.description
    },
    'adec:decorative': (tag, {picture}) => {
      if (picture && tag.attribute('val') === '1') picture.description = null
    },
    'w:hyperlink': (tag, reading) => {
      const {story, links, paragraphs} = reading
      if (tag.kind === 'close') {
        links.pop()
        return
      }
      const link: Link = {anchor: tag.attribute('w:anchor'), words: '', paragraph: paragraphs.at(-1)}
      story.links.push(link)
      if (tag.kind === 'open') links.push(link)
      refer('relationship', tag.attribute('r:id'), reading)
    },
    'w:bookmarkStart': (tag, {story, paragraphs}) => {
      const paragraph = paragraphs.at(-1)
      const name = tag.attribute('w:name') ?? ''
      story.bookmarks.push({name, id: tag.attribute('w:id') ?? '', paragraph})
      paragraph?.bookmarks.push(name)
    },
    'w:bookmarkEnd': (tag, {story}) => {
      story.ends.push(tag.attribute('w:id') ?? '')
    },
    'w:fldChar': (tag, reading) => {
      const at = tag.attribute('w:fldCharType')
      if (at === 'begin') reading.code = ''
      if (at === 'separate' || at === 'end') keepField(reading)
    },
    'w:instrText': (tag, reading) => {
      if (tag.kind === 'open') reading.code += tag.text()
    },
    'w:tbl': ({kind}, {story, tables}) => {
      if (kind !== 'open') {
        const table = tables.pop()
        // A header without words bears no unit: the next cell that does is the nearest line of the author's.
        if (table) table.paragraph = table.paragraphs.find(({bookmarks}) => bookmarks.length > 0) ?? table.paragraphs[0]
        return
      }
      const table: Table = {
        style: '',
        caption: undefined,
        headColumn: false,
        headRows: 0,
        headWords: '',
        paragraphs: [],
        paragraph: undefined
      }
      story.tables.push(table)
      tables.push(table)
    },
    'w:tblStyle': (tag, reading) => {
      const table = reading.tables.at(-1)
      if (table) table.style = tag.attribute('w:val') ?? ''
      refer('style', tag.attribute('w:val'), reading)
    },
    'w:tblCaption': (tag, {tables}) => {
      const table = tables.at(-1)
      if (table) table.caption = tag.attribute('w:val') ?? ''
    },
    'w:tblLook': (tag, {tables}) => {
      const table = tables.at(-1)
      if (table) table.headColumn = isOn(tag.attribute('w:firstColumn'))
    },
    'w:tr': (_, reading) => {
      reading.headRow = false
    },
    'w:tblHeader': (tag, reading) => {
      const table = reading.tables.at(-1)
      if (!table || !isOn(tag.attribute('w:val') ?? 'true')) return
      table.headRows += 1
      reading.headRow = true
    }
  })
)

function isOn(value: string | undefined): boolean {
  return value === 'true' || value === '1' || value === 'on'
}

function say(words: string, {paragraphs, links, tables, headRow}: Reading): void {
  const paragraph = paragraphs.at(-1)
  if (paragraph) paragraph.words += words
  for (const link of links) link.words += words
  const table = tables.at(-1)
  if (table && headRow) table.headWords += words
}

function keepField(reading: Reading): void {
  const code = reading.code.trim()
  if (code !== '') reading.story.fields.push({code, paragraph: reading.paragraphs.at(-1)})
  reading.code = ''
}

function refer(to: Reference['to'], id: string | undefined, {story, paragraphs}: Reading): void {
  if (id !== undefined) story.references.push({to, id, paragraph: paragraphs.at(-1)})
}
