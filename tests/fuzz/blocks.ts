/** Random blocks: every kind inside every other that may hold it. */
import type {Block, Contact, Inline, ListItem, Toc} from '../../src/document/nodes.ts'
import {picture} from './album.ts'
import {type Draft, FOREIGN, nextId, nextLevel, tocSign} from './draft.ts'
import {extreme} from './extremes.ts'
import {inlines, paragraph, phrase, title} from './inlines.ts'
import {table} from './tables.ts'

/** `least` to `most` blocks, fewer where there are many already. */
export function blocks(draft: Draft, least: number, most: number): Block[] {
  draft.depth += 1
  const enough = draft.depth > 6 || draft.left <= 0
  const made = enough ? [paragraph(draft)] : draft.random.many(least, most, () => block(draft))
  draft.depth -= 1
  return made
}

/** One block of any kind. */
export function block(draft: Draft): Block {
  draft.left -= 1
  const {random} = draft
  const made = random.chance(0.005) ? extreme(draft) : random.pick(makers)(draft)
  if (random.chance(0.05)) made.lang = random.pick(FOREIGN)
  return made
}

/** A heading with words. */
export function heading(draft: Draft): Block {
  const id = draft.random.chance(0.5) ? {id: nextId(draft)} : {}
  return {type: 'heading', depth: nextLevel(draft), ...id, children: [phrase(draft), ...inlines(draft, 3)]}
}

type Maker = (draft: Draft) => Block

const makers: readonly [Maker, ...Maker[]] = [
  paragraph,
  paragraph,
  paragraph,
  heading,
  (draft) => {
    const id = nextId(draft)
    const own: Block = {type: 'heading', depth: nextLevel(draft), children: [phrase(draft), ...inlines(draft, 2)]}
    return {type: 'section', id, children: [own, ...blocks(draft, 0, 5)]}
  },
  (draft) => {
    const style = draft.random.pick(['panel', 'dense', 'callout', 'nothing'])
    return {type: 'group', style, children: blocks(draft, 0, 4)}
  },
  list,
  list,
  (draft) => ({type: 'blockquote', children: blocks(draft, 1, 3)}),
  ({random, words}) => {
    const line = () => `${' '.repeat(random.whole(0, 4))}${words.phrase()}`
    return {type: 'code', value: random.many(0, 8, line).join('\n')}
  },
  (draft) => table(draft, () => blocks(draft, 0, 3)),
  (draft) => table(draft, () => blocks(draft, 0, 3)),
  () => ({type: 'thematicBreak'}),
  figure,
  (draft) => {
    const kind = draft.random.pick(['note', 'tip', 'warning'] as const)
    return {type: 'callout', kind, title: title(draft), children: blocks(draft, 0, 4)}
  },
  (draft) => ({type: 'quote', children: blocks(draft, 1, 3), source: title(draft)}),
  (draft) => ({type: 'lead', kicker: title(draft), children: blocks(draft, 1, 2)}),
  (draft) => ({type: 'aside', title: title(draft), children: blocks(draft, 0, 4)}),
  ({random, words}) => ({
    type: 'figures',
    children: random.many(1, 6, () => ({
      type: 'keyFigure',
      value: words.word(),
      ...(random.chance(0.7) && {unit: words.word()}),
      label: random.chance(0.9) ? [{type: 'text', value: words.phrase()}] : []
    }))
  }),
  contact,
  (draft) => ({
    type: 'programme',
    children: draft.random.many(1, 12, () => ({
      type: 'programmeEntry',
      time: inlines(draft, 2),
      what: inlines(draft),
      where: title(draft)
    }))
  }),
  (draft) => ({
    type: 'columns',
    children: draft.random.many(1, 4, () => ({
      type: 'column',
      width: draft.random.pick<number | 'auto' | '*'>(['*', 'auto', 20, 45]),
      children: blocks(draft, 0, 4)
    }))
  }),
  ({random}) => ({type: 'break', to: random.pick(['page', 'column', 'panel', 'slide'] as const)}),
  (draft) => ({type: 'qr', url: `https://example.org/${draft.ids}`, caption: title(draft)}),
  toc,
  () => ({type: 'slide', title: [], children: []}),
  () => ({type: 'notes', children: []})
]

function list(draft: Draft): Block {
  const {random} = draft
  const tasks = random.chance(0.1)
  const item = (): ListItem => ({
    type: 'listItem',
    checked: tasks ? random.chance(0.5) : null,
    children: random.chance(0.7) ? [paragraph(draft)] : blocks(draft, 0, 4)
  })
  const start = random.whole(0, random.chance(0.1) ? 9999 : 3)
  return {type: 'list', ordered: random.chance(0.5), start, children: random.many(0, 8, item)}
}

/** Labels with what they are labels of, as a list; or any blocks. */
function contact(draft: Draft): Contact {
  const {random} = draft
  if (random.chance(0.3)) return {type: 'contact', children: blocks(draft, 1, 3)}
  const item = (): ListItem => {
    const label: Inline[] = random.chance(0.8) ? [{type: 'strong', children: [phrase(draft)]}] : []
    return {
      type: 'listItem',
      checked: null,
      children: [{type: 'paragraph', children: [...label, ...inlines(draft, 3)]}, ...blocks(draft, 0, 1)]
    }
  }
  return {type: 'contact', children: [{type: 'list', ordered: false, start: 1, children: random.many(1, 7, item)}]}
}

/** Contents: what they say is known once all headings are made, and has a sign in its place until then. */
function toc(draft: Draft): Block {
  const made: Toc = {type: 'toc', depth: draft.random.whole(2, 6), title: title(draft)}
  draft.words.write(tocSign(draft.tocs.length))
  draft.tocs.push(made)
  return made
}

function figure(draft: Draft): Block {
  const {random, words} = draft
  const decorative = random.chance(0.3)
  return {
    type: 'figure',
    src: picture(random),
    alt: decorative ? '' : 'Picture',
    decorative,
    ...(random.chance(0.5) && {width: random.whole(1, 400)}),
    ...(random.chance(0.2) && {height: random.whole(1, 400)}),
    caption: random.chance(0.5) ? inlines(draft, 4) : [],
    ...(random.chance(0.3) && {credit: words.phrase()})
  }
}
