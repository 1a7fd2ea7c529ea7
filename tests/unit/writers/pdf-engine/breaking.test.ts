import {describe, expect, test} from 'vitest'
import type {Content} from '../../../../src/writers/pdf/content.ts'
import {body, boxes, columns, engine, items, lines, placed, text} from './setup.ts'

describe('lines', () => {
  test('the first baseline is the ascent of the primary face below the top, the next ones a leading apart', () => {
    const laid = engine()
    const {fragments} = laid.flow([lines('a', 3)], boxes(100), laid.root)
    expect(placed(fragments[0])).toEqual(['0,10.4 a1', '0,25.4 a2', '0,40.4 a3'])
    expect(fragments[0]?.used).toBe(45)
  })

  test('a fallback face does not move the line', () => {
    const laid = engine()
    const {fragments} = laid.flow([text('a ابجد\nb')], boxes(100), laid.root)
    expect(placed(fragments[0])).toEqual(['0,10.4 a ابجد', '0,25.4 b'])
  })

  test.each([
    ['start', '0,10.4 a'],
    ['center', '97.3,10.4 a'],
    ['end', '194.6,10.4 a']
  ] as const)('aligned to %s', (align, expected) => {
    const laid = engine()
    const {fragments} = laid.flow([text('a', {align})], boxes(100), laid.root)
    expect(placed(fragments[0])).toEqual([expected])
  })

  test('a line that is exactly full takes its space with it', () => {
    const laid = engine()
    const width = laid.width([{text: 'one two', style: body}])
    const {fragments} = laid.flow([text('one two three')], () => ({width, height: 90, page: 1}), laid.root)
    expect(placed(fragments[0])).toEqual(['0,10.4 one two', '0,25.4 three'])
    const pieces = items(fragments[0]).flatMap((item) => (item.type === 'line' ? [item.pieces[0]?.inline.text] : []))
    expect(pieces).toEqual(['one ', 'three'])
  })

  test('words tied too long for the line part at a space, and a word alone within itself', () => {
    const tied = ['one', 'two', 'three'].flatMap((word) => [
      {text: word, style: body},
      {text: ' ', style: body, glue: true}
    ])
    const laid = engine()
    const box = () => ({width: 50, height: 90, page: 1})
    const [words] = laid.flow([text([...tied, {text: 'four', style: body}])], box, laid.root).fragments
    expect(placed(words).map((line) => line.replace(/^\S+ /, ''))).toEqual(['one two', 'three four'])
    const {fragments} = laid.flow([text('a'.repeat(20))], box, laid.root)
    expect(placed(fragments[0])).toHaveLength(3)
  })

  test.each([
    ['a thousand men', 50, ['0,10.4 a', '0,25.4 thousand', '0,40.4 men']],
    ['one two', 30, ['0,10.4 one', '0,25.4 two']],
    ['of thousands', 45, ['0,10.4 of', '0,25.4 thousand', '0,40.4 s']]
  ])('words joined by no-break spaces too long for the line part before a word does: %s', (words, width, expected) => {
    const laid = engine()
    const content = [text(words.replaceAll(' ', '\u00a0'))]
    const {fragments} = laid.flow(content, () => ({width, height: 90, page: 1}), laid.root)
    expect(placed(fragments[0])).toEqual(expected)
  })

  test('at most two in a row end in a hyphen', () => {
    const laid = engine()
    const narrow = () => ({width: 60, height: 400, page: 1})
    const words = text(Array.from({length: 8}, () => 'меѓународната').join(' '), {hyphenate: true})
    const ends = items(laid.flow([words], narrow, laid.root).fragments[0]).map((item) => {
      return item.type === 'line' && item.pieces.some(({hyphen}) => hyphen) ? '-' : '.'
    })
    expect(ends.join('')).toContain('--')
    expect(ends.join('')).not.toContain('---')
  })
})

