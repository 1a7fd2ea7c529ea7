/** What authors get wrong: a message with place and remedy, the exit code of the contract, everything else built. */
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type Files, gatefold, project} from '../helpers/project.ts'

/** A project with a sound publication and one that a test spoils. */
const sound: Files = {
  'gatefold.yml': 'source: en\nlanguages: [en]\nformats: [web]\n',
  'content/good/publication.yml': '',
  'content/good/en.md': '---\ntitle: Good\n---\n\nA sound text.\n',
  'content/bad/publication.yml': '',
  'content/bad/en.md': '---\ntitle: Bad\n---\n\nA text.\n'
}

/** A pack of the project with one template. */
const pack = (template: string, more: Files = {}): Files => ({
  'content/bad/publication.yml': 'template: own\nformats: [page]\n',
  'templates/own/template.yml': 'extends: base\nformats:\n  page: {writer: html, template: page.hbs}\n',
  'templates/own/page.hbs': template,
  ...more
})

/** The messages that the reporter shows, each with its file, in one line. */
function messages(err: string): string[] {
  let file = ''
  return err.split('\n').flatMap((line) => {
    if (/^\S+$/.test(line)) file = line
    const [message] = /^ *(?:[\d:-]+)? +(?:error|warning) .*(?= gatefold$)/.exec(line.replace(/^(?=\d)/, ' ')) ?? []
    return message === undefined ? [] : [`${file} ${message.trim().replace(/\s+/g, ' ')}`]
  })
}

const text = (markdown: string): Files => ({'content/bad/en.md': `---\ntitle: Bad\n---\n\n${markdown}\n`})

