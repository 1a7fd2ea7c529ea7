import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {has, output} from '../helpers/programs.ts'
import {lacking} from '../helpers/sentences.ts'
import {canJudge, judge} from '../helpers/verapdf.ts'
import {checked} from './check.ts'
import {stress} from './stress.ts'

/** `STRESS=60 npx vitest run tests/fuzz/stress` makes that many chapters, which are five times as many pages. */
const chapters = Number(process.env.STRESS ?? 8)

test('a long document with everything in it is sound, and says all its sentences', {timeout: 1_800_000}, async () => {
  const {document, sentences} = stress(chapters)
  const start = process.cpuUsage()
  const {bytes, pages, text, faults} = await checked(document, 'strands')
  const seconds = process.cpuUsage(start).user / 1e6
  process.stderr.write(
    `${pages} pages, ${sentences.length} sentences, ${(bytes.length / 1e6).toFixed(2)} MB, ${seconds.toFixed(1)} s with checks\n`
  )
  expect(faults).toEqual([])
  expect(pages).toBeGreaterThan(4 * chapters)
  expect(lacking(text, sentences)).toEqual([])

  const folder = mkdtempSync(join(tmpdir(), 'gatefold-stress-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const file = join(folder, 'stress.pdf')
  writeFileSync(file, bytes)
  if (has('qpdf')) expect(output('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found')
  if (canJudge()) expect(judge([file]).filter(({passed}) => !passed)).toEqual([])
})