describe('breaks over boxes', () => {
  test.each<[string, Content[], number[], string[]]>([
    ['a paragraph goes on', [lines('a', 6)], [45, 100], ['a1 a2 a3', 'a4 a5 a6']],
    ['no line alone at the head', [lines('a', 4)], [45, 100], ['a1 a2', 'a3 a4']],
    ['no line alone at the foot', [lines('a', 1), lines('b', 4)], [30, 100], ['a1', 'b1 b2 b3 b4']],
    ['three lines stay whole', [lines('a', 2), lines('b', 3)], [60, 100], ['a1 a2', 'b1 b2 b3']],
    [
      'a heading goes with two lines of its text',
      [lines('a', 2), lines('h', 1, {keepWithNext: true}), lines('b', 4)],
      [60, 100],
      ['a1 a2', 'h1 b1 b2 b3 b4']
    ],
    [
      'two headings go together',
      [lines('a', 1), lines('h', 1, {keepWithNext: true}), lines('i', 1, {keepWithNext: true}), lines('b', 1)],
      [45, 100],
      ['a1', 'h1 i1 b1']
    ],
    [
      'a heading stays where its text fits',
      [lines('a', 1), lines('h', 1, {keepWithNext: true}), lines('b', 4)],
      [60, 100],
      ['a1 h1 b1 b2', 'b3 b4']
    ],
    [
      'an unbreakable block stays whole',
      [lines('a', 1), lines('b', 5, {unbreakable: true})],
      [60, 100],
      ['a1', 'b1 b2 b3 b4 b5']
    ],
    [
      'one that fits nowhere is broken all the same',
      [lines('b', 6, {unbreakable: true})],
      [45, 45],
      ['b1 b2 b3', 'b4 b5 b6']
    ],
    [
      'space before is dropped at the head, space after at the foot',
      [lines('a', 2, {margin: [0, 20, 0, 20]}), lines('b', 2, {margin: [0, 9, 0, 0]})],
      [35, 30],
      ['a1 a2', 'b1 b2']
    ],
    ['a column break', [lines('a', 1), {kind: 'break', to: 'column'}, lines('b', 1)], [60, 60], ['a1', 'b1']]
  ])('%s', (_, content, heights, expected) => {
    expect(columns(content, boxes(...heights))).toEqual(expected)
  })

  test('a page break skips the other columns of the page', () => {
    const box = (index: number) => (index < 4 ? {width: 200, height: 60, page: index < 2 ? 1 : 2} : undefined)
    expect(columns([lines('a', 1), {kind: 'break', to: 'page'}, lines('b', 1)], box)).toEqual(['a1', '', 'b1'])
  })

  test('text takes the width of the box it comes to', () => {
    const box = (index: number) => (index < 2 ? {width: index === 0 ? 60 : 200, height: 30, page: index} : undefined)
    expect(columns([text('one two three four five six seven')], box)).toEqual(['one two three four', 'five six seven'])
  })

  test('lines without a box are counted, and nothing else is', () => {
    const laid = engine()
    const flow = laid.flow([lines('a', 7)], boxes(45, 30), laid.root)
    expect(flow.overset).toBe(2)
    expect(flow.fragments.map((fragment) => items(fragment).length)).toEqual([3, 2])
    expect(laid.flow([lines('a', 5)], boxes(45, 30), laid.root).overset).toBe(0)
  })

  test('boxes are asked for one after the other, and only as they are needed', () => {
    const asked: number[] = []
    const laid = engine()
    const box = (index: number) => {
      asked.push(index)
      return {width: 200, height: 45, page: index}
    }
    laid.flow([lines('a', 6)], box, laid.root)
    expect(asked).toEqual([0, 1])
  })

  test('a fragment names what begins in it', () => {
    const laid = engine()
    const {fragments} = laid.flow([lines('a', 3, {id: 'one'}), lines('b', 3, {id: 'two'})], boxes(45, 45), laid.root)
    expect(fragments.map(({ids}) => ids)).toEqual([['one'], ['two']])
  })
})

test('a footnote stands at the foot of the column that refers to it', () => {
  const note = {id: 'n', content: [lines('note', 1)]}
  const laid = engine()
  const reference = text([
    {text: 'b', style: body},
    {text: '1', style: {...body, script: 'super'}, note}
  ])
  const {fragments} = laid.flow([lines('a', 3), reference, lines('c', 2)], boxes(60, 90), laid.root)
  expect(fragments.map((fragment) => placed(fragment))).toEqual([
    ['0,10.4 a1', '0,25.4 a2', '0,40.4 a3'],
    ['0,10.4 b1', '0,25.4 c1', '0,40.4 c2', '0,85.4 note1']
  ])
})

test('width and height are those of the layout', () => {
  const laid = engine()
  expect(laid.width([{text: 'aa', style: body}])).toBeCloseTo(2 * laid.width([{text: 'a', style: body}]), 5)
  expect(laid.height([lines('a', 2, {margin: [0, 9, 0, 4]}), lines('b', 1, {margin: [0, 9, 0, 4]})], 200)).toBe(62)
})
