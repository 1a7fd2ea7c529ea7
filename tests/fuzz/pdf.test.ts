import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {check as checkDocument} from '../../src/check/index.ts'
import {Diagnostics} from '../../src/diagnostic.ts'
import {canJudge, judge} from '../helpers/verapdf.ts'
import {check} from './check.ts'
import {generate} from './documents.ts'

/** `FUZZ=0-1999 npx vitest run tests/fuzz/pdf` takes other seeds than the usual ones. */
const [from = 0, to = 19] = (process.env.FUZZ ?? '').split('-').filter(Boolean).map(Number)
const seeds = Array.from({length: to - from + 1}, (_, index) => from + index)
/** Of few documents each fourth is judged by veraPDF, of many each fortieth. */
const step = seeds.length > 100 ? 40 : 4

test('documents of any shape are written, with all their words, in their order, in time, by both standards', {
  timeout: 7_200_000
}, async () => {
  const faults: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'gatefold-fuzz-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const sample: string[] = []
  for (const seed of seeds) {
    const {bytes, faults: own} = await check(generate(seed))
    for (const fault of own) faults.push(`${seed}: ${fault}`)
    if (!bytes || seed % step > 0) continue
    sample.push(join(folder, `${seed}.pdf`))
    writeFileSync(sample.at(-1) ?? '', bytes)
  }
  if (canJudge())
    for (const {file, flavour, passed, failures} of judge(sample))
      if (!passed) faults.push(`${file}: ${flavour} ${failures.join('; ')}`)
  expect(faults).toEqual([])
})

test('headings that skip a level are told of, each of them and no other', () => {
  let told = 0
  for (let seed = 0; seed < 60; seed++) {
    const {document, skips} = generate(seed, {skipping: true})
    const diagnostics = new Diagnostics()
    checkDocument(document, diagnostics.report)
    expect(diagnostics.list.filter(({rule}) => rule === 'heading-skip')).toHaveLength(skips)
    told += skips
  }
  expect(told).toBeGreaterThan(20)
})
