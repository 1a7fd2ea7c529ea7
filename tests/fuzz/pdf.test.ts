import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {canJudge, judge} from '../helpers/verapdf.ts'
import {check, faultsOf} from './check.ts'
import {generate} from './documents.ts'

/** `FUZZ=1000-1999 npx vitest run tests/fuzz` takes other seeds than the usual ones. */
const [from = 0, to = 24] = (process.env.FUZZ ?? '').split('-').filter(Boolean).map(Number)
const seeds = Array.from({length: to - from + 1}, (_, index) => from + index)
/** Part of the documents that veraPDF judges, too. */
const SAMPLE = 10

test('documents of any shape are written, with all their words, in their order, in time', {
  timeout: 3_600_000
}, async () => {
  const faults: string[] = []
  for (const seed of seeds) for (const fault of await faultsOf(generate(seed))) faults.push(`${seed}: ${fault}`)
  expect(faults).toEqual([])
})

test.runIf(canJudge())('a sample of them is PDF/UA-1 and PDF/A-2a', {timeout: 600_000}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatefold-fuzz-'))
  const files: string[] = []
  for (const seed of seeds.filter((seed) => seed % SAMPLE === 0)) {
    const file = join(folder, `${seed}.pdf`)
    writeFileSync(file, (await check(generate(seed))).bytes)
    files.push(file)
  }
  const verdicts = judge(files)
  expect(verdicts).toHaveLength(2 * files.length)
  expect(verdicts.filter(({passed}) => !passed)).toEqual([])
})
