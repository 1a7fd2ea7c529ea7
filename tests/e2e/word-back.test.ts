/** A Word file that comes back: each block bears the name of its unit, and keeps it when people edit the file. */
import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Root} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {beforeAll, describe, expect, test} from 'vitest'
import {plan} from '../../src/build/plan.ts'
import {textsOf} from '../../src/build/texts.ts'
import {compile} from '../../src/compile.ts'
import {load} from '../../src/content/load.ts'
import {parse} from '../../src/content/parse.ts'
import {Diagnostics} from '../../src/diagnostic.ts'
import {unitKey, units} from '../../src/translation/unit.ts'
import {diskWorld, programRoot} from '../../src/world.ts'
import {editInOffice, type OfficeEdit, officePython} from '../helpers/office.ts'
import {has} from '../helpers/programs.ts'
import {gatefold, project} from '../helpers/project.ts'
import {paragraphsIn, unitName, unitOf, unitsIn} from '../helpers/word-units.ts'

const world = diskWorld(programRoot())
const {report} = new Diagnostics()
/** Word files of the repository, by publication, language and format. */
const files = new Map<string, Uint8Array>()
const {publications, jobs} = await plan(world)

beforeAll(async () => {
  for (const job of jobs) {
    if (job.format !== 'word' && job.format !== 'report') continue
    const {bytes} = await compile(job, world)
    if (bytes) files.set(`${job.publication} ${job.lang} ${job.format}`, bytes)
  }
})

function fileOf(publication: string, lang: string, format = 'word'): Uint8Array {
  return files.get(`${publication} ${lang} ${format}`) ?? new Uint8Array()
}

/** What a Word file keeps in its properties, or has no place for. */
const unshown = ['front/description', 'front/authors', 'front/keywords']

const publicationsShown = [
  {name: 'iom', onSlides: []},
  {
    name: 'guide',
    onSlides: [
      'Welcome',
      'What we do',
      'Whom we do it for',
      'How you can reach us',
      'Greet the guests in their own language. Point to the handouts on the chairs: three slides to a page, with lines to write on.',
      // For the Arabic text only.
      'In this edition lines run from right to left, and so do columns, tables and the order of the slides.'
    ]
  }
]

describe.each(publicationsShown)('each unit of $name that Word shows has its bookmark', ({name, onSlides}) => {
  const publication = publications.find((one) => one.name === name)
  if (!publication) throw new Error(`No publication ${name}`)
  const {source} = publication
  const texts = textsOf(world, publication, report)
  const all = texts.flatMap((text) => text.units)
  const words = new Map(texts.flatMap(({folder}) => [...wordsOf(folder, source)]))

  /** Text of the bookmarks of each unit, in their order. */
  const marked = (lang: string) => {
    const found = new Map<string, string>()
    for (const [bookmark, {text}] of unitsIn(fileOf(name, lang))) {
      const again = /_\d+(_|$)/.test(bookmark)
      if (!again) found.set(unitOf(bookmark), (found.get(unitOf(bookmark)) ?? '') + text)
    }
    return found
  }

  test('around its text and nothing else', () => {
    const found = marked(source)
    const unlike = all.flatMap((unit) => {
      const text = found.get(unitName(unitKey(unit)))
      // A fact from the parameters is no word of the unit.
      if (text === undefined || unit.source.includes(':value{')) return []
      const expected = letters(words.get(unitKey(unit)) ?? unit.source)
      return letters(text) === expected ? [] : [`${letters(text)} for ${expected}`]
    })
    expect(unlike).toEqual([])
    expect(found.size).toBeGreaterThan(40)
  })

  test('what has none is not shown', () => {
    const found = marked(source)
    const missing = all.filter((unit) => !found.has(unitName(unitKey(unit))))
    // Parameters are for editions of other formats as well.
    const texts = missing.filter(({context}) => !context.startsWith('params/'))
    expect(new Set(texts.map(({context, source}) => context || source))).toEqual(new Set([...unshown, ...onSlides]))
  })

  test('in a report as well, which has contents of its own', () => {
    const inReport = unitsIn(fileOf(name, source, 'report'))
    const missing = [...unitsIn(fileOf(name, source)).keys()].filter((bookmark) => !inReport.has(bookmark))
    expect(missing).toEqual(name === 'guide' ? [unitName('Contents')] : [])
  })

  test('by the same name in every language', () => {
    const forAll = new Set(all.filter(({langs}) => !langs).map((unit) => unitName(unitKey(unit))))
    const names = (lang: string) => [...unitsIn(fileOf(name, lang)).keys()].filter((one) => forAll.has(unitOf(one)))
    for (const one of names(source)) expect(one).toMatch(/^_gf_[\da-f]{16}(_\d+)?(_label|_what|_where)?$/)
    for (const lang of ['mk', 'en', 'sq', 'fr', 'ar']) expect(names(lang)).toEqual(names(source))
  })
})

/** Words of each unit of a text, by its key. */
function wordsOf(folder: string, lang: string): Map<string, string> {
  const text = load(world, {folder, lang, fallback: [], source: lang}, report)
  const tree: Root = text ? parse(text, report) : {type: 'root', children: []}
  units(tree)
  const found = new Map<string, string>()
  visit(tree, ({data, ...node}) => {
    if (data?.unit !== undefined) found.set(data.unit, textOf(node))
  })
  return found
}

