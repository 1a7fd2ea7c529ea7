/** The fonts of a file, and what may stand in for those that a reader lacks. */
import type {Brand} from '../../theme/brand.ts'
import {familyOfWeight} from './word-theme.ts'

/** The faces that Word's buttons for bold and italic lead to. */
export type Link = 'regular' | 'bold' | 'italic' | 'boldItalic'

/** Attributes that refer to the embedded faces of a family: `r:id="rId1" w:fontKey="{…}"`. */
export type EmbeddedFaces = Partial<Record<Link, string>>

/**
 * XML of `word/fontTable.xml`: each family of the brand, and each weight with its own name, with its substitute and with
 * the faces that the file brings along.
 */
export function fontTable(brand: Brand, embedded: ReadonlyMap<string, EmbeddedFaces> = new Map()): string {
  const families = [
    ...Object.values(brand.roles),
    ...Object.values(brand.scripts).flatMap((roles) => Object.values(roles))
  ]
  const entries = new Map<string, string>()
  for (const family of families) {
    const substitute = brand.substitutes[family]
    const weights = brand.faces.filter((face) => face.family === family).map((face) => face.weight)
    for (const weight of [400, ...weights]) {
      const name = familyOfWeight(brand, family, weight)
      entries.set(name, font(name, substitute, embedded.get(name)))
    }
  }
  const fonts = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, xml]) => xml)
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  return `${declaration}<w:fonts xmlns:w="${main}" xmlns:r="${relations}">${fonts.join('')}</w:fonts>`
}

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function font(name: string, substitute: string | undefined, faces: EmbeddedFaces = {}): string {
  const alternative = substitute === undefined ? '' : `<w:altName w:val="${escaped(substitute)}"/>`
  const embedded = elements.map(([face, element]) =>
    faces[face] === undefined ? '' : `<w:${element} ${faces[face]}/>`
  )
  const common = '<w:family w:val="auto"/><w:pitch w:val="variable"/>'
  return `<w:font w:name="${escaped(name)}">${alternative}${common}${embedded.join('')}</w:font>`
}

/** In the order of CT_Font. */
const elements = [
  ['regular', 'embedRegular'],
  ['bold', 'embedBold'],
  ['italic', 'embedItalic'],
  ['boldItalic', 'embedBoldItalic']
] as const

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
