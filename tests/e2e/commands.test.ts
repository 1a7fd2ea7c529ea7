/** The commands around a build, on projects that `init` makes. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {digests, gatefold, project, start, write} from '../helpers/project.ts'

test('init, then build: offline, at once, everything translated', () => {
  const folder = project()
  expect(start(folder, ['init', 'mine']).code).toBe(0)
  const mine = join(folder, 'mine')
  expect(start(mine, ['build', '--strict'])).toEqual({
    code: 0,
    out: '',
    err: '8 documents built, 0 failed, 0 errors, 0 warnings\n'
  })
  expect(start(mine, ['status']).out).toBe(
    'publication  language  units  translated  stale  missing\nhello        mk           13          13      0        0\n'
  )
})

test('init and new never write over a file', async () => {
  const folder = project({'README.md': 'mine', 'content/news/en.md': 'mine too'})
  await gatefold(folder, ['init'])
  const before = digests(folder)
  expect((await gatefold(folder, ['init'])).err).toContain('kept     gatefold.yml')
  expect(digests(folder)).toEqual(before)

  await gatefold(folder, ['new', 'publication', 'news'])
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('mine')
  expect(readFileSync(join(folder, 'content/news/en.md'), 'utf8')).toBe('mine too')
  expect(Object.keys(digests(folder))).toContain('content/news/publication.yml')
})

test('a new publication builds', async () => {
  const folder = project()
  await gatefold(folder, ['init', '--quiet'])
  await gatefold(folder, ['new', 'publication', 'news', '--quiet'])
  const {code, err} = await gatefold(folder, ['build', 'news', '--lang', 'en', '--format', 'web'])
  expect({code, err}).toEqual({code: 0, err: '1 document built, 0 failed, 0 errors, 0 warnings\n'})
})

test('translate extract writes a catalog only when it changes', async () => {
  const folder = project()
  await gatefold(folder, ['init', '--quiet'])
  const before = digests(folder)
  expect((await gatefold(folder, ['translate', 'extract'])).err).toBe(
    'content/hello/mk.po: 0 added, 0 changed, 0 obsolete\n'
  )
  expect(digests(folder)).toEqual(before)

  const text = readFileSync(join(folder, 'content/hello/en.md'), 'utf8')
  write(folder, {
    'content/hello/en.md': text.replace('build again', 'build it again').replace('## How it looks', '## Looks')
  })
  expect((await gatefold(folder, ['translate', 'extract'])).err).toMatch(
    /^content\/hello\/mk\.po: \d added, \d changed, \d obsolete\n$/
  )
  const {out} = await gatefold(folder, ['status', '--json'])
  expect(JSON.parse(out)).toMatchObject([{publication: 'hello', lang: 'mk', units: 13, translated: 11}])
})

test('list names every document and its pack', async () => {
  const folder = project()
  await gatefold(folder, ['init', '--quiet'])
  const {code, out} = await gatefold(folder, ['list', '--lang', 'mk', '--format', 'word,web'])
  expect({code, out}).toEqual({code: 0, out: 'hello/mk/hello-word\tbase\nhello/mk/hello-web\tbase\n'})
})

test('doctor finds what a build needs, and says what a person must check', async () => {
  const {code, out} = await gatefold(project(), ['doctor'])
  expect(code).toBe(0)
  expect(out).toMatch(/^ok +Node \d+/m)
  expect(out).toMatch(/^ok +pack base: \d+ faces of Noto Sans/m)
  expect(out).not.toMatch(/^missing/m)
  expect(out).toContain('For a person to check in every PDF (PDF/UA-1):')
})

test('ci github writes the schedule, a check, the build and the upload', async () => {
  const folder = project({'gatefold.yml': 'source: mk\nschedule: "30 4 * * 1-5"\n'})
  await gatefold(folder, ['ci', 'github'])
  const {on, jobs} = parse(readFileSync(join(folder, '.github/workflows/gatefold.yml'), 'utf8'))
  expect(on.schedule).toEqual([{cron: '30 4 * * 1-5'}])
  const steps = jobs.publications.steps.map((step: {run?: string; uses?: string}) => step.run ?? step.uses)
  expect(steps).toEqual([
    'actions/checkout@v4',
    'actions/setup-node@v4',
    expect.stringMatching(/^npx --yes gatefold@[\d.]+ check$/),
    expect.stringMatching(/^npx --yes gatefold@[\d.]+ build$/),
    'actions/upload-artifact@v4'
  ])
  expect(jobs.publications.steps.at(-1).with.path).toBe('output/')
})

test('ci gitlab writes jobs for pipelines by the clock, and says how to add the schedule', async () => {
  const folder = project({
    'gatefold.yml': 'source: mk\nschedule: "0 5 * * 1"\n',
    'package.json': '{"devDependencies": {"gatefold": "*"}}'
  })
  const {err} = await gatefold(folder, ['ci', 'gitlab'])
  expect(err).toContain('interval pattern "0 5 * * 1"')
  const {workflow, check, build} = parse(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8'))
  expect(workflow.rules).toContainEqual({if: '$CI_PIPELINE_SOURCE == "schedule"'})
  expect([check.script, build.script]).toEqual([['npx gatefold check'], ['npx gatefold build']])
  expect(build.artifacts).toEqual({when: 'always', paths: ['output/']})
})

test('ci renews its own workflow and leaves another alone', async () => {
  const folder = project({'gatefold.yml': 'source: mk\n', '.gitlab-ci.yml': 'mine: {}\n'})
  expect((await gatefold(folder, ['ci', 'gitlab'])).code).toBe(2)
  expect(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8')).toBe('mine: {}\n')

  await gatefold(folder, ['ci', 'github'])
  write(folder, {'gatefold.yml': 'source: mk\nschedule: "0 6 * * *"\n'})
  expect((await gatefold(folder, ['ci', 'github'])).code).toBe(0)
  expect(readFileSync(join(folder, '.github/workflows/gatefold.yml'), 'utf8')).toContain('"0 6 * * *"')
})
