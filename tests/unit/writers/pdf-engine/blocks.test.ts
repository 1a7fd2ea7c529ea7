import {describe, expect, test} from 'vitest'
import type {Cell, Content, TableBlock} from '../../../../src/writers/pdf/content.ts'
import {boxes, columns, engine, items, lines, placed, text} from './setup.ts'

const bullet: Content = {
  kind: 'drawing',
  width: 8,
  height: 2,
  shapes: [{shape: 'rect', x: 0, y: 0, width: 8, height: 2, color: '#F0532D'}]
}

function cell(value: string, more: Partial<Cell> = {}): Cell {
  return {children: [text(value)], header: null, colspan: 1, rowspan: 1, padding: [2, 3, 3], ...more}
}

function table(rows: readonly (readonly Cell[])[], more: Partial<TableBlock> = {}): TableBlock {
  return {kind: 'table', widths: ['auto', '*'], headerRows: 0, rows, line: () => null, ...more}
}

function layOut(content: Content, ...heights: number[]) {
  const laid = engine()
  return laid.flow([content], boxes(...heights), laid.root).fragments
}

describe('lists', () => {
  test('a written marker hangs on the baseline of the first line', () => {
    const big = {...text('1'), runs: [{text: '1', style: {...text('1').runs[0]?.style, size: 14, leading: 13}}]}
    const list = {kind: 'list', ordered: true, indent: 20, items: [{marker: big, children: [lines('a', 2)], after: 4}]}
    const [fragment] = layOut(list as Content, 100)
    expect(placed(fragment)).toEqual(['0,10.4 1', '20,10.4 a1', '20,25.4 a2'])
  })

  test('a drawn marker is centred on the x-height of the first line', () => {
    const items_ = [{marker: bullet, children: [lines('a', 1)], after: 4}]
    const [fragment] = layOut({kind: 'list', ordered: false, indent: 12, items: items_} as Content, 100)
    const [marker, line] = items(fragment)
    const baseline = line?.type === 'line' ? line.y + line.baseline : 0
    expect(marker?.type).toBe('picture')
    expect((marker?.y ?? 0) + 1).toBeGreaterThan(baseline - 4)
    expect((marker?.y ?? 0) + 1).toBeLessThan(baseline - 1)
  })

  test('a marker stands on the side of its list, whatever direction the item has', () => {
    const laid = engine({dir: 'rtl', lang: 'ar'})
    const item: Content = {...text('Ж'), lang: 'mk', dir: 'ltr'}
    const list: Content = {
      kind: 'list',
      ordered: false,
      indent: 12,
      items: [{marker: bullet, children: [item], after: 4}]
    }
    const [fragment] = laid.flow([list], boxes(100), laid.root).fragments
    const axes = Object.fromEntries(items(fragment).map(({type, axes}) => [type, axes.length]))
    expect(axes).toEqual({picture: 0, line: 1})
  })

  test('items keep their distance', () => {
    const item = (name: string) => ({children: [lines(name, 1)], after: 5})
    const [fragment] = layOut({kind: 'list', ordered: false, indent: 10, items: [item('a'), item('b')]}, 100)
    expect(placed(fragment)).toEqual(['10,10.4 a1', '10,30.4 b1'])
    expect(fragment?.used).toBe(35)
  })
})

describe('boxes and columns', () => {
  test('a box has its padding on every side, and its ground behind', () => {
    const box: Content = {kind: 'box', ground: '#EFEBF8', padding: [8, 10], children: [lines('a', 1)]}
    const [fragment] = layOut(box, 100)
    expect(items(fragment)[0]).toMatchObject({type: 'shape', x: 0, y: 0, width: 200, height: 31})
    expect(placed(fragment)).toEqual(['10,18.4 a1'])
  })

  test('a box goes on with its ground in the next column', () => {
    const box: Content = {kind: 'box', ground: '#EFEBF8', padding: [8, 10], children: [lines('a', 4)]}
    const fragments = layOut(box, 46, 60)
    expect(fragments.map((fragment) => items(fragment).map(({y, height}) => `${y}+${height}`))).toEqual([
      ['0+46', '8+15', '23+15'],
      ['0+46', '8+15', '23+15']
    ])
  })

  test('a box does not begin where none of its text fits', () => {
    const box: Content = {kind: 'box', ground: '#EFEBF8', padding: [8, 10], children: [lines('b', 4)]}
    expect(columns([lines('a', 2), box], boxes(60, 90))).toEqual(['a1 a2', '[rect] b1 b2 b3 b4'])
  })

  test('columns stand side by side, what follows below the longest', () => {
    const pair: Content = {
      kind: 'columns',
      gap: 20,
      columns: [
        {width: 50, children: [lines('a', 1)]},
        {width: '*', children: [lines('b', 2)]}
      ]
    }
    const [fragment] = layOut({kind: 'stack', children: [pair, lines('c', 1)]}, 100)
    expect(placed(fragment)).toEqual(['0,10.4 a1', '70,10.4 b1', '70,25.4 b2', '0,40.4 c1'])
  })
})

