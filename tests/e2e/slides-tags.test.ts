/** What stands on slides is tagged as what it is, in the deck and drawn small; and handouts are named and mirrored. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {album} from '../helpers/album.ts'
import {deckOf} from '../helpers/deck.ts'
import {mixedSlides} from '../helpers/mixed-slides.ts'
import {type Leaf, readTree, type Tagged, textOf} from '../helpers/pdf-tree.ts'
import {has, output} from '../helpers/programs.ts'
import {canJudge, judge} from '../helpers/verapdf.ts'

const markdown = (photo: string, drawing: string) => `## ${photo}

::figure[${photo}]{src=photo.jpg alt="${photo}!"}

## ${drawing}

::figure[${drawing}]{src=drawing.svg alt="${drawing}!"}

## 3

| a | b |
| --- | --- |
| **c** | [d](https://www.example.org) |

## 4

1. e
2. f
   - g
`
const texts = {mk: markdown('Слика', 'Цртеж'), ar: markdown('صورة', 'رسم')}
const formats = ['slides', 'handout-6', 'notes', 'outline']

async function made(format: string, lang: 'mk' | 'ar', pack?: string): Promise<Uint8Array> {
  const {bytes, diagnostics} = await deckOf(format, {
    lang,
    markdown: texts[lang],
    pictures: album,
    ...(pack !== undefined && {pack})
  })
  expect(diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
  return bytes ?? new Uint8Array()
}

/** Elements that are more than text, with what is said of them, in reading order. */
function things(node: Tagged | Leaf): string[] {
  if (!('tag' in node)) return []
  const inner = node.children.flatMap(things)
  if (node.tag === 'Figure') return [`Figure ${String(node.attributes.Alt)}`]
  if (['TH', 'TD', 'LBody'].includes(node.tag)) return [`${node.tag} ${textOf(node).trim()}`, ...inner]
  return ['Table', 'TR', 'L', 'Link'].includes(node.tag) ? [node.tag, ...inner] : inner
}

const mm = (points: string | undefined): number => Math.round((Number(points) * 25.4) / 72)
const bare = (word: string): string => word.replace(/[\u200e\u200f]/g, '')

const table = ['Table', 'TR', 'TH a', 'TH b', 'TR', 'TD c', 'TD d', 'Link']
const list = ['L', 'LBody e', 'LBody fg', 'L', 'LBody g']

test.each([
  ['mk', 'Слика', 'Цртеж'],
  ['ar', 'صورة', 'رسم']
] as const)(
  'pictures, tables and lists are the same in deck, handout and notes: %s',
  async (lang, photo, drawing) => {
    for (const format of formats.slice(0, 3)) {
      const {document} = readTree(await made(format, lang))
      const found = things(document).map((thing) => thing.replace(/\s+/g, ' '))
      expect(found).toEqual([`Figure ${photo}!`, `Figure ${drawing}!`, ...table, ...list])
    }
    const outline = things(readTree(await made('outline', lang)).document)
    // Below its title, each picture says in brief what it shows: its caption.
    const points = [photo, drawing].flatMap((words) => [`LBody ${words}${words}`, 'L', `LBody ${words}`])
    expect(outline.slice(0, 7)).toEqual(['L', ...points])
    expect(outline.slice(-list.length)).toEqual(list)
  },
  60_000
)

