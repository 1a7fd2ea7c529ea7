/** Word's units, and its names for languages. */
import {isLanguageTag} from '../../locale.ts'

/** Twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20)
}

/** Pixels of 96 to the inch, in which docx takes the size of a picture. */
export function pixels(points: number): number {
  return (points * 96) / 72
}

/** Word checks spelling by language and region: `mk` → `mk-MK`, `sr-Latn` → `sr-Latn-RS`. A tag that is none stays. */
export function regional(lang: string): string {
  if (!isLanguageTag(lang)) return lang
  const {script} = new Intl.Locale(lang)
  const {language, region} = new Intl.Locale(lang).maximize()
  return [language, script, region].filter((part) => part !== undefined).join('-')
}
