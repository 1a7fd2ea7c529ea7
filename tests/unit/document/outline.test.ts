import {expect, test} from 'vitest'
import type {Block, Document, Heading, Inline} from '../../../src/document/nodes.ts'
import {metaOf, outline} from '../../../src/document/outline.ts'
import {plainText} from '../../../src/document/text.ts'

const words = (value: string): Inline[] => [{type: 'text', value}]
const heading = (depth: Heading['depth'], value: string, id?: string): Heading => ({
  type: 'heading',
  depth,
  ...(id !== undefined && {id}),
  children: words(value)
})

function documentOf(children: Block[]): Document {
  return {
    type: 'document',
    lang: 'en',
    dir: 'ltr',
    meta: {title: 'T', authors: [], keywords: []},
    children: [{type: 'page', master: 'main', children: [{type: 'frame', name: 'main', children}]}],
    running: {}
  }
}

test('a heading keeps the words of a link, and leaves out the second call of a footnote', () => {
  const link = (url: string, value: string): Inline => ({type: 'link', url, children: words(value)})
  const title: Heading = {
    ...heading(2, 'See '),
    children: [...words('See '), link('#note-x', 'here'), link('#note-1', '1')]
  }
  expect(outline(documentOf([title])).map((entry) => plainText(entry.title))).toEqual(['See here'])
})

test('a part of the text stands beside its sections, the title does not', () => {
  const document = documentOf([
    heading(1, 'Title'),
    {type: 'section', id: 'i', children: [{...heading(1, 'Part'), style: 'part'}, heading(2, 'One')]}
  ])
  const listed = outline(document).map(({depth, id, title}) => [depth, id, plainText(title)])
  expect(listed).toEqual([
    [2, 'i', 'Part'],
    [2, undefined, 'One']
  ])
})

test('the outline lists headings in reading order, each with the id that links point at', () => {
  const document = documentOf([
    heading(1, 'Title'),
    heading(2, 'Free', 'free'),
    {
      type: 'section',
      id: 'one',
      children: [
        heading(2, 'One'),
        heading(3, 'Stray'),
        {type: 'section', id: 'two', children: [heading(3, 'Two')]},
        {type: 'group', children: [heading(4, 'Three')]}
      ]
    }
  ])
  const listed = (depth?: number) => outline(document, depth).map(({depth, id, title}) => [depth, id, plainText(title)])
  expect(listed()).toEqual([
    [2, 'free', 'Free'],
    [2, 'one', 'One'],
    [3, undefined, 'Stray'],
    [3, 'two', 'Two'],
    [4, undefined, 'Three']
  ])
  expect(listed(2)).toEqual([
    [2, 'free', 'Free'],
    [2, 'one', 'One']
  ])
})

test('plain text is what is read out', () => {
  const image = {type: 'image', src: 'a', alt: 'A map', decorative: false} as const
  expect(
    plainText([
      ...words('a '),
      {type: 'strong', children: words('b')},
      {type: 'lineBreak'},
      image,
      {...image, decorative: true},
      {type: 'inlineCode', value: 'c'},
      {type: 'note', id: '1', number: 1, children: [{type: 'paragraph', children: words('note')}]},
      {type: 'field', name: 'page'}
    ])
  ).toBe('a b A mapc')
})

test('a footnote of a heading is not repeated in the outline', () => {
  const note: Inline = {type: 'note', id: '1', number: 1, children: [{type: 'paragraph', children: words('Aside')}]}
  const title: Inline[] = [...words('One'), note, {type: 'strong', children: [...words('two'), note]}]
  const document = documentOf([{type: 'heading', depth: 2, children: title}])
  expect(outline(document).map((entry) => entry.title)).toEqual([
    [...words('One'), {type: 'strong', children: words('two')}]
  ])
})

test('a document is called by the title that its template gives it, unless that is the text’s', () => {
  const text = {title: 'Our  text', description: 'About it', authors: ['Ana'], keywords: ['a']}
  const called = (title: string, file: string) =>
    metaOf({
      ...documentOf([{...heading(1, title), data: {file}}]),
      meta: text,
      data: {file: 'content/a/en.md'}
    })
  expect(called('Our text', 'templates/a/word.hbs')).toBe(text)
  expect(called('A part', 'content/a/en.md')).toBe(text)
  expect(called('An event', 'templates/a/flyer.hbs')).toEqual({title: 'An event', authors: ['Ana'], keywords: []})
})
