/** Slides of every layout: where the design has them, and nothing beyond an edge or over something else. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {album} from '../helpers/album.ts'
import {type DeckText, deckOf} from '../helpers/deck.ts'
import {mixedSlides} from '../helpers/mixed-slides.ts'
import {has, output} from '../helpers/programs.ts'

/** A word and its box, pt from the top left corner of its page. */
interface Word {
  page: number
  word: string
  left: number
  top: number
  right: number
  bottom: number
}

async function wordsOf(text: DeckText): Promise<{words: Word[]; pages: {width: number; height: number}[]}> {
  const {bytes, diagnostics} = await deckOf('slides', text)
  expect(diagnostics).toEqual([])
  const folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const file = join(folder, 'deck.pdf')
  writeFileSync(file, bytes ?? new Uint8Array())
  const pages = output('pdftotext', ['-bbox', file, '-']).split('<page ').slice(1)
  const words = pages.flatMap((page, index) =>
    [...page.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)].map((found) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1, 5).map(Number)
      return {page: index + 1, word: found[5] ?? '', left, top, right, bottom}
    })
  )
  const sizes = pages.map((page) => {
    const [, width = 0, height = 0] = (/width="(.*?)" height="(.*?)"/.exec(page) ?? []).map(Number)
    return {width, height}
  })
  return {words, pages: sizes}
}

const design = `## Mission

### Four aims guide the work

- Help meet the growing operational challenges of managing migration.
- Improve understanding of migration issues.

:::quote[From the mission statement]
“Humane and orderly migration is in the interest of migrants and of society.”
:::

### The organisation at a glance

:::figures
- **1951** founded as ICEM
- **$1 bn** annual budget, approx.
- **5,400** staff, approx.
- **100+** countries
:::

:::table{header=both}
| Area of work | What it covers |
| --- | --- |
| Migration and development | Diaspora, research, fair labour mobility |
| Facilitating migration | Recruitment, language, integration |
| Regulating migration | Capacity building, counter-trafficking |
| Forced migration | Humanitarian action, return, reintegration |
:::
`

/** Boxes reach beyond the letters: so much of their height and width is drawn in, as part and as pt. */
const above = 0.3
const beside = 2

function overlap(one: Word, other: Word): boolean {
  const inner = ({left, top, right, bottom}: Word) => {
    const down = (bottom - top) * above
    const aside = Math.min(beside, (right - left) / 4)
    return {left: left + aside, top: top + down, right: right - aside, bottom: bottom - down}
  }
  const [a, b] = [inner(one), inner(other)]
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

describe.runIf(has('pdftotext', '-v'))('layouts of slides', () => {
  test('words stand where the design has them, pt from the left and from the top', async () => {
    const {words} = await wordsOf({markdown: design})
    const place = (page: number, word: string) => {
      const found = words.find((one) => one.page === page && one.word === word)
      return found && [Math.round(found.left), Math.round(found.bottom)]
    }
    const placed: [number, string, number, number][] = [
      [2, '1', 56, 286],
      [2, 'Mission', 56, 331],
      [3, 'Four', 56, 89],
      [3, 'Help', 378, 104],
      [3, 'Improve', 378, 208],
      [4, '“Humane', 56, 179],
      [4, 'is', 56, 235],
      [4, 'From', 56, 344],
      [5, 'organisation', 121, 89],
      [5, '1951', 56, 187],
      [5, 'bn', 342, 187],
      [5, 'founded', 56, 206],
      [5, 'Area', 56, 280],
      [5, 'What', 327, 280],
      [5, 'Forced', 56, 441],
      [5, '5', 898, 520]
    ]
    expect(placed.map(([page, word]) => [page, word, ...(place(page, word) ?? [])])).toEqual(placed)
  }, 60_000)

  test.each([
    ...['en', 'mk', 'ar'].flatMap((lang) => ['16:9', '4:3'].map((aspect) => ['strands', lang, aspect])),
    ['base', 'mk', '16:9'],
    ['base', 'ar', '4:3']
  ] as [string, string, string][])(
    'nothing is cut off or covered: %s, %s, %s',
    async (base, lang, aspect) => {
      const pack = `extends: ${base}\nformats: {slides: {aspect: "${aspect}"}}\n`
      const {words, pages} = await wordsOf({lang, markdown: mixedSlides(lang), pictures: album, pack})
      const width = aspect === '4:3' ? 720 : 960
      expect(new Set(pages.map((page) => `${Math.round(page.width)} x ${page.height}`))).toEqual(
        new Set([`${width} x 540`])
      )
      const outside = words.filter(({left, right, top, bottom}) => left < 0 || top < 0 || right > width || bottom > 540)
      expect(outside).toEqual([])
      const covered = words.flatMap((one, index) =>
        words.slice(index + 1).filter((other) => other.page === one.page && overlap(one, other))
      )
      expect(covered).toEqual([])
      expect(words.length).toBeGreaterThan(400)
    },
    60_000
  )
})
