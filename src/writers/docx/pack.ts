/** The seam to docx: the one place that builds its Document and packs it. */
import {Document} from 'docx'
import type {Brand} from '../../theme/brand.ts'
import type {WordModel} from './model.ts'
import {type PackState, packParagraph} from './pack-blocks.ts'
import {sharedLooks, themeOf, withoutLooks} from './pack-looks.ts'
import {numberingConfig} from './pack-numbering.ts'
import {packSections} from './pack-sections.ts'
import type {Parts} from './parts.ts'
import {patchParts} from './patch.ts'
import {printParts} from './print-parts.ts'
import {strongFonts} from './word-theme.ts'

/** Write the model as the parts of a .docx file: the same model, the same parts. */
export function pack(model: WordModel, brand: Brand): Parts {
  const state: PackState = {brand, model, strong: strongFonts(model.styles, brand)}
  const {properties} = model
  const lists = numberingConfig(model, brand)
  const document = new Document({
    title: properties.title,
    creator: properties.creator,
    description: properties.description,
    keywords: properties.keywords,
    lastModifiedBy: properties.creator,
    revision: 1,
    compatabilityModeVersion: 15,
    // Colours of the theme are written with their values, which docx takes from here.
    theme: themeOf(brand),
    numbering: {config: withoutLooks(lists)},
    footnotes: Object.fromEntries(
      model.notes.map((paragraphs, index) => [
        index + 1,
        {children: paragraphs.map((paragraph) => packParagraph(paragraph, state))}
      ])
    ),
    sections: packSections(state)
  })
  return patchParts(printParts(document, sharedLooks(model, brand, lists)), model, brand)
}
