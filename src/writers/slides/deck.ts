/** Slides laid out once, to be drawn at any size. */
import type {Document, Page} from '../../document/nodes.ts'
import {withNotesShown} from '../../document/slides/shown-notes.ts'
import {toSlides} from '../../document/slides.ts'
import type {Element, Engine, PdfPage} from '../pdf/engine.ts'
import {type ComposedPage, type Composition, compose} from '../pdf/pages.ts'
import {engineFor, hasToc} from '../pdf.ts'
import type {WriterContext} from '../writer.ts'
import {withAspect} from './aspect.ts'
import {fitSlide, growing} from './fit.ts'
import {slideOptions} from './options.ts'
import {withTitleAgain} from './title-again.ts'

export interface Deck {
  engine: Engine
  /** The text as slides, before their type was fitted. */
  document: Document
  slides: DeckSlide[]
}

/** One slide, ready to be drawn. */
export interface DeckSlide extends PdfPage {
  of: Page
  /** Element of the slide, for what else belongs to it. */
  element: Element
}

/** Cut `document` into slides and lay them out, each tagged as a section of its own. */
export function layOutDeck(document: Document, given: WriterContext): Deck {
  const {breaks, aspect, layout} = slideOptions(given)
  const context = withAspect(given, aspect)
  const {digits, t} = context.locale
  const all = toSlides(document, {digits, breaks, contact: t('get-in-touch')})
  const cut = layout === 'notes' ? all : withNotesShown(all)
  // Page numbers in a table of contents are known once everything is laid out.
  const draft = hasToc(cut) ? composeDeck(cut, engineFor(cut, context), context) : undefined
  const engine = engineFor(cut, context)
  const {pages, elements} = composeDeck(cut, engine, context, draft?.pageOf)
  const slides = pages.map((page): DeckSlide => ({...page, element: elements.get(page.of) ?? engine.root}))
  return {engine, document: cut, slides}
}

function composeDeck(
  document: Document,
  engine: Engine,
  context: WriterContext,
  pageOf?: Composition['pageOf']
): {pages: ComposedPage[]; pageOf: Composition['pageOf']; elements: ReadonlyMap<Page, Element>} {
  const fitted = document.children.flatMap((page) => fitSlide(page, engine, context))
  const slides = new Map(fitted.map((slide) => [slide.page, slide]))
  const elements = new Map(
    fitted.map(({page}) => [page, engine.element(engine.root, 'Sect', page.title ? {title: page.title} : {})])
  )
  // A table of contents was fitted before the slides had their numbers.
  const isFinal = !hasToc(document)
  const within = (page: Page) => {
    const {context: own = context, content} = slides.get(page) ?? {}
    return {
      context: own,
      parent: elements.get(page) ?? engine.root,
      ...(content && isFinal && {ready: new Map([[growing, content]])})
    }
  }
  const children = fitted.map(({page}) => page)
  const composition = compose({...document, children}, engine, {context, within, ...(pageOf && {pageOf})})
  const pages = composition.pages.map((page, index, all) =>
    all[index - 1]?.of === page.of ? withTitleAgain(page, engine, within(page.of).context) : page
  )
  return {...composition, pages, elements}
}
