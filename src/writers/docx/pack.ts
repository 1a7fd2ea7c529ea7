/** The seam to docx: the one place that builds its Document and packs it. */
import {Document, Footer, Header} from 'docx'
import type {Brand} from '../../theme/brand.ts'
import type {WordBlock, WordModel} from './model.ts'
import {type PackState, packBlocks, packParagraph} from './pack-blocks.ts'
import {numberingConfig} from './pack-numbering.ts'
import {packStyles} from './pack-styles.ts'
import {sealParts} from './parts.ts'
import {patchParts} from './patch.ts'
import {printParts} from './print-parts.ts'
import {twips} from './units.ts'
import {themeColors, themeFonts} from './word-theme.ts'

/** Write the model as the bytes of a .docx file: the same model, the same bytes. */
export async function pack(model: WordModel, brand: Brand): Promise<Uint8Array> {
  const state: PackState = {brand, model}
  const {page, properties} = model
  const children = (blocks: readonly WordBlock[]) => packBlocks(blocks, state)
  const document = new Document({
    title: properties.title,
    creator: properties.creator,
    description: properties.description,
    keywords: properties.keywords,
    lastModifiedBy: properties.creator,
    revision: 1,
    compatabilityModeVersion: 15,
    theme: {name: brand.name, colors: themeColors(brand), fonts: themeFonts(brand)},
    styles: packStyles(model, brand),
    numbering: {config: numberingConfig(model, brand)},
    footnotes: Object.fromEntries(
      model.notes.map((paragraphs, index) => [
        index + 1,
        {children: paragraphs.map((paragraph) => packParagraph(paragraph, state))}
      ])
    ),
    sections: [
      {
        properties: {
          page: {
            size: {width: twips(page.width), height: twips(page.height)},
            margin: {
              top: twips(page.margins.top),
              bottom: twips(page.margins.bottom),
              left: twips(model.rtl ? page.margins.end : page.margins.start),
              right: twips(model.rtl ? page.margins.start : page.margins.end),
              header: twips(page.header),
              footer: twips(page.footer),
              gutter: 0
            }
          }
        },
        ...(model.header.length > 0 ? {headers: {default: new Header({children: children(model.header)})}} : {}),
        ...(model.footer.length > 0 ? {footers: {default: new Footer({children: children(model.footer)})}} : {}),
        children: children(model.body)
      }
    ]
  })
  return sealParts(patchParts(printParts(document), model, brand))
}
