/** Scripts and directions: each text is drawn without gaps, and three readers give it back. */
import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {FontFace} from '../../../../src/theme/brand.ts'
import type {Run} from '../../../../src/writers/pdf/content.ts'
import {findBreaks} from '../../../../src/writers/pdf/engine/breaks.ts'
import {openFace} from '../../../../src/writers/pdf/engine/face.ts'
import {has} from '../../../helpers/programs.ts'
import {linesOf, readers} from '../../../helpers/readers.ts'
import {type Sample, samples} from './samples.ts'
import {body, engine, items, pagesOf} from './setup.ts'

const {resolve} = createRequire(import.meta.url)

/** The regular face of a font package. */
function regular(font: string): FontFace {
  const folder = join(dirname(resolve(`@expo-google-fonts/${font}/package.json`)), '400Regular')
  const file = readdirSync(folder).find((name) => name.endsWith('.ttf')) ?? ''
  return {family: font, path: `@expo-google-fonts/${font}/400Regular/${file}`, weight: 400, italic: false}
}

interface Drawn {
  missing: string[]
  file: Uint8Array
}

interface Lines {
  lang: string
  dir: Sample['dir']
  lines: readonly (readonly (Pick<Run, 'text'> & Partial<Run>)[])[]
  fonts: readonly string[]
}

/** Lines in the given fonts, in a column that is wide enough. */
function drawLines({lang, dir, lines, fonts}: Lines): Drawn {
  const missing: string[] = []
  const laid = engine({
    lang,
    dir,
    faces: fonts.map(regular),
    missing: (codePoint) => missing.push(codePoint.toString(16))
  })
  const style = {...body, families: fonts}
  const paragraphs = lines.map((line) => {
    return {kind: 'text', runs: line.map((run) => ({style, ...run})), align: 'start'} as const
  })
  const {fragments} = laid.flow(paragraphs, () => ({width: 500, height: 100, page: 1}), laid.root)
  return {missing, file: laid.write(pagesOf(fragments))}
}

/** What each reader makes of it: `ok`, or the text that it gives instead. */
async function read(file: Uint8Array, text: string): Promise<string[]> {
  const results: string[] = []
  for (const reader of Object.values(readers)) {
    const found = linesOf(await reader(file)).join(' ⏎ ')
    results.push(found === text.normalize() ? 'ok' : found)
  }
  return results
}

test.runIf(has('pdftotext', '-v'))('each script is drawn whole, and three readers give it back', async () => {
  const rows: string[] = []
  for (const [script, {lang, dir, font, text}] of Object.entries(samples)) {
    const {missing, file} = drawLines({lang, dir, lines: [[{text}]], fonts: [font]})
    rows.push([script, missing.length, ...(await read(file, text))].join(' | '))
  }
  expect([`script | missing | ${Object.keys(readers).join(' | ')}`, ...rows]).toMatchInlineSnapshot(`
    [
      "script | missing | pdftotext | pdf.js | PDFium",
      "Latin | 0 | ok | ok | ok",
      "Vietnamese | 0 | ok | ok | ok",
      "Cyrillic | 0 | ok | ok | ok",
      "Greek | 0 | ok | ok | ok",
      "Armenian | 0 | ok | ok | ok",
      "Georgian | 0 | ok | ok | ok",
      "Arabic | 0 | ok | ok | ok",
      "Hebrew | 0 | ok | ok | ok",
      "Devanagari | 0 | ok | ok | ok",
      "Bengali | 0 | ok | ok | ok",
      "Gurmukhi | 0 | ok | ok | ok",
      "Gujarati | 0 | ok | ok | ok",
      "Tamil | 0 | ok | ok | ok",
      "Telugu | 0 | ok | ok | ok",
      "Kannada | 0 | ok | ok | ok",
      "Malayalam | 0 | ok | ok | ok",
      "Sinhala | 0 | ok | ok | ok",
      "Thai | 0 | ok | ok | ok",
      "Lao | 0 | ok | ok | ok",
      "Khmer | 0 | ok | ok | ok",
      "Myanmar | 0 | ok | ok | ok",
      "Ethiopic | 0 | ok | ok | ok",
      "Hangul | 0 | ok | ok | ok",
      "Kana | 0 | ok | ok | ok",
      "Han (Japanese) | 0 | ok | ok | ok",
      "Han (Chinese) | 0 | ok | ok | ok",
    ]
  `)
})

/** Lines of both directions; `|` changes the look, `[` begins a link and `]` ends it. */
const arabic = [
  'نشر Gatefold (الإصدار 2.0) عام 2024 في Skopje.',
  'السعر 12,50 € (مع الضريبة)',
  'عام ١٩٥١ (السنة الأولى)',
  'كَتَبَ الوَلَدُ الدَّرْسَ',
  'لا أحد في القرية إلى الآن',
  'هذا |كتاب| جديد.',
  'هذا |Book| جديد.',
  'انظر [كتاب جديد] هنا، و[Book] هناك.',
  'قال: «نعم، 50% من 3-5 كتب».',
  'للتواصل: info@example.org أو +389 2 123 456'
]
const hebrew = [
  'ראו «ספר (חדש)». עלייה של 5% ב-2024',
  'גרסה 2.0 של Gatefold (חדש) משנת 2024.',
  'המחיר 12.50 € (כולל הכול)',
  'זה |ספר| חדש.',
  'דואר info@example.org, טלפון 02-123'
]
const english = [
  'The word كتاب (book) and ספר mean the same.',
  'See |كتاب| now.',
  'See كتاب جديد now.',
  'Read كتاب في 2024 twice.'
]
/** Readers go by what most of a page is. */
const around = {
  ar: 'لا أحد في القرية إلى الآن وكل شيء في مكانه',
  he: 'לכל דף יש מקום בספר וכל דבר במקומו',
  en: 'Every sheet has its place in the book, and so on.'
}

