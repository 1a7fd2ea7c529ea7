/** One change in brand.yml reaches every output and the art; a picture has its version for the language in all of them. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {inflateSync} from 'node:zlib'
import {unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {type Files, gatefold, project} from '../helpers/project.ts'

const formats = ['brochure', 'trifold', 'flyer', 'slides', 'handout', 'notes', 'outline', 'word', 'web']
const seed = readFileSync(join(import.meta.dirname, '../../content/iom/mk.md'), 'utf8')
// Without its editions, which have packs of their own.
const [publication = ''] = readFileSync(join(import.meta.dirname, '../../content/iom/publication.yml'), 'utf8').split(
  'editions:'
)

/** A project with the house text in a pack of its own that says `brand`. */
function house(brand: string): Files {
  return {
    'gatefold.yml': `source: mk\nlanguages: [mk]\nformats: [${formats}]\n`,
    'templates/own/template.yml': 'extends: strands\n',
    'templates/own/brand.yml': brand,
    'content/iom/publication.yml': publication
      .replace(/^(?:languages|formats):.*\n(?: {2}- .*\n)*/gm, '')
      .replace('strands', 'own'),
    'content/iom/mk.md': seed
  }
}

/** Everything in a file, packed or not: streams of a PDF, parts of a Word file, pictures inside a web page. */
function contents(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  if (text.startsWith('PK'))
    return Object.values(unzipSync(bytes))
      .map((part) => Buffer.from(part).toString('latin1'))
      .join('\n')
  if (!text.startsWith('%PDF'))
    return (
      text +
      [...text.matchAll(/base64,([^"]+)/g)]
        .map(([, data = '']) => Buffer.from(data, 'base64').toString('latin1'))
        .join('\n')
    )
  const streams = [...text.matchAll(/stream\n/g)].flatMap(({index}) => {
    const data = file.subarray(index + 7)
    return data[0] === 0x78 ? [inflateSync(data, {finishFlush: 2}).toString('latin1')] : []
  })
  return streams.join('\n')
}

/** Colours that a file names or draws with, `#RRGGBB`. */
function coloursOf(bytes: Uint8Array): Set<string> {
  const text = contents(bytes)
  const drawn = [...text.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:scn|SCN|rg|RG)\b/g)].map(([, ...parts]) =>
    parts
      .slice(0, 3)
      .map((part) =>
        Math.round(Number(part) * 255)
          .toString(16)
          .padStart(2, '0')
      )
      .join('')
  )
  const written = [...text.matchAll(/(?:#|w:(?:val|fill|color)="|srgbClr val=")([\da-f]{6})\b/gi)].map(
    ([, hex = '']) => hex
  )
  return new Set([...drawn, ...written].map((hex) => `#${hex.toUpperCase()}`))
}

async function built(brand: string): Promise<Map<string, Uint8Array>> {
  const folder = project(house(brand))
  const {code, err} = await gatefold(folder, ['build'])
  expect([code, err]).toEqual([0, expect.stringContaining(`${formats.length} documents built, 0 failed, 0 errors`)])
  const extension = (format: string) => ({word: 'docx', web: 'html'})[format] ?? 'pdf'
  return new Map(
    formats.map((format) => [format, readFileSync(join(folder, `output/iom/mk/iom-${format}.${extension(format)}`))])
  )
}

describe('one change in brand.yml', () => {
  const before = new Map<string, Uint8Array>()
  const after = new Map<string, Uint8Array>()
  const [pine, signal, blue, cyan] = ['#0F3B38', '#F0532D', '#12356B', '#0D7FA5'] as const

  test('reaches each format', async () => {
    for (const [format, bytes] of await built('{}')) before.set(format, bytes)
    const brand = `color: {palette: {pine: "${blue}", signal: "${cyan}"}}\ntypography: {headings: {family: Source Serif 4}}\n`
    for (const [format, bytes] of await built(brand)) after.set(format, bytes)
  }, 60_000)

  test.each(formats)('colours: %s', (format) => {
    const [old, fresh] = [before, after].map((files) => coloursOf(files.get(format) ?? new Uint8Array()))
    expect([...(old ?? [])]).toEqual(expect.arrayContaining([pine]))
    expect([...(fresh ?? [])]).toEqual(expect.arrayContaining([blue]))
    expect(fresh?.has(pine)).toBe(false)
    // What is drawn in the art and the markers only.
    expect(fresh?.has(cyan)).toBe(old?.has(signal))
    expect(fresh?.has(signal)).toBe(false)
  })

  test.each(formats)('family of headings: %s', (format) => {
    const names =
      format === 'word'
        ? /<a:majorFont><a:latin typeface="[^"]*"/g
        : format === 'web'
          ? /--font-head: '[^']*'/g
          : /\+[\w-]*Geologica[\w-]*/g
    const [old, fresh] = [before, after].map(
      (files) => contents(files.get(format) ?? new Uint8Array()).match(names) ?? []
    )
    expect(old?.some((name) => name.includes('Geologica'))).toBe(true)
    expect(fresh?.some((name) => name.includes('Geologica'))).toBe(false)
  })
})

describe('a picture in the version for the language', () => {
  const drawing = (color: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="${color}" d="M0 0h9v9z"/></svg>`
  const all = ['brochure', 'slides', 'handout', 'word', 'web']

  test('is shown by every writer, and by a language that falls back to it', async () => {
    const folder = project({
      'gatefold.yml': `source: en\nlanguages: [en, ar, sq]\nfallback: {sq: [ar]}\nformats: [${all}]\n`,
      'content/a/publication.yml': '',
      'content/a/en.md': '---\ntitle: A\n---\n\n## One {#one}\n\n::figure{src=map.svg alt="Map"}\n',
      'content/a/map.svg': drawing('#112233'),
      'content/a/map.ar.svg': drawing('#445566')
    })
    await gatefold(folder, ['build'])
    for (const format of all) {
      const extension = {word: 'docx', web: 'html'}[format] ?? 'pdf'
      const colours = (lang: string) =>
        coloursOf(readFileSync(join(folder, `output/a/${lang}/a-${format}.${extension}`)))
      expect(['en', 'ar', 'sq'].map((lang) => ['#112233', '#445566'].filter((one) => colours(lang).has(one)))).toEqual([
        ['#112233'],
        ['#445566'],
        ['#445566']
      ])
    }
  }, 60_000)
})