describe('one document has errors: exit 1, the others are built', () => {
  test.each<[string, Files, string[]]>([
    [
      'a missing image',
      text('::figure[Map]{src=images/none.svg alt="A map"}'),
      [
        'content/bad/en.md 5:1-5:47 error Unexpected picture `images/none.svg` that is not there, expected `content/bad/images/none.svg` image-missing'
      ]
    ],
    [
      'an unknown directive',
      text(':::calout[Title]\nText.\n:::'),
      ['content/bad/en.md 5:1-5:17 error Unexpected directive `:::calout`, expected `:::callout` directive-unknown']
    ],
    [
      'an unknown attribute',
      text(':::callout[Title]{knd=tip}\nText.\n:::'),
      [
        'content/bad/en.md 5:19-5:22 error Unexpected attribute `knd` on `:::callout`, expected `kind` directive-attribute'
      ]
    ],
    [
      'front matter that is no mapping',
      {'content/bad/en.md': '---\n- title\n---\n\nText.\n'},
      [
        'content/bad/en.md 1:1-1:1 error Unexpected document without a title, expected one title-missing',
        'content/bad/en.md 2:1-2:8 error Unexpected list as front matter, expected a mapping of keys and values front-matter'
      ]
    ],
    [
      'text that is not UTF-8',
      {'content/bad/en.md': new Uint8Array([0x61, 0x0a, 0xff, 0xfe])},
      ['content/bad/en.md 2:1 error Unexpected bytes, expected text in UTF-8 file-encoding']
    ],
    [
      'control characters, and escapes for them',
      {
        ...text('A \u0007 bell.'),
        'content/escape/publication.yml': 'parameters: {url: "\\x07"}\n',
        'content/front/publication.yml': '',
        'content/front/en.md': '---\ntitle: "a\\eb"\n---\n\nText.\n'
      },
      [
        'content/bad/en.md 5:3 error Unexpected control character U+0007, expected text character-control',
        'content/escape/publication.yml 1:19-1:25 error Unexpected control character U+0007, expected text character-control',
        'content/front/en.md 1:1-1:1 error Unexpected document without a title, expected one title-missing',
        'content/front/en.md 2:8-2:14 error Unexpected control character U+001B, expected text front-matter'
      ]
    ],
    [
      'blocks nested too deeply',
      text(`Words.\n\n${'>'.repeat(500)} deep`),
      ['content/bad/en.md 7:1 error Unexpected nesting, expected no more than 100 blocks in each other text-nested']
    ],
    [
      'a link that breaks its line, and moves the cursor',
      text('[x](java&#10;script:1)'),
      [
        'content/bad/en.md 5:1-5:23 error Unexpected link to `javaU+000Ascript:1`, expected http, https, mailto, tel or `#id` link-unsafe'
      ]
    ],
    [
      'an empty text',
      {'content/bad/en.md': ''},
      [
        'content/bad/en.md 1:1 error Unexpected empty text, expected some words text-empty',
        'content/bad/en.md 1:1-1:1 error Unexpected document without a title, expected one title-missing'
      ]
    ],
    [
      'no text at all',
      {'content/bad/publication.yml': 'source: mk\nlanguages: [mk]\n'},
      ['content/bad/mk.md error Unexpected folder without a text, expected `content/bad/mk.md` text-missing']
    ],
    [
      'a malformed catalog',
      {'content/bad/publication.yml': 'languages: [mk]\n', 'content/bad/mk.po': 'msgid "A text."\nmsgstr "Текст\n'},
      [
        'content/bad/en.md 2:8-2:11 warning Unexpected text without a translation into `mk`, expected one translation-missing',
        'content/bad/en.md 5:1-5:8 warning Unexpected text without a translation into `mk`, expected one translation-missing',
        'content/bad/mk.po 2:1 error Unexpected quotation mark in a string, expected `\\"`, and a `"` at either end catalog-invalid'
      ]
    ],
    [
      'an unknown language',
      {'content/bad/publication.yml': 'languages: [zz]\n'},
      [
        'content/bad/publication.yml 1:13-1:15 error Unexpected language `zz`, expected one that the pack `base` has words for language-unknown',
        'content/bad/zz.po warning Unexpected language `zz` without a catalog, expected `content/bad/zz.po` translation-missing'
      ]
    ],
    [
      'an unknown key in publication.yml',
      {'content/bad/publication.yml': 'fromats: [web]\n'},
      ['content/bad/publication.yml 1:1-1:8 error Unexpected key `fromats`, expected `formats` publication-invalid']
    ],
    [
      'records and exceptions that are not there, each where publication.yml says so',
      {
        'content/bad/publication.yml': 'overrides: {en: {web: {styles: {bdy: {size: 9}}}}}\n',
        'content/gone/publication.yml': 'editions:\n  a: {each: none.csv}\n  b: {each: ../../../x.csv}\n',
        'content/gone/en.md': '---\ntitle: Gone\n---\n\nText.\n',
        'content/twice/publication.yml': 'formats: [web, web]\n',
        'content/twice/en.md': '---\ntitle: Twice\n---\n\nText.\n',
        'templates/bare/template.yml': '',
        'content/bare/publication.yml': 'template: bare\n',
        'content/bare/en.md': '---\ntitle: Bare\n---\n\nText.\n'
      },
      [
        'content/bad/publication.yml 1:17-1:50 error Unexpected style `bdy` in `overrides`, expected `body` style-unknown',
        'content/gone/publication.yml 2:13-2:21 error Unexpected missing file `content/gone/none.csv`, expected the records of a mail merge file-missing',
        'content/gone/publication.yml 3:13-3:27 error Unexpected path `../x.csv` out of the project file-outside',
        'content/twice/publication.yml 1:16-1:19 error Unexpected second document `twice/en/twice-web`, expected one: `twice` makes it too publication-invalid',
        'templates/bare/template.yml 1:1 error Missing key `typography.fonts`, expected the fonts of the brand pack-invalid'
      ]
    ],
    [
      'an unknown format',
      {'content/bad/publication.yml': 'formats: [wbe]\n'},
      [
        'content/bad/publication.yml 1:11-1:14 error Unexpected format `wbe`, expected one of `brochure`, `word`, `report`, `slides`, `handout`, `handout-1`, `handout-2`, `handout-4` and 5 more format-unknown'
      ]
    ],
    [
      'an unknown pack',
      {'content/bad/publication.yml': 'template: bse\n'},
      ['content/bad/publication.yml 1:11-1:14 error Unexpected pack `bse`, expected `base` pack-missing']
    ],
    [
      'an unknown variable',
      pack('<h1>{{doc.titel}}</h1>{{slot "body"}}'),
      ['templates/own/page.hbs 1:7-1:16 error Unexpected variable `doc.titel`, expected `doc.title` template-unknown']
    ],
    [
      'an unknown variable inside if',
      pack('{{#if params.nothing}}x{{/if}}{{slot "body"}}'),
      [
        'templates/own/page.hbs 1:7-1:21 error Unexpected variable `params.nothing`, expected one of `params.organisation`, `params.url`, `params.imprint` template-unknown'
      ]
    ],
    [
      'an unknown variable inside each',
      pack('{{#each doc.keywrds}}{{this}}{{/each}}{{slot "body"}}'),
      [
        'templates/own/page.hbs 1:9-1:20 error Unexpected variable `doc.keywrds`, expected `doc.keywords` template-unknown'
      ]
    ],
    [
      'a cyclic partial',
      pack('{{> one}}{{slot "body"}}', {
        'templates/own/partials/one.hbs': '{{> two}}',
        'templates/own/partials/two.hbs': '{{> one}}'
      }),
      [
        'templates/own/partials/two.hbs 1:1-1:10 error Unexpected circle of partials `one → two → one`, expected an end template-cycle'
      ]
    ],
    [
      'content that no slot takes',
      pack('<h1>{{doc.title}}</h1>'),
      [
        'content/bad/en.md 5:1-5:8 error Unexpected <p> without a place in the format `page`, expected a slot that takes it content-unplaced'
      ]
    ],
    [
      'exceptions for words that the text no longer has',
      {
        'content/bad/publication.yml':
          'overrides:\n  en:\n    web: {title: [Worse, still], breaks: [{keep: A text}, {page: The text}]}\n'
      },
      [
        'content/bad/publication.yml 3:5-4:1 error Unexpected title lines `Worse / still`, expected the words of the title, `Bad` override-unknown',
        'content/bad/publication.yml 3:5-4:1 error Unexpected words `The text` of `page`, expected words of this text override-unknown'
      ]
    ],
    [
      'a path out of the project',
      text('::figure[Map]{src=../../../map.svg alt="A map"}'),
      ['content/bad/en.md 5:1-5:48 error Unexpected path `../../../map.svg` out of the project file-outside']
    ]
  ])('%s', async (_, spoilt, lines) => {
    const folder = project({...sound, ...spoilt})
    const {code, out, err} = await gatefold(folder, ['build'])
    expect(messages(err)).toEqual(lines)
    expect(err.split('[note]:\n    ')).toHaveLength(lines.length + 1)
    expect(err).not.toMatch(/\n\s+at /)
    expect({code, out}).toEqual({code: 1, out: ''})
    expect(existsSync(join(folder, 'output/good/en/good-web.html'))).toBe(true)
    expect(existsSync(join(folder, 'output/bad'))).toBe(false)
  })
})

