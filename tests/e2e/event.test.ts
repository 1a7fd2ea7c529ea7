/** `gatefold new event`: what it makes builds at once, what it may not touch stays, and one colour changes all. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {programRoot} from '../../src/world.ts'
import {readDrawing} from '../helpers/pdf-drawing.ts'
import {readTree, textOf} from '../helpers/pdf-tree.ts'
import {digests, gatefold, project, write} from '../helpers/project.ts'

const formats = ['flyer', 'programme', 'invitation', 'card', 'announcement']
const publication = `# Why this is here
template: base   # for now
languages: [en, ar]

editions:
  # The first one
  talk: {formats: [web]}
`

/** A project with one publication in two directions, and an event of it. */
async function withEvent(name = 'fair-2027') {
  const folder = project({
    'gatefold.yml': 'source: en\nlanguages: [en, ar]\nrules: {translation-missing: off}\n',
    'content/news/publication.yml': publication,
    'content/news/en.md': '---\ntitle: News\n---\n\nWords that no flyer shows.\n\n## Part\n\n- More of them.\n'
  })
  const ran = await gatefold(folder, ['new', 'event', name, '--from', 'strands'])
  return {folder, ran}
}

const output = (folder: string, lang: string, format: string, extension = 'pdf') =>
  readFileSync(join(folder, `output/news-fair-2027/${lang}/news-fair-2027-${format}.${extension}`))

test('a new event builds at once in every language of the project, and leaves the packs as they are', async () => {
  const packs = digests(join(programRoot(), 'templates'))
  const {folder, ran} = await withEvent()
  expect(ran.code).toBe(0)
  expect(ran.err.split('\n').filter((line) => /^(created|changed|kept) /.test(line))).toEqual([
    'created  templates/fair-2027/template.yml',
    'created  templates/fair-2027/brand.yml',
    'created  templates/fair-2027/assets/flow-event.svg',
    'created  templates/fair-2027/assets/flow-programme.svg',
    'created  templates/fair-2027/assets/mark-event.svg',
    'created  templates/fair-2027/assets/partner-one.svg',
    'created  templates/fair-2027/assets/partner-two.svg',
    'created  content/news/data/fair-2027.yml',
    'changed  content/news/publication.yml'
  ])
  expect(readFileSync(join(folder, 'content/news/publication.yml'), 'utf8')).toBe(`# Why this is here
template: base # for now
languages: [en, ar]

editions:
  # The first one
  talk: {formats: [web]}
  fair-2027:
    template: fair-2027
    formats: [flyer, programme, invitation, card, announcement]
    parameters: data/fair-2027.yml
`)
  const {code, err} = await gatefold(folder, ['build', '--strict', '--edition', 'fair-2027'])
  expect({code, err}).toEqual({code: 0, err: '10 documents built, 0 failed, 0 errors, 0 warnings\n'})
  expect(digests(join(programRoot(), 'templates'))).toEqual(packs)
})

test.each([
  ['an empty file', ''],
  ['a comment', '# Nothing else\n'],
  ['an empty mapping', '# As the project says\n{}\n'],
  ['an empty list of editions', 'editions: {}\n'],
  ['editions on a line', 'editions: {talk: {formats: [web]}}\n']
])('the edition is added to %s', async (_, text) => {
  const folder = project({
    'gatefold.yml': 'source: en\nlanguages: [en]\ntemplate: strands\n',
    'content/news/publication.yml': text,
    'content/news/en.md': '---\ntitle: News\n---\n\nWords.\n'
  })
  // The pack is that of the publication unless said; a name of digits stays a name.
  await gatefold(folder, ['new', 'event', '2027', '--quiet'])
  const changed = readFileSync(join(folder, 'content/news/publication.yml'), 'utf8')
  expect(changed.startsWith(text.replace(/\{\}\n|editions[\s\S]*/g, ''))).toBe(true)
  expect(parse(changed).editions).toEqual({
    ...parse(text)?.editions,
    2027: {template: '2027', formats, parameters: 'data/2027.yml'}
  })
  const {code, err} = await gatefold(folder, ['build', '--edition', '2027', '--format', 'announcement'])
  expect({code, err}).toEqual({code: 0, err: '1 document built, 0 failed, 0 errors, 0 warnings\n'})
})

