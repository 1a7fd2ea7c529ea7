import {expect, test} from 'vitest'
import {Styles} from '../../../../src/theme/styles.ts'
import {Registry} from '../../../../src/writers/docx/registry.ts'

const times = 40_000

test('a unit that stands many times has a number from the second on, found in no more time for each', () => {
  const registry = new Registry(new Styles({}, 'Latn'))
  const names = Array.from({length: times}, () => registry.unit('Yes'))
  const [first = ''] = names
  expect(first).toMatch(/^_gf_[0-9a-f]{16}$/)
  expect(names.slice(0, 3)).toEqual([first, `${first}_2`, `${first}_3`])
  expect(names.at(-1)).toBe(`${first}_${times}`)
  expect(registry.unit('No')).not.toContain(first)
})
