/** What a file must hold to before it may say that it is PDF/UA-1 and PDF/A-2a. */
import {StructureElement} from './structure.ts'

/** A language tag (ISO 32000-1, 14.9.2). */
const LANGUAGE = /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i

/** Longest text in the file, in UTF-16 units with their mark (ISO 19005-2, 6.1.13). */
export const LONGEST_STRING = 16_382

/** States of graphics that may be kept one inside the other (ISO 19005-2, 6.1.13). */
export const DEEPEST_STATE = 28

/** A string in PDF syntax that is too long. */
const LONG_STRING = /\((?:[^\\()]|\\.){32768}/s

/** True where an object in PDF syntax has a string of more than 32,767 bytes. */
export function hasLongString(object: string): boolean {
  return object.length > 32_767 && LONG_STRING.test(object)
}

/** True for a tag that may stand in an entry Lang. */
export function isLanguage(lang: string): boolean {
  return LANGUAGE.test(lang)
}

/** True where each picture below `element` is described, each language is one, and no text is too long for its entry. */
export function isSound(element: StructureElement): boolean {
  const {lang, alt, title, actualText} = element.attributes
  if (element.tag === 'Figure' && !alt?.trim()) return false
  if (lang !== undefined && !isLanguage(lang)) return false
  if ([alt, title, actualText].some((text) => text !== undefined && text.length > LONGEST_STRING)) return false
  return element.children.every((child) => !(child instanceof StructureElement) || isSound(child))
}

/**
 * True for characters that say nothing to whoever reads the text: those of private use, and what is no character at all
 * (ISO 19005-2, 6.2.11.7).
 */
export function isPrivate(codePoint: number): boolean {
  const inPlane = codePoint & 0xffff
  return (codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000 || inPlane >= 0xfffe
}
