/** The repository's own documents, built by the program as a user runs it, and held to the promises made of them. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {select, selectAll} from 'hast-util-select'
import {beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import {readDrawing} from '../helpers/pdf-drawing.ts'
import {type Leaf, readTree, type Tagged, textOf} from '../helpers/pdf-tree.ts'
import {has, output} from '../helpers/programs.ts'
import {lacking, sentences} from '../helpers/sentences.ts'
import {canJudge, judge} from '../helpers/verapdf.ts'

interface Artifact {
  publication: string
  edition: string | null
  lang: string
  format: string
  path: string
  mediaType: string
  sha256: string
  pages: number | null
  conformance: string[]
  diagnostics: {errors: number; warnings: number}
}

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
const seed = sentences(readFileSync(join(root, 'tests/fixtures/seed-mk.txt'), 'utf8'))
/** Formats of files that nobody reads on a screen. */
const forPaper = ['brochure-print', 'trifold-print', 'flyer-print', 'booklet']
/** The deck and what is made from it. */
const ofSlides = [
  ...['slides', 'handout', 'handout-1', 'handout-2', 'handout-4', 'handout-6', 'handout-9'],
  ...['notes', 'outline']
]
let artifacts: Artifact[]

function built(output: string, options: readonly string[] = [], env: NodeJS.ProcessEnv = process.env): Artifact[] {
  const command = [join(root, 'dist/cli.js'), 'build', '--quiet', ...options, '--output', output]
  execFileSync(process.execPath, command, {cwd: root, env})
  return JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8')).artifacts
}

beforeAll(() => {
  artifacts = built(folder)
}, 240_000)

test('the main publication is there in five languages and six formats, without an error', () => {
  const made = artifacts.filter((artifact) => artifact.publication === 'iom')
  const wanted = ['ar', 'en', 'fr', 'mk', 'sq'].flatMap((lang) =>
    ['brochure', 'flyer', 'handout', 'notes', 'trifold', 'word'].map((format) => `${lang} ${format}`)
  )
  expect(made.map(({lang, format}) => `${lang} ${format}`)).toEqual(expect.arrayContaining(wanted))
  expect(artifacts.filter(({diagnostics}) => diagnostics.errors > 0)).toEqual([])
})

describe('slides, handouts, notes and outline', () => {
  const made = () => artifacts.filter(({format, edition}) => ofSlides.includes(format) && edition === null)

  test('are there for both publications in five languages, without an error or a warning', () => {
    const wanted = ['guide', 'iom'].flatMap((publication) =>
      ['ar', 'en', 'fr', 'mk', 'sq'].flatMap((lang) => ofSlides.map((format) => `${publication} ${lang} ${format}`))
    )
    const found = made().map(({publication, lang, format}) => `${publication} ${lang} ${format}`)
    expect(found.sort()).toEqual(wanted.sort())
    expect(made().filter(({diagnostics: {errors, warnings}}) => errors + warnings > 0)).toEqual([])
    expect(made().filter(({conformance}) => conformance.join() !== 'PDF/UA-1,PDF/A-2a')).toEqual([])
  })

  test('are the same bytes in another time zone and folder', () => {
    const again = mkdtempSync(join(tmpdir(), 'gatefold-'))
    onTestFinished(() => rmSync(again, {recursive: true}))
    // One of each kind: handouts differ in nothing but their master.
    const kinds = ['slides', 'handout', 'handout-6', 'notes', 'outline']
    const options = ['iom', 'guide', '--format', kinds.join()]
    const second = built(again, options, {...process.env, TZ: 'Pacific/Auckland'})
    const digest = ({path, sha256}: Artifact) => `${path} ${sha256}`
    const first = made().filter(({format}) => kinds.includes(format))
    expect(second.filter(({edition}) => edition === null).map(digest)).toEqual(first.map(digest))
  }, 120_000)

  test.each(['ar', 'en', 'fr', 'mk', 'sq'].flatMap((lang) => ['iom', 'guide'].map((name) => [name, lang])))(
    'the outline of %s in %s has every heading of the text',
    (name, lang) => {
      const path = (format: string) => join(folder, `${name}/${lang}/${name}-${format}`)
      const page = fromHtml(readFileSync(path('web.html'), 'utf8'))
      // The heading over the footnotes is the web page’s own.
      const footnotes = select('[role=doc-endnotes] > h2', page)
      const headings = selectAll('main :is(h2, h3, h4, h5, h6)', page).filter((heading) => heading !== footnotes)
      const wanted = headings.map((heading) => flatten(wordsIn(heading)))
      const {document} = readTree(readFileSync(path('outline.pdf')))
      const found = headingsOf(document).map((heading) => flatten(textOf(heading)))
      expect(wanted.length).toBeGreaterThan(1)
      expect(wanted.filter((heading) => !found.includes(heading))).toEqual([])
    }
  )
})

