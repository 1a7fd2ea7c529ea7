/**
 * A deck of 100 slides and its handout of six a page: each as `gatefold build` makes it, in a process of its own, and
 * through `compile` in one process, where the first run has cold code and V8's own settings.
 * `node bench/slides.mjs [runs]`
 */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {compile, diskWorld, plan} from '../dist/index.js'
import {measure, print} from './processes.mjs'

const runs = Number(process.argv[2] ?? 6)
const slide = (number) => `## Slide ${number}

What the speaker says about the matter of slide ${number}.

- The first point of this slide
- Another point with the number ${number}
- The third point, somewhat longer than the others are
`

const folder = mkdtempSync(join(tmpdir(), 'gatefold-bench-'))
try {
  const publication = join(folder, 'content/talk')
  mkdirSync(publication, {recursive: true})
  writeFileSync(join(folder, 'gatefold.yml'), 'source: en\ntemplate: strands\nformats: [slides, handout-6]\n')
  writeFileSync(join(publication, 'publication.yml'), '')
  const text = Array.from({length: 99}, (_, index) => slide(index + 1)).join('\n')
  writeFileSync(join(publication, 'en.md'), `---\ntitle: A talk\n---\n\n${text}`)
  print(measure(['slides', 'handout-6'].map(command), runs), [])

  console.log('\nIn one process, processor time of each run')
  const {jobs} = await plan(diskWorld(folder))
  for (const job of jobs) {
    const seconds = []
    let pages = null
    for (let run = 0; run < runs; run += 1) {
      const before = process.cpuUsage()
      const written = await compile(job, diskWorld(folder))
      if (!written.bytes) throw new Error(written.diagnostics.map(({reason}) => reason).join('\n'))
      const {user, system} = process.cpuUsage(before)
      seconds.push((user + system) / 1e6)
      pages = written.pages
    }
    console.log(`${job.format.padEnd(10)} ${pages} pages  ${seconds.map((value) => value.toFixed(2)).join(' ')} s`)
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}

function command(format) {
  const program = join(import.meta.dirname, '../dist/cli.js')
  const args = [program, 'build', '--format', format, '--quiet', '--output', join(folder, 'output')]
  return {name: `gatefold build --format ${format}`, program: process.execPath, args, cwd: folder}
}
