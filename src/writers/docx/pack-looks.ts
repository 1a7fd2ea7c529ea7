/** What Word files look like: styles, theme and definitions of lists, which files of one pack share. */
import {Document, type INumberingOptions, type IThemeOptions} from 'docx'
import type {Brand} from '../../theme/brand.ts'
import {recent} from '../../world/recent.ts'
import type {WordModel} from './model.ts'
import {packStyles} from './pack-styles.ts'
import {type Looks, looksOf} from './print-parts.ts'
import {themeColors, themeFonts} from './word-theme.ts'

type Lists = INumberingOptions['config']

/** Print the looks of `model`, with the definitions `lists`; those of files that look alike are printed once. */
export function sharedLooks(model: WordModel, brand: Brand, lists: Lists): Looks {
  const options = {
    theme: themeOf(brand),
    styles: packStyles(model, brand),
    numbering: {config: lists}
  }
  const key = JSON.stringify(options)
  const known = printed.get(key)
  if (known) return known
  const looks = looksOf(new Document({...options, sections: []}))
  printed.set(key, looks)
  return looks
}

const printed = recent<string, Looks>(16)

/** Colours and fonts of the brand as docx takes them. */
export function themeOf(brand: Brand): IThemeOptions {
  return {name: brand.name, colors: themeColors(brand), fonts: themeFonts(brand)}
}

/** The lists by their names and first numbers only, for a Document whose looks are printed already. */
export function withoutLooks(lists: Lists): Lists {
  return lists.map(({reference, levels}) => ({
    reference,
    levels: levels.map(({level, start = 1}) => ({level, start}))
  }))
}