describe('every sentence of the original stands in', () => {
  const file = (name: string) => join(folder, 'iom/mk', name)

  test.runIf(has('pdftotext', '-v')).each(['iom-brochure.pdf', 'iom-notes.pdf'])('%s', (name) => {
    const text = output('pdftotext', ['-enc', 'UTF-8', file(name), '-'])
    expect(seed.length).toBeGreaterThan(30)
    expect(lacking(text, seed)).toEqual([])
  })

  test.runIf(has('pandoc'))('iom-word.docx', () => {
    // Standalone: the title of a Word file is what pandoc calls the title of its text.
    const text = output('pandoc', ['-s', '-t', 'plain', '--wrap=none', file('iom-word.docx')])
    expect(lacking(text, seed)).toEqual([])
  })
})

describe.each([
  {
    format: 'trifold',
    left: /^(Првично|ИОМ работи да|ИОМ работи во четири|Вкрстените|Поширокиот|Од мисијата|„Хумана|Четири|\p{Ll})/u,
    order: ['Мисија', 'Да помогне', 'Да обезбеди', 'Да се поддржат', 'За организацијата', 'ИОМ работи во тесна']
  },
  {
    format: 'flyer',
    left: /^(?!За организацијата|Меѓународната организација за миграција е )/,
    order: ['За организацијата', 'Меѓународната организација за миграција е ']
  }
])('$format: all that the publication does not leave out of it, in the order of reading', ({format, left, order}) => {
  test.each(['mk', 'en', 'sq', 'fr', 'ar'])('%s', (lang) => {
    const catalog = readFileSync(join(root, `content/iom/${lang === 'mk' ? 'en' : lang}.po`), 'utf8')
    const wanted = units(catalog).map(({source, target}) => ({source, text: lang === 'mk' ? source : target}))
    const text = flatten(textOf(readTree(readFileSync(join(folder, `iom/${lang}/iom-${format}.pdf`))).document))
    const shown = wanted.filter((unit) => text.includes(flatten(unit.text)))
    expect(shown.map(({source}) => source)).toEqual(wanted.flatMap(({source}) => (left.test(source) ? [] : [source])))

    const places = order.map((start) => {
      const unit = wanted.find(({source}) => source.startsWith(start))
      return text.indexOf(flatten(unit?.text ?? '?'))
    })
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
  })
})

describe.each(['mk', 'en', 'sq', 'fr', 'ar'])('files for paper: %s', (lang) => {
  const made = (format: string) => artifacts.find((artifact) => artifact.path === `iom/${lang}/iom-${format}.pdf`)
  const read = (format: string) => readFileSync(join(folder, made(format)?.path ?? format))
  const textIn = (format: string) => flatten(textOf(readTree(read(format)).document))
  const at = (millimetres: number) => expect.closeTo(millimetres, 2)

  test.each([
    ['brochure', [210, 297]],
    ['trifold', [297, 210]],
    ['flyer', [148, 210]]
  ])(
    '%s-print: the same pages and words, trim, bleed and marks around, and no claim',
    (format, [width = 0, height = 0]) => {
      const file = `${format}-print`
      expect(made(file)).toMatchObject({pages: made(format)?.pages, conformance: []})
      expect(textIn(file)).toBe(textIn(format))
      for (const page of readDrawing(read(file))) {
        expect(page.trim).toEqual([0, 0, at(width), at(height)])
        expect(page.bleed).toEqual([at(-3), at(-3), at(width + 3), at(height + 3)])
        expect(page.media).toEqual([at(-12), at(-12), at(width + 12), at(height + 12)])
        expect(page.marks).toHaveLength(format === 'trifold' ? 12 : 8)
      }
    }
  )

  test('booklet: the brochure on half as many sides, and no claim', () => {
    const pages = made('brochure')?.pages ?? 0
    expect(made('booklet')).toMatchObject({pages: 2 * Math.ceil(pages / 4), conformance: []})
    expect(textIn('booklet')).toBe(textIn('brochure'))
  })

  test.runIf(has('qpdf'))('qpdf finds no fault in them', () => {
    for (const format of forPaper)
      expect(output('qpdf', ['--check', join(folder, made(format)?.path ?? format)])).toContain('No syntax')
  })
})

