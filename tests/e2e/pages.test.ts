/** The pages for users say what is true: their examples build, their names are the program's, their links lead somewhere. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, posix} from 'node:path'
import {inflateSync} from 'node:zlib'
import {unzipSync} from 'fflate'
import type {Code, Node} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {options} from '../../src/cli/args.ts'
import {publicationSchema} from '../../src/config/schema.ts'
import {type RuleId, rules} from '../../src/diagnostic.ts'
import {blockHelpers, helpers} from '../../src/template/signatures.ts'
import {brandSchema} from '../../src/theme/brand-schema.ts'
import {readDrawing} from '../helpers/pdf-drawing.ts'
import {readTree, textOf} from '../helpers/pdf-tree.ts'
import {gatefold, project, type Ran, write} from '../helpers/project.ts'

interface Artifact {
  format: string
  pages: number
  conformance: string[]
}

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const tree = (text: string) => unified().use(remarkParse).use(remarkGfm).parse(text)

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'src/README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
]

test.each(pages)('the links of %s lead to files', (page) => {
  const missing: string[] = []
  visit(tree(read(page)), (node: Node) => {
    if (!('url' in node) || typeof node.url !== 'string' || /^(?:[a-z]+:|#)/.test(node.url)) return
    const file = posix.join(posix.dirname(page), node.url.replace(/#.*$/, ''))
    if (!existsSync(join(root, file))) missing.push(file)
  })
  expect(missing).toEqual([])
})

test('the project of docs/templates.md builds without a warning', async () => {
  const folder = project(filesOf(read('docs/templates.md')))
  expect(await gatefold(folder, ['build', '--strict'])).toEqual({
    code: 0,
    out: '',
    err: '3 documents built, 0 failed, 0 errors, 0 warnings\n'
  })
  const {artifacts} = JSON.parse(readFileSync(join(folder, 'output/manifest.json'), 'utf8'))
  const leaflet = artifacts.find(({format}: {format: string}) => format === 'leaflet')
  expect(leaflet).toMatchObject({pages: 2, conformance: ['PDF/UA-1', 'PDF/A-2a']})
})

test('the project of docs/brochure.md builds without a warning, each product on the pages it is for', async () => {
  const folder = project(filesOf(read('docs/brochure.md')))
  const {code, err} = await gatefold(folder, ['build', '--strict'])
  expect({code, err}).toEqual({code: 0, err: '4 documents built, 0 failed, 0 errors, 0 warnings\n'})
  const {artifacts} = JSON.parse(readFileSync(join(folder, 'output/manifest.json'), 'utf8'))
  const pages = artifacts.map((artifact: {publication: string; format: string; pages: number}) => {
    return `${artifact.publication} ${artifact.format} ${artifact.pages}`
  })
  expect(pages).toEqual(['harvest flyer 1', 'orchards brochure 4', 'orchards flyer 1', 'orchards trifold 2'])
})

test('docs/brand.md: one file dresses every product, and a colour that cannot be read is an error', async () => {
  const files = filesOf(read('docs/brand.md'))
  const folder = project(files)
  const {code, err} = await gatefold(folder, ['build', '--strict'])
  expect({code, err}).toEqual({code: 0, err: '5 documents built, 0 failed, 0 errors, 0 warnings\n'})
  const made = (name: string) => readFileSync(join(folder, `output/orchards/en/orchards-${name}`))
  for (const name of ['brochure.pdf', 'flyer.pdf', 'slides.pdf']) {
    const fonts = fontsOf(made(name))
    expect({name, fonts: fonts.filter((font) => font.includes('Geologica'))}).toEqual({name, fonts: []})
    expect(fonts.some((font) => font.includes('NotoSans'))).toBe(true)
  }
  const web = made('web.html').toString()
  expect(web).toContain('--pine: #4A1F3D')
  expect(web).not.toContain('0F3B38')
  const parts = Object.entries(unzipSync(made('word.docx'))).map(([, part]) => Buffer.from(part).toString())
  expect(parts.some((part) => part.includes('4A1F3D'))).toBe(true)
  expect(parts.some((part) => part.includes('0F3B38') || part.includes('Geologica'))).toBe(false)

  const brand = 'templates/orchards/brand.yml'
  const [pale = ''] = /signal-text: "#E8A87C"/.exec(read('docs/brand.md')) ?? []
  write(folder, {[brand]: (files[brand] ?? '').replace(/signal-text: ".*"/, pale)})
  const unread = await gatefold(folder, ['build', '--format', 'brochure'])
  expect(unread.code).toBe(1)
  const [message = ''] = /^ {4}(Unexpected contrast .*)$/m.exec(read('docs/brand.md'))?.slice(1) ?? []
  expect(message).toContain(pale.slice(-8, -1))
  expect(unread.err).toContain(message)
})

test('the project of docs/publications.md builds without a warning', async () => {
  const folder = project(filesOf(read('docs/publications.md')))
  const {out} = await gatefold(folder, ['list'])
  expect(out.match(/^\S+/gm)).toEqual([
    'harvest/en/harvest-brochure',
    ...['en', 'mk'].flatMap((lang) => ['brochure', 'word'].map((format) => `open-day/${lang}/open-day-${format}`)),
    ...['en', 'mk'].flatMap((lang) =>
      ['slides', 'handout'].map((format) => `open-day-talk/${lang}/open-day-talk-${format}`)
    ),
    ...['a1', 'b2'].map((id) => `open-day-guests/en/${id}/open-day-guests-brochure`)
  ])
  const {code, err} = await gatefold(folder, ['build', '--strict', '--lang', 'en'])
  expect({code, err}).toEqual({code: 0, err: '7 documents built, 0 failed, 0 errors, 0 warnings\n'})
})

test('the project of docs/print.md: a screen version, one with bleed and marks, and a sheet to fold', async () => {
  const folder = project(filesOf(read('docs/print.md')))
  const {code, err} = await gatefold(folder, ['build', '--strict'])
  expect({code, err}).toEqual({code: 0, err: '3 documents built, 0 failed, 0 errors, 0 warnings\n'})
  const {artifacts} = JSON.parse(readFileSync(join(folder, 'output/manifest.json'), 'utf8'))
  expect(artifacts.map(({format, pages, conformance}: Artifact) => [format, pages, conformance])).toEqual([
    ['booklet', 2, []],
    ['brochure-print', 1, []],
    ['brochure', 1, ['PDF/UA-1', 'PDF/A-2a']]
  ])
  const [page] = readDrawing(readFileSync(join(folder, 'output/harvest/en/harvest-brochure-print.pdf')))
  const millimetres = (box: number[] = []) => box.map((edge) => Math.round(edge * 100) / 100)
  expect([page?.trim, page?.bleed, page?.media].map(millimetres)).toEqual([
    [0, 0, 210, 297],
    [-3, -3, 213, 300],
    [-12, -12, 222, 309]
  ])
  expect(page?.marks).toHaveLength(8)
  expect(millimetres(page?.areas[0]?.slice(0, 4).map(Number))).toEqual([-3, -3, 213, 12])
})

test('docs/word.md: its formats have the pages that it tells of, and its styles their names in Word', async () => {
  const folder = project(filesOf(read('docs/word.md')))
  const {code, err} = await gatefold(folder, ['build', '--strict'])
  expect({code, err}).toEqual({code: 0, err: '3 documents built, 0 failed, 0 errors, 0 warnings\n'})
  const part = (format: string, path: string) => {
    const parts = unzipSync(readFileSync(join(folder, `output/harvest/en/harvest-${format}.docx`)))
    return Buffer.from(parts[path] ?? []).toString()
  }
  const pages = (format: string) =>
    [...part(format, 'word/document.xml').matchAll(/<w:sectPr\b.*?<\/w:sectPr>/gs)].map(([section]) => {
      const width = /<w:pgSz w:w="(\d+)"/.exec(section)?.[1]
      const marks = ['titlePg', 'continuous', 'w:num="2"'].filter((mark) => section.includes(mark))
      return [width, ...marks].join(' ')
    })
  expect(pages('word')).toEqual(['11906', '11906 continuous w:num="2"', '11906 continuous'])
  expect(pages('report')).toEqual(['11906', '11906 titlePg', '11906 continuous w:num="2"', '11906 continuous'])
  expect(pages('minutes')).toEqual(['12240', '12240 titlePg', '12240 continuous w:num="2"', '12240 continuous'])
  const contents = (format: string) => part(format, 'word/document.xml').match(/<w:pStyle w:val="TOCHeading"/g)?.length
  expect(['word', 'report', 'minutes'].map(contents)).toEqual([1, 1, undefined])
  const cover = part('minutes', 'word/document.xml').slice(0, part('minutes', 'word/document.xml').indexOf('<w:sectPr'))
  expect(cover.match(/<w:pStyle w:val="(?:Title|Subtitle)"\/><w:framePr [^>]*\/><w:shd w:fill="0F3B38"/g)).toHaveLength(
    2
  )
  expect(part('minutes', 'word/document.xml')).toContain('behindDoc="1"')
  expect(part('word', 'word/document.xml')).toMatch(/<w:bookmarkStart w:name="_gf_[\da-f]{16}"/)

  const styles = part('word', 'word/styles.xml')
  const names = new Set([...styles.matchAll(/<w:name w:val="([^"]*)"/g)].map(([, name = '']) => name.toLowerCase()))
  const [, table = ''] = /\| style in Word \|\n\| --- \| --- \|\n([\s\S]*?)\n\n/.exec(read('docs/word.md')) ?? []
  const told = [...table.matchAll(/\| ([^|]*) \|$/gm)].flatMap(([, cell = '']) => cell.split(/, |; | to /))
  const styleNames = told.map((name) => name.toLowerCase()).filter((name) => !/^and|is based/.test(name))
  expect(styleNames.length).toBeGreaterThan(30)
  expect(styleNames.filter((name) => !names.has(name))).toEqual([])
  expect(styles).toMatch(/<w:name w:val="Lead"\/><w:basedOn w:val="Subtitle"\/>/)
})

test('docs/word.md: page numbers and fonts come with the options that it shows; its rules are there', async () => {
  const page = read('docs/word.md')
  const [, manifest = ''] = /```yaml\n(extends: strands\nformats:\n {2}word: [\s\S]*?)```/.exec(page) ?? []
  expect(manifest).toContain('embedFonts')
  const files = {'templates/orchard/template.yml': manifest, 'content/harvest/publication.yml': 'formats: [word]\n'}
  const folder = project({...filesOf(page), ...files})
  expect((await gatefold(folder, ['build'])).err).toBe('1 document built, 0 failed, 0 errors, 0 warnings\n')
  const parts = unzipSync(readFileSync(join(folder, 'output/harvest/en/harvest-word.docx')))
  expect(Object.keys(parts)).toContain('word/fonts/font1.odttf')
  expect(Buffer.from(parts['word/settings.xml'] ?? []).toString()).toContain('<w:updateFields w:val="true"/>')

  const [, table = ''] = /\| rule \| what you can do \|\n\| --- \| --- \|\n([\s\S]*?)\n\n/.exec(page) ?? []
  const told = [...table.matchAll(/^\| `([^`]*)`.*?( A warning\.)? \|$/gm)]
  expect(told).toHaveLength(5)
  for (const [, rule = '', warning] of told) {
    expect(rules).toHaveProperty(rule)
    expect(rules[rule as RuleId].severity).toBe(warning ? 'warning' : 'error')
  }
})

test('docs/slides.md: the slides that it tells of, in their order, and what is said of each', async () => {
  const folder = project(filesOf(read('docs/slides.md')))
  const {code, err} = await gatefold(folder, ['build', '--strict'])
  expect({code, err}).toEqual({code: 0, err: '7 documents built, 0 failed, 0 errors, 0 warnings\n'})
  const made = (format: string) => readTree(readFileSync(join(folder, `output/harvest/en/harvest-${format}.pdf`)))
  const slides = (format: string) =>
    made(format).document.children.flatMap((child) => ('tag' in child && child.tag === 'Sect' ? [child] : []))
  const [, table = ''] = /\| slide \| [^\n]*\n\| --- [^\n]*\n([\s\S]*?)\n\n/.exec(read('docs/slides.md')) ?? []
  const told = table.split('\n').map((row) => row.split('|').map((cell) => cell.trim()))
  expect(told.length).toBe(10)
  for (const format of ['slides', 'notes'])
    expect(slides(format).map(({attributes}) => attributes.T)).toEqual(told.map(([, title]) => title))
  const shown = slides('slides').map((slide) => textOf(slide))
  expect(shown[3]).not.toContain('Frost and sun')
  expect(shown[4]).toMatch(/5,400[\s\S]*October/)
  expect(shown[5]).toMatch(/We plant in autumn\.\s*We look for hands\.$/)
  expect(shown[7]).toMatch(/pruning[\s\S]*Whom to ask/)
  const said = slides('notes').map((slide, index) => textOf(slide).length - (shown[index]?.length ?? 0))
  expect(textOf(slides('notes')[8] ?? {text: '', page: 0})).toMatch(/no nursery sells[\s\S]*Hand round the basket/)
  // Beyond the slide itself, a page has its label, its number and its title once more.
  const more = said.map((length, index) => length > 40 + (told[index]?.[1]?.length ?? 0))
  expect(more).toEqual(told.map(([, , , notes]) => notes !== ''))

  const outline = textOf(made('outline').document)
  for (const words of ['The old sorts', 'Forty sorts that nobody sells', 'a dry summer', '5,400 trees'])
    expect(outline).toContain(words)
  for (const words of ['October', 'info@example.org', 'no nursery sells']) expect(outline).not.toContain(words)

  const pages = (format: string) => readDrawing(readFileSync(join(folder, `output/harvest/en/harvest-${format}.pdf`)))
  const size = (format: string) => pages(format)[0]?.media.map(Math.round)
  expect([size('slides'), size('narrow'), size('handout-6'), size('paper')]).toEqual([
    [0, 0, 339, 190],
    [0, 0, 254, 190],
    [0, 0, 210, 297],
    [0, 0, 216, 279]
  ])
  expect(['handout', 'handout-6', 'paper', 'notes'].map((format) => pages(format).length)).toEqual([4, 2, 3, 10])
})

test('docs/slides.md names every layout and every option', () => {
  const page = read('docs/slides.md')
  const masters = Object.keys(parse(read('templates/base/template.yml')).masters).filter((name) => /^slide-/.test(name))
  expect(masters.length).toBeGreaterThan(8)
  expect(masters.filter((name) => !page.includes(`| \`${name.slice('slide-'.length)}\` |`))).toEqual([])
  expect(['breaks', 'aspect', 'lines', 'paper', 'slides'].filter((name) => !page.includes(`\`${name}`))).toEqual([])
})

test('docs/event.md, followed from the first line to the last', async () => {
  const folder = project()
  const said: string[] = []
  for (const step of stepsOf(read('docs/event.md'))) {
    if ('path' in step) write(folder, {[step.path]: step.text})
    else if ('catalog' in step)
      expect(readFileSync(join(folder, 'content/hello/mk.po'), 'utf8')).toContain(step.catalog)
    else if ('argv' in step) {
      const {code, err} = await gatefold(folder, step.argv)
      expect({argv: step.argv, code}).toEqual({argv: step.argv, code: 0})
      said.push(err.trimEnd().split('\n').at(-1) ?? '')
    }
  }
  expect(said.map((line) => line.replace(/ \d+ warnings?$/, ''))).toEqual([
    expect.stringContaining('gatefold build'),
    'Now: gatefold build hello --edition open-day-2027',
    '10 documents built, 0 failed, 0 errors,',
    '10 documents built, 0 failed, 0 errors,',
    expect.stringMatching(/^content\/hello\/mk.po: \d+ added, /),
    '10 documents built, 0 failed, 0 errors,'
  ])
  const page = (lang: string) =>
    readFileSync(join(folder, `output/hello-open-day-2027/${lang}/hello-open-day-2027-announcement.html`), 'utf8')
  expect(page('en')).toContain('Friday, 14 May 2027 · 10:00–16:00')
  expect(page('mk')).toContain('14 мај 2027\u00a0г.')
  expect(page('en')).toContain('You will meet')
  expect(page('mk')).toContain('--event: #7FB8AD')
  const flyer = readFileSync(join(folder, 'output/hello-open-day-2027/en/hello-open-day-2027-flyer.pdf'))
  expect(textOf(readTree(flyer).document)).toContain('The barn and 1 Sample Street')
})

test('docs/merge.md, followed from the first line to the last', async () => {
  const folder = project()
  const ran: Ran[] = []
  for (const step of stepsOf(read('docs/merge.md'))) {
    if ('path' in step) write(folder, {[step.path]: step.text})
    else if ('argv' in step) ran.push(await gatefold(folder, step.argv))
    else if ('said' in step) for (const line of step.said) expect(ran.at(-1)?.err).toContain(line)
  }
  expect(
    ran.map(({code, err}) => [
      code,
      err
        .trimEnd()
        .split('\n')
        .at(-1)
        ?.replace(/, \d+ warnings?$/, '')
    ])
  ).toEqual([
    [0, expect.stringContaining('gatefold build')],
    [0, ''],
    [0, '3 documents built, 0 failed, 0 errors'],
    [0, '4 documents built, 0 failed, 0 errors'],
    [0, '3 documents built, 0 failed, 0 errors'],
    [1, '2 documents built, 2 failed, 3 errors']
  ])
  const card = (record: string) =>
    textOf(
      readTree(readFileSync(join(folder, `output/hello-invitations/en/${record}/hello-invitations-card.pdf`))).document
    )
  expect(card('g5')).toContain('Invitation for Clara Sample')
  expect(card('g5')).toContain('Seats kept for you: 2')
  expect(card('g3')).toContain('ليلى مثال')
  expect(card('g3')).not.toContain('Seats')
})

test('docs/event.md names every parameter of an event, and the partials', () => {
  const page = read('docs/event.md')
  const {parameters} = parse(read('templates/strands/template.yml'))
  const names = Object.keys(parameters.properties)
  const ofEvents = names.slice(names.indexOf('name'))
  expect(ofEvents.length).toBeGreaterThan(8)
  expect(ofEvents.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test.each(['gatefold', 'publication'])('docs/publications.md names every key of %s.yml', (name) => {
  const {properties} = JSON.parse(read(`src/schemas/${name}.schema.json`))
  const page = read('docs/publications.md')
  const edition = Object.keys(properties.editions?.additionalProperties?.properties ?? {})
  const keys = [...Object.keys(properties), ...edition].filter((key) => !key.startsWith('$'))
  expect(keys.filter((key) => !new RegExp(`[\`{ ]${key}[\`:]|^${key}:`, 'm').test(page))).toEqual([])
})

test('docs/templates.md: the other excerpts fit their files', () => {
  const [brand, publication] = blocks(read('docs/templates.md')).filter(({lang}) => !lang)
  expect(brandSchema.safeParse(parse(brand?.value ?? '')).error).toBeUndefined()
  expect(publicationSchema.safeParse(parse(publication?.value ?? '')).error).toBeUndefined()
})

test('docs/templates.md names every key, property and helper', () => {
  const {$defs, properties} = JSON.parse(read('src/schemas/template.schema.json'))
  const {style, ...others} = {style: $defs.styleForScript, master: $defs.master, frame: $defs.frame}
  const names = [style, ...Object.values(others), {properties}].flatMap((schema) => Object.keys(schema.properties))
  const page = read('docs/templates.md')
  const unnamed = [...names, ...Object.keys(helpers), ...Object.keys(blockHelpers)].filter(
    (name) => name !== '$schema' && !new RegExp(`[\`{(# ]${name}[\`} :"]`).test(page)
  )
  expect(unnamed).toEqual([])
})

test('docs/commands.md names the options there are, and no others', () => {
  const named = new Set([...read('docs/commands.md').matchAll(/--([a-z][a-z-]*)/g)].map(([, name]) => name))
  expect([...named].sort()).toEqual(Object.keys(options).sort())
})

test('docs/rules.md is the table of rules', async () => {
  const rows = Object.entries(rules).map(
    ([rule, {severity, help}]) => `| \`${rule}\` | ${severity} | ${help.replaceAll('<', '\\<')} |`
  )
  await expect(`${rulesHead}${rows.join('\n')}\n`).toMatchFileSnapshot('../../docs/rules.md')
})

test('docs/accessibility.md says what doctor says', async () => {
  const {out} = await gatefold(project(), ['doctor'])
  const points = out.split('\n').filter((line) => line.startsWith('- '))
  expect(points.length).toBeGreaterThan(3)
  expect(read('docs/accessibility.md').split('\n')).toEqual(expect.arrayContaining(points))
})

const rulesHead = `# Rules

Each diagnostic names its rule. \`rules:\` in \`gatefold.yml\` sets any of them to \`error\`, \`warning\` or \`off\`:

    rules: {translation-missing: error, heading-skip: off}

An error keeps its document from being written; a warning does not.

| rule | unless said | what to do |
| --- | --- | --- |
`

/** Names of the fonts in a PDF, whose objects are packed. */
function fontsOf(file: Buffer): string[] {
  const packed = [...file.toString('latin1').matchAll(/stream\n/g)].map(({index}) => file.subarray(index + 7))
  const streams = packed.filter((data) => data[0] === 0x78).map((data) => inflateSync(data, {finishFlush: 2}))
  return streams.flatMap((stream) => stream.toString('latin1').match(/\/[A-Z]{6}\+[\w-]+/g) ?? [])
}

function blocks(page: string): Code[] {
  const found: Code[] = []
  visit(tree(page), 'code', (code) => {
    found.push(code)
  })
  return found
}

type Step = {path: string; text: string} | {argv: string[]} | {catalog: string} | {said: string[]}

/** What a page tells to do, in its order: files to write, commands to run, what a catalog then has or a command says. */
function stepsOf(page: string): Step[] {
  const steps = [...page.matchAll(/(?:^`(\S+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm)]
  return steps.flatMap(([, path, lang, text = '']): Step[] => {
    if (path !== undefined) return [{path, text}]
    if (lang === 'po') return [{catalog: text}]
    if (lang === 'text') return [{said: text.trimEnd().split('\n')}]
    const lines = text.split('\n').filter((line) => line.startsWith('gatefold '))
    return lines.map((line) => ({argv: line.split(' ').slice(1)}))
  })
}

/** The blocks of code that follow a line with the path of a file: path → text. */
function filesOf(page: string): Record<string, string> {
  const files = [...page.matchAll(/^`(\S+)`:\n\n```\w+\n([\s\S]*?)^```$/gm)]
  return Object.fromEntries(files.map(([, path = '', text = '']) => [path, text]))
}
