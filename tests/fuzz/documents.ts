/** Documents of any shape: every kind of node inside every other that may hold it, short and long, in both directions. */
import type {Document, Frame, Heading, Inline, Page} from '../../src/document/nodes.ts'
import {outline} from '../../src/document/outline.ts'
import {Random} from '../helpers/random.ts'
import {block, blocks} from './blocks.ts'
import {type Draft, draft, LANGUAGES, tocSign} from './draft.ts'
import {extreme} from './extremes.ts'
import {phrase} from './inlines.ts'

export interface Generated {
  document: Document
  /** Pack whose masters its pages stand on. */
  pack: 'strands' | 'base'
  /** What the document says, in reading order. */
  words: string
  /** Headings that skip a level. */
  skips: number
}

/** Page masters whose text flows on, and their frames. */
const masters = {
  strands: [
    {name: 'inner', frames: ['side', 'main']},
    {name: 'opener', frames: ['side', 'main']},
    {name: 'panel', frames: ['side', 'main']}
  ],
  base: [
    {name: 'front', frames: ['main']},
    {name: 'main', frames: ['main']}
  ]
} as const

/** The document of a seed; `skipping`: headings may skip levels. */
export function generate(seed: number, {skipping = false} = {}): Generated {
  const random = new Random(seed)
  const lang = random.pick(LANGUAGES)
  const pack = random.chance(0.75) ? 'strands' : 'base'
  const made = draft(random, lang, skipping)
  const title: Heading = {type: 'heading', depth: 1, children: [phrase(made)]}
  const children = random.many(1, 3, () => page(made, pack))
  children[0]?.children[0]?.children.unshift(title)
  const document: Document = {
    type: 'document',
    lang,
    dir: lang === 'ar' || lang === 'he' ? 'rtl' : 'ltr',
    meta: {title: `Seed ${seed}`, authors: [], keywords: []},
    children,
    running: random.chance(0.3) ? {'running.hbs': [runningHead(pack)]} : {}
  }
  return {document, pack, words: withContents(document, made), skips: made.skips}
}

function page(draft: Draft, pack: Generated['pack']): Page {
  const {random} = draft
  const {name, frames} = random.pick<{name: string; frames: readonly string[]}>(masters[pack])
  const used = random.chance(0.3) ? frames : ['main']
  const children = used.map((frame): Frame => ({type: 'frame', name: frame, children: blocks(draft, 0, 8)}))
  const last = children.at(-1)
  if (random.chance(0.05)) last?.children.push(extreme(draft))
  if (random.chance(0.05)) last?.children.push(block(draft))
  return {type: 'page', master: name, children}
}

function runningHead(pack: Generated['pack']): Frame {
  const field = (name: 'page' | 'pages' | 'section') => ({type: 'field', name}) as const
  const children = [field('section'), {type: 'text', value: ' '} as const, field('page'), field('pages')]
  return {
    type: 'frame',
    name: pack === 'strands' ? 'section' : 'head',
    children: [{type: 'paragraph', style: 'label', children}]
  }
}

/** The words with the headings where a table of contents repeats them. */
function withContents(document: Document, {words, tocs}: Draft): string {
  let {written} = words
  for (const [index, {depth}] of tocs.entries()) {
    const titles = outline(document, depth).map(({title}) => title.map(shown).join(''))
    written = written.replace(tocSign(index), titles.join(''))
  }
  return written
}

/** What a heading says where it is repeated: no notes. */
function shown(node: Inline): string {
  if (node.type === 'note') return ''
  if ('children' in node) return node.children.map(shown).join('')
  return 'value' in node ? node.value : ''
}
