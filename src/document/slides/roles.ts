/** What each block of a section does among slides. */
import type {Block, Heading, ListItem, Section} from '../nodes.ts'
import {repeated} from './part.ts'
import {firstSentence} from './sentence.ts'

/**
 * `shown` on the slide, `told` in the notes, `further` slides of its own, `slide` written by the author, `notes` to
 * add, `break` begins a further slide, `none` has no words.
 */
export type Role = 'shown' | 'told' | 'further' | 'slide' | 'notes' | 'break' | 'none'

const roles: Readonly<Record<Block['type'], Role>> = {
  section: 'further',
  aside: 'further',
  heading: 'shown',
  paragraph: 'told',
  lead: 'told',
  list: 'shown',
  blockquote: 'shown',
  code: 'shown',
  table: 'shown',
  figure: 'shown',
  callout: 'shown',
  quote: 'shown',
  figures: 'shown',
  contact: 'shown',
  programme: 'shown',
  columns: 'shown',
  toc: 'shown',
  qr: 'shown',
  slide: 'slide',
  notes: 'notes',
  group: 'none',
  thematicBreak: 'none',
  break: 'none'
}

/** A block and what it does. */
export interface Cast {
  role: Role
  block: Block
}

/** Tell the role of `block`; `breaks`: a thematic break begins a further slide. */
export function roleOf(block: Block, breaks: boolean): Role {
  const isBreak = block.type === 'break' ? block.to === 'slide' : block.type === 'thematicBreak' && breaks
  return isBreak ? 'break' : roles[block.type]
}

/** Cast the blocks of one section; where none of them would be shown, the first sentences of its paragraphs are. */
export function cast(blocks: readonly Block[], state: {lang: string; breaks: boolean}): Cast[] {
  const direct = blocks.filter((block) => block.type !== 'section')
  const own = direct.map((block) => ({role: roleOf(block, state.breaks), block}))
  const sentences = own.some(({role}) => role === 'shown') ? [] : sentencesOf(direct, state.lang)
  const deeper = blocks.flatMap((block) => (block.type === 'section' ? castDeeper(block, state) : []))
  return [...own, ...sentences.map((block) => ({role: 'shown' as const, block})), ...deeper]
}

/** A section that opens no slide: its heading is a line on the slide, and stands over its text in the notes too. */
function castDeeper(section: Section, state: {lang: string; breaks: boolean}): Cast[] {
  const {heading, rest} = opened(section)
  const inside = cast(ungroup(rest), state)
  const isTold = inside.some(({role}) => role === 'told')
  return [
    ...(isTold ? [{role: 'told' as const, block: repeated(heading)}] : []),
    {role: 'shown', block: heading},
    ...inside
  ]
}

/** The first sentence of each paragraph: one as it is, several as a list. */
function sentencesOf(blocks: readonly Block[], lang: string): Block[] {
  const paragraphs = blocks.flatMap((block) => (block.type === 'lead' ? block.children : [block]))
  const items = paragraphs.flatMap((block): ListItem[] => {
    if (block.type !== 'paragraph') return []
    const {style: _, ...paragraph} = block
    const children = firstSentence(block.children, block.lang ?? lang)
    const {position, data} = block
    return [{type: 'listItem', checked: null, children: [{...paragraph, children}], position, data}]
  })
  const [first, second] = items
  if (first && !second) return first.children
  return first
    ? [{type: 'list', ordered: false, start: 1, children: items, position: first.position, data: first.data}]
    : []
}

/** Heading of `section`, with the section's id, and what follows it. */
export function opened(section: Section): {heading: Heading; rest: readonly Block[]} {
  const [first, ...rest] = section.children
  if (first?.type === 'heading') return {heading: {...first, id: section.id}, rest}
  const {position, data} = section
  return {heading: {type: 'heading', depth: 2, id: section.id, children: [], position, data}, rest: section.children}
}

/** Blocks without the template's groups around them. */
export function ungroup(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.type === 'group' ? ungroup(block.children) : [block]))
}
