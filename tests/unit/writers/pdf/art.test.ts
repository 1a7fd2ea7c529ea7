import {expect, test} from 'vitest'
import {coloured, scalable, svgSize} from '../../../../src/writers/pdf/art.ts'

test('brand colours take the place of their names; an unknown one is told', () => {
  const unknown: string[] = []
  const svg = '<path stroke="var(--signal)"/><path fill="var( --gold-2 )"/>'
  expect(coloured(svg, {signal: '#F0532D'}, (name) => unknown.push(name))).toBe(
    '<path stroke="#F0532D"/><path fill="#000000"/>'
  )
  expect(unknown).toEqual(['gold-2'])
})

test.each([
  ['<svg width="10mm" height="5mm"/>', {width: 28.35, height: 14.17}],
  ['<svg width="64" height="32" viewBox="0 0 8 8"/>', {width: 48, height: 24}],
  ['<svg width="72pt" viewBox="0 0 200 100"/>', {width: 72, height: 36}],
  ["<svg viewBox='0,0,40,20'/>", {width: 30, height: 15}],
  ['<svg width="100%" height="100%"/>', undefined],
  ['no picture', undefined]
])('the size of %s', (svg, size) => {
  const found = svgSize(svg)
  const rounded = found && {width: Math.round(found.width * 100) / 100, height: Math.round(found.height * 100) / 100}
  expect(rounded).toEqual(size)
})

test('a picture loses its own size and keeps its proportions', () => {
  expect(scalable('<svg width="64" height="64" viewBox="0 0 8 8"><rect width="8"/></svg>')).toBe(
    '<svg viewBox="0 0 8 8"><rect width="8"/></svg>'
  )
  expect(scalable('<svg width="8pt" height="4pt"><g/></svg>')).toBe('<svg viewBox="0 0 8 4"><g/></svg>')
})
