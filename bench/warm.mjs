/**
 * Many small documents in one process: a mail merge of one-page letters through `compile`, one after the other on one
 * thread. Documents a second, and how much memory is held, for each hundred: a bar's sign is 5 MB of the process.
 * `node bench/warm.mjs [documents]`
 */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {compile, diskWorld, plan} from '../dist/index.js'
import {now} from './clock.mjs'

const documents = Number(process.argv[2] ?? 1000)
const step = 100

const letter = `---
title: Certificate of attendance
---

This is to say that guest number :value{name=number} took part in the course *Reading and writing on paper*, held on
:value{name=day}. Of its :value{name=hours} hours none was missed.

## What was learned

- How a page is divided into columns
- How a line is broken, and a word hyphenated
- How many languages share one page

## By whom

The course was given by the Institute for the Love of Books. It took three days, with a test at its end.
`

const day = (index) => `2027-0${1 + (index % 9)}-${10 + (index % 18)}`
const rows = Array.from({length: documents}, (_, index) => `g${index},${index},${day(index)},${20 + (index % 7)}`)

const folder = mkdtempSync(join(tmpdir(), 'gatefold-bench-'))
try {
  const publication = join(folder, 'content/letter')
  mkdirSync(publication, {recursive: true})
  writeFileSync(join(folder, 'gatefold.yml'), 'source: en\nformats: [brochure]\n')
  writeFileSync(
    join(publication, 'publication.yml'),
    'formats: []\neditions:\n  each: {formats: [brochure], each: guests.csv}\n'
  )
  writeFileSync(join(publication, 'en.md'), letter)
  writeFileSync(join(publication, 'guests.csv'), ['id,number,day,hours', ...rows].join('\n'))
  await measure()
} finally {
  rmSync(folder, {recursive: true, force: true})
}

async function measure() {
  const {jobs} = await plan(diskWorld(folder))
  console.log('documents   a second   of CPU time   RSS MB   heap MB')
  let start = {...now(), done: 0}
  for (const [index, job] of jobs.entries()) {
    const {bytes, diagnostics} = await compile(job, diskWorld(folder))
    if (!bytes) throw new Error(diagnostics.map(({reason}) => reason).join('\n'))
    const done = index + 1
    if (done % step > 0 && done < jobs.length) continue
    const {clock, processor} = now()
    const made = done - start.done
    const {rss, heapUsed} = process.memoryUsage()
    const columns = [
      [done, 9],
      [made / (clock - start.clock), 11],
      [made / (processor - start.processor), 14],
      [rss / 2 ** 20, 9],
      [heapUsed / 2 ** 20, 10]
    ]
    const row = columns.map(([value, width]) => value.toFixed(0).padStart(width)).join('')
    console.log(`${row}  ${'#'.repeat(Math.round(rss / 2 ** 20 / 5))}`)
    start = {...now(), done}
  }
}
