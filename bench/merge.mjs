/**
 * A mail merge as `gatefold build` makes it: a thousand invitations of the repository's own event from a CSV file in
 * which three rows are faulty. Documents a second, and the memory of the process at the end of each fifth.
 * `node bench/merge.mjs [rows] [jobs at once]`
 */
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {build} from '../dist/index.js'
import {now} from './clock.mjs'

const count = Number(process.argv[2] ?? 1000)
const width = Number(process.argv[3] ?? availableParallelism())
const root = join(import.meta.dirname, '..')

const given = ['Ана', 'Бесим', 'Claire', 'Arta', 'ليلى', 'Νίκος', 'Müge', 'João', 'ნინო', 'Siobhán']
const family = ['Петровска', 'Далипи', 'Dubois', 'Krasniqi', 'حدّاد', 'Παπαδάκης', 'Öztürk', 'de Sá', 'ბერიძე']
const rows = Array.from({length: count}, (_, index) => {
  return `g${index + 1},${given[index % given.length]} ${family[index % family.length]} ${index + 1}`
})
// No name, one value too few, and a folder that is taken.
rows[Math.floor(count / 4)] = `g${Math.floor(count / 4) + 1},`
rows[Math.floor(count / 2)] = 'Ана'
rows[count - 1] = 'G1,Ана'

const folder = mkdtempSync(join(tmpdir(), 'gatefold-bench-'))
try {
  cpSync(join(root, 'templates/migrants-day-2027'), join(folder, 'templates/migrants-day-2027'), {recursive: true})
  cpSync(join(root, 'content/iom'), join(folder, 'content/iom'), {recursive: true})
  mkdirSync(join(folder, 'content/shared'), {recursive: true})
  writeFileSync(join(folder, 'gatefold.yml'), 'source: mk\n')
  writeFileSync(join(folder, 'content/iom/data/guests.csv'), ['id,name', ...rows].join('\n'))
  writeFileSync(
    join(folder, 'content/iom/publication.yml'),
    `formats: []
editions:
  invitations:
    template: migrants-day-2027
    formats: [card]
    parameters: data/migrants-day.yml
    each: data/guests.csv
`
  )
  await measure()
} finally {
  rmSync(folder, {recursive: true, force: true})
}

async function measure() {
  const start = now()
  const held = []
  const {documents, diagnostics} = await build({
    setting: {project: folder, epoch: undefined, debug: false},
    filters: {publications: [], lang: [], format: [], edition: [], record: []},
    output: join(folder, 'output'),
    width,
    onProgress(done, total) {
      if (done % Math.ceil(total / 5) === 0 || done === total) held.push([done, process.memoryUsage().rss / 2 ** 20])
    }
  })
  const {clock, processor} = now()
  const built = documents.filter(({path}) => path !== null).length
  const faults = [...diagnostics, ...documents.flatMap((document) => document.diagnostics)]
  for (const [done, megabytes] of held) console.log(`${String(done).padStart(6)} documents: ${megabytes.toFixed(0)} MB`)
  for (const {file, line, reason} of faults.slice(0, 5)) console.log(`${file}:${line} ${reason}`)
  const seconds = clock - start.clock
  const rates = [built / seconds, built / (processor - start.processor)].map((rate) => rate.toFixed(0))
  console.log(
    `${built} built, ${faults.length} faults, ${width} at once: ${seconds.toFixed(1)} s, ${rates[0]} a second, ${rates[1]} a second of processor time`
  )
}
