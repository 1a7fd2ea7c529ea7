/** The deck: the text as slides, one a page. */
import {layOutDeck} from './slides/deck.ts'
import {defineWriter} from './writer.ts'

/** Writes `.pdf`: slides on the masters `slide-…`, their notes left to the formats `notes` and `handout`. */
export const slides = defineWriter({
  name: 'slides',
  async write(document, context) {
    const deck = layOutDeck(document, context)
    return {
      bytes: deck.engine.write(deck.slides),
      mediaType: 'application/pdf',
      extension: 'pdf',
      pages: deck.slides.length,
      conformance: deck.engine.conforms() ? ['PDF/UA-1', 'PDF/A-2a'] : []
    }
  }
})
