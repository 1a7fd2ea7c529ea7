/** The same text is the same Word file, whoever builds it where. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {programRoot} from '../../src/world.ts'
import {digests, start} from '../helpers/project.ts'

test('another locale, time zone and current folder, alone or beside others: the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const root = programRoot()
  const build = (name: string, {cwd, args, env}: {cwd: string; args: string[]; env: Record<string, string>}) => {
    const output = join(folder, name)
    const filters = ['--lang', 'mk,ar', '--format', 'word,report', '--no-cache']
    const {code, err} = start(cwd, ['build', ...args, ...filters, '--output', output], env)
    expect([code, err]).toEqual([0, expect.stringContaining('0 errors')])
    return Object.entries(digests(output)).filter(([path]) => path.endsWith('.docx'))
  }
  const here = build('here', {cwd: root, args: ['--jobs', '1'], env: {TZ: 'UTC', LANG: 'C', LC_ALL: 'C'}})
  const there = build('there', {
    cwd: folder,
    args: ['--jobs', '2', '--project', root],
    env: {TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr'}
  })
  expect(here.length).toBeGreaterThanOrEqual(8)
  expect(there).toEqual(here)
})