/** What is compared: letters, numbers and signs of them, without spaces and what stands between words. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}+$]/gu, '')
}

test.runIf(has('soffice'))('LibreOffice keeps them, through its own format and back', () => {
  const folder = project()
  const langs = ['mk', 'ar']
  const paths = (extension: string) => langs.map((lang) => join(folder, `${lang}.${extension}`))
  for (const lang of langs) writeFileSync(join(folder, `${lang}.docx`), fileOf('guide', lang))
  const convert = (to: string, from: readonly string[]) => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const args = ['--headless', '--convert-to', to, '--outdir', folder, ...from]
    execFileSync('soffice', [profile, ...args], {stdio: 'ignore'})
  }
  convert('odt', paths('docx'))
  convert('docx', paths('odt'))
  for (const lang of langs)
    expect(byUnit(readFileSync(join(folder, `${lang}.docx`)))).toEqual(byUnit(fileOf('guide', lang)))
})

const python = officePython()

const text = `---
title: A title of words
subtitle: The line below
---

A paragraph of words[^n] in the middle of the text.

Start of a paragraph, and its end.

## A heading of words

- First item of the list
- Second item of the list

| Kind | Number |
| --- | --- |
| cells | 12 |

:::figures
- **1951** founded
:::

[^n]: A footnote of words.
`

/** The same in Arabic. */
const translations: Readonly<Record<string, string>> = {
  'A title of words': 'عنوان من كلمات',
  'The line below': 'السطر التالي',
  'A paragraph of words[^n] in the middle of the text.': 'فقرة من كلمات[^n] في وسط النص.',
  'Start of a paragraph, and its end.': 'بداية فقرة ونهايتها.',
  'A heading of words': 'عنوان فرعي',
  'First item of the list': 'البند الأول من القائمة',
  'Second item of the list': 'البند الثاني من القائمة',
  Kind: 'النوع',
  Number: 'العدد',
  cells: 'خلايا',
  '12': '١٢',
  '**1951** founded': '**١٩٥١** التأسيس',
  'A footnote of words.': 'حاشية من كلمات.'
}

/** Words to write over, unit by unit, and paragraphs to begin below. */
type Edit = OfficeEdit & {unit: string}

const edits: Readonly<Record<string, readonly Edit[]>> = {
  en: [
    {unit: 'A title of words', find: 'title', put: 'heading'},
    {unit: 'A paragraph of words[^n] in the middle of the text.', find: 'middle', put: 'very midst'},
    {unit: 'Start of a paragraph, and its end.', find: 'Start', put: 'Beginning'},
    {unit: 'Start of a paragraph, and its end.', find: 'its end.', below: 'A new paragraph.'},
    {unit: 'First item of the list', find: 'item', put: 'point'},
    {unit: 'Second item of the list', find: 'Second', below: 'A new item.'},
    {unit: 'cells', find: 'cells', put: 'rooms'},
    {unit: '**1951** founded', find: '1951', put: '1950'},
    {unit: 'A footnote of words.', find: 'footnote', put: 'remark'}
  ],
  ar: [
    {unit: 'A title of words', find: 'كلمات', put: 'ألفاظ'},
    {unit: 'A paragraph of words[^n] in the middle of the text.', find: 'وسط', put: 'صميم'},
    {unit: 'Start of a paragraph, and its end.', find: 'بداية', put: 'مطلع'},
    {unit: 'Start of a paragraph, and its end.', find: 'ونهايتها', below: 'فقرة جديدة.'},
    {unit: 'First item of the list', find: 'الأول', put: 'الأوّل'},
    {unit: 'Second item of the list', find: 'الثاني', below: 'بند جديد.'},
    {unit: 'cells', find: 'خلايا', put: 'غرف'},
    {unit: '**1951** founded', find: '١٩٥١', put: '١٩٥٠'},
    {unit: 'A footnote of words.', find: 'حاشية', put: 'ملاحظة'}
  ]
}

test.runIf(python)('what is edited in LibreOffice is known again, and so is what is not', async () => {
  const catalog = Object.entries(translations).map(([source, words]) => {
    const context = source.startsWith('A title') ? 'front/title' : source.startsWith('The line') ? 'front/subtitle' : ''
    return `${context && `msgctxt "${context}"\n`}msgid "${source}"\nmsgstr "${words}"\n`
  })
  const folder = project({
    'gatefold.yml': 'source: en\nlanguages: [en, ar]\nformats: [word]\n',
    'content/a/publication.yml': '',
    'content/a/en.md': text,
    'content/a/ar.po': catalog.join('\n')
  })
  expect((await gatefold(folder, ['build'])).err).toContain('0 errors')
  const made = (lang: string) => join(folder, `output/a/${lang}/a-word.docx`)
  const edited = (lang: string) => join(folder, `edited-${lang}.docx`)
  const tasks = Object.entries(edits).map(([lang, list]) => ({from: made(lang), to: edited(lang), edits: list}))
  editInOffice(python ?? '', tasks)

  for (const [lang, list] of Object.entries(edits)) {
    const before = byUnit(readFileSync(made(lang)))
    const after = byUnit(readFileSync(edited(lang)))
    expect([...after.keys()]).toEqual([...before.keys()])
    for (const {unit, find, put = find} of list) {
      const name = unitName(unit.startsWith('A title') ? unitKey({context: 'front/title', source: unit}) : unit)
      const old = before.get(name)
      if (!old?.includes(find)) throw new Error(`No ${find} in ${old}`)
      before.set(name, old.replace(find, put))
    }
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before))
    const added = list.flatMap(({below}) => below ?? [])
    expect(paragraphsIn(readFileSync(edited(lang)))).toEqual(expect.arrayContaining(added))
  }
})

/** Paragraphs that bear the bookmark of a unit, by its name. A word at a bookmark's edge may come to stand beside it. */
function byUnit(file: Uint8Array): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, {paragraph}] of unitsIn(file)) {
    const before = found.get(unitOf(name))
    found.set(unitOf(name), before === undefined ? paragraph.trim() : `${before} ${paragraph.trim()}`)
  }
  return found
}
