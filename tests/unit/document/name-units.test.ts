import {expect, test} from 'vitest'
import {nameUnits} from '../../../src/document/name-units.ts'
import type {Block, Document} from '../../../src/document/nodes.ts'
import {nodesOf} from '../../../src/document/walk.ts'

const t = (value: string) => ({type: 'text', value}) as const
const p = (value: string, data?: {unit: string}): Block => ({
  type: 'paragraph',
  children: [t(value)],
  ...(data && {data})
})

function named(texts: Parameters<typeof nameUnits>[1], ...children: Block[]): string[] {
  const document: Document = {
    type: 'document',
    lang: 'en',
    dir: 'ltr',
    meta: {title: 'Title', authors: [], keywords: []},
    children: [{type: 'page', master: 'word', children: [{type: 'frame', name: 'main', children}]}],
    running: {'a.hbs': [{type: 'frame', name: 'header', children: [p('Title')]}]}
  }
  nameUnits(document, texts)
  return nodesOf(document).flatMap((node) => (node.data?.unit === undefined ? [] : [`${node.type} ${node.data.unit}`]))
}

test('a block that says a value as a whole is its unit; one that says more, or is one already, is not', () => {
  const title: Block = {type: 'heading', depth: 1, children: [t('The  title '), {type: 'lineBreak'}]}
  const texts = [
    {value: 'The title', unit: 'front/title'},
    {value: 'Sub', unit: 'front/subtitle'}
  ]
  expect(named(texts, title, p('Sub'), p('Sub and more'), p('Sub', {unit: 'own'}))).toEqual([
    'heading front/title',
    'paragraph front/subtitle',
    'paragraph own'
  ])
})

test('values of the same words are taken in their order, the last of them for what is left', () => {
  const texts = ['a', 'b'].map((unit) => ({value: 'Hall', unit}))
  expect(named(texts, p('Hall'), p('Hall'), p('Hall'))).toEqual(['paragraph a', 'paragraph b', 'paragraph b'])
})

test('the parts of a programme’s entry are units where the entry is none', () => {
  const entry = {type: 'programmeEntry', time: [t('9')], what: [t('Talk')], where: [t('Hall')]} as const
  const of = (data?: {unit: string}) => ({
    ...entry,
    time: [...entry.time],
    what: [...entry.what],
    where: [...entry.where],
    ...(data && {data})
  })
  const texts = [
    {value: 'Talk', unit: 'what'},
    {value: 'Hall', unit: 'where'}
  ]
  const programme = (data?: {unit: string}): Block => ({type: 'programme', children: [of(data)]})
  expect(named(texts, programme())).toEqual(['text what', 'text where'])
  expect(named(texts, programme({unit: 'entry'}))).toEqual(['programmeEntry entry'])
})

test('empty values name nothing', () => {
  expect(named([{value: ' ', unit: 'front/description'}], p(''), p('a'))).toEqual([])
})
