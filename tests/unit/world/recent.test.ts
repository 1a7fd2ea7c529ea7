import {expect, test} from 'vitest'
import {recent, remember} from '../../../src/world/recent.ts'

test('what was used longest ago makes room', () => {
  const values = recent<string, number>(2)
  values.set('one', 1)
  values.set('two', 2)
  expect(values.get('one')).toBe(1)
  values.set('three', 3)
  expect(['one', 'two', 'three'].map((name) => values.get(name))).toEqual([1, undefined, 3])
})

test('a value that is set anew takes no room of another', () => {
  const values = recent<string, number>(2)
  values.set('one', 1)
  values.set('two', 2)
  values.set('two', 22)
  expect(['one', 'two'].map((name) => values.get(name))).toEqual([1, 22])
})

test('a result is made once for the same arguments, and again once it had to make room', () => {
  const made: string[] = []
  const join = remember((word: string, times: number | undefined) => {
    made.push(`${word}${times ?? ''}`)
    return `${word} ${times}`
  }, 2)
  expect(join('a', 1)).toBe('a 1')
  expect(join('a', 1)).toBe('a 1')
  expect(join('a', undefined)).toBe('a undefined')
  expect(join('b', 1)).toBe('b 1')
  expect(join('a', 1)).toBe('a 1')
  expect(made).toEqual(['a1', 'a', 'b1', 'a1'])
})
