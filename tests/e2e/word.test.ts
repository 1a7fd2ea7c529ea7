/** Word files as Word itself judges them: those of the repository, and those of difficult texts. */
import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, describe, expect, test} from 'vitest'
import {plan} from '../../src/build/plan.ts'
import {compile} from '../../src/compile.ts'
import {diskWorld, programRoot} from '../../src/world.ts'
import {album, svg} from '../helpers/album.ts'
import {memoryProject} from '../helpers/memory-world.ts'
import {pandocLines} from '../helpers/pandoc-lines.ts'
import {has} from '../helpers/programs.ts'
import {wordFiles} from '../helpers/word-made.ts'
import {canValidate, faults} from '../helpers/word-validator.ts'

const validates = await canValidate()
const folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, `${name}.docx`)
  writeFileSync(path, bytes)
  return path
}

test.runIf(validates)(
  'every Word file of the repository is valid',
  async () => {
    const made = await wordFiles(diskWorld(programRoot()))
    expect(made.length).toBeGreaterThanOrEqual(20)
    expect(await faults(made.map(({job, bytes}) => written(basename(job.path) + job.lang, bytes)))).toEqual([])
  },
  300_000
)

const columns = (count: number) => {
  const row = (text: (column: number) => string) => `| ${Array.from({length: count}, (_, n) => text(n)).join(' | ')} |`
  return [row((n) => `Head ${n}`), row(() => '---'), row((n) => `Cell ${n}`)].join('\n')
}

interface Difficult {
  text: string
  /** The errors that are said of it, with their lines; without one, there is a file. */
  said?: readonly string[]
  files?: Readonly<Record<string, string | Uint8Array>>
}

/** What breaks a file that is put together carelessly. */
const difficult: Record<string, Difficult> = {
  'pictures of every kind': {
    text: Object.keys(album)
      .map((name) => `::figure[${name}]{src=${name} alt="What ${name} shows"}\n\nIn a line ![too](${name}).`)
      .join('\n\n'),
    files: album
  },
  'a picture that is none': {
    text: '::figure{src=none.png alt="None"}',
    files: {'none.png': 'not a picture'},
    said: ['5 error image-invalid: Unexpected content in `content/a/none.png`, expected a PNG, JPEG or SVG picture']
  },
  'a drawing with a script': {
    text: '![A](a.svg)',
    files: {'a.svg': `${svg}<script>alert(1)</script><rect width="9" height="9" onload="alert(1)"/></svg>`}
  },
  'a drawing that takes another in': {
    text: '\n\n![B](b.svg)',
    files: {'b.svg': `${svg}<image href="https://example.org/a.png"/></svg>`},
    said: ['7 error image-invalid: Unexpected <image> in `content/a/b.svg`, expected shapes and text only']
  },
  'a drawing that is higher than any page': {
    text: '![C](c.svg)',
    files: {'c.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 100000"><path d="M0 0h1v100000z"/></svg>'}
  },
  'a table of sixty columns': {text: columns(60)},
  'a table of more columns than Word has': {
    text: columns(64),
    said: ['5 error docx-columns: Unexpected table of 64 columns, expected 63 at most']
  },
  'tables of odd spans': {
    text: [
      '<table><tr><th>h</th><th colspan="2">i</th></tr><tr><td rowspan="9">a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      '<table><tr><th colspan="2" rowspan="2">h</th></tr><tr><td>b</td></tr><tr></tr><tr><td>c</td></tr></table>',
      '<table><tr><th>a</th></tr><tr><td>b</td><td><table><tr><th>inner</th></tr><tr><td>d</td></tr></table></td></tr></table>'
    ].join('\n\n')
  },
  'halves of characters': {text: 'A lone \uD800 half, \uDC00 another. \uD83D\uDE00'},
  'characters that XML does not hold': {
    text: 'Words \uFFFE.',
    said: ['5 error character-control: Unexpected control character U+FFFE, expected text']
  },
  'lists in lists in lists': {
    text: Array.from({length: 12}, (_, n) => `${'  '.repeat(n)}- Item ${n}`).join('\n')
  },
  'headings that skip levels, and one that does not end': {
    text: `## Two\n\n##### Five\n\n## ${'Long heading '.repeat(40)}\n\nWords.`
  },
  'names that are alike to Word': {
    text: ['Ab', 'aB', 'a-b', 'a_b', `${'x'.repeat(60)}1`, `${'x'.repeat(60)}2`, '1', '_gf_1', '😀'.repeat(30)]
      .map((id) => `## Part {#${id}}\n\n[to it](#${id})`)
      .join('\n\n')
  },
  'notes in tables, quotes and captions': {
    text: 'A[^a].\n\n| H[^a] |\n| --- |\n| c[^b] |\n\n> Q[^b]\n\n[^a]: One, with [^b].\n\n[^b]: Two.\n\n    - item\n\n    | T |\n    | --- |\n    | t |'
  },
  'addresses of every kind': {
    text: [
      'https://example.org/a%20b?c=d&e=%zz#f',
      'https://example.org/ünï/路径?q=ж',
      'https://example.org/a"b^c`d{e}|f',
      'https://[::1]:80/',
      'mailto:a@example.org?subject=A&body=B',
      'tel:+389-2-000',
      `https://example.org/${'a'.repeat(5000)}`
    ]
      .map((url) => `[words](<${url}>)`)
      .join('\n\n')
  },
  'addresses that lead nowhere good': {
    text: '[a](javascript:alert(1))\n[b](data:text/html,x)\n[c](<https://exa mple.org>)\n[d](https://)\n[e](#nothing)\n<a href="https://example.org/&#10;x">f</a>',
    said: [
      '5 error link-unsafe: Unexpected link to `javascript:alert(1)`, expected http, https, mailto, tel or `#id`',
      '6 error link-unsafe: Unexpected link to `data:text/html,x`, expected http, https, mailto, tel or `#id`',
      '7 error link-unsafe: Unexpected link to `https://exa mple.org`, expected http, https, mailto, tel or `#id`',
      '8 error link-unsafe: Unexpected link to `https://`, expected http, https, mailto, tel or `#id`',
      '10 error link-unsafe: Unexpected link to `https://example.org/U+000Ax`, expected http, https, mailto, tel or `#id`',
      '9 error link-unknown: Unexpected link to `#nothing`, expected none'
    ]
  },
  'ten thousand items': {text: Array.from({length: 10_000}, (_, n) => `- Item ${n}`).join('\n')},
  'six hundred footnotes': {
    text: Array.from({length: 600}, (_, n) => `Words[^${n}].\n\n[^${n}]: Note ${n}.`).join('\n\n')
  }
}

