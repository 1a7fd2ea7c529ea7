import {describe, expect, test} from 'vitest'
import {check, checks} from '../../../src/check/index.ts'
import {Diagnostics} from '../../../src/diagnostic.ts'
import type {Block, Document, Inline} from '../../../src/document/nodes.ts'
import {line} from '../../helpers/read-text.ts'

const place = (at: number) => ({
  position: {start: {line: at, column: 1}, end: {line: at, column: 9}},
  data: {file: 'content/doc/en.md'}
})

function documentOf(children: Block[], title = 'Title'): Document {
  return {
    type: 'document',
    lang: 'en',
    dir: 'ltr',
    meta: {title, authors: [], keywords: []},
    children: [{type: 'page', master: 'main', children: [{type: 'frame', name: 'main', children}]}],
    running: {}
  }
}

function messagesOf(document: Document): string[] {
  const {report, list} = new Diagnostics()
  check(document, report)
  return list.map(line)
}

const words = (value: string): Inline[] => (value ? [{type: 'text', value}] : [])
const heading = (depth: 1 | 2 | 3 | 4, value: string): Block => ({
  type: 'heading',
  ...place(depth),
  depth,
  children: words(value)
})
const figure: {type: 'figure'; src: string; caption: Inline[]} = {type: 'figure', src: 'a.svg', caption: []}
const image = {type: 'image', src: 'a.svg', alt: '', decorative: false} as const

describe('check', () => {
  test('a sound document has no messages', () => {
    const sound: Block[] = [
      heading(1, 'Title'),
      {type: 'section', id: 'a', children: [heading(2, 'A'), heading(3, 'B'), heading(2, 'C')]},
      {...figure, alt: 'Words', decorative: false},
      {...figure, alt: '', decorative: true},
      {type: 'paragraph', children: [{type: 'link', url: '#a', children: words('A')}]}
    ]
    expect(messagesOf(documentOf(sound))).toEqual([])
  })

  test('title-missing', () => {
    expect(messagesOf(documentOf([], ' '))).toEqual([
      ' title-missing Unexpected document without a title, expected one'
    ])
  })

  test('heading-skip and heading-empty', () => {
    const section: Block = {type: 'section', id: 'a', children: [heading(2, 'A'), heading(4, ' ')]}
    expect(messagesOf(documentOf([section]))).toEqual([
      'en.md:4:1 heading-empty Unexpected heading without words, expected some',
      'en.md:4:1 heading-skip Unexpected heading of level 4, expected level 3 after level 2'
    ])
  })

  test('image-alt, in figures, captions and running headers', () => {
    const bad: Block[] = [
      {...figure, ...place(1), alt: ' ', decorative: false},
      {...figure, ...place(2), alt: 'Words', decorative: true},
      {...figure, alt: 'Words', decorative: false, caption: [{...image, ...place(3)}]}
    ]
    const document = documentOf(bad)
    const header: Block = {type: 'paragraph', children: [{...image, ...place(4)}]}
    const running = {'head.hbs': [{type: 'frame', name: 'main', children: [header]}]} satisfies Document['running']
    expect(messagesOf({...document, running})).toEqual([
      'en.md:1:1 image-alt Unexpected picture without a description, expected `alt`',
      'en.md:2:1 image-alt Unexpected description of a decorative picture, expected none',
      'en.md:3:1 image-alt Unexpected picture without a description, expected `alt`',
      'en.md:4:1 image-alt Unexpected picture without a description, expected `alt`'
    ])
  })

  test('link-empty', () => {
    const link: Inline = {type: 'link', ...place(1), url: 'https://example.org', children: []}
    expect(messagesOf(documentOf([{type: 'paragraph', children: [link]}]))).toEqual([
      'en.md:1:1 link-empty Unexpected link to `https://example.org` without words, expected some'
    ])
  })

  test('every rule has one name, and says what holds', () => {
    expect(new Set(checks.map(({name}) => name)).size).toBe(checks.length)
    for (const {summary} of checks) expect(summary).toMatch(/^[A-Z].*\.$/)
  })
})
