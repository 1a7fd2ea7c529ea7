/** Word files as Word itself judges them: those of the repository, and those of difficult texts. */
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {plan} from '../../src/build/plan.ts'
import {compile} from '../../src/compile.ts'
import type {Document} from '../../src/document/nodes.ts'
import {diskWorld, programRoot} from '../../src/world.ts'
import {docx} from '../../src/writers/docx.ts'
import {album} from '../helpers/album.ts'
import {pandocLines} from '../helpers/pandoc-lines.ts'
import {has} from '../helpers/programs.ts'
import {gatefold, project} from '../helpers/project.ts'
import {documentLines} from '../helpers/tree-lines.ts'
import {canValidate, faults} from '../helpers/word-validator.ts'

const validates = await canValidate()
const folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const wordFiles = (output: string) =>
  readdirSync(output, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.docx'))
    .sort()
    .map((path) => join(output, path))

/** Every Document that was made into a Word file. */
const written: Document[] = []

const file = (publication: string, lang: string) => join(folder, `${publication}-word-${lang}.docx`)

beforeAll(async () => {
  const world = diskWorld(programRoot())
  const write = vi.spyOn(docx, 'write')
  const {jobs} = await plan(world)
  for (const job of jobs) {
    if (job.format !== 'word' && job.format !== 'invitation') continue
    const {bytes} = await compile(job, world)
    writeFileSync(join(folder, `${job.publication}-${job.format}-${job.lang}.docx`), bytes ?? '')
  }
  written.push(...write.mock.calls.map(([document]) => document))
  write.mockRestore()
})

test.runIf(validates)(
  'every Word file of the repository is valid',
  async () => {
    const files = wordFiles(folder)
    expect(files.length).toBeGreaterThanOrEqual(8)
    expect(await faults(files)).toEqual([])
  },
  300_000
)

describe.runIf(has('pandoc'))('pandoc reads the tree that was written', () => {
  const cases = ['iom', 'guide'].flatMap((publication) =>
    ['mk', 'en', 'sq', 'fr', 'ar'].map((lang) => ({publication, lang}))
  )

  test.each(cases)('$publication, $lang', ({publication, lang}) => {
    const document = written.find(({lang: own, data}) => own === lang && data?.file?.includes(`/${publication}/`))
    if (!document) throw new Error('No such document')
    const expected = documentLines(document)
    expect(expected.length).toBeGreaterThan(40)
    // The address in a code's description stands among words.
    const read = pandocLines(file(publication, lang)).map((line) =>
      line.replace(/^!\[.*(https?:[^\]\s]*)[^\]]*\]$/, '![… $1]')
    )
    expect(read).toEqual(expected)
  })
})

const front = '---\ntitle: Text\n---\n\n'
const cells = (text: (column: number) => string) => `| ${Array.from({length: 60}, (_, n) => text(n)).join(' | ')} |`

/** What breaks a file that is put together carelessly, and what is said of it. */
const difficult: Record<string, {text: string; errors: number}> = {
  'pictures of every kind': {
    text: Object.keys(album)
      .map((name) => `::figure[${name}]{src=${name} alt="What ${name} shows"}\n\nIn a line ![too](${name}).`)
      .join('\n\n'),
    errors: 0
  },
  'a picture that is none': {text: '::figure{src=none.png alt="None"}', errors: 1},
  'a table of sixty columns': {
    text: [cells((n) => `Head ${n}`), cells(() => '---'), cells((n) => `Cell ${n}`)].join('\n'),
    errors: 0
  },
  'halves of characters': {text: 'A lone \uD800 half, \uDC00 another.', errors: 0},
  'a character that XML does not hold': {text: 'Words \uFFFE.', errors: 1},
  'ten thousand items': {text: Array.from({length: 10_000}, (_, n) => `- Item ${n}`).join('\n'), errors: 0},
  'lists in lists in lists': {
    text: Array.from({length: 12}, (_, n) => `${'  '.repeat(n)}- Item ${n}`).join('\n'),
    errors: 0
  },
  'headings that skip levels, and one that does not end': {
    text: `## Two\n\n##### Five\n\n## ${'Long heading '.repeat(40)}\n\nWords.`,
    errors: 0
  },
  'names that are alike to Word': {
    text: ['Ab', 'aB', 'a-b', 'a_b', `${'x'.repeat(60)}1`, `${'x'.repeat(60)}2`, '1']
      .map((id) => `## Part {#${id}}\n\n[to it](#${id})`)
      .join('\n\n'),
    errors: 0
  },
  'notes in tables, quotes and captions': {
    text: 'A[^a].\n\n| H[^a] |\n| --- |\n| c[^b] |\n\n> Q[^b]\n\n[^a]: One, with [^b].\n\n[^b]: Two.\n\n    - item\n\n    | T |\n    | --- |\n    | t |',
    errors: 0
  }
}

test.runIf(validates).each(Object.entries(difficult))(
  'a sound file: %s',
  async (_, {text, errors}) => {
    const made = project({
      'gatefold.yml': 'source: en\nlanguages: [en]\nformats: [word]\n',
      'content/a/publication.yml': '',
      'content/a/en.md': `${front}${text}\n`,
      'content/a/none.png': 'not a picture',
      ...Object.fromEntries(Object.entries(album).map(([name, bytes]) => [`content/a/${name}`, bytes]))
    })
    const {err} = await gatefold(made, ['build'])
    expect(err).toContain(`${errors} error`)
    const files = wordFiles(join(made, 'output'))
    expect(files).toHaveLength(errors > 0 ? 0 : 1)
    expect(await faults(files)).toEqual([])
  },
  300_000
)
