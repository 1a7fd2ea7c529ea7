/** Builds of small projects: what is written, when, and that it is the same everywhere. */
import {spawn} from 'node:child_process'
import {cpSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readManifest} from '../../src/build/manifest.ts'
import {digests, type Files, gatefold, program, project, start, write} from '../helpers/project.ts'

const files: Files = {
  'gatefold.yml': 'source: en\nlanguages: [en, mk]\nformats: [web, word]\n',
  'content/a/publication.yml': 'editions:\n  day: {formats: [web]}\n',
  'content/a/en.md': '---\ntitle: First\n---\n\nA text.\n',
  'content/b/publication.yml': 'formats: [brochure]\nlanguages: [en]\n',
  'content/b/en.md': '---\ntitle: Second\n---\n\nAnother text.\n'
}

const paths = (folder: string) => readManifest(join(folder, 'output')).map(({path}) => path)

const everything = [
  'a-day/en/a-day-web.html',
  'a-day/mk/a-day-web.html',
  'a/en/a-web.html',
  'a/en/a-word.docx',
  'a/mk/a-web.html',
  'a/mk/a-word.docx',
  'b/en/b-brochure.pdf'
]

describe('the manifest and the files', () => {
  test('each document is listed as it lies there', async () => {
    const folder = project(files)
    expect((await gatefold(folder, ['build'])).code).toBe(0)
    const artifacts = readManifest(join(folder, 'output'))
    const {'manifest.json': _, ...written} = digests(join(folder, 'output'))
    expect(artifacts.map(({path}) => path)).toEqual(everything)
    expect(Object.fromEntries(artifacts.map(({path, sha256}) => [path, sha256]))).toEqual(written)
    expect(artifacts.at(-1)).toMatchObject({publication: 'b', edition: null, record: null, lang: 'en', pages: 1})
    expect(artifacts[1]).toMatchObject({edition: 'day', lang: 'mk', pages: null, translation: {units: 2, fallback: 2}})
  })

  test('a filtered build keeps the other entries', async () => {
    const folder = project(files)
    await gatefold(folder, ['build', 'b'])
    expect(paths(folder)).toEqual(['b/en/b-brochure.pdf'])
    await gatefold(folder, ['build', 'a', '--lang', 'mk', '--format', 'web'])
    expect(paths(folder)).toEqual(['a-day/mk/a-day-web.html', 'a/mk/a-web.html', 'b/en/b-brochure.pdf'])
  })

  test('what failed, and what is no longer asked for, goes with its file', async () => {
    const folder = project(files)
    await gatefold(folder, ['build'])
    write(folder, {'content/b/en.md': '', 'content/a/publication.yml': 'formats: [web]\nlanguages: [en]\n'})
    expect((await gatefold(folder, ['build'])).code).toBe(1)
    expect(paths(folder)).toEqual(['a/en/a-web.html'])
    expect(Object.keys(digests(join(folder, 'output')))).toEqual(['a/en/a-web.html', 'manifest.json'])
  })

  test('clean removes what is listed, and nothing else', async () => {
    const folder = project(files)
    await gatefold(folder, ['build', '--format', 'web'])
    write(folder, {'output/a/notes.txt': 'mine'})
    expect((await gatefold(folder, ['clean'])).err).toBe('4 documents removed\n')
    expect(Object.keys(digests(join(folder, 'output')))).toEqual(['a/notes.txt'])
  })

  test('check writes nothing; --output writes elsewhere', async () => {
    const folder = project(files)
    expect((await gatefold(folder, ['check', 'a'])).err).toContain('6 documents sound, 0 failed')
    expect(existsSync(join(folder, 'output'))).toBe(false)
    await gatefold(folder, ['build', 'a', '--lang', 'en', '--format', 'web', '--output', 'elsewhere'])
    expect(Object.keys(digests(join(folder, 'elsewhere')))).toContain('a/en/a-web.html')
    expect(existsSync(join(folder, 'output'))).toBe(false)
  })
})

describe('the same bytes', () => {
  test('in another folder, time zone and locale, with another number of jobs', () => {
    const folder = project(files)
    const other = join(project(), 'ⵣ other folder')
    cpSync(folder, other, {recursive: true})
    expect(start(folder, ['build', '--jobs', '1'], {TZ: 'Pacific/Kiritimati', LANG: 'en_US.UTF-8'}).code).toBe(0)
    expect(start(other, ['build', '--jobs', '3'], {TZ: 'America/Los_Angeles', LANG: 'ar_EG.UTF-8'}).code).toBe(0)
    expect(digests(join(other, 'output'))).toEqual(digests(join(folder, 'output')))
  })
})

