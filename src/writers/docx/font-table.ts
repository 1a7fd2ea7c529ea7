/** The fonts of a file, and what may stand in for those that a reader lacks. */
import type {Brand} from '../../theme/brand.ts'
import {familyOfWeight} from './word-theme.ts'

/** XML of `word/fontTable.xml`: each family of the brand, and each weight with its own name, with its substitute. */
export function fontTable(brand: Brand): string {
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
      entries.set(name, font(name, substitute))
    }
  }
  const fonts = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, xml]) => xml)
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  return `${declaration}<w:fonts xmlns:w="${namespace}">${fonts.join('')}</w:fonts>`
}

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function font(name: string, substitute: string | undefined): string {
  const alternative = substitute === undefined ? '' : `<w:altName w:val="${escaped(substitute)}"/>`
  return `<w:font w:name="${escaped(name)}">${alternative}<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
