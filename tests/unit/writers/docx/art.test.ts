/** Art of a master as a picture of the whole page. */
import {expect, test} from 'vitest'
import {onPage} from '../../../../src/writers/docx/art.ts'
import {shapesOf} from '../../../../src/writers/docx/svg/shapes.ts'

const page = {width: 200, height: 300}
const keep = {keep: 'start'} as const

/** Corners of the one shape that `svg` draws, on a page of 200 × 300. */
function corners(svg: string): number[] {
  const points = shapesOf(svg, page.width, page.height)?.flatMap(({polygons}) => polygons.flat()) ?? []
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map((at) => Math.round(at * 100) / 100)
}

const drawing = (view: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}"><rect x="0" y="0" width="10" height="5" fill="#000000"/></svg>`

test.each<[string, Parameters<typeof onPage>[1], string, number[]]>([
  ['art of the page', {art: keep, box: {x: 0, y: 0, ...page}, mirror: false, page}, '0 0 20 30', [0, 0, 100, 50]],
  [
    'art with bleed',
    {art: keep, box: {x: -10, y: -10, width: 220, height: 320}, mirror: false, page},
    '0 0 22 32',
    [-10, -10, 90, 40]
  ],
  [
    'a mark in its place',
    {art: keep, box: {x: 20, y: 30, width: 40, height: 40}, mirror: false, page},
    '0 0 20 20',
    [20, 30, 40, 40]
  ],
  ['turned round', {art: keep, box: {x: 0, y: 0, ...page}, mirror: true, page}, '0 0 20 30', [100, 0, 200, 50]],
  [
    'another shape than its box',
    {art: keep, box: {x: 0, y: 0, width: 40, height: 80}, mirror: false, page},
    '0 0 20 20',
    [0, 20, 20, 30]
  ],
  [
    'filling its box',
    {art: {...keep, fills: true}, box: {x: 0, y: 0, width: 40, height: 80}, mirror: false, page},
    '0 0 20 20',
    [0, 0, 40, 20]
  ],
  [
    'filling it from the end',
    {art: {keep: 'end', fills: true}, box: {x: 0, y: 0, width: 40, height: 80}, mirror: false, page},
    '0 0 20 20',
    [-40, 0, 0, 20]
  ],
  [
    'a box with an origin',
    {art: keep, box: {x: 0, y: 0, ...page}, mirror: false, page},
    '-10 0 20 30',
    [100, 0, 200, 50]
  ]
])('%s', (_, where, view, expected) => {
  expect(corners(onPage(drawing(view), where))).toEqual(expected)
})

test('without a viewBox it is left as it is', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>'
  expect(onPage(svg, {art: keep, box: {x: 0, y: 0, ...page}, mirror: true, page})).toBe(svg)
})