/** Runs of a line as it is written above. */
function marked(text: string, style: typeof body): (Pick<Run, 'text'> & Partial<Run>)[] {
  let red = false
  let link = false
  return text.split(/([|[\]])/).flatMap((part) => {
    if (part === '|') red = !red
    if (part === '[' || part === ']') link = part === '['
    if (/^[|[\]]?$/.test(part)) return []
    return [
      {text: part, style: {...style, ...(red && {color: '#B8350F'})}, ...(link && {link: 'https://example.org/'})}
    ]
  })
}

test.runIf(has('pdftotext', '-v')).each([
  ['noto-naskh-arabic', 'ar', arabic],
  ['amiri', 'ar', arabic],
  ['ibm-plex-sans-arabic', 'ar', arabic],
  ['noto-sans-hebrew', 'he', hebrew],
  ['noto-sans', 'en', english]
] as const)('mixed lines in %s', async (font, lang, texts) => {
  const rows: Record<string, string[]> = {}
  const usual = around[lang]
  for (const text of texts) {
    const fonts = [font, 'noto-sans', 'noto-naskh-arabic', 'noto-sans-hebrew']
    const lines = [usual, text, usual].map((line) => marked(line, {...body, families: fonts}))
    const {missing, file} = drawLines({lang, dir: lang === 'en' ? 'ltr' : 'rtl', lines, fonts})
    expect(missing).toEqual([])
    const plain = text.replace(/[|[\]]/g, '')
    const found = await read(file, [usual, plain, usual].join(' ⏎ '))
    rows[text] = found.map((line) =>
      line
        .split(' ⏎ ')
        .filter((part) => part !== usual)
        .join(' ⏎ ')
    )
  }
  expect(rows).toMatchSnapshot()
})

test.each([
  ['th', 'กระดาษทุกแผ่นมีที่ของมันและคนอื่นๆ', 'กระดาษ|ทุก|แผ่น|มี|ที่|ของ|มัน|และ|คน|อื่นๆ'],
  ['lo', 'ເຈ້ຍທຸກແຜ່ນມີບ່ອນ', 'ເຈ້ຍ|ທຸກ|ແຜ່ນ|ມີ|ບ່ອນ'],
  ['km', 'ក្រដាសនីមួយៗមានកន្លែង', 'ក្រដាស|នី|មួយៗ|មាន|កន្លែង'],
  ['my', 'စာရွက်တိုင်းမှာ', 'စာရွက်|တိုင်း|မှာ'],
  ['ja', '「紙」には、場所。', '「紙」|に|は、|場|所。'],
  ['mk', 'еден-два три', 'еден-|два |три']
])('%s: lines end between words', (_, text, expected) => {
  const ends = [...findBreaks(text).keys(), 0].sort((a, b) => a - b)
  expect(
    ends
      .slice(1)
      .map((end, index) => text.slice(ends[index], end))
      .join('|')
  ).toBe(expected)
})

test('a language chooses its forms: italics of Macedonian and Serbian are not those of Russian', () => {
  const path = resolve('@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf')
  const face = openFace(readFileSync(path))
  const glyphs = (lang: string) => face.shape('гдпт', {lang, rtl: false}).glyphs.map(({id}) => id)
  expect(glyphs('mk')).toEqual(glyphs('sr'))
  expect(glyphs('mk')).not.toEqual(glyphs('ru'))
})

describe('fonts of a line', () => {
  test('a character goes to the first font that has it; lines keep their height', () => {
    const laid = engine({faces: ['noto-sans', 'noto-sans-tamil', 'noto-sans-thai'].map(regular)})
    const style = {...body, families: ['noto-sans', 'noto-sans-tamil', 'noto-sans-thai']}
    const {fragments} = laid.flow([text('a\nஒரு ก b', style)], () => ({width: 300, height: 90, page: 1}), laid.root)
    const [plain, mixed] = items(fragments[0]).filter((item) => item.type === 'line')
    expect(mixed?.pieces.map(({inline}) => [inline.font.face.postScriptName, inline.text])).toEqual([
      ['NotoSansTamil-Regular', 'ஒரு '],
      ['NotoSansThai-Regular', 'ก '],
      ['NotoSans-Regular', 'b']
    ])
    expect([mixed?.height, mixed?.baseline]).toEqual([plain?.height, plain?.baseline])
  })

  test('a mark stays with its letter, and is missing where that font lacks it', () => {
    const missing: string[] = []
    const laid = engine({
      faces: ['noto-sans-thai', 'noto-sans'].map(regular),
      missing: (codePoint) => missing.push(codePoint.toString(16))
    })
    const style = {...body, families: ['noto-sans-thai', 'noto-sans']}
    laid.flow([text('x\u030c ก\u0e48 ก\u0489', style)], () => ({width: 300, height: 90, page: 1}), laid.root)
    expect(missing).toEqual(['489'])
  })

  function text(value: string, style: typeof body) {
    return {kind: 'text', runs: [{text: value, style}], align: 'start'} as const
  }
})
