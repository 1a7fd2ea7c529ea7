/** Slides by the rule, and slides that the author wrote. */
import type {Block, Heading, Paragraph, Slide} from '../nodes.ts'
import {joins, type Part, repeated} from './part.ts'
import {cast, roleOf, ungroup} from './roles.ts'

/** Put blocks on slides by the rule; a paragraph goes with the block it introduces, the last with the last slide. */
export function automatic(
  title: Heading | Paragraph,
  blocks: readonly Block[],
  state: {lang: string; breaks: boolean}
): Part[] {
  const parts: Part[] = []
  const told: Block[] = []
  let broken = false
  for (const {role, block} of cast(blocks, state)) {
    const last = parts.at(-1)
    if (role === 'told') told.push(block)
    else if (role === 'break') broken = true
    else if (block.type === 'notes') (last?.notes ?? told).push(...block.children)
    else if (role === 'shown' && last && !broken && joins(last, block)) {
      last.blocks.push(block)
      last.notes.push(...told.splice(0))
    } else if (role === 'shown') {
      parts.push({title: last ? repeated(title) : title, blocks: [block], notes: told.splice(0)})
      broken = false
    }
  }
  const last = parts.at(-1)
  if (last) last.notes.push(...told)
  else if (told.length > 0) parts.push({title, blocks: [], notes: told})
  return parts
}

/**
 * Put the author's own slides in place of those by the rule. What stands around them goes to their notes, with the
 * heading where the first slide has another title.
 */
export function explicit(title: Heading | Paragraph, blocks: readonly Block[]): Part[] {
  const parts: Part[] = []
  const before: Block[] = []
  for (const block of blocks) {
    const notes = parts.at(-1)?.notes ?? before
    if (block.type === 'slide') {
      if (parts.length === 0 && block.title.length > 0) before.unshift({...repeated(title), style: 'h4'})
      parts.push(written(block, parts.length === 0 ? title : repeated(title), before.splice(0)))
    } else if (block.type === 'notes') notes.push(...block.children)
    else if (roleOf(block, true) !== 'none' && roleOf(block, true) !== 'break') notes.push(block)
  }
  return parts
}

function written(slide: Slide, around: Heading | Paragraph, before: readonly Block[]): Part {
  const {position, data} = slide
  const blocks = ungroup(slide.children)
  const notes = blocks.flatMap((block) => (block.type === 'notes' ? block.children : []))
  return {
    title: slide.title.length > 0 ? {...around, children: slide.title, position, data} : around,
    own: slide.title.length > 0,
    blocks: blocks.filter((block) => block.type !== 'notes'),
    notes: [...before, ...notes],
    layout: slide.layout
  }
}
