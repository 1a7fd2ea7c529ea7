/** What a reader who does not see the page needs of a Word file. */
import {isLanguageTag} from '../../../locale.ts'
import {type Fault, levelOf, type WordFile, where} from './file.ts'

/** Title bars and screen readers name the file by its title. */
export function titleFaults({properties}: WordFile): Fault[] {
  if (properties.get('dc:title')) return []
  return [{rule: 'docx-title', reason: 'Unexpected gap in docProps/core.xml, expected a title'}]
}

/** A voice speaks words as those of the language that the file names. */
export function languageFaults({properties, parts, stories}: WordFile): Fault[] {
  const faults: Fault[] = []
  const named = properties.get('dc:language') ?? ''
  const fault = (reason: string) => ({rule: 'docx-language', reason}) as const
  if (named === '') faults.push(fault('Unexpected gap in docProps/core.xml, expected a language'))
  else if (!isLanguageTag(named))
    faults.push(fault(`Unexpected language \`${named}\` in docProps/core.xml, ${tagWanted}`))

  const styles = parts.get('word/styles.xml')
  if (typeof styles !== 'string' || !/<w:rPrDefault>.*?<w:lang [^>]*?w:val="[^"]/s.test(styles))
    faults.push(fault('Unexpected gap in word/styles.xml, expected the language of text'))
  for (const story of stories) {
    for (const {tag, paragraph} of story.languages) {
      if (isLanguageTag(tag)) continue
      const reason = `Unexpected language \`${tag}\` in ${where(story, {paragraph})}, ${tagWanted}`
      faults.push({rule: 'docx-language', reason, paragraph})
    }
  }
  return faults
}

const tagWanted = 'expected a BCP 47 tag'

/** A picture says what it shows, or that it is decoration (WCAG 1.1.1). */
export function pictureFaults({stories}: WordFile): Fault[] {
  return stories.flatMap((story) =>
    story.pictures
      .filter(({description}) => description?.trim() === '')
      .map((picture) => ({
        rule: 'docx-alt',
        reason: `Unexpected picture without a description in ${where(story, picture)}, expected one`,
        paragraph: picture.paragraph
      }))
  )
}

/** Style of tables that only set things side by side. */
const layoutTable = 'PlainTable'

/** A table of data has a name, and says what its columns or rows are (WCAG 1.3.1). */
export function tableFaults({stories}: WordFile): Fault[] {
  const faults: Fault[] = []
  for (const story of stories) {
    for (const table of story.tables) {
      if (table.style === layoutTable) continue
      const {paragraph, caption = ''} = table
      const place = () => where(story, table)
      // A programme has its times for headers, and is named by the heading above it.
      if (table.headRows > 0 && caption.trim() === '') {
        const reason = `Unexpected table without a caption in ${place()}, expected one`
        faults.push({rule: 'docx-table-caption', reason, paragraph})
      }
      if (table.headRows === 0 && !table.headColumn) {
        const reason = `Unexpected table without headers in ${place()}, expected a header row or column`
        faults.push({rule: 'docx-table-header', reason, paragraph})
      }
      if (table.headRows > 0 && table.headWords.trim() === '') {
        const reason = `Unexpected header row without words in ${place()}, expected the names of the columns`
        faults.push({rule: 'docx-table-header', reason, paragraph})
      }
    }
  }
  return faults
}

/** Headings of the body go down one level at a time, and each has words. */
export function headingFaults(file: WordFile): Fault[] {
  const faults: Fault[] = []
  for (const story of file.stories) {
    let before = 0
    for (const paragraph of story.paragraphs) {
      const level = levelOf(paragraph, file)
      if (level === undefined) continue
      const place = () => where(story, {paragraph})
      if (paragraph.words.trim() === '') {
        const reason = `Unexpected heading of level ${level} without words in ${place()}, expected some`
        faults.push({rule: 'docx-heading-empty', reason, paragraph})
      }
      if (level > before + 1) {
        const reason = `Unexpected heading of level ${level} in ${place()}, expected level ${before + 1}`
        faults.push({rule: 'docx-heading-skip', reason, paragraph})
      }
      before = level
    }
  }
  return faults
}

/** A link says where it leads (WCAG 2.4.4). */
export function linkTextFaults({stories}: WordFile): Fault[] {
  return stories.flatMap((story) =>
    story.links
      .filter(({words}) => words.trim() === '')
      .map((link) => ({
        rule: 'docx-link-text',
        reason: `Unexpected link without words in ${where(story, link)}, expected some`,
        paragraph: link.paragraph
      }))
  )
}
