import {describe, expect, test} from 'vitest'
import type {FrameEntry, MasterEntry} from '../../../src/theme/master-schema.ts'
import {resolveMaster} from '../../../src/theme/resolve-master.ts'

/** The inner page of the house brand: spec.md, section 3. */
const inner: MasterEntry = {
  size: 'a4',
  margins: {top: 36, bottom: 22, start: 18, end: 18},
  grid: {columns: 12, gutter: 4},
  bleed: 3
}

function frame(spec: FrameEntry) {
  const {x, y, width, height} = resolveMaster('m', {...inner, frames: {f: spec}}, () => undefined).frames.f ?? {}
  return [x, y, width, height].map((value) => Number(value?.toFixed(2)))
}

describe('frames stand on the grid, in mm', () => {
  test.each<[string, FrameEntry, number[]]>([
    ['the whole measure', {}, [18, 36, 174, 239]],
    ['four columns at the start', {column: 1, span: 4}, [18, 36, 55.33, 239]],
    ['eight columns from the fifth', {column: 5, span: 8}, [77.33, 36, 114.67, 239]],
    ['the columns that are left', {column: 5}, [77.33, 36, 114.67, 239]],
    ['a place of its own', {x: 10, width: 50, top: 20, height: 30}, [10, 20, 50, 30]],
    ['from a place to the end margin', {x: 100}, [100, 36, 92, 239]],
    ['from the top to a place above the bottom', {top: 83, bottom: 40}, [18, 83, 174, 174]],
    ['a height that stands on a bottom', {bottom: 10, height: 6}, [18, 281, 174, 6]]
  ])('%s', (_, spec, box) => {
    expect(frame(spec)).toEqual(box)
  })
})

describe('sizes', () => {
  test.each<[MasterEntry['size'], number, number]>([
    ['a4', 210, 297],
    ['a5', 148, 210],
    ['letter', 215.9, 279.4],
    ['slide-16x9', 338.67, 190.5],
    [[297, 210], 297, 210],
    [undefined, 210, 297]
  ])('%s', (size, width, height) => {
    const master = resolveMaster('m', size === undefined ? {} : {size}, () => undefined)
    expect([Number(master.width.toFixed(2)), Number(master.height.toFixed(2))]).toEqual([width, height])
  })
})

test('folds are kept as they are said', () => {
  expect(resolveMaster('m', {...inner, folds: [97, 197]}, () => undefined).folds).toEqual([97, 197])
  expect(resolveMaster('m', inner, () => undefined).folds).toBeUndefined()
})

test('art covers the page and its bleed unless it says where', () => {
  const art = ['a.svg', {src: 'b.svg', x: 18, y: 13, width: 5.4, height: 5.4, mirror: false, keep: 'end' as const}]
  expect(resolveMaster('m', {...inner, art}, (path) => `pack/${path}`).art).toEqual([
    {src: 'pack/a.svg', x: -3, y: -3, width: 216, height: 303, mirror: true, keep: 'start'},
    {src: 'pack/b.svg', x: 18, y: 13, width: 5.4, height: 5.4, mirror: false, keep: 'end'}
  ])
})
