/**
 * Word files in one process that is warm: the repository's own publication, and its text until it fills about fifty
 * pages. Least and median of processor time, ms. Each text is another one each time, and read from its file; `known` is
 * a second document of a text that the process has parsed, as another format or edition is; `writing` is that of the
 * writer alone, from the Document to bytes.
 * `node bench/word.mjs [rounds]`
 */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {build} from 'esbuild'
import {now} from './clock.mjs'
import {plain} from './texts.mjs'

const rounds = Number(process.argv[2] ?? 20)
const root = join(import.meta.dirname, '..')
const text = readFileSync(join(root, 'content/iom/mk.md'), 'utf8')
const {compile, diskWorld, plan, docx} = await program()

let writing = 0
const {write} = docx
docx.write = async (...given) => {
  const start = now()
  const written = await write(...given)
  writing = now().processor - start.processor
  return written
}

const folder = mkdtempSync(join(tmpdir(), 'gatefold-bench-'))
try {
  console.log('times the text   text to file   known   writing   KB')
  for (const times of [1, 20]) await measure(times)
} finally {
  rmSync(folder, {recursive: true, force: true})
}

async function measure(times) {
  const project = join(folder, String(times))
  const file = join(project, 'content/text/mk.md')
  mkdirSync(join(project, 'content/text'), {recursive: true})
  writeFileSync(join(project, 'gatefold.yml'), 'source: mk\nlanguages: [mk]\nformats: [word]\n')
  writeFileSync(join(project, 'content/text/publication.yml'), '')
  const whole = plain(text, times)
  writeFileSync(file, whole)
  const {jobs} = await plan(diskWorld(project))

  const taken = {fresh: [], known: [], writing: []}
  let size = 0
  for (let round = 0; round <= rounds; round++) {
    // Every paragraph ends in other words.
    writeFileSync(file, whole.replace(/\.$/gm, ` ${round}.`))
    const fresh = await make()
    const freshWriting = writing
    const known = await make()
    // The first is not warm.
    if (round === 0) continue
    taken.fresh.push(fresh)
    taken.known.push(known)
    taken.writing.push(freshWriting, writing)
  }
  const figures = [taken.fresh, taken.known, taken.writing].map(leastAndMedian)
  console.log([times, ...figures, (size / 1024).toFixed(0)].join('\t'))

  async function make() {
    const start = now()
    const {bytes, diagnostics} = await compile(jobs[0], diskWorld(project))
    if (!bytes) throw new Error(diagnostics.map(({reason}) => reason).join('\n'))
    size = bytes.length
    return now().processor - start.processor
  }
}

function leastAndMedian(seconds) {
  const sorted = seconds.toSorted((a, b) => a - b)
  const figures = [sorted[0], sorted[Math.floor(sorted.length / 2)]]
  return figures.map((figure) => (figure * 1000).toFixed(0)).join(' / ')
}

/** The program with its Word writer in reach. It looks for its packs from the folder that it lies in. */
async function program() {
  const outfile = join(root, 'dist/bench-word.cjs')
  const contents = "export * from './src/index.ts'; export {docx} from './src/writers/docx.ts'"
  await build({
    stdin: {contents, resolveDir: root},
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: {'import.meta.url': 'scriptUrl'},
    banner: {js: "const scriptUrl = require('node:url').pathToFileURL(__filename).href;"},
    logLevel: 'error'
  })
  try {
    return (await import(outfile)).default
  } finally {
    rmSync(outfile)
  }
}