describe('what cannot be made is an error, and nothing is written', () => {
  const two = {'content/b/publication.yml': '', 'content/b/en.md': '---\ntitle: B\n---\n'}
  test.each<[string, Record<string, string>, string[], string]>([
    ['a pack of that name', {}, ['fair'], 'Unexpected name `fair`, expected one that no pack has'],
    ['a shipped pack', {}, ['strands'], 'Unexpected name `strands`, expected one that no pack has'],
    ['an edition', {}, ['talk'], 'Unexpected name `talk`, expected one that no edition of `a` has'],
    [
      'a file in the way',
      {'content/a/data/day.yml': 'x: 1\n'},
      ['day', '--from', 'strands'],
      'Unexpected file `content/a/data/day.yml`, expected a name whose files are not there'
    ],
    ['an unknown pack', {}, ['day', '--from', 'strnds'], 'Unexpected pack `strnds`, expected `strands`'],
    [
      'a pack without events',
      {},
      ['day', '--from', 'base'],
      'Unexpected pack `base` without a product for events, expected one such as `strands`'
    ],
    ['a way out', {}, ['../day'], 'Unexpected name `../day`, expected letters, digits, `-`, `_` and `.`'],
    ['no name', {}, [], 'Missing name, expected `gatefold new event NAME`'],
    ['two publications', two, ['day'], 'Missing option `--publication`, expected `a` or `b`'],
    ['an unknown publication', {}, ['day', '--publication', 'c'], 'Unexpected publication `c`, expected `a`']
  ])('%s', async (_, files, argv, reason) => {
    const folder = project({
      'gatefold.yml': 'source: en\nlanguages: [en]\n',
      'content/a/publication.yml': 'editions: {talk: {formats: [web]}}\n',
      'content/a/en.md': '---\ntitle: A\n---\n',
      'templates/fair/template.yml': 'extends: base\n',
      ...files
    })
    const before = digests(folder)
    const {code, err} = await gatefold(folder, ['new', 'event', ...argv])
    expect({code, said: err.split('\n')[0]}).toEqual({code: 2, said: `gatefold: ${reason}`})
    expect(digests(folder)).toEqual(before)
  })

  test('no publication', async () => {
    const folder = project({'gatefold.yml': 'source: en\n'})
    const {code, err} = await gatefold(folder, ['new', 'event', 'day'])
    expect(code).toBe(2)
    expect(err).toContain('Unexpected project without a publication, expected one: `gatefold new publication NAME`')
  })

  test('a faulty publication', async () => {
    const folder = project({'gatefold.yml': 'source: en\n', 'content/a/publication.yml': 'formts: [web]\n'})
    const {code, err} = await gatefold(folder, ['new', 'event', 'day'])
    expect(code).toBe(1)
    expect(err).toMatch(/content\/a\/publication.yml\n1:1\S* +error Unexpected/)
  })
})

test('the accent is changed in one place, and every product follows', async () => {
  const {folder} = await withEvent()
  const grounds = async () => {
    expect((await gatefold(folder, ['build', '--edition', 'fair-2027', '--quiet'])).code).toBe(0)
    return formats.map((format) => [format, ...['en', 'ar'].map((lang) => groundOf(folder, lang, format))])
  }
  const gold = {ground: '#f6b73c', on: '#0f3b38'}
  expect(await grounds()).toEqual(formats.map((format) => [format, gold, gold]))

  const brand = 'templates/fair-2027/brand.yml'
  const said = readFileSync(join(folder, brand), 'utf8')
  write(folder, {[brand]: said.replace('#F6B73C', '#C5E1F2').replace('#0F3B38', '#1A1F71')})
  const blue = {ground: '#c5e1f2', on: '#1a1f71'}
  expect(await grounds()).toEqual(formats.map((format) => [format, blue, blue]))
})

