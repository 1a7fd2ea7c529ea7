/** Fonts with outlines in CFF: what is embedded, and what readers make of it. The font is drawn for these tests. */
import {readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readCff} from '../../../../src/writers/pdf/engine/cff.ts'
import {readSfnt} from '../../../../src/writers/pdf/engine/sfnt.ts'
import {subsetCff} from '../../../../src/writers/pdf/engine/subset-cff.ts'
import {has, output} from '../../../helpers/programs.ts'
import {linesOf, readers} from '../../../helpers/readers.ts'
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