describe('exit codes and streams', () => {
  test('warnings fail only under --strict; the documents are written all the same', async () => {
    const folder = project(files)
    expect((await gatefold(folder, ['build', 'a', '--format', 'web'])).code).toBe(0)
    expect((await gatefold(folder, ['build', 'a', '--format', 'web', '--strict'])).code).toBe(1)
    expect(paths(folder)).toHaveLength(4)
  })

  test('a rule of gatefold.yml can be an error, or off', async () => {
    const folder = project({...files, 'gatefold.yml': `${files['gatefold.yml']}rules: {translation-missing: off}\n`})
    const run = ['build', 'a', '--format', 'web', '--strict']
    expect(await gatefold(folder, run)).toMatchObject({
      code: 0,
      err: '4 documents built, 0 failed, 0 errors, 0 warnings\n'
    })
    write(folder, {'gatefold.yml': `${files['gatefold.yml']}rules: {translation-missing: error}\n`})
    expect((await gatefold(folder, run)).code).toBe(1)
    expect(paths(folder)).toEqual(['a-day/en/a-day-web.html', 'a/en/a-web.html'])
  })

  test('--json is one report on standard output, and nothing else is said', async () => {
    const {code, out, err} = await gatefold(project(files), ['build', 'a', '--lang', 'mk', '--format', 'web', '--json'])
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(JSON.parse(out)).toMatchObject({
      exitCode: 0,
      state: 'done',
      documents: [
        {publication: 'a', edition: null, lang: 'mk', format: 'web', path: 'a/mk/a-web.html'},
        {publication: 'a', edition: 'day', diagnostics: [{rule: 'translation-missing', severity: 'warning'}]}
      ]
    })
  })

  test.each([
    [['build', '--jobs', 'many'], 'Unexpected `many` for `--jobs`, expected a whole number from 1'],
    [['build', '--langs', 'mk'], 'Unexpected option `--langs`, expected `--lang`'],
    [['list', '--lang', 'xx'], 'Unexpected language `xx`, expected one of `en`, `mk`'],
    [['status', 'c'], 'Unexpected publication `c`, expected `a`']
  ])('%j --json: a mistake is reported on standard output too', async (argv, reason) => {
    const {code, out, err} = await gatefold(project(files), [...argv, '--json'])
    expect(code).toBe(2)
    expect(err).toContain(`gatefold: ${reason}`)
    expect(JSON.parse(out)).toMatchObject({exitCode: 2, state: 'usage', usage: [expect.stringContaining(reason)]})
  })

  test('--quiet says nothing of what went well', async () => {
    const run = await gatefold(project(files), ['build', 'a', '--format', 'web', '--quiet'])
    expect(run).toEqual({code: 0, out: '', err: ''})
  })

  test('a process of its own: version and help on standard output, no command is a mistake', () => {
    const folder = project()
    const {version} = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
    expect(start(folder, ['--version'])).toEqual({code: 0, out: `${version}\n`, err: ''})
    expect(start(folder, ['build', '--help'])).toMatchObject({code: 0, err: ''})
    expect(start(folder, [])).toMatchObject({code: 2, out: ''})
  })

  test('an output folder that is a file is refused before anything is built', async () => {
    const folder = project(files)
    writeFileSync(join(folder, 'output'), 'a file where the folder should be')
    const {code, err} = await gatefold(folder, ['build', 'a', '--format', 'web'])
    expect(code).toBe(2)
    expect(err).toMatch(/^gatefold: Unexpected file `.*`, expected a folder to write to\n/)
  })
})

test('interrupted: exit 130, whole files only, all of them listed', async () => {
  const folder = project(files)
  const child = spawn(process.execPath, [program, 'build', '--jobs', '1'], {cwd: folder, stdio: 'ignore'})
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const output = join(folder, 'output')
  while (!existsSync(output) || readdirSync(output).length === 0) await new Promise((next) => setTimeout(next, 5))
  child.kill('SIGINT')
  expect(await ended).toBe(130)

  const {'manifest.json': manifest, ...written} = digests(output)
  const listed = readManifest(output).map(({path, sha256}) => [path, sha256])
  expect(manifest).toBeDefined()
  expect(Object.fromEntries(listed)).toEqual(written)
  expect(listed.length).toBeLessThan(everything.length)
})

test.skipIf(!existsSync('/proc/self'))('an output folder where none can be made is a mistake', async () => {
  const {code, err} = await gatefold(project(files), ['build', '--output', '/proc/none/such'])
  expect(code).toBe(2)
  expect(err).toMatch(/^gatefold: Unexpected folder `\/proc` that takes no `none`, expected one to write to\n/)
})

test('a wrong option of a format is reported where it stands, also in a format that another extends', async () => {
  const folder = project({
    'gatefold.yml': 'source: en\ntemplate: own\nformats: [web, wider, deck]\n',
    'content/a/publication.yml': '{}\n',
    'content/a/en.md': files['content/a/en.md'] ?? '',
    'templates/own/template.yml': [
      'extends: base',
      'formats:',
      '  web: {writer: html, template: web.hbs, marx: 1}',
      '  wider: {extends: web}',
      '  deck: {extends: handout, slides: many}',
      ''
    ].join('\n')
  })
  const {err} = await gatefold(folder, ['build'])
  expect(err).toContain('templates/own/template.yml\n')
  expect(err.match(/^.*Unexpected option `\w+`/gm)).toEqual([
    '3:48-3:49 error Unexpected option `marx`',
    '5:36-5:40 error Unexpected option `slides`'
  ])
})
