import {expect, test} from 'vitest'
import {compiled} from './compiled.ts'
import {hostile} from './hostile.ts'
import {text} from './markdown.ts'

/** `FUZZ=0-4999 npx vitest run tests/fuzz/content` takes other seeds than the usual ones. */
const [from = 0, to = 49] = (process.env.FUZZ ?? '').split('-').filter(Boolean).map(Number)

test('any text becomes a document of every format, or is told of', {timeout: 7_200_000}, async () => {
  const faults: string[] = []
  const rules = new Set<string>()
  for (let seed = from; seed <= to; seed++) {
    const told = await compiled(text(seed))
    for (const fault of told.faults) faults.push(`${seed}: ${fault}`)
    for (const rule of told.rules) rules.add(rule)
  }
  expect(faults).toEqual([])
  expect(rules.size).toBeGreaterThan(3)
})

test.each(Object.entries(hostile))('%s', async (_, {lang = 'en', markdown, rules = []}) => {
  const told = await compiled({lang, markdown, spoilt: rules.length > 0}, 60_000)
  expect(told.faults).toEqual([])
  expect(told.rules).toEqual(expect.arrayContaining(rules))
})
