/** The compiled code that a run keeps beside the program: it only ever makes the next run shorter. */
import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {digests, type Files, project} from '../helpers/project.ts'

const root = join(import.meta.dirname, '../..')

const files: Files = {
  'gatefold.yml': 'source: en\nformats: [web]\n',
  'content/a/publication.yml': '{}\n',
  'content/a/en.md': '---\ntitle: First\n---\n\nA text.\n'
}

/** The program as it is installed, in a folder of its own. */
function installed(): string {
  const folder = project()
  for (const name of ['dist', 'package.json', 'templates'])
    cpSync(join(root, name), join(folder, name), {recursive: true, filter: (path) => !/\.(?:code|tmp)$/.test(path)})
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

function build(program: string, folder: string, ...options: string[]): Record<string, string> {
  const argv = [join(program, 'dist/cli.js'), 'build', ...options]
  const {status, stderr} = spawnSync(process.execPath, argv, {cwd: folder, encoding: 'utf8'})
  expect([status, stderr]).toEqual([0, '1 document built, 0 failed, 0 errors, 0 warnings\n'])
  return digests(join(folder, 'output'))
}

const kept = (program: string) => readdirSync(join(program, 'dist')).filter((name) => /\.(?:code|tmp)$/.test(name))

test('one file for the program, and the same documents with it and without', () => {
  const [program, folder] = [installed(), project(files)]
  const without = build(program, folder, '--no-cache')
  expect(kept(program)).toEqual([])
  expect(build(program, folder)).toEqual(without)
  const [file = '', ...others] = kept(program)
  expect(others).toEqual([])
  expect(file).toMatch(/^program-\w+\.cjs\.[\da-f]+\.code$/)
  expect(build(program, folder)).toEqual(without)
  expect(kept(program)).toEqual([file])
})

test('a file that V8 refuses is replaced', () => {
  const [program, folder] = [installed(), project(files)]
  const made = build(program, folder)
  const [file = ''] = kept(program)
  const path = join(program, 'dist', file)
  const good = readFileSync(path).length
  writeFileSync(path, 'no code')
  expect(build(program, folder)).toEqual(made)
  expect(readFileSync(path).length).toBeGreaterThan(good / 2)
})

test('where it cannot be written, the documents still are', () => {
  const [program, folder] = [installed(), project(files)]
  const made = build(program, folder)
  const [file = ''] = kept(program)
  const blocked = installed()
  mkdirSync(join(blocked, 'dist', file, 'in-the-way'), {recursive: true})
  expect(build(blocked, folder)).toEqual(made)
  expect(kept(blocked)).toEqual([file])
})
