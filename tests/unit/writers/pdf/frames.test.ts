import {expect, test} from 'vitest'
import type {Page} from '../../../../src/document/nodes.ts'
import type {FrameSpec, Master} from '../../../../src/theme/masters.ts'
import type {Theme} from '../../../../src/theme/theme.ts'
import {columnsOf} from '../../../../src/writers/pdf/frames.ts'
import {sample} from '../../../helpers/brochure.ts'
import {masterWith} from '../../../helpers/master.ts'

const {theme} = sample('').context

function master(name: string, frames: Record<string, Partial<FrameSpec>>, further: Partial<Master> = {}): Master {
  const spec = {x: 0, y: 0, width: 50, height: 100, columns: 1, valign: 'top'} as const
  const specs = Object.entries(frames).map(([frame, own]) => [frame, {...spec, ...own}] as const)
  const margins = {top: 0, bottom: 0, start: 0, end: 0}
  const grid = {columns: 1, gutter: 4}
  return masterWith({name, width: 100, height: 100, margins, grid, frames: Object.fromEntries(specs), ...further})
}

/** The first columns of `frame` as `page:x`. */
function columns(frame: string, masters: Master[], taken: string[] = [frame]): string[] {
  const page: Page = {
    type: 'page',
    master: masters[0]?.name ?? '',
    children: taken.map((name) => ({type: 'frame', name, children: []}))
  }
  const own: Theme = {...theme, masters: Object.fromEntries(masters.map((each) => [each.name, each]))}
  const found: string[] = []
  for (const {page: number, x} of columnsOf(page, frame, own)) if (found.push(`${number}:${x}`) === 6) break
  return found
}

test('a frame without `next` ends with its last column', () => {
  expect(columns('a', [master('m', {a: {columns: 2}})])).toEqual(['0:0', '0:27'])
})

test('a frame that is its own `next` goes on on each following page', () => {
  expect(columns('a', [master('m', {a: {next: 'a'}})]).slice(0, 3)).toEqual(['0:0', '1:0', '2:0'])
})

test('further pages stand on the master that `continue` names', () => {
  const first = master('m', {a: {next: 'a'}}, {continue: 'n'})
  expect(columns('a', [first, master('n', {a: {x: 7, next: 'a'}})]).slice(0, 3)).toEqual(['0:0', '1:7', '2:7'])
  expect(columns('a', [first, master('n', {b: {}})])).toEqual(['0:0'])
})

test('text threads through empty frames of the same page before it turns the page', () => {
  const panels = master('m', {a: {next: 'b'}, b: {x: 50, next: 'a'}})
  expect(columns('a', [panels]).slice(0, 4)).toEqual(['0:0', '0:50', '1:0', '1:50'])
  expect(columns('a', [panels], ['a', 'b']).slice(0, 2)).toEqual(['0:0', '1:50'])
})

test('a folded sheet has no page that follows; its panels are filled once', () => {
  const side = master('m', {a: {next: 'b'}, b: {x: 50, next: 'a'}}, {folds: [50]})
  expect(columns('a', [side])).toEqual(['0:0', '0:50'])
  expect(columns('a', [side], ['a', 'b'])).toEqual(['0:0'])
})