test('a document that cannot be written stops no other', async () => {
  const folder = project({...sound, 'output/bad/en/bad-web.html/taken': ''})
  const {code, err} = await gatefold(folder, ['build'])
  expect(messages(err)).toEqual([
    'gatefold error Unexpected EISDIR when writing `bad/en/bad-web.html`, expected a path that is free output-unwritable'
  ])
  expect(code).toBe(1)
  const {artifacts} = JSON.parse(readFileSync(join(folder, 'output/manifest.json'), 'utf8'))
  expect(artifacts.map(({path}: {path: string}) => path)).toEqual(['good/en/good-web.html'])
})

test('prose with colons stays prose', async () => {
  const folder = project({...sound, ...text('Doors open at 10:30, see http://x:80 and note:this.\n\nIt is 5:1.')})
  expect(await gatefold(folder, ['build'])).toEqual({
    code: 0,
    out: '',
    err: '2 documents built, 0 failed, 0 errors, 0 warnings\n'
  })
  const html = readFileSync(join(folder, 'output/bad/en/bad-web.html'), 'utf8')
  expect(html).toContain('Doors open at 10:30, see ')
  expect(html).toContain('http://x:80')
  expect(html).toContain('note:this.')
})

describe('the command line or gatefold.yml is wrong: exit 2, nothing is built', () => {
  test.each<[string[], Files, string]>([
    [
      ['build'],
      {'gatefold.yml': 'source: en\nlangages: [en]\n'},
      'gatefold.yml 2:1-2:9 error Unexpected key `langages`, expected `languages` config-invalid'
    ],
    [['build', '--lang', 'xx'], {}, 'gatefold: Unexpected language `xx`, expected `en`'],
    [['build', 'godo'], {}, 'gatefold: Unexpected publication `godo`, expected one of `bad`, `good`'],
    [['build', '--foramt', 'web'], {}, 'gatefold: Unexpected option `--foramt`, expected `--format`'],
    [['biuld'], {}, 'gatefold: Unexpected command `biuld`, expected `build`'],
    [['--verzion'], {}, 'gatefold: Unexpected option before the command `--verzion`'],
    [['build', '--jobs', '0'], {}, 'gatefold: Unexpected `0` for `--jobs`, expected a whole number from 1'],
    [['build', '--project', 'nowhere'], {}, 'gatefold: Unexpected `--project nowhere`, expected a folder'],
    [['new', 'publication', '../x'], {}, 'gatefold: Unexpected name `../x`'],
    [['new', 'evnt', 'x'], {}, 'gatefold: Unexpected `new evnt`, expected `event`'],
    [['new', 'publication', 'x', '--from', 'base'], {}, 'gatefold: Unexpected option `--from` of a new publication'],
    [['new', 'publication'], {}, 'gatefold: Missing name, expected `gatefold new publication NAME`'],
    [['ci'], {}, 'gatefold: Missing word after `ci`, expected one of `github`, `gitlab`'],
    [['translate', 'extrakt'], {}, 'gatefold: Unexpected `translate extrakt`, expected `extract`'],
    [['ci', 'gihub'], {}, 'gatefold: Unexpected `ci gihub`, expected `github`'],
    [['list', '--strict'], {}, 'gatefold: Unexpected option `--strict`'],
    [['build', '--output', 'gatefold.yml/out'], {}, 'gatefold: Unexpected file `']
  ])('%j', async (argv, spoilt, message) => {
    const folder = project({...sound, ...spoilt})
    const {code, out, err} = await gatefold(folder, argv)
    expect([...messages(err), err].some((line) => line.startsWith(message))).toBe(true)
    expect(err).not.toMatch(/\n\s+at /)
    expect({code, out}).toEqual({code: 2, out: ''})
    expect(existsSync(join(folder, 'output'))).toBe(false)
  })

  test('a folder that is no project', async () => {
    const {code, err} = await gatefold(project(), ['build'])
    expect(code).toBe(2)
    expect(messages(err)).toEqual([
      'gatefold.yml error Unexpected folder without gatefold.yml, expected a project config-missing'
    ])
  })

  test('SOURCE_DATE_EPOCH that is no number', async () => {
    const {code, err} = await gatefold(project(sound), ['build'], {SOURCE_DATE_EPOCH: 'today'})
    expect(code).toBe(2)
    expect(err).toContain('Unexpected SOURCE_DATE_EPOCH `today`, expected seconds since 1970')
  })
})
