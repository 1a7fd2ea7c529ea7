import {describe, expect, test} from 'vitest'
import type {Content, Run, TableBlock, TextBlock} from '../../../../src/writers/pdf/content.ts'
import type {ColumnBox} from '../../../../src/writers/pdf/engine.ts'
import {body, boxes, engine, items, lines, text} from './setup.ts'

/** A paragraph of `count` lines that calls the footnotes `notes` in its line `at`, each a name and a number of lines. */
function calling(
  name: string,
  count: number,
  at: number,
  notes: Readonly<Record<string, number>>,
  more: Partial<TextBlock> = {}
): Content {
  const runs: Run[] = []
  for (let line = 1; line <= count; line++) {
    runs.push({text: `${name}${line}`, style: body})
    if (line === at)
      for (const [id, length] of Object.entries(notes))
        runs.push({text: '*', style: body, note: {id, content: [lines(id, length)]}})
    if (line < count) runs.push({text: '\n', style: body})
  }
  return text(runs, more)
}

function table(...rows: readonly (readonly Content[])[]): TableBlock {
  return {
    kind: 'table',
    widths: rows[0]?.map(() => '*' as const) ?? [],
    headerRows: 1,
    rows: rows.map((cells, row) =>
      cells.map((cell) => ({
        children: [cell],
        header: row === 0 ? ('column' as const) : null,
        colspan: 1,
        rowspan: 1,
        padding: [0, 0, 0] as const
      }))
    ),
    line: () => null
  }
}

/** Each column as its lines in reading order, a bar where the separator of the footnotes stands. */
function shown(content: readonly Content[], box: (index: number) => ColumnBox | undefined): string[] {
  const laid = engine()
  const {fragments, overset} = laid.flow(content, box, laid.root)
  const columns = fragments.map((fragment) => {
    const texts = items(fragment).map((item) => {
      if (item.type !== 'line') return item.type === 'shape' ? '|' : ''
      return item.pieces.map(({inline}) => inline.text.trim()).join('')
    })
    return texts.join(' ')
  })
  return overset > 0 ? [...columns, `+${overset}`] : columns
}

/** All lines of a column end inside it, and none stands over another one. */
function collisions(content: readonly Content[], box: (index: number) => ColumnBox | undefined): string[] {
  const laid = engine()
  return laid.flow(content, box, laid.root).fragments.flatMap((fragment, index) => {
    const areas = items(fragment).flatMap((item) => (item.type === 'line' ? [item] : []))
    return areas.flatMap((line, at) => {
      const below = line.y + line.height > fragment.height + 0.01 ? [`${index}: below its box`] : []
      const over = areas.slice(at + 1).some((other) => {
        const apart = other.y >= line.y + line.height - 0.01 || line.y >= other.y + other.height - 0.01
        return !apart && other.x < line.x + line.width && line.x < other.x + other.width
      })
      return over ? [...below, `${index}: over another line`] : below
    })
  })
}

/** Between the text of each column and the rule above its footnotes, pt; the lines of `body` are 15 pt apart. */
function gaps(content: readonly Content[], box: (index: number) => ColumnBox | undefined): number[] {
  const laid = engine()
  return laid.flow(content, box, laid.root).fragments.flatMap((fragment) => {
    const rule = items(fragment).findLast(({type}) => type === 'shape')
    if (!rule) return []
    const text = items(fragment).filter(({type, y}) => type === 'line' && y < rule.y)
    return text.map(({y, height}) => rule.y - y - height)
  })
}

describe('a footnote that does not fit', () => {
  // A column of 120 pt takes 8 lines, or 7 with the separator of the footnotes, 13.5 pt.
  test.each<[string, Content[], number[], string[]]>([
    ['fits', [calling('a', 3, 1, {n: 4})], [120], ['a1* a2 a3 | n1 n2 n3 n4']],
    [
      'stands half a line below the text at least',
      [calling('a', 3, 1, {n: 4})],
      [115, 45],
      ['a1* a2 a3 | n1 n2', '| n3 n4']
    ],
    [
      'goes on at the foot of the next column, before its own',
      [calling('a', 4, 4, {n: 6}), calling('b', 3, 1, {m: 1})],
      [120, 120],
      ['a1 a2 a3 a4* | n1 n2 n3', 'b1* b2 b3 | n4 n5 n6 m1']
    ],
    [
      'leaves the line that calls it with the line that must not stand alone',
      [calling('a', 5, 3, {n: 6})],
      [120, 120],
      ['a1 a2 a3* | n1 n2 n3 n4', 'a4 a5 | n5 n6']
    ],
    [
      'called in the last line of a column, goes with that line to the next one',
      [calling('a', 11, 8, {n: 4})],
      [120, 134],
      ['a1 a2 a3 a4 a5 a6 a7', 'a8* a9 a10 a11 | n1 n2 n3 n4']
    ],
    [
      'longer than a page, fills whole columns',
      [calling('a', 2, 1, {n: 14}), lines('b', 2)],
      [120, 120, 120],
      ['a1* a2 | n1 n2 n3 n4 n5', '| n6 n7 n8 n9 n10 n11 n12', 'b1 b2 | n13 n14']
    ],
    [
      'after the last text, has columns of its own',
      [calling('a', 2, 1, {n: 9})],
      [90, 60, 60, 60],
      ['a1* a2 | n1 n2 n3', '| n4 n5 n6', '| n7 n8 n9']
    ],
    [
      'has one line at least in the column that calls it',
      [calling('a', 2, 1, {n: 4})],
      [60, 60],
      ['a1* a2 | n1', '| n2 n3 n4']
    ],
    ['beyond the last column, is overset', [calling('a', 2, 1, {n: 9})], [120], ['a1* a2 | n1 n2 n3 n4 n5', '+4']]
  ])('%s', (_, content, heights, expected) => {
    expect(shown(content, boxes(...heights))).toEqual(expected)
    expect(collisions(content, boxes(...heights))).toEqual([])
    expect(Math.min(...gaps(content, boxes(...heights)))).toBeGreaterThanOrEqual(7.5)
  })
})