/** The accent in a document: the ground of its head, and what stands on it. */
function groundOf(folder: string, lang: string, format: string): {ground: string; on: string} {
  if (format === 'announcement') {
    const css = output(folder, lang, format, 'html').toString()
    const value = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(css)?.[1]?.toLowerCase() ?? ''
    expect(css).toMatch(/\.event-header \{[^}]*background: var\(--event\)/)
    expect(css).toMatch(/\.event-header-h1 \{[^}]*color: var\(--event-text\)/)
    return {ground: value('event'), on: value('event-text')}
  }
  if (format === 'invitation') {
    const parts = unzipSync(output(folder, lang, format, 'docx'))
    const xml = (name: string) => new TextDecoder().decode(parts[`word/${name}.xml`])
    const ground = /<w:shd [^>]*w:fill="(\w+)"/.exec(xml('document'))?.[1] ?? ''
    const title = /w:styleId="EventHeadH1"[\s\S]*?<w:color w:val="(\w+)"/.exec(xml('styles'))?.[1] ?? ''
    return {ground: `#${ground.toLowerCase()}`, on: `#${title.toLowerCase()}`}
  }
  const [page] = readDrawing(output(folder, lang, format))
  // Grounds are painted first: the head, then the bar at the foot.
  const [head, foot] = page?.areas.filter(([left, , right]) => right - left > 100) ?? []
  return {ground: head?.[4] ?? '', on: foot?.[4] ?? ''}
}

test('a partial, a word and a drawing of the pack stand in the place of those it extends, and nothing else changes', async () => {
  const {folder} = await withEvent()
  write(folder, {
    'templates/fair-2027/partials/where.hbs': '<p class="place">On the roof of {{list params.place}}</p>\n',
    'templates/fair-2027/strings/en.yml': 'speakers: You will meet\n'
  })
  await gatefold(folder, ['build', '--edition', 'fair-2027', '--format', 'announcement,flyer,invitation', '--quiet'])
  const page = (lang: string) => output(folder, lang, 'announcement', 'html').toString()
  expect(page('en')).toContain('You will meet')
  expect(page('ar')).toContain('المتحدثون')
  const flyer = textOf(readTree(output(folder, 'en', 'flyer')).document)
  expect(flyer).toContain('On the roof of Example Hall')
  expect(flyer).toContain('You will meet')
  expect(flyer).toContain('14 May')
})

