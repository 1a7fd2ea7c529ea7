import {expect, test} from 'vitest'
import {coloured, scalable} from '../../../../src/writers/pdf/art.ts'

test('brand colours take the place of their names; an unknown one is told', () => {
  const unknown: string[] = []
  const svg = '<path stroke="var(--signal)"/><path fill="var( --gold-2 )"/>'
  expect(coloured(svg, {signal: '#F0532D'}, (name) => unknown.push(name))).toBe(
    '<path stroke="#F0532D"/><path fill="#000000"/>'
  )
  expect(unknown).toEqual(['gold-2'])
})

test('a picture loses its own size and keeps its box', () => {
  expect(scalable('<svg width="64" height="64" viewBox="0 0 8 8"><rect width="8"/></svg>')).toBe(
    '<svg viewBox="0 0 8 8"><rect width="8"/></svg>'
  )
})