test.each(['mk', 'ar'])(
  'each slide begins with its title, headings go down by one, and what is no text is described: %s',
  async (lang) => {
    const {bytes, diagnostics} = await deckOf('slides', {lang, markdown: mixedSlides(lang), pictures: album})
    expect(diagnostics).toEqual([])
    const {document} = readTree(bytes ?? new Uint8Array())
    const slides = document.children.filter((child): child is Tagged => 'tag' in child)
    expect(slides.length).toBeGreaterThan(15)
    expect(new Set(slides.map(({tag}) => tag))).toEqual(new Set(['Sect']))
    const flat = (text: string) => text.replace(/\s/g, '')
    // A section slide has its number before its title.
    const words = (slide: Tagged) => flat(textOf(slide)).replace(/^\p{Nd}+/u, '')
    const untitled = slides.filter((slide) => !words(slide).startsWith(flat(String(slide.attributes.T))))
    // A quote whose title was read on an earlier slide.
    expect(untitled.flatMap(kinds)).not.toContain('H2')
    expect(
      untitled.every((slide) => slide.children.some((child) => 'tag' in child && child.tag === 'BlockQuote'))
    ).toBe(true)

    const levels = slides.flatMap(kinds).flatMap((tag) => (/^H\d$/.test(tag) ? [Number(tag[1])] : []))
    expect(levels[0]).toBe(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([])
    const figures = slides.flatMap(things).filter((thing) => thing.startsWith('Figure'))
    expect(figures.length).toBeGreaterThanOrEqual(5)
    expect(figures.filter((thing) => /^Figure (undefined)?$/.test(thing))).toEqual([])
  },
  60_000
)

/** Tags of an element and all in it, in reading order. */
function kinds(node: Tagged | Leaf): string[] {
  return 'tag' in node ? [node.tag, ...node.children.flatMap(kinds)] : []
}

test('a format is named by what it shows, whatever its own name is', async () => {
  const pack =
    'extends: base\nformats:\n  talk: {extends: notes}\n  points: {extends: outline}\n  paper: {extends: handout}\n'
  const label = async (format: string) => readTree(await made(format, 'mk', pack)).artifacts[0]
  expect(await label('talk')).toContain('Белешки за говорникот')
  expect(await label('points')).toContain('Преглед')
  expect(await label('paper')).toContain('Материјал за учесниците')
}, 60_000)

test.runIf(has('pdftotext', '-v'))(
  'in Arabic captions begin at the right of their slide, the folio at the right',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
    onTestFinished(() => rmSync(folder, {recursive: true}))
    const file = join(folder, 'handout.pdf')
    writeFileSync(file, await made('handout-6', 'ar'))
    const words = [
      ...output('pdftotext', ['-bbox', file, '-']).matchAll(
        /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g
      )
    ]
    // Numbers of captions by the row and the right edge that they stand at, and the folio below.
    const numbers = words.flatMap(([, , y, right, , word = '']) =>
      /^[١-٩]$/.test(bare(word)) && [192, 103].includes(mm(right)) ? [`${bare(word)} ${mm(right)} ${mm(y)}`] : []
    )
    expect(numbers.sort()).toEqual(['١ 192 283', '١ 192 83', '٢ 103 83', '٣ 192 163', '٤ 103 163', '٥ 192 243'])
    const [label] = words.filter(([, , y]) => mm(y) < 20).sort(([, a], [, b]) => Number(a) - Number(b))
    expect(mm(label?.[1])).toBe(18)
  },
  60_000
)

test.runIf(canJudge())(
  'veraPDF finds each of them PDF/UA-1 and PDF/A-2a',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
    onTestFinished(() => rmSync(folder, {recursive: true}))
    const files: string[] = []
    for (const lang of ['mk', 'ar'] as const)
      for (const format of formats) {
        const file = join(folder, `${lang}-${format}.pdf`)
        writeFileSync(file, await made(format, lang))
        files.push(file)
      }
    for (const lang of ['mk', 'ar']) {
      const {bytes} = await deckOf('slides', {lang, markdown: mixedSlides(lang), pictures: album})
      const file = join(folder, `${lang}-mixed.pdf`)
      writeFileSync(file, bytes ?? new Uint8Array())
      files.push(file)
    }
    const verdicts = judge(files)
    expect(verdicts).toHaveLength(2 * files.length)
    expect(verdicts.filter(({passed}) => !passed)).toEqual([])
  },
  120_000
)
