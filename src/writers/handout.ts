/** Handouts: slides with room for notes, notes pages, and the outline, from the same slides as the deck. */

import type {Document} from '../document/nodes.ts'
import {notesSheets} from './handout/notes.ts'
import {outlineDocument} from './handout/outline.ts'
import {onPaper} from './handout/paper.ts'
import {type Desk, finished} from './handout/sheet.ts'
import {slideSheets} from './handout/slides-page.ts'
import type {Engine, PdfPage} from './pdf/engine.ts'
import {compose} from './pdf/pages.ts'
import {engineFor, writtenBy} from './pdf.ts'
import {loadCodecs} from './resolution.ts'
import {layOutDeck} from './slides/deck.ts'
import {slideOptions} from './slides/options.ts'
import {defineWriter, type WriterContext} from './writer.ts'

/** Writes `.pdf` by the option `layout`: `slides` (n a page), `notes` or `outline`. */
export const handout = defineWriter({
  name: 'handout',
  async write(document, context) {
    await loadCodecs(document, context)
    const options = slideOptions(context)
    const {engine, pages} = options.layout === 'outline' ? outline(document, context) : sheets(document, context)
    return writtenBy(engine, pages)
  }
})

interface Laid {
  engine: Engine
  pages: readonly PdfPage[]
}

function sheets(document: Document, context: WriterContext): Laid {
  const options = slideOptions(context)
  const {engine, slides} = layOutDeck(document, context)
  const desk: Desk = {document, context: onPaper(context, options.paper), engine}
  const made = options.layout === 'notes' ? notesSheets(slides, options, desk) : slideSheets(slides, options, desk)
  return {engine, pages: finished(made, desk)}
}

function outline(document: Document, given: WriterContext): Laid {
  const {breaks, paper} = slideOptions(given)
  const context = onPaper(given, paper)
  const entries = outlineDocument(document, breaks)
  const engine = engineFor(entries, context)
  return {engine, pages: compose(entries, engine, {context}).pages}
}
