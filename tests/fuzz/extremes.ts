/** What is longer, fuller or emptier than anybody writes. */
import type {Block} from '../../src/document/nodes.ts'
import {type Draft, nextLevel} from './draft.ts'
import {table} from './tables.ts'

/** One extreme block. */
export function extreme(draft: Draft): Block {
  const {random, words} = draft
  const cell = (): Block[] => [paragraph(words.word())]
  return random.pick<() => Block>([
    () => paragraph(words.long(5000)),
    () => paragraph(words.long(1)),
    () => paragraph(''),
    () => ({type: 'paragraph', children: []}),
    () => paragraph(words.phraseOf(2000)),
    () => heading(draft, words.phraseOf(400)),
    () => heading(draft, words.long(400)),
    () => table(draft, cell, {columns: 10, rows: 20}),
    () => table(draft, cell, {columns: 2, rows: 100}),
    () => table(draft, cell, {columns: 40, rows: 5}),
    () => ({
      type: 'table',
      caption: [],
      children: [
        {
          type: 'tableRow',
          children: [words.long(5000), words.long(1), ''].map((text) => ({
            type: 'tableCell',
            header: null,
            align: 'start',
            colspan: 1,
            rowspan: 1,
            children: [paragraph(text)]
          }))
        }
      ]
    }),
    () => ({type: 'code', value: words.long(5000)}),
    () => ({type: 'code', value: random.many(300, 300, () => words.word()).join('\n')}),
    () => ({
      type: 'list',
      ordered: random.chance(0.5),
      start: random.pick([0, 1, 999_999_999]),
      children: random.many(200, 200, () => ({type: 'listItem', checked: null, children: cell()}))
    }),
    () => ({type: 'list', ordered: false, start: 1, children: []}),
    () => ({type: 'table', caption: [], children: []}),
    () => ({type: 'figures', children: []}),
    () => ({type: 'programme', children: []}),
    () => ({type: 'columns', children: []}),
    () => ({type: 'contact', children: []}),
    () => deep(draft, 30)
  ])()
}

function paragraph(value: string): Block {
  return {type: 'paragraph', children: [{type: 'text', value}]}
}

function heading(draft: Draft, value: string): Block {
  return {type: 'heading', depth: nextLevel(draft), children: [{type: 'text', value}]}
}

/** Blocks that hold nothing but the next one. */
function deep(draft: Draft, levels: number): Block {
  if (levels === 0) return paragraph(draft.words.phrase())
  const children = [deep(draft, levels - 1)]
  return draft.random.pick<() => Block>([
    () => ({type: 'blockquote', children}),
    () => ({type: 'list', ordered: false, start: 1, children: [{type: 'listItem', checked: null, children}]}),
    () => ({type: 'group', children}),
    () => ({type: 'callout', kind: 'note', title: [], children})
  ])()
}
