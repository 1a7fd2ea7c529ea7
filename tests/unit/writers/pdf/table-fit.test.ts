import {expect, test} from 'vitest'
import {largest} from '../../../../src/writers/largest.ts'
import {composed} from '../../../helpers/brochure.ts'

const table = (columns: number, word: string) => {
  const cells = `<td>${word}</td>`.repeat(columns)
  return `<section data-master="inner"><table><tbody><tr>${cells}</tr></tbody></table></section>`
}

test('a table with more columns than room says which column and word, once', () => {
  expect(composed(table(60, 'збор')).problems).toEqual([
    'table-narrow: Unexpected table of 60 columns, of which column 1 is narrower than `збор`, expected room for whole words'
  ])
  expect(composed(table(40, 'كلمة'), {lang: 'ar'}).problems).toHaveLength(1)
})

test('a table whose words have room, or stand in lines, says nothing', () => {
  expect(composed(table(6, 'збор')).problems).toEqual([])
  expect(composed(table(3, 'many short words in a line '.repeat(9))).problems).toEqual([])
})

test('the largest of more numbers than a call takes', () => {
  expect(largest(Array.from({length: 300_000}, (_, index) => index))).toBe(299_999)
  expect(largest([-3], -5)).toBe(-3)
  expect(largest([])).toBe(0)
})

test.each(['mk', 'ar'])('a column keeps room for its longest word beside long texts, in %s', (lang) => {
  const word = lang === 'ar' ? 'المسؤوليات' : 'одговорности'
  const cells = `<td>${`${word} `.repeat(90)}</td><td>${word}</td><td>${`${word} `.repeat(90)}</td>`
  const html = `<section data-master="inner"><table><tbody><tr>${cells}</tr></tbody></table></section>`
  expect(composed(html, {lang}).problems.filter((problem) => problem.startsWith('table'))).toEqual([])
})