describe('tables', () => {
  const rows = ['1', '2', '3', '4'].map((name) => [cell(`a${name}`, {header: 'row'}), cell(`b${name}`)])
  const head = [cell('A', {header: 'column'}), cell('B', {header: 'column'})]

  test('the header stands again at the head of each box, as decoration', () => {
    const fragments = layOut(table([head, ...rows], {headerRows: 1}), 60, 60)
    expect(
      fragments.map((fragment) =>
        placed(fragment)
          .map((line) => line.split(' ')[1])
          .join(' ')
      )
    ).toEqual(['A B a1 b1 a2 b2', 'A B a3 b3 a4 b4'])
    const repeated = items(fragments[1]).slice(0, 2)
    expect(repeated.map((item) => item.type === 'line' && item.pieces[0]?.element)).toEqual([null, null])
  })

  test('a header does not stand without a row', () => {
    const content = [lines('x', 3), table([head, ...rows.slice(0, 1)], {headerRows: 1})]
    expect(columns(content, boxes(70, 60))).toEqual(['x1 x2 x3', 'A B a1 b1'])
  })

  test('cells over columns and rows leave their places', () => {
    const spanning = table(
      [[cell('a', {rowspan: 2}), cell('b'), cell('c')], [cell('d', {colspan: 2})], [cell('e'), cell('f'), cell('g')]],
      {widths: [50, 50, 50]}
    )
    const [fragment] = layOut(spanning, 100)
    expect(placed(fragment)).toEqual([
      '3,12.4 a',
      '53,12.4 b',
      '103,12.4 c',
      '53,31.4 d',
      '3,50.4 e',
      '53,50.4 f',
      '103,50.4 g'
    ])
  })

  test('a rule stops at a cell that reaches through it', () => {
    const spanning = table([[cell('a', {rowspan: 2}), cell('b')], [cell('c')]], {
      widths: [50, 50],
      line: (index) => (index === 1 ? {width: 1, color: '#000000'} : null)
    })
    const rule = items(layOut(spanning, 100)[0]).find((item) => item.type === 'shape')
    expect(rule).toMatchObject({x: 50, width: 50, height: 1})
  })

  test('header rows that would take most of a box stand once', () => {
    const head = [{...cell('', {header: 'column'}), children: [lines('h', 3)]}, cell('i', {header: 'column'})]
    const high = table([head, [cell('a'), cell('b')], [cell('c'), cell('d')]], {headerRows: 1, widths: [50, 50]})
    expect(columns([high], boxes(70, 70, 70))).toEqual(['h1 h2 h3 i a b', 'c d'])
  })

  test('a row higher than a box keeps the grounds of its cells in each of them', () => {
    const tall = table([[cell('a', {ground: '#EEEEEE'}), {...cell(''), children: [lines('b', 6)]}]], {widths: [50, 50]})
    const grounds = layOut(tall, 60, 60).map((fragment) => {
      return items(fragment).flatMap((item) =>
        item.type === 'shape' ? [[item.x, item.y, item.width, item.height]] : []
      )
    })
    expect(grounds).toEqual([[[0, 0, 50, 60]], [[0, 0, 50, 47]]])
  })

  test('a row higher than a whole box goes on in the next', () => {
    const tall = table([[cell('a'), {...cell(''), children: [lines('b', 6)]}]], {widths: [50, 50]})
    expect(columns([tall], boxes(50, 90))).toEqual(['a b1 b2 b3', 'b4 b5 b6'])
  })
})
