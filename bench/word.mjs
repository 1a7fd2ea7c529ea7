/**
 * Word files in one process that is warm: the repository's own publication, and its text until it fills about fifty
 * pages. Least and median of processor time, ms, for making the file from its text.
 * `node bench/word.mjs [rounds]`
 */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {compile, diskWorld, plan} from '../dist/index.js'
import {now} from './clock.mjs'
import {plain} from './texts.mjs'

const rounds = Number(process.argv[2] ?? 20)
const text = readFileSync(join(import.meta.dirname, '../content/iom/mk.md'), 'utf8')

const folder = mkdtempSync(join(tmpdir(), 'gatefold-bench-'))
try {
  console.log('times the text   least ms   median ms   KB')
  for (const times of [1, 20]) await measure(times)
} finally {
  rmSync(folder, {recursive: true, force: true})
}

async function measure(times) {
  const project = join(folder, String(times))
  mkdirSync(join(project, 'content/text'), {recursive: true})
  writeFileSync(join(project, 'gatefold.yml'), 'source: mk\nlanguages: [mk]\nformats: [word]\n')
  writeFileSync(join(project, 'content/text/publication.yml'), '')
  writeFileSync(join(project, 'content/text/mk.md'), plain(text, times))
  const {jobs} = await plan(diskWorld(project))

  const taken = []
  let size = 0
  for (let round = 0; round <= rounds; round++) {
    const start = now()
    const {bytes, diagnostics} = await compile(jobs[0], diskWorld(project))
    if (!bytes) throw new Error(diagnostics.map(({reason}) => reason).join('\n'))
    size = bytes.length
    // The first is not warm.
    if (round > 0) taken.push((now().processor - start.processor) * 1000)
  }
  taken.sort((a, b) => a - b)
  const figures = [taken[0], taken[Math.floor(taken.length / 2)], size / 1024].map((figure) => figure.toFixed(0))
  console.log([times, ...figures].join('\t'))
}
