/**
 * Cold starts, whole processes, wall clock: one document, a new project, this repository's whole matrix; beside bare
 * Node, and pandoc with WeasyPrint where they are installed. The median of several runs; run it on an idle machine.
 */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const root = join(import.meta.dirname, '..')
const gatefold = join(root, 'dist/cli.js')
const folder = mkdtempSync(join(tmpdir(), 'gatefold-bench-'))
const text = join(folder, 'hello/content/hello/en.md')
const pdf = ['--pdf-engine=weasyprint', '-o', join(folder, 'pandoc.pdf')]

const one = (format) => [
  process.execPath,
  [gatefold, 'build', 'hello', '--lang', 'en', '--format', format, '--quiet'],
  'hello'
]

/** name, program, arguments, folder below the bench's own; how often. */
const work = [
  ['bare node', process.execPath, ['-e', '0'], '.', 9],
  ['gatefold --version', process.execPath, [gatefold, '--version'], '.', 9],
  ['gatefold --help', process.execPath, [gatefold, '--help'], '.', 9],
  ['one brochure (PDF)', ...one('brochure'), 7],
  ['one Word file', ...one('word'), 7],
  ['one handout (PDF)', ...one('handout'), 7],
  ['one web page', ...one('web'), 7],
  ['a new project, 8 documents', process.execPath, [gatefold, 'build', '--quiet'], 'hello', 5],
  ['this repository, everything', process.execPath, [gatefold, 'build', '--quiet', '--project', root], '.', 3],
  [
    'the same, one job at a time',
    process.execPath,
    [gatefold, 'build', '--quiet', '--jobs', '1', '--project', root],
    '.',
    3
  ],
  ['pandoc + WeasyPrint, one PDF', 'pandoc', [text, '-s', ...pdf], '.', 5]
]

try {
  run(process.execPath, [gatefold, 'init', 'hello', '--quiet'], folder)
  const rows = work.flatMap(([name, program, args, at, times]) => {
    const took = measure(program, outputOf(args), join(folder, at), times)
    return took === undefined ? [] : [{name, took}]
  })
  const base = rows[0].took
  for (const {name, took} of rows) {
    console.log(
      `${name.padEnd(32)}${took.toFixed(0).padStart(7)} ms${(took / base).toFixed(1).padStart(7)} × bare node`
    )
  }
  const missing = work.length - rows.length
  if (missing > 0) console.log(`(${missing} left out: not installed here)`)
} finally {
  rmSync(folder, {recursive: true, force: true})
}

/** Builds write below the bench's own folder, never into the project's output/. */
function outputOf(args) {
  return args.includes('build') ? [...args, '--output', join(folder, 'output')] : args
}

/** Median wall clock in ms, `undefined` where the program is not there; one run before it warms the disk's cache. */
function measure(program, args, cwd, times) {
  if (!run(program, args, cwd)) return
  const took = Array.from({length: times}, () => {
    const start = performance.now()
    run(program, args, cwd)
    return performance.now() - start
  })
  return took.sort((a, b) => a - b)[Math.floor(times / 2)]
}

function run(program, args, cwd) {
  const {status, error, stderr} = spawnSync(program, args, {cwd, encoding: 'utf8'})
  if (error?.code === 'ENOENT') return false
  if (status !== 0 && program === process.execPath) throw new Error(stderr)
  return status === 0
}