describe('a wrong parameter is an error at its line, which says what was expected', () => {
  test.each([
    [
      'date: 2027-05-14',
      'date: 14.5.2027',
      'Unexpected text `14.5.2027` of the parameter `date`, expected a date such'
    ],
    ['date: 2027-05-14', 'date: 2027-02-30', 'Unexpected text `2027-02-30` of the parameter `date`, expected a date'],
    ['time: 09:30–16:00', 'time: morning', 'of the parameter `time`, expected text such as `09:30–16:00`'],
    [
      'place:\n  - Example Hall',
      'place: 4\nx:\n  - a',
      'Unexpected number `4` of the parameter `place`, expected a list'
    ],
    ['{time: "10:00", what: Opening', '{time: "10:00", wat: Opening', '`programme.1.wat`, expected `what`'],
    [
      'registration: https://www.example.org/fair-2027',
      'registration: soon',
      '`registration`, expected an address such'
    ],
    ['logo: partner-two.svg', 'logo: two.svg', 'path `two.svg`, expected a file in `assets/` of the pack'],
    ['deadline: 2027-04-30', 'deadline: true', 'Unexpected value `true` of the parameter `deadline`, expected text']
  ])('%s → %s', async (sound, wrong, reason) => {
    const {folder} = await withEvent()
    const data = 'content/news/data/fair-2027.yml'
    const before = readFileSync(join(folder, data), 'utf8')
    expect(before).toContain(sound)
    write(folder, {[data]: before.replace(sound, wrong)})
    const {code, err} = await gatefold(folder, [
      'check',
      '--edition',
      'fair-2027',
      '--format',
      'programme',
      '--lang',
      'en'
    ])
    const line = before.slice(0, before.indexOf(sound)).split('\n').length
    expect(code).toBe(1)
    const said = err.replace(/\s+/g, ' ')
    expect(said).toContain(`${data} ${line}:`)
    expect(said).toContain(reason)
  })

  test('one that must be said, and one that the publication says', async () => {
    const {folder} = await withEvent()
    const data = 'content/news/data/fair-2027.yml'
    write(folder, {[data]: 'name: Fair\ndate: 2027-05-14\n'})
    const edition = ['check', '--edition', 'fair-2027', '--format', 'flyer', '--lang', 'en']
    expect((await gatefold(folder, edition)).err).toContain('Missing parameter `place`, expected it to be a list')

    const own = join(folder, 'content/news/publication.yml')
    write(folder, {
      [data]: 'name: Fair\ndate: 2027-05-14\nplace: [Here]\n',
      'content/news/publication.yml': `${readFileSync(own, 'utf8')}parameters: {\n  url: nowhere}\n`
    })
    expect((await gatefold(folder, edition)).err).toMatch(/content\/news\/publication.yml\n13:8\S* +error/)
  })
})

test('dates come out in the form of each language, and texts through the catalogs', async () => {
  const {folder} = await withEvent()
  write(folder, {
    'content/news/ar.po':
      'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' +
      'msgctxt "params/place/0"\nmsgid "Example Hall"\nmsgstr "قاعة مثال"\n'
  })
  await gatefold(folder, ['build', '--edition', 'fair-2027', '--format', 'announcement', '--quiet'])
  const subtitle = (lang: string) =>
    /<p class="event-header-subtitle">(.*?)<\/p>/s.exec(output(folder, lang, 'announcement', 'html').toString())?.[1]
  expect(subtitle('en')).toBe('Friday, 14 May 2027 · 09:30–16:00<br>Example Hall · 1 Sample Street')
  expect(subtitle('ar')).toContain('الجمعة، ١٤ مايو ٢٠٢٧ · ٠٩:٣٠–١٦:٠٠')
  expect(subtitle('ar')).toContain('قاعة مثال')
  // What has no translation is marked as what it is, so that its number stays at its end.
  expect(subtitle('ar')).toContain('قاعة مثال · <span lang="en" dir="ltr">1 Sample Street</span>')
})

test('a letter is addressed to the guest of each record', async () => {
  const {folder} = await withEvent()
  const own = join(folder, 'content/news/publication.yml')
  const letters =
    '  letters: {template: fair-2027, formats: [card, invitation], parameters: data/fair-2027.yml, each: data/g.csv}\n'
  write(folder, {
    'content/news/publication.yml': `${readFileSync(own, 'utf8')}${letters}`,
    'content/news/data/g.csv': 'id,name\n1,Ana Example\n2,\n3,Ben Sample\n'
  })
  const {code, err} = await gatefold(folder, ['build', '--edition', 'letters', '--lang', 'en'])
  expect(code).toBe(1)
  expect(err.replace(/\s+/g, ' ')).toMatch(
    /data\/g.csv 3:1\S* error Missing value in row 3, column `name`, expected some text/
  )
  const folderOf = (id: string) => join(folder, 'output/news-letters/en', id)
  const card = textOf(readTree(readFileSync(join(folderOf('1'), 'news-letters-card.pdf'))).document)
  expect(card).toContain('Invitation for Ana Example')
  const parts = unzipSync(readFileSync(join(folderOf('3'), 'news-letters-invitation.docx')))
  expect(new TextDecoder().decode(parts['word/document.xml'])).toContain('Ben Sample')
})
