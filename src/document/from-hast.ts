/** The filled template, as hast, into the Document. */
import type {ElementContent, Root, RootContent} from 'hast'
import type {Report} from '../diagnostic.ts'
import {readBlocks} from './from-hast/blocks.ts'
import {base, isElement, type State, text} from './from-hast/element.ts'
import {raw} from './from-hast/inlines.ts'
import {collapse} from './from-hast/spaces.ts'
import type {Document, Frame, Meta, Page} from './nodes.ts'

export interface FilledTemplate {
  hast: Root
  /** Running headers and footers, by the file name that a page master gives. */
  running: Readonly<Record<string, Root>>
  /** BCP 47 */
  lang: string
  dir: 'ltr' | 'rtl'
  meta: Meta
}

/** Read a filled template as a Document. Elements that mean nothing here are reported and leave their text. */
export function fromHast(filled: FilledTemplate, report: Report): Document {
  const state: State = {
    report,
    blocks: (nodes) => readBlocks(nodes, state),
    inlines: (nodes) => collapse(raw(nodes, state))
  }
  const running = Object.entries(filled.running).map(
    ([file, root]) => [file, frames(contentOf(root.children), state)] as const
  )
  return {
    type: 'document',
    lang: filled.lang,
    dir: filled.dir,
    meta: filled.meta,
    children: pages(contentOf(filled.hast.children), state),
    running: Object.fromEntries(running)
  }
}

/** Each `<section data-master>` is a run of pages; what stands outside them is one on the master `main`. */
function pages(nodes: readonly ElementContent[], state: State): Page[] {
  const made: Page[] = []
  let loose: ElementContent[] = []
  const flush = () => {
    const children = frames(loose, state)
    if (children.length > 0) made.push({type: 'page', master: 'main', children})
    loose = []
  }
  for (const node of nodes) {
    const master = isElement(node, 'section') ? text(node, 'dataMaster') : undefined
    if (master === undefined) loose.push(node)
    else if (isElement(node)) {
      flush()
      made.push({type: 'page', ...base(node), master, children: frames(node.children, state)})
    }
  }
  flush()
  return made
}

/** Each `<div data-frame>` is a frame; what stands outside them goes to `main`. Parts of one frame are joined. */
function frames(nodes: readonly ElementContent[], state: State): Frame[] {
  const made = new Map<string, Frame>()
  const put = (frame: Frame) => {
    const known = made.get(frame.name)
    if (known) known.children.push(...frame.children)
    else if (frame.children.length > 0) made.set(frame.name, frame)
  }
  let loose: ElementContent[] = []
  const flush = () => {
    put({type: 'frame', name: 'main', children: state.blocks(loose)})
    loose = []
  }
  for (const node of nodes) {
    const name = isElement(node, 'div') ? text(node, 'dataFrame') : undefined
    if (name === undefined) loose.push(node)
    else if (isElement(node)) {
      flush()
      put({type: 'frame', ...base(node), name, children: state.blocks(node.children)})
    }
  }
  flush()
  return [...made.values()]
}

/** Children of a root that are content: no doctype. */
function contentOf(nodes: readonly RootContent[]): ElementContent[] {
  return nodes.filter((node) => node.type !== 'doctype')
}
