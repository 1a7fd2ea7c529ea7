/** The Word writer: Document → model → bytes. */
import {compose} from './docx/compose.ts'
import {pack} from './docx/pack.ts'
import {brandIn} from './docx/word-theme.ts'
import {checkNames} from './options.ts'
import {loadCodecs} from './resolution.ts'
import {defineWriter} from './writer.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Write a Word file: one flow with real styles, that people edit further. It has no pages until Word makes them. */
export const docx = defineWriter({
  name: 'docx',
  async write(document, context) {
    checkNames(context, [], 'a Word format')
    await loadCodecs(document, context)
    const brand = brandIn(context.theme.brand, context.locale.script, document.dir === 'rtl')
    const bytes = await pack(compose(document, context), brand)
    return {bytes, mediaType, extension: 'docx', pages: null, conformance: []}
  }
})
