/** Text that goes on in boxes of other widths: what the next frame of a leaflet is. */
import {describe, expect, test} from 'vitest'
import type {Content, TextStyle} from '../../../../src/writers/pdf/content.ts'
import type {ColumnBox, Fragment} from '../../../../src/writers/pdf/engine.ts'
import {arabic, body, engine, items, text} from './setup.ts'

/** Boxes of these widths and heights. */
function frames(...sizes: readonly (readonly [number, number])[]): (index: number) => ColumnBox | undefined {
  return (index) => {
    const [width, height] = sizes[index] ?? []
    return width === undefined || height === undefined ? undefined : {width, height, page: 1}
  }
}

const words = (count: number, word: string) => Array.from({length: count}, () => word).join(' ')

function flow(content: readonly Content[], box: (index: number) => ColumnBox | undefined, dir: 'ltr' | 'rtl' = 'ltr') {
  const laid = engine({dir})
  const {fragments, overset} = laid.flow(content, box, laid.root)
  expect(overset).toBe(0)
  return fragments
}

/** Widths of the lines of a column. */
function widths(fragment: Fragment | undefined): number[] {
  return items(fragment).flatMap((item) => (item.type === 'line' ? [item.width] : []))
}

/** What sticks out of its column, as text, line or ground. */
function outside(fragments: readonly Fragment[]): string[] {
  return fragments.flatMap((fragment, index) =>
    items(fragment).flatMap((item) => {
      const x = item.axes.reduce((at, twice) => twice - at - item.width, item.x)
      return x < -0.01 || x + item.width > fragment.width + 0.01 ? [`${index}: ${item.type} ${x}+${item.width}`] : []
    })
  )
}

describe.each<[string, 'ltr' | 'rtl', TextStyle, string]>([
  ['left to right', 'ltr', body, 'слобода'],
  ['right to left', 'rtl', arabic, 'المسؤوليات']
])('%s', (_, dir, style, word) => {
  const paragraph = (count: number) => text([{text: words(count, word), style}])
  const line = style.leading

  test('a paragraph is broken anew for a narrower frame, and fills it', () => {
    const fragments = flow([paragraph(60)], frames([300, 3 * line], [110, 40 * line]), dir)
    expect(outside(fragments)).toEqual([])
    const [wide, narrow] = fragments.map(widths)
    expect(wide).toHaveLength(3)
    expect(Math.min(...(wide ?? []))).toBeGreaterThan(240)
    // All but the last line take what words of this length can of 110 pt.
    expect(Math.min(...(narrow?.slice(0, -1) ?? []))).toBeGreaterThan(60)
    expect(narrow?.length).toBeGreaterThan(10)
  })

  test('and for a wider one', () => {
    const fragments = flow([paragraph(60)], frames([110, 4 * line], [300, 40 * line]), dir)
    expect(outside(fragments)).toEqual([])
    const [, wide = []] = fragments.map(widths)
    expect(Math.min(...wide.slice(0, -1))).toBeGreaterThan(240)
  })

  test('two lines that would be one in a wider frame bring a third with them', () => {
    const narrow = engine({dir})
    const whole = widths(narrow.flow([paragraph(14)], frames([110, 400]), null).fragments[0]).length
    const fragments = flow([paragraph(14)], frames([110, (whole - 2) * line], [400, 40 * line]), dir)
    expect(widths(fragments[0]).length).toBeLessThan(whole - 2)
    expect(widths(fragments[1]).length).toBeGreaterThanOrEqual(2)
  })

  test('lists and boxes take the width of their frame, with their ground', () => {
    const list: Content = {kind: 'list', ordered: false, indent: 12, items: [{children: [paragraph(30)], after: 0}]}
    const box: Content = {kind: 'box', padding: [5, 8], ground: '#eeeeee', children: [list]}
    for (const sizes of [
      [
        [300, 4 * line],
        [110, 40 * line]
      ],
      [
        [110, 4 * line],
        [300, 40 * line]
      ]
    ] as const) {
      const fragments = flow([box], frames(...sizes), dir)
      expect(outside(fragments)).toEqual([])
      const grounds = fragments.map((fragment) => items(fragment).find((item) => item.type === 'shape')?.width)
      expect(grounds).toEqual(sizes.map(([width]) => width))
    }
  })

  test('the columns of a table are narrowed with it, in a row that breaks and in its header', () => {
    const cell = (count: number, header: 'column' | null) => ({
      children: [paragraph(count)],
      header,
      colspan: 1,
      rowspan: 1,
      ground: '#eeeeee',
      padding: [2, 3, 3] as const
    })
    const rows = [
      [cell(1, 'column'), cell(1, 'column')],
      [cell(3, null), cell(40, null)],
      [cell(2, null), cell(2, null)]
    ]
    const table: Content = {
      kind: 'table',
      widths: [100, 200],
      headerRows: 1,
      rows,
      line: () => ({width: 1, color: '#000000'})
    }
    const fragments = flow([table], frames([300, 6 * line], [160, 12 * line], [240, 40 * line]), dir)
    expect(fragments.length).toBeGreaterThan(1)
    expect(outside(fragments)).toEqual([])
    const rules = fragments.map((fragment) =>
      items(fragment).flatMap((item) => (item.type === 'shape' && item.height === 1 ? [item.width] : []))
    )
    expect(rules.map((found) => [...new Set(found.map(Math.round))])).toEqual(
      [[300], [160], [240]].slice(0, rules.length)
    )
  })

  test('a block of the other direction is mirrored in the frame it comes to', () => {
    const other = dir === 'ltr' ? 'rtl' : 'ltr'
    const block: Content = {kind: 'stack', dir: other, children: [paragraph(40)]}
    const fragments = flow([block], frames([300, 3 * line], [110, 60 * line]), dir)
    expect(outside(fragments)).toEqual([])
    // All lines end at the same edge: the start edge of the block's own direction.
    const ends = items(fragments[1]).map(
      (item) => item.axes.reduce((at, twice) => twice - at - item.width, item.x) + item.width
    )
    expect(new Set(ends.map(Math.round))).toEqual(new Set([110]))
  })
})
