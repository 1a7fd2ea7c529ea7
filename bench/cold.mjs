/**
 * Cold starts beside other programs: each text as one PDF in a process of its own, and what gatefold does besides.
 * `node bench/cold.mjs [rounds]`
 */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {measure, print} from './processes.mjs'

const rounds = Number(process.argv[2] ?? 7)
const root = join(import.meta.dirname, '..')
const program = join(root, 'dist/cli.js')
const folder = mkdtempSync(join(tmpdir(), 'gatefold-bench-'))
const output = ['--quiet', '--output', join(folder, 'output')]

try {
  const seed = readFileSync(join(root, 'content/iom/mk.md'), 'utf8')
  const long = writeProject('long', repeated(seed, 30))
  const node = {name: 'bare node', program: process.execPath, args: ['-e', '0'], cwd: folder}

  console.log('One document: the brochure of content/iom in Macedonian')
  compare([
    node,
    gatefold('gatefold --version', ['--version']),
    gatefold('gatefold --help', ['--help']),
    gatefold('gatefold, PDF brochure', ['build', 'iom', '--lang', 'mk', '--format', 'brochure', ...output]),
    gatefold('gatefold, Word', ['build', 'iom', '--lang', 'mk', '--format', 'word', ...output]),
    gatefold('gatefold, web page', ['build', 'iom', '--lang', 'mk', '--format', 'web', ...output]),
    pandoc(join(root, 'content/iom/mk.md'))
  ])

  console.log('\nThe same text thirty times over, as one document')
  compare([
    node,
    gatefold('gatefold, PDF brochure', ['build', ...output], long),
    pandoc(join(long, 'content/text/mk.md'))
  ])

  console.log('\nEverything that this repository builds')
  const everything = [
    gatefold('gatefold', ['build', ...output]),
    gatefold('one job at a time', ['build', '--jobs', '1', ...output])
  ]
  print(measure(everything, Math.ceil(rounds / 4)), [])
} finally {
  rmSync(folder, {recursive: true, force: true})
}

function compare(works) {
  print(measure(works, rounds), ['bare node', 'pandoc + WeasyPrint'])
}

function gatefold(name, args, cwd = root) {
  return {name, program: process.execPath, args: [program, ...args], cwd}
}

function pandoc(text) {
  const args = [text, '--standalone', '--pdf-engine=weasyprint', '--output', join(folder, 'pandoc.pdf')]
  return {name: 'pandoc + WeasyPrint', program: 'pandoc', args, cwd: folder}
}

/** The text as plain Markdown, `times` times: directives are gatefold's own, names must be unique. */
function repeated(text, times) {
  const [, front = '', body = ''] = /^(---\n.*?\n---\n)(.*)$/s.exec(text) ?? []
  const plain = body.replace(/^:::.*\n/gm, '').replace(/ \{#\w+\}$/gm, '')
  return front + Array.from({length: times}, () => plain).join('\n')
}

function writeProject(name, text) {
  const project = join(folder, name)
  mkdirSync(join(project, 'content/text'), {recursive: true})
  writeFileSync(join(project, 'gatefold.yml'), 'source: mk\nformats: [brochure]\n')
  writeFileSync(join(project, 'content/text/publication.yml'), '{}\n')
  writeFileSync(join(project, 'content/text/mk.md'), text)
  return project
}
