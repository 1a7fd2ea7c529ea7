/** The outline of a text: all its headings, and below each what its slides say in words. */
import type {Aside, Block, Document, Heading, Inline, ListItem, Section} from '../../document/nodes.ts'
import {withoutNotes} from '../../document/outline.ts'
import {cast, opened, ungroup} from '../../document/slides/roles.ts'
import {opensSlides} from '../../document/slides.ts'
import {plainText} from '../../document/text.ts'
import {points} from './points.ts'

/** How the text is cut into slides. */
interface Cut {
  lang: string
  breaks: boolean
}

/** Sections down to this depth are numbered, or parts where there are some; those below stand in their entries. */
const numbered = 2

/**
 * Make a Document of one run of pages on the master `outline`: the title, the points of what comes before the first
 * section, then a numbered entry for each section, with the headings below it and the points of their slides.
 */
export function outlineDocument(document: Document, breaks: boolean): Document {
  const cut = {lang: document.lang, breaks}
  const blocks = document.children
    .filter(({master}) => master !== 'slide-title')
    .flatMap((page) => entriesOf(ungroup(page.children.flatMap((frame) => frame.children)), cut, numbered - 1))
  const parts = blocks.some((block) => block.type === 'heading' && block.depth === 1)
  const opensEntry = (block: Block) => block.type === 'heading' && block.depth <= (parts ? 1 : numbered)
  const first = blocks.findIndex(opensEntry)
  const intro = first === -1 ? blocks : blocks.slice(0, first)
  const title: Heading = {type: 'heading', depth: 1, children: [{type: 'text', value: document.meta.title}]}
  const children: Block[] = [title]
  if (intro.length > 0) children.push({type: 'group', style: 'outline-intro', children: intro})
  if (first !== -1) {
    const sections: Block[][] = []
    for (const block of blocks.slice(first)) {
      if (opensEntry(block)) sections.push([])
      sections.at(-1)?.push(block)
    }
    const items = sections.map(itemOf)
    children.push({type: 'list', ordered: true, start: 1, style: 'outline-sections', children: items})
  }
  return {
    ...document,
    children: [{type: 'page', master: 'outline', children: [{type: 'frame', name: 'main', children}]}]
  }
}

/** Headings and points of `blocks`, which stand under a heading of `depth`: what opens slides of its own comes last. */
function entriesOf(blocks: readonly Block[], cut: Cut, depth: number): Block[] {
  const own = blocks.filter((block) => !opensSlides(block))
  const written = own.some(({type}) => type === 'slide')
  return [
    ...(written ? own.flatMap((block) => writtenBy(block, cut, depth)) : shown(own, cut)),
    ...blocks.flatMap((block) => (opensSlides(block) ? further(block, cut) : []))
  ]
}

function further(block: Aside | Section, cut: Cut): Block[] {
  if (block.type === 'aside') return [...headingOf(2, block.title), ...entriesOf(ungroup(block.children), cut, 3)]
  const {heading, rest} = opened(block)
  return [...headings(heading), ...entriesOf(ungroup(rest), cut, heading.depth)]
}

/** What the rule puts on slides; deeper headings are among it. */
function shown(blocks: readonly Block[], cut: Cut): Block[] {
  const blocksShown = cast(blocks, cut).flatMap(({role, block}) => (role === 'shown' ? [block] : []))
  return points(blocksShown, cut.lang).flatMap((block): Block[] =>
    block.type === 'heading' ? headings(block) : [block]
  )
}

/** The author's own slides, and the headings of what stands around them. */
function writtenBy(block: Block, cut: Cut, depth: number): Block[] {
  if (block.type === 'slide') return [...headingOf(depth, block.title), ...points(ungroup(block.children), cut.lang)]
  if (block.type !== 'section') return []
  const {heading, rest} = opened(block)
  return [...headings(heading), ...ungroup(rest).flatMap((inner) => writtenBy(inner, cut, heading.depth))]
}

function headings({style, ...heading}: Heading): Heading[] {
  const children = withoutNotes(heading.children)
  const part = style === 'part' ? {style} : {}
  return plainText(children).trim() === '' ? [] : [{...heading, ...part, children}]
}

const below = [2, 2, 3, 4, 5, 6, 6] as const

/** A heading under one of `depth`. */
function headingOf(depth: number, children: Inline[]): Heading[] {
  return headings({type: 'heading', depth: below[depth] ?? 6, children})
}

/** Blocks of an entry, and of its points, that stand on one page. */
const mostKept = 6

/** An entry of the outline under its rule; a short one is kept on one page. */
function itemOf(blocks: Block[]): ListItem {
  const children: Block[] = [{type: 'thematicBreak', style: 'outline-rule'}, ...blocks]
  const count = blocks.reduce((sum, block) => sum + (block.type === 'list' ? block.children.length : 1), 0)
  const kept: Block = {type: 'group', style: 'outline-entry', children}
  return {type: 'listItem', checked: null, children: count > mostKept ? children : [kept]}
}
