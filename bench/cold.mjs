/**
 * Cold starts beside other programs: each text as one PDF in a process of its own, and what gatefold does besides.
 * `node bench/cold.mjs [rounds]`
 */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {measure, print} from './processes.mjs'
import {plain, toTypst} from './texts.mjs'

const rounds = Number(process.argv[2] ?? 7)
const root = join(import.meta.dirname, '..')
const program = join(root, 'dist/cli.js')
const fonts = join(root, 'node_modules/@expo-google-fonts/geologica')
const folder = mkdtempSync(join(tmpdir(), 'gatefold-bench-'))
const output = ['--quiet', '--output', join(folder, 'output')]

try {
  const seed = readFileSync(join(root, 'content/iom/mk.md'), 'utf8')
  const long = writeProject('long', plain(seed, 30))
  const node = {name: 'bare node', program: process.execPath, args: ['-e', '0'], cwd: folder}

  const brochure = ['build', 'iom', '--lang', 'mk', '--format', 'brochure', ...output]

  console.log('One document: the brochure of content/iom in Macedonian')
  compare([
    node,
    gatefold('gatefold --version', ['--version']),
    gatefold('gatefold --help', ['--help']),
    gatefold('gatefold, PDF brochure', brochure),
    gatefold('gatefold, Word', ['build', 'iom', '--lang', 'mk', '--format', 'word', ...output]),
    gatefold('gatefold, web page', ['build', 'iom', '--lang', 'mk', '--format', 'web', ...output]),
    gatefold('gatefold, PDF, without kept code', [...brochure, '--no-cache']),
    pandoc(join(root, 'content/iom/mk.md')),
    typst('one', plain(seed))
  ])

  console.log('\nThe same text thirty times over, as one document')
  compare([
    node,
    gatefold('gatefold, PDF brochure', ['build', ...output], long),
    pandoc(join(long, 'content/text/mk.md')),
    typst('long', plain(seed, 30))
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
  print(measure(works, rounds), ['bare node', 'pandoc + WeasyPrint', 'Typst (library, in Python)'])
}

function gatefold(name, args, cwd = root) {
  return {name, program: process.execPath, args: [program, ...args], cwd}
}

function pandoc(text) {
  const args = [text, '--standalone', '--pdf-engine=weasyprint', '--output', join(folder, 'pandoc.pdf')]
  return {name: 'pandoc + WeasyPrint', program: 'pandoc', args, cwd: folder}
}

/** In the faces that gatefold's base pack sets Macedonian in; tagged, as gatefold's PDFs are. */
function typst(name, text) {
  const [from, to] = [join(folder, `${name}.typ`), join(folder, `${name}.pdf`)]
  writeFileSync(from, toTypst(text))
  const args = [join(import.meta.dirname, 'run-typst.py'), 'compile', from, to, fonts]
  return {name: 'Typst (library, in Python)', program: 'python3', args, cwd: folder}
}

function writeProject(name, text) {
  const project = join(folder, name)
  mkdirSync(join(project, 'content/text'), {recursive: true})
  writeFileSync(join(project, 'gatefold.yml'), 'source: mk\nformats: [brochure]\n')
  writeFileSync(join(project, 'content/text/publication.yml'), '{}\n')
  writeFileSync(join(project, 'content/text/mk.md'), text)
  return project
}
