/** The text as slides: what stands on each one, and what its speaker says. */
import type {Aside, Block, Document, Heading, Page, Paragraph, Section} from './nodes.ts'
import {automatic, explicit} from './slides/automatic.ts'
import {repeated, toPage, withContactTitle} from './slides/part.ts'
import {opened, roleOf, ungroup} from './slides/roles.ts'

export interface SlideOptions {
  /** Write 0-9 in the digits of the language. */
  digits(text: string): string
  /** A thematic break (`---`) begins a further slide. */
  breaks: boolean
  /** Title of the slide with the address of the publisher. */
  contact: string
}

/** What the cutting of one document keeps. */
interface State extends SlideOptions {
  lang: string
  /** Section slides so far. */
  sections: number
}

/** Masters whose pages the template composes itself; the text of every other page is cut into slides. */
const composed: ReadonlySet<string> = new Set(['slide-title', 'slide-section'])

/**
 * Turn the pages of a slide template into slides, each a page on a master `slide-<layout>` with `title` and `notes`.
 *
 * Each section is a slide: lists, tables, figures, quotes and pictures stand on it, paragraphs go to its notes; a
 * section of paragraphs only shows the first sentence of each and keeps the whole in the notes. A section that holds
 * nothing but sections is a section slide. Headings of depth 3 open further slides, deeper ones are a line on the
 * slide. No word is lost: each is on a slide or in its notes.
 */
export function toSlides(document: Document, options: SlideOptions): Document {
  const state: State = {...options, lang: document.lang, sections: 0}
  const pages = document.children.flatMap((page): Page[] => {
    if (composed.has(page.master)) return [{...page, title: page.title ?? document.meta.title}]
    const blocks = ungroup(page.children.flatMap((frame) => frame.children))
    return cut(introTitle(document, page), blocks, state)
  })
  return {...document, children: pages}
}

/** What stands before the first section is titled by the document, whose heading stands on the title slide. */
function introTitle(document: Document, page: Page): Paragraph {
  const {position, data} = page
  return {type: 'paragraph', style: 'h2', children: [{type: 'text', value: document.meta.title}], position, data}
}

function cut(title: Heading | Paragraph, blocks: readonly Block[], state: State): Page[] {
  const own = blocks.filter((block) => !opensSlides(block))
  const parts = own.some((block) => block.type === 'slide') ? explicit(title, own) : automatic(title, own, state)
  const further = blocks.filter(opensSlides)
  return [
    ...parts.map((part) => toPage(withContactTitle(part, state.contact))),
    ...further.flatMap((block) => (block.type === 'aside' ? cutAside(block, title, state) : cutSection(block, state)))
  ]
}

/** True for what is cut into slides of its own: a section, down to depth 3, and what stands aside. */
export function opensSlides(block: Block): block is Aside | Section {
  return block.type === 'aside' || (block.type === 'section' && opened(block).heading.depth <= 3)
}

function cutAside(aside: Aside, around: Heading | Paragraph, state: State): Page[] {
  const {position, data} = aside
  const own: Heading = {type: 'heading', depth: 3, children: aside.title, position, data}
  return cut(aside.title.length > 0 ? own : repeated(around), ungroup(aside.children), state)
}

function cutSection(section: Section, state: State): Page[] {
  const {heading, rest: inside} = opened(section)
  const blocks = ungroup(inside)
  const holdsSections = blocks.every((block) => opensSlides(block) || ['none', 'notes'].includes(roleOf(block, false)))
  if (heading.depth > 1 && !holdsSections) return cut(heading, blocks, state)
  const notes = holdsSections ? blocks.flatMap((block) => (block.type === 'notes' ? block.children : [])) : []
  const rest = holdsSections ? blocks.filter(({type}) => type !== 'notes') : blocks
  return [sectionSlide({heading, notes}, state), ...cut(repeated(heading), rest, state)]
}

/** A slide that only says which part begins, and the number of the part. */
function sectionSlide({heading, notes}: {heading: Heading; notes: Block[]}, state: State): Page {
  state.sections += 1
  const number = state.digits(String(state.sections))
  const page = toPage({title: heading, blocks: [], notes, layout: 'section'})
  const over: Paragraph = {type: 'paragraph', style: 'section-number', children: [{type: 'text', value: number}]}
  return {...page, children: page.children.map((frame) => ({...frame, children: [over, ...frame.children]}))}
}