/** Files of the texts without errors, by name. */
const sound = new Map<string, string>()
const cases = Object.entries(difficult)

describe('a difficult text', () => {
  test.each(cases)('%s', async (name, {text, said = [], files = {}}) => {
    const world = memoryProject({
      'gatefold.yml': 'source: en\nlanguages: [en]\nformats: [word]\n',
      'content/a/publication.yml': '',
      'content/a/en.md': `---\ntitle: Text\n---\n\n${text}\n`,
      ...Object.fromEntries(Object.entries(files).map(([file, content]) => [`content/a/${file}`, content]))
    })
    const [job] = (await plan(world)).jobs
    if (!job) throw new Error('No job')
    const {bytes, diagnostics} = await compile(job, world)
    const errors = diagnostics.filter(({severity}) => severity === 'error')
    expect(errors.map(({rule, reason, line}) => `${line} error ${rule}: ${reason}`)).toEqual(said)
    expect(bytes === null).toBe(said.length > 0)
    if (bytes) sound.set(name, written(`${cases.findIndex(([one]) => one === name)}`, bytes))
  })

  test.runIf(validates)(
    'is a file that Word takes',
    async () => {
      expect(await faults([...sound.values()])).toEqual([])
    },
    300_000
  )

  test.runIf(has('pandoc'))(
    'is a file that pandoc reads',
    () => {
      for (const file of sound.values()) expect(pandocLines(file).length).toBeGreaterThan(1)
    },
    300_000
  )

  test.runIf(has('soffice'))(
    'is a file that LibreOffice opens',
    () => {
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
      const args = [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, ...sound.values()]
      execFileSync('soffice', args, {stdio: 'ignore'})
      for (const file of sound.values()) expect(existsSync(file.replace(/docx$/, 'txt')), file).toBe(true)
    },
    300_000
  )
})
