import {describe, expect, test} from 'vitest'
import {type Breaks, breaksSchema} from '../../../src/document/break-schema.ts'
import {applyBreaks} from '../../../src/document/breaks.ts'
import type {Node} from '../../../src/document/nodes.ts'
import {sample} from '../../helpers/brochure.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'

const html =
  '<section data-master="inner"><h1>Open forum on\u00a0migration</h1><p>A road that <em>leads on</em> far.</p>' +
  '<section id="aims"><h2>Aims of all</h2><ul><li>To go.</li><li>To come, and to come back.</li></ul></section></section>'

/** The blocks after the exceptions, each with its words: `/` is a line break, `_` a no-break space. */
function broken(breaks: Breaks): {lines: string[]; blocks: string[]} {
  const {document} = sample(html, {lang: 'en'})
  const {lines} = diagnosed((report) => applyBreaks(document, breaks, report))
  return {lines, blocks: blocksOf(document)}
}

function blocksOf(node: Node): string[] {
  if (node.type === 'break') return [`[${node.to}]`]
  if (node.type === 'paragraph') return [`${node.whole ? '[whole]' : ''}${wordsOf(node)}`]
  if (node.type === 'heading') return [wordsOf(node)]
  return 'children' in node ? node.children.flatMap((child: Node) => blocksOf(child)) : []
}

function wordsOf(node: Node): string {
  if (node.type === 'text') return node.value.replaceAll('\u00a0', '_')
  if (node.type === 'lineBreak') return '/'
  return 'children' in node ? node.children.map((child: Node) => wordsOf(child)).join('') : ''
}

const plain = [
  'Open forum on_migration',
  'A road that leads on far.',
  'Aims of all',
  'To go.',
  'To come, and to come back.'
]

describe('where the words are found', () => {
  test.each<[string, Breaks, Record<number, string>]>([
    ['lines of the title', {title: ['Open forum', 'on migration']}, {0: 'Open_forum/on_migration'}],
    ['three lines', {title: ['Open', 'forum on', 'migration']}, {0: 'Open/forum_on/migration'}],
    ['a title of one line', {title: ['Open forum on migration']}, {0: 'Open_forum_on_migration'}],
    ['a new line', {breaks: [{line: ['To', 'come']}]}, {4: 'To/come, and to come back.'}],
    ['a new line in a part', {breaks: [{line: ['leads', 'on']}]}, {1: 'A road that leads/on far.'}],
    ['words on one line', {breaks: [{keep: 'Aims of all'}]}, {2: 'Aims_of_all'}],
    ['a whole paragraph', {breaks: [{whole: 'A road that leads'}]}, {1: '[whole]A road that leads on far.'}]
  ])('%s', (_, breaks, changed) => {
    expect(broken(breaks)).toEqual({lines: [], blocks: plain.map((words, index) => changed[index] ?? words)})
  })

  test.each<[Breaks, number, string]>([
    [{breaks: [{panel: 'To come'}]}, 4, '[panel]'],
    [{breaks: [{column: 'Aims'}]}, 2, '[column]'],
    [{breaks: [{page: 'A road'}]}, 1, '[page]']
  ])('%j begins there', (breaks, index, mark) => {
    expect(broken(breaks).blocks).toEqual(plain.toSpliced(index, 0, mark))
  })
})

test.each<[Breaks, string]>([
  [
    {title: ['Open forum', 'for migration']},
    'title lines `Open forum / for migration`, expected the words of the title, `Open forum on\u00a0migration`'
  ],
  [
    {title: ['Open forum']},
    'title lines `Open forum`, expected the words of the title, `Open forum on\u00a0migration`'
  ],
  [{breaks: [{keep: 'a rode'}]}, 'words `a rode` of `keep`, expected words of this text'],
  [{breaks: [{line: ['To', 'went']}]}, 'words `To / went` of `line`, expected words of this text'],
  [{breaks: [{panel: 'come'}]}, 'words `come` of `panel`, expected words of this text']
])('%j is not in the text, which stays as it is', (breaks, reason) => {
  expect(broken(breaks)).toEqual({lines: [`override-unknown Unexpected ${reason}`], blocks: plain})
})

test.each([
  {breaks: [{}]},
  {breaks: [{line: ['one']}]},
  {breaks: [{keep: 'a', page: 'b'}]},
  {breaks: [{keep: ' '}]},
  {breaks: 'x'},
  {title: []}
])('%j is no exception', (value) => {
  expect(breaksSchema.safeParse(value).success).toBe(false)
})
