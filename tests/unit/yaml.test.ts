import {describe, expect, test} from 'vitest'
import {expected, nearest} from '../../src/nearest.ts'
import {parseYaml} from '../../src/yaml.ts'
import {diagnosed} from '../helpers/diagnosed.ts'

describe('places', () => {
  const {result} = diagnosed((report) => parseYaml('a:\n  b: [1, two]\n  "c d": x\n', 'f.yml', report))
  const start = (at: ReturnType<NonNullable<typeof result>['at']> | undefined) => {
    const position = at?.position
    return position && 'start' in position ? `${position.start.line}:${position.start.column}` : undefined
  }

  test.each([
    [['a', 'b', 1], '2:10'],
    [['a', 'c d'], '3:10'],
    [['a', 'nothing', 'below'], '2:3'],
    [[], '1:1']
  ])('the value at %j, or the nearest around it', (path, place) => {
    expect(start(result?.at(path))).toBe(place)
  })

  test.each([
    [['a', 'c d'], '3:3'],
    [['a', 'b'], '2:3'],
    [['z'], '1:1']
  ])('the key at %j', (path, place) => {
    expect(start(result?.keyAt(path))).toBe(place)
  })
})

test('what one reader does to a value is not seen by the next', () => {
  const read = () => diagnosed((report) => parseYaml('a: [1]\n', 'f.yml', report)).result?.value
  Object.assign(read() as object, {a: 'changed'})
  expect(read()).toEqual({a: [1]})
})

describe('suggestions', () => {
  const names = ['formats', 'languages', 'template']

  test.each([
    ['fromats', 'formats'],
    ['Formats', 'formats'],
    ['langages', 'languages'],
    ['colour', undefined],
    ['', undefined]
  ])('%s', (word, name) => {
    expect(nearest(word, names)).toBe(name)
  })

  test('where none is near, the known ones, and not all of a long list', () => {
    expect(expected('x', names)).toBe('one of `formats`, `languages`, `template`')
    expect(expected('x', [])).toBe('none')
    expect(expected('zzzz', [...'abcdefghijkl'])).toBe('one of `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h` and 4 more')
  })
})
