/** Lists: one definition for each kind, and for each first number that is not 1. */
import {AlignmentType, type INumberingOptions, LevelFormat} from 'docx'
import type {Brand} from '../../theme/brand.ts'
import type {WordList, WordModel} from './model.ts'
import {twips} from './units.ts'
import {wordColor, wordFont} from './word-theme.ts'

type Definition = INumberingOptions['config'][number]

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** Definitions of the lists that the model has, and of those that its styles offer. */
export function numberingConfig(model: WordModel, brand: Brand): Definition[] {
  const plain = [
    {ordered: false, start: 1},
    {ordered: true, start: 1}
  ]
  const kinds = new Map([...plain, ...model.lists].map((list) => [numberingReference(list), list]))
  const sorted = [...kinds].sort(([a, one], [b, other]) => one.start - other.start || (a < b ? -1 : 1))
  return sorted.map(([reference, list]) => definition(reference, list, {model, brand}))
}

/** What tells the definitions of lists apart. */
type Kind = Pick<WordList, 'ordered' | 'start' | 'inset'>

/** Name of the definition that a list belongs to. */
export function numberingReference({ordered, start, inset = 0}: Kind): string {
  return `${ordered ? `number-${start}` : 'bullet'}${inset === 0 ? '' : `-in-${twips(inset)}`}`
}

function definition(reference: string, kind: Kind, {model, brand}: {model: WordModel; brand: Brand}): Definition {
  const bullet = !kind.ordered
  const {marker, number} = model.listLooks
  const {look, indent} = bullet ? marker : number
  return {
    reference,
    levels: levels.map((level) => ({
      level,
      start: bullet ? 1 : kind.start,
      // Numbers at every depth: Word's letters are Latin, and the text need not be.
      format: bullet ? LevelFormat.BULLET : LevelFormat.DECIMAL,
      text: bullet ? marker.text : number.text.replace('{n}', `%${level + 1}`),
      alignment: AlignmentType.LEFT,
      style: {
        paragraph: {indent: {start: twips(listIndent(model, kind, level)), hanging: twips(indent)}},
        // Without it Word puts the full stop of a number on the wrong side, and never writes it in Arabic digits.
        run: {...wordFont(brand, look), color: wordColor(brand, look.color), ...(model.rtl ? {rightToLeft: true} : {})}
      }
    }))
  }
}

/** LibreOffice lets the markers of right-to-left lists stand out of the text by their own width. */
export const roomForMarker = 16

/** Indent of the text of items at `level`, pt. */
export function listIndent(
  {listLooks, rtl}: Pick<WordModel, 'listLooks' | 'rtl'>,
  {ordered, inset = 0}: Pick<WordList, 'ordered' | 'inset'>,
  level: number
): number {
  const {indent} = ordered ? listLooks.number : listLooks.marker
  return indent * (level + 1) + inset + (rtl ? roomForMarker : 0)
}
