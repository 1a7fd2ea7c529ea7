/** Fonts with outlines in CFF: what is embedded, and what readers make of it. The font is drawn for these tests. */
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readCff} from '../../../../src/writers/pdf/engine/cff.ts'
import {openFace} from '../../../../src/writers/pdf/engine/face.ts'
import {readSfnt} from '../../../../src/writers/pdf/engine/sfnt.ts'
import {subset} from '../../../../src/writers/pdf/engine/subset.ts'
import {subsetCff} from '../../../../src/writers/pdf/engine/subset-cff.ts'
import {has, output} from '../../../helpers/programs.ts'
import {linesOf, readers} from '../../../helpers/readers.ts'
import {canJudge, judge} from '../../../helpers/verapdf.ts'
import {body, engine, pagesOf} from './setup.ts'

const path = join(import.meta.dirname, '../../../fixtures/fonts/drawn.otf')
const font = readSfnt(readFileSync(path))
const glyphsOf = (text: string) => Array.from(text, (character) => font.glyphOf(character.codePointAt(0) ?? 0))

describe('a subset', () => {
  const table = font.tables.get('CFF ')
  const source = readCff(font.bytes.subarray(table?.offset, (table?.offset ?? 0) + (table?.length ?? 0)))
  const first = subsetCff(font, [0, ...glyphsOf('CABA')])

  test('has the outlines in the order of their codes, repeated ones too', () => {
    const [a, b, c] = glyphsOf('ABC').map((glyph) => source.charStrings[glyph])
    expect(readCff(first).charStrings).toEqual([source.charStrings[0], c, a, b, a])
  })

  test('keeps widths and hints', () => {
    const [group] = readCff(first).privates
    const widths = (dict: typeof group) => [20, 21].map((operator) => dict?.dict.get(operator)?.numbers)
    expect(widths(group)).toEqual(widths(source.privates[0]))
  })

  test('of a font with groups of glyphs keeps the groups', () => {
    const grouped = {...font, bytes: first, tables: new Map([['CFF ', {offset: 0, length: first.length}]])}
    const second = readCff(subsetCff(grouped, [0, 2]))
    expect(second.charStrings).toEqual([0, 2].map((glyph) => readCff(first).charStrings[glyph]))
    expect(second.groupOf(1)).toBe(0)
  })

  test('has blanks of a width', () => {
    const {charStrings} = readCff(subsetCff(font, [0, {parts: [], advance: 0}]))
    expect(charStrings[1]?.toString('hex')).toBe('1cfe0c0e')
  })
})

describe.runIf(has('pdffonts', '-v'))('a file', () => {
  const laid = engine({faces: [{family: 'Drawn', path, weight: 400, italic: false}], load: () => readFileSync(path)})
  const style = {...body, families: ['Drawn']}
  const text = 'ABBA CAB A\u030aC'
  const {fragments} = laid.flow(
    [{kind: 'text', runs: [{text, style}], align: 'start'}],
    () => ({width: 200, height: 40, page: 1}),
    laid.root
  )
  const bytes = laid.write(pagesOf(fragments))

  test('has the font as a subset with its outlines', () => {
    const file = join(tmpdir(), 'gatefold-opentype.pdf')
    writeFileSync(file, bytes)
    expect(output('pdffonts', [file])).toMatch(/AAAAAB\+GatefoldTest-Regular +CID Type 0C +Identity-H +yes yes yes/)
  })

  test.each(Object.entries(readers))('is read by %s', async (_, read) => {
    expect(linesOf(await read(bytes)).join()).toBe(text.normalize())
  })
})

describe('a variable font', () => {
  const variable = join(import.meta.dirname, '../../../fixtures/fonts/variable.ttf')
  const faces = [100, 500, 900, 2000].map((weight) => ({family: 'Variable', path: variable, weight, italic: false}))
  const laid = engine({faces, load: () => readFileSync(variable)})
  const width = (weight: number) => laid.width([{text: 'I', style: {...body, families: ['Variable'], weight}}])

  test('gives each weight an instance, within the limits of its axis', () => {
    expect([100, 500, 900, 2000].map(width)).toEqual([2, 3.5, 5, 5])
  })

  test('has them between its named instances, too', () => {
    const between = engine({
      faces: [{family: 'Variable', path: variable, weight: 437, italic: false}],
      load: () => readFileSync(variable)
    })
    expect(between.width([{text: 'I', style: {...body, families: ['Variable'], weight: 437}}])).toBeCloseTo(3.264, 2)
  })

  test('is embedded as the instances in use', () => {
    const style = {...body, families: ['Variable']}
    const runs = [100, 900].map((weight) => ({text: 'IL', style: {...style, weight}}))
    const {fragments} = laid.flow(
      [{kind: 'text', runs, align: 'start'}],
      () => ({width: 200, height: 40, page: 1}),
      laid.root
    )
    expect(() => laid.write(pagesOf(fragments))).not.toThrow()
  })
})

test.runIf(canJudge())('files with CFF outlines and with instances of a variable font are what they say', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatefold-opentype-'))
  const variable = join(import.meta.dirname, '../../../fixtures/fonts/variable.ttf')
  const written = [
    {name: 'compact', file: path, weights: [400], text: 'ABBA CAB A\u030aC'},
    {name: 'variable', file: variable, weights: [100, 437, 900], text: 'ILIL'}
  ].map(({name, file, weights, text}) => {
    const faces = weights.map((weight) => ({family: name, path: file, weight, italic: false}))
    const laid = engine({faces, load: () => readFileSync(file)})
    const runs = weights.map((weight) => ({text, style: {...body, families: [name], weight}}))
    const {fragments} = laid.flow(
      [{kind: 'text', runs, align: 'start'}],
      () => ({width: 200, height: 80, page: 1}),
      laid.root
    )
    const place = join(folder, `${name}.pdf`)
    writeFileSync(place, laid.write(pagesOf(fragments)))
    return place
  })
  expect(judge(written).map(({flavour, failures}) => ({flavour, failures}))).toEqual([
    {flavour: 'ua1', failures: []},
    {flavour: '2a', failures: []},
    {flavour: 'ua1', failures: []},
    {flavour: '2a', failures: []}
  ])
})

describe('a font of thousands of signs', () => {
  const {resolve} = createRequire(import.meta.url)
  const file = resolve('@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf')
  const bytes = readFileSync(file)

  test('is cut down to those in use in a moment', () => {
    const face = openFace(bytes)
    const signs = Array.from({length: 0x9fff - 0x4e00}, (_, index) => 0x4e00 + index).filter((code) => face.has(code))
    expect(signs.length).toBeGreaterThan(3000)
    const glyphs = [0, ...signs.map((code) => face.glyphOf(code))]
    const start = process.cpuUsage()
    const all = subset(face, glyphs)
    const few = subset(face, glyphs.slice(0, 20))
    const {user} = process.cpuUsage(start)
    expect(user / 1000).toBeLessThan(500)
    expect(few.length).toBeLessThan(all.length / 50)
  })
})
