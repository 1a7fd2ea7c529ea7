/** The Word writer: Document → model → bytes. */

import {checkContrast} from './contrast.ts'
import {askForUpdate} from './docx/ask-for-update.ts'
import {compose} from './docx/compose.ts'
import {embedFonts} from './docx/embed-fonts.ts'
import {guard} from './docx/guard.ts'
import {wordOptions} from './docx/options.ts'
import {pack} from './docx/pack.ts'
import {sealParts} from './docx/parts.ts'
import {shownText} from './docx/shown-text.ts'
import {brandIn} from './docx/word-theme.ts'
import {loadCodecs} from './resolution.ts'
import {defineWriter} from './writer.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Write a Word file: one flow with real styles, that people edit further. It has no pages until Word makes them. */
export const docx = defineWriter({
  name: 'docx',
  async write(document, context) {
    const options = wordOptions(context)
    await loadCodecs(document, context)
    const brand = brandIn(context.theme.brand, context.locale.script, document.dir === 'rtl')
    const model = compose(document, context)
    checkContrast(shownText(model, brand), context)
    const parts = pack(model, brand)
    if (options.embedFonts) embedFonts(parts, {model, brand}, context)
    if (options.contentsPageNumbers) askForUpdate(parts)
    guard(parts, model.places, context.report)
    return {bytes: sealParts(parts), mediaType, extension: 'docx', pages: null, conformance: []}
  }
})
