import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {readManifest, writeManifest} from '../../../src/build/manifest.ts'
import {removeFile, writeWhole} from '../../../src/build/outputs.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const bytes = (text: string) => new TextEncoder().encode(text)
const files = () => readdirSync(folder, {recursive: true}).sort()

test('a file is written whole, over an old one, and leaves nothing beside it', async () => {
  await writeWhole(folder, 'a/b/c.txt', bytes('old'))
  await writeWhole(folder, 'a/b/c.txt', bytes('new'))
  expect(files()).toEqual(['a', join('a', 'b'), join('a', 'b', 'c.txt')])
  expect(readFileSync(join(folder, 'a/b/c.txt'), 'utf8')).toBe('new')
})

test('what cannot be written leaves the old file and no temporary one', async () => {
  await writeWhole(folder, 'a/b', bytes('a file where a folder is wanted'))
  await writeWhole(folder, 'kept', bytes('old'))
  await expect(writeWhole(folder, 'a/b/c', bytes('x'))).rejects.toThrow()
  await expect(writeWhole(folder, 'a', bytes('a folder stands here'))).rejects.toThrow()
  expect(files()).toEqual(['a', join('a', 'b'), 'kept'])
})

test('a removed file takes its empty folders with it, and no others', async () => {
  await writeWhole(folder, 'a/b/c', bytes('1'))
  await writeWhole(folder, 'a/d', bytes('2'))
  await removeFile(folder, 'a/b/c')
  expect(files()).toEqual(['a', join('a', 'd')])
  await removeFile(folder, 'a/d')
  await removeFile(folder, 'never/there')
  expect(files()).toEqual([])
})

test('nothing is written or removed out of the folder', async () => {
  await expect(writeWhole(folder, '../x', bytes('x'))).rejects.toThrow('out of the output folder')
  await expect(removeFile(folder, '../../etc/hosts')).rejects.toThrow('out of the output folder')
})

const artifact = (path: string) => ({
  publication: 'p',
  edition: null,
  record: null,
  lang: 'mk',
  format: 'f',
  path,
  mediaType: 'text/html',
  bytes: 1,
  sha256: '',
  pages: null,
  fingerprint: '',
  conformance: [],
  translation: {units: 0, fallback: 0, stale: 0},
  diagnostics: {errors: 0, warnings: 0}
})

test('a manifest is sorted by code unit, whatever the order of its artifacts', async () => {
  await writeManifest(folder, [artifact('б'), artifact('a'), artifact('Z')])
  expect(readManifest(folder).map(({path}) => path)).toEqual(['Z', 'a', 'б'])
})

test.each([
  '',
  '{',
  '[]',
  '{"gatefold": "1", "artifacts": [{}]}',
  manifestOf('../x'),
  manifestOf('/x'),
  manifestOf('a/../b')
])('a manifest that this program did not write lists nothing: %s', (text) => {
  writeFileSync(join(folder, 'manifest.json'), text)
  expect(readManifest(folder)).toEqual([])
})

function manifestOf(path: string): string {
  return JSON.stringify({gatefold: '1', artifacts: [artifact(path)]})
}
