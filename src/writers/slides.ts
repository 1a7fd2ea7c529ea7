/** The deck: the text as slides, one a page. */
import {writtenBy} from './pdf.ts'
import {loadCodecs} from './resolution.ts'
import {layOutDeck} from './slides/deck.ts'
import {defineWriter} from './writer.ts'

/** Writes `.pdf`: slides on the masters `slide-…`, their notes left to the formats `notes` and `handout`. */
export const slides = defineWriter({
  name: 'slides',
  async write(document, context) {
    await loadCodecs(document, context)
    const deck = layOutDeck(document, context)
    return writtenBy(deck.engine, deck.slides)
  }
})
