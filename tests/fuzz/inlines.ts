/** Random text: every kind of inline node inside every other that may hold it. */
import type {Block, Inline, Link} from '../../src/document/nodes.ts'
import {picture} from './album.ts'
import {type Draft, FOREIGN} from './draft.ts'

/** One to `most` pieces of text. */
export function inlines(draft: Draft, most = 5): Inline[] {
  return draft.random.many(1, most, () => inline(draft, 0))
}

/** A paragraph, seldom a long one. */
export function paragraph(draft: Draft): Block {
  return {type: 'paragraph', children: inlines(draft, draft.random.chance(0.1) ? 40 : 5)}
}

/** A title where there is one. */
export function title(draft: Draft): Inline[] {
  return draft.random.chance(0.5) ? inlines(draft, 4) : []
}

/** Words with something in them. */
export function phrase(draft: Draft): Inline {
  return {type: 'text', value: `${draft.words.phrase()} `}
}

function text({random, words}: Draft): Inline {
  return {type: 'text', value: `${random.chance(0.5) ? ' ' : ''}${words.prose()} `}
}

function inline(draft: Draft, depth: number): Inline {
  const {random} = draft
  if (depth > 3 || random.chance(0.5)) return text(draft)
  const inner = () => random.many(1, 3, () => inline(draft, depth + 1))
  return random.pick<() => Inline>([
    () => ({type: 'strong', children: inner()}),
    () => ({type: 'emphasis', children: inner()}),
    () => ({type: 'delete', children: inner()}),
    () => ({type: 'superscript', children: [text(draft)]}),
    () => ({type: 'subscript', children: [text(draft)]}),
    () => ({type: 'inlineCode', value: draft.words.phrase()}),
    () => link(draft),
    () => link(draft),
    () => ({type: 'lineBreak'}),
    () => image(draft),
    () => ({type: 'span', lang: random.pick(FOREIGN), children: inner()}),
    () => ({type: 'span', dir: random.pick(['ltr', 'rtl']), children: inner()}),
    () => note(draft)
  ])()
}

function link(draft: Draft): Link {
  const {random} = draft
  const inside = `#id-${random.whole(1, draft.ids + 1)}`
  return {
    type: 'link',
    url: random.chance(0.5) ? 'https://example.org/a b?q=ж#x' : inside,
    ...(random.chance(0.3) && {title: 'Title'}),
    children: [phrase(draft), ...random.many(0, 2, () => (random.chance(0.1) ? image(draft) : text(draft)))]
  }
}

function image(draft: Draft): Inline {
  const {random} = draft
  const decorative = random.chance(0.5)
  const width = random.chance(0.2) && {width: random.whole(1, 300)}
  return {type: 'image', src: picture(random), alt: decorative ? '' : 'Picture', decorative, ...width}
}

/** A footnote, now and then with another one in it. */
function note(draft: Draft): Inline {
  const {random} = draft
  if (draft.inNotes > 1 || random.chance(draft.inNotes > 0 ? 0.9 : 0.3)) return {type: 'text', value: ' '}
  draft.notes += 1
  const number = draft.notes
  draft.inNotes += 1
  const children = random.many(1, random.chance(0.1) ? 6 : 1, () => noteBlock(draft))
  draft.inNotes -= 1
  return {type: 'note', id: `n${number}`, number, children}
}

function noteBlock(draft: Draft): Block {
  const {random, words} = draft
  if (random.chance(0.85)) return paragraph(draft)
  return random.pick<() => Block>([
    () => ({type: 'code', value: words.phrase()}),
    () => ({type: 'blockquote', children: [paragraph(draft)]}),
    () => ({
      type: 'list',
      ordered: random.chance(0.5),
      start: 1,
      children: random.many(1, 3, () => ({type: 'listItem', checked: null, children: [paragraph(draft)]}))
    })
  ])()
}
