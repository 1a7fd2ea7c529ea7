/** The units of a Word file, by the hidden bookmarks around their text. */
import {strFromU8, unzipSync} from 'fflate'
import {digest} from '../../src/world.ts'

export interface MarkedUnit {
  /** The text within the bookmark; of a picture, its description. */
  text: string
  /** The text of the paragraph that the bookmark begins in. */
  paragraph: string
}

/** Characters of a name that stand for the unit; what follows tells parts, repetitions and a program's copies apart. */
const stem = '_gf_'.length + 16

/** Name of the bookmark of a unit, by its key. */
export function unitName(key: string): string {
  return `_gf_${digest(key)}`.slice(0, stem)
}

/** The unit that a bookmark is of, whatever a program has put behind its name. */
export function unitOf(name: string): string {
  return name.slice(0, stem)
}

/** List the bookmarks of units in a file's text and footnotes, by name, in their order. */
export function unitsIn(file: Uint8Array): Map<string, MarkedUnit> {
  const found = new Map<string, MarkedUnit>()
  for (const paragraph of paragraphs(file)) {
    for (const [start] of paragraph.matchAll(/<w:bookmarkStart [^>]*>/g)) {
      const name = attribute(start, 'w:name')
      if (!name.startsWith('_gf_')) continue
      if (found.has(name)) throw new Error(`Two bookmarks ${name}`)
      const [, inside = ''] = paragraph.split(start)
      const end = inside.search(new RegExp(`<w:bookmarkEnd [^>]*w:id="${attribute(start, 'w:id')}"`))
      if (end === -1) throw new Error(`${name} ends in another paragraph`)
      found.set(name, {text: textOf(inside.slice(0, end)), paragraph: textOf(paragraph)})
    }
  }
  return found
}

/** List the text of each paragraph of a file's text and footnotes. */
export function paragraphsIn(file: Uint8Array): string[] {
  return paragraphs(file).map(textOf)
}

function paragraphs(file: Uint8Array): string[] {
  const parts = unzipSync(file)
  return ['word/document.xml', 'word/footnotes.xml'].flatMap((path) => {
    const xml = strFromU8(parts[path] ?? new Uint8Array())
    return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => paragraph)
  })
}

function attribute(element: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1] ?? ''
}

/** Words of runs and descriptions of pictures, with a space for a line break. */
function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)|<w:br\b|<wp:docPr [^>]*?descr="([^"]*)"/g)]
    .map(([, words, description]) => words ?? description ?? ' ')
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
