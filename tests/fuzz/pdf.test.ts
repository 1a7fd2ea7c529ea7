import {expect, test} from 'vitest'
import {faultsOf} from './check.ts'
import {generate} from './documents.ts'

/** `FUZZ=1000-1999 npx vitest run tests/fuzz` takes other seeds than the usual ones. */
const [from = 0, to = 24] = (process.env.FUZZ ?? '').split('-').filter(Boolean).map(Number)
const seeds = Array.from({length: to - from + 1}, (_, index) => from + index)

test('documents of any shape are written, with all their words, in their order, in time', {
  timeout: 3_600_000
}, async () => {
  const faults: string[] = []
  for (const seed of seeds) for (const fault of await faultsOf(generate(seed))) faults.push(`${seed}: ${fault}`)
  expect(faults).toEqual([])
})