describe('a footnote called', () => {
  test.each<[string, Content[], number[], string[]]>([
    [
      'in a table cell is counted when its row finds its place',
      [lines('a', 2), table([lines('h', 1)], [calling('c', 2, 1, {n: 3})])],
      [120, 120],
      ['a1 a2', 'h1 c1* c2 | n1 n2 n3']
    ],
    [
      'in cells side by side stands below the whole row',
      [table([lines('h', 1), lines('k', 1)], [calling('c', 1, 1, {n: 1}), calling('d', 3, 1, {m: 1})])],
      [120],
      ['h1 k1 c1* d1* d2 d3 | n1 m1']
    ],
    [
      'in a header cell is not repeated with it',
      [table([calling('h', 1, 1, {n: 1})], [lines('c', 4)], [lines('d', 3)])],
      [105, 105],
      ['h1* c1 c2 c3 c4 | n1', 'h1* d1 d2 d3']
    ],
    [
      'in a row higher than a page',
      [table([lines('h', 1), lines('k', 1)], [calling('c', 9, 8, {n: 1}), calling('d', 3, 3, {m: 2})])],
      [90, 90, 90],
      ['h1 k1 c1 c2 c3 c4 c5 d1 d2', 'h1 k1 c6 c7 d3* | m1 m2', 'h1 k1 c8* c9 | n1']
    ],
    [
      'in a heading keeps its room with the text below',
      [lines('a', 3), calling('h', 1, 1, {n: 2}, {keepWithNext: true}), lines('b', 2)],
      [110, 110],
      ['a1 a2 a3', 'h1* b1 b2 | n1 n2']
    ],
    [
      'in a list item',
      [
        {
          kind: 'list',
          ordered: false,
          indent: 10,
          items: [
            {children: [calling('a', 2, 1, {n: 1})], after: 0},
            {children: [calling('b', 3, 1, {m: 6})], after: 0}
          ]
        }
      ],
      [120, 120, 120],
      ['a1* a2 | n1', 'b1* b2 b3 | m1 m2 m3 m4', '| m5 m6']
    ],
    [
      'in a box stands below its ground',
      [{kind: 'box', padding: [10, 10], ground: '#eeeeee', children: [calling('a', 3, 3, {n: 5})]}, lines('b', 3)],
      [125, 120],
      ['| a1 a2 a3* | n1 n2 n3', 'b1 b2 b3 | n4 n5']
    ],
    [
      'in columns side by side',
      [
        {
          kind: 'columns',
          gap: 10,
          columns: [
            {width: '*', children: [calling('a', 3, 1, {n: 2})]},
            {width: '*', children: [calling('b', 2, 1, {m: 3})]}
          ]
        },
        lines('c', 2)
      ],
      [120, 120],
      ['a1* a2 a3 b1* b2 | n1 n2 m1 m2', 'c1 c2 | m3']
    ],
    [
      'in another footnote comes after that one',
      [
        text([
          {text: 'a', style: body},
          {text: '*', style: body, note: {id: 'n', content: [calling('n', 2, 1, {m: 2}), lines('o', 1)]}},
          {text: 'b', style: body, note: {id: 'p', content: [lines('p', 1)]}}
        ])
      ],
      [120],
      ['a*b | n1* n2 o1 m1 m2 p1']
    ]
  ])('%s', (_, content, heights, expected) => {
    expect(shown(content, boxes(...heights))).toEqual(expected)
    expect(collisions(content, boxes(...heights))).toEqual([])
    expect(Math.min(...gaps(content, boxes(...heights)))).toBeGreaterThanOrEqual(7.5)
  })
})