describe.each([
  ['mk', '18 декември', 'Сабота, 18 декември 2027\u00a0г. · 10:00–16:00', 'Пријави до 1 декември'],
  ['en', '18 December', 'Saturday, 18 December 2027 · 10:00–16:00', 'Register by 1 December'],
  ['sq', '18 dhjetor', 'E shtunë, 18 dhjetor 2027 · 10:00–16:00', 'Regjistrohuni deri më 1 dhjetor'],
  ['fr', '18 décembre', 'Samedi 18 décembre 2027 · 10:00–16:00', 'Inscription jusqu’au 1er décembre'],
  ['ar', '١٨ ديسمبر', 'السبت، ١٨ ديسمبر ٢٠٢٧ · ١٠:٠٠–١٦:٠٠', 'التسجيل حتى ١ ديسمبر']
])('the event in %s', (lang, day, whole, deadline) => {
  const name = (format: string) => `iom-migrants-day/${lang}/iom-migrants-day-${format}`
  const file = (format: string) => join(folder, name(format))
  const catalog = readFileSync(join(root, `content/iom/${lang === 'mk' ? 'en' : lang}.po`), 'utf8')
  const parameters = [...catalog.matchAll(/^msgctxt "params\/(.+)"\nmsgid "(.+)"\nmsgstr "(.*)"$/gm)]
  const said = parameters.map(([, context = '', source = '', target = '']) => ({
    context,
    text: lang === 'mk' ? source : target
  }))
  const of = (...names: string[]) => said.filter(({context}) => names.some((name) => context.startsWith(name)))

  test('each product is there without an error or a warning, and nothing is untranslated', () => {
    const made = artifacts.filter(({path}) => path.startsWith(`iom-migrants-day/${lang}/`))
    const formats = ['announcement', 'card', 'flyer', 'flyer-print', 'invitation', 'programme']
    expect(made.map(({format}) => format).sort()).toEqual(formats)
    expect(made.filter(({diagnostics}) => diagnostics.errors + diagnostics.warnings > 0)).toEqual([])
    expect(of('name', 'programme', 'speakers', 'partners', 'place')).toHaveLength(26)
    expect(said.filter(({text}) => text === '')).toEqual([])
  })

  test.each<[string, string[]]>([
    ['flyer', ['name', 'place', 'programme', 'speakers', 'imprint', 'organisation']],
    ['programme', ['name', 'place', 'about', 'programme', 'speakers', 'imprint', 'organisation']],
    ['card', ['name', 'place', 'invitation', 'host', 'imprint', 'organisation']]
  ])('%s: all that is said of it, on one page', (format, names) => {
    const text = flatten(textOf(readTree(readFileSync(`${file(format)}.pdf`)).document))
    expect(of(...names).filter((unit) => !text.includes(flatten(unit.text)))).toEqual([])
    for (const words of [day, deadline]) expect(text).toContain(flatten(words))
    expect(artifacts.find(({path}) => path === `${name(format)}.pdf`)?.pages).toBe(1)
  })

  test.runIf(has('pandoc'))('the Word invitation', () => {
    const text = flatten(output('pandoc', ['-t', 'plain', '--wrap=none', `${file('invitation')}.docx`]))
    const names = ['name', 'place', 'invitation', 'host', 'programme', 'speakers', 'imprint']
    expect(of(...names).filter((unit) => !text.includes(flatten(unit.text)))).toEqual([])
    for (const words of [whole, deadline]) expect(text).toContain(flatten(words))
  })

  test.runIf(has('pdftotext', '-v'))('the day stands in the column where the language begins', () => {
    const page = output('pdftotext', ['-bbox', `${file('flyer')}.pdf`, '-'])
    const [number = ''] = day.split(' ')
    const words = [...page.replace(/[\u200e\u200f]/g, '').matchAll(/<word xMin="([\d.]+)" [^>]*>(.*?)<\/word>/g)]
    const x = Number(words.find(([, , word]) => word === number)?.[1])
    const half = (148 * 72) / 25.4 / 2
    expect(lang === 'ar' ? x > half : x < half).toBe(true)
  })
})

/** Units of a catalog's text without mark-up. */
function units(catalog: string): {source: string; target: string}[] {
  const pairs = catalog.matchAll(/(?<=\n\n)msgid "([^*\n]+)"\nmsgstr "([^*\n]+)"$/gm)
  return [...pairs].map(([, source = '', target = '']) => ({source, target}))
}

/** Text of a part of a web page, without marks of footnotes. */
function wordsIn(node: Nodes): string {
  if (node.type === 'text') return node.value
  const isMark = node.type === 'element' && node.tagName === 'sup'
  return 'children' in node && !isMark ? node.children.map(wordsIn).join('') : ''
}

function headingsOf(node: Tagged | Leaf): Tagged[] {
  if (!('tag' in node)) return []
  return /^H[1-6]$/.test(node.tag) ? [node] : node.children.flatMap(headingsOf)
}

/** Lines of a PDF are joined without their spaces. */
function flatten(text: string): string {
  return text.replace(/[\s\u00ad]/g, '')
}

test.runIf(canJudge())(
  'every reading PDF is PDF/UA-1 and PDF/A-2a to veraPDF',
  () => {
    const pdfs = artifacts.filter(
      ({mediaType, format}) => mediaType === 'application/pdf' && !forPaper.includes(format)
    )
    const verdicts = judge(pdfs.map((artifact) => join(folder, artifact.path)))
    expect(verdicts).toHaveLength(2 * pdfs.length)
    expect(verdicts.filter(({passed}) => !passed)).toEqual([])
  },
  240_000
)
