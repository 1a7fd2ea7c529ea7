/** What every runner promises, whatever it runs jobs on. */
import {describe, expect, test} from 'vitest'
import {plan} from '../../src/build/plan.ts'
import {inlineRunner, run, threadRunner} from '../../src/build/run.ts'
import type {JobResult} from '../../src/compile.ts'
import {digest, diskWorld} from '../../src/world.ts'
import {project} from '../helpers/project.ts'

/** A project with one sound document, and one whose job is spoilt by the test. */
async function jobs() {
  const folder = project({
    'gatefold.yml': 'source: en\nformats: [web]\n',
    'content/a/publication.yml': '',
    'content/a/en.md': '---\ntitle: A\n---\n\nText.\n',
    'content/b/publication.yml': '',
    'content/b/en.md': ''
  })
  const [sound, empty] = (await plan(diskWorld(folder))).jobs
  if (!sound || !empty) throw new Error('Expected two jobs')
  return {setting: {project: folder, epoch: undefined, debug: false}, sound, empty}
}

describe.each([
  ['inline', inlineRunner],
  ['thread', threadRunner]
])('%s', (_, open) => {
  test('a sound job gives bytes, a faulty one diagnostics, and both name what was read', async () => {
    const {setting, sound, empty} = await jobs()
    const runner = open(setting)
    const [first, second] = [await runner.run(sound), await runner.run(empty)]
    await runner.close()
    expect(first).toMatchObject({job: sound, extension: 'html', diagnostics: []})
    expect(first.reads).toHaveProperty('content/a/en.md')
    expect(second).toMatchObject({bytes: null, diagnostics: [{rule: 'text-empty'}, {}]})
    expect(second.reads).toHaveProperty('content/b/en.md')
  })

  test('a job that throws is one `internal` diagnostic without a trace, and the next job runs', async () => {
    const {setting, sound} = await jobs()
    const runner = open(setting)
    // No plan makes such a job: the program fails on it.
    const failed = await runner.run({...sound, template: null as unknown as string})
    expect(failed).toMatchObject({bytes: null, diagnostics: [{rule: 'internal', severity: 'error'}]})
    expect(JSON.stringify(failed)).not.toContain('    at ')
    expect((await runner.run(sound)).bytes).not.toBeNull()
    await runner.close()
  })

  test('the same result as any other runner', async () => {
    const {setting, sound} = await jobs()
    const [one, other] = [inlineRunner(setting), open(setting)]
    const results = [await one.run(sound), await other.run(sound)]
    await other.close()
    const [a, b] = results.map((result) => ({...result, bytes: digest(result.bytes ?? '')}))
    expect(a).toEqual(b)
  })
})

test('every job ends once, whatever the width', async () => {
  const {setting, sound} = await jobs()
  const many = Array.from({length: 9}, (_, index) => ({...sound, path: `a/${index}`}))
  for (const width of [1, 4]) {
    const ended: JobResult[] = []
    await run(many, {setting, width, onResult: async (result) => void ended.push(result)})
    expect(ended.map(({job}) => job.path).sort()).toEqual(many.map(({path}) => path))
    expect(ended.every(({bytes}) => bytes !== null)).toBe(true)
  }
})

test('after an abort no job starts and none is handed over', async () => {
  const {setting, sound} = await jobs()
  const stop = new AbortController()
  const ended: string[] = []
  const many = Array.from({length: 5}, (_, index) => ({...sound, path: `a/${index}`}))
  await run(many, {
    setting,
    width: 1,
    signal: stop.signal,
    onResult: async ({job}) => {
      ended.push(job.path)
      if (ended.length === 2) stop.abort()
    }
  })
  expect(ended).toEqual(['a/0', 'a/1'])
})
