/** Font files with something wrong in them: each is either refused, or draws a file that can be written. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {fontFault} from '../../../../src/theme/font-file.ts'
import {canOpen} from '../../../../src/writers/pdf/engine/faces.ts'
import {Random} from '../../../helpers/random.ts'
import {body, engine, pagesOf} from './setup.ts'

const {resolve} = createRequire(import.meta.url)
const fixtures = join(import.meta.dirname, '../../../fixtures/fonts')
const fonts = {
  TrueType: readFileSync(resolve('@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf')),
  CFF: readFileSync(join(fixtures, 'drawn.otf')),
  variable: readFileSync(join(fixtures, 'variable.ttf'))
}

/** What becomes of a font; throws only for a fault of the program. */
function outcome(bytes: Buffer, path: string): 'refused' | 'damaged' | 'written' {
  const face = {family: 'Test', path, weight: 400, italic: false}
  if (fontFault(bytes) !== undefined) return 'refused'
  if (!canOpen(face, bytes)) return 'damaged'
  const laid = engine({faces: [face], load: () => bytes, missing() {}})
  const runs = [{text: 'AB CIL שלום בָּ 12', style: {...body, families: ['Test']}}]
  const {fragments} = laid.flow(
    [{kind: 'text', runs, align: 'start'}],
    () => ({width: 90, height: 90, page: 1}),
    laid.root
  )
  laid.write(pagesOf(fragments))
  return 'written'
}

/** Offset and length of the tables of a font, by their tags. */
function tables(bytes: Buffer): Map<string, {entry: number; offset: number; length: number}> {
  const entries = Array.from({length: bytes.readUInt16BE(4)}, (_, index) => 12 + 16 * index)
  return new Map(
    entries.map((entry) => {
      const [offset, length] = [bytes.readUInt32BE(entry + 8), bytes.readUInt32BE(entry + 12)]
      return [bytes.toString('latin1', entry, entry + 4), {entry, offset, length}]
    })
  )
}

function changed(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes)
  change(copy)
  return copy
}

describe.each(Object.entries(fonts))('%s', (name, font) => {
  test('as it is', () => expect(outcome(font, name)).toBe('written'))

  test('with other checksums is written: nobody needs them', () => {
    const copy = changed(font, (bytes) => {
      for (const {entry} of tables(bytes).values()) bytes.writeUInt32BE(0x12345678, entry + 4)
    })
    expect(outcome(copy, `${name} sums`)).toBe('written')
  })

  test('cut off anywhere is refused', () => {
    const lengths = Array.from({length: 40}, (_, index) => Math.floor((font.length * index) / 40))
    const outcomes = lengths.map((length) => outcome(font.subarray(0, length), `${name} ${length}`))
    expect(new Set(outcomes)).toEqual(new Set(['refused']))
  })

  test('with a table of zeros, or none', () => {
    for (const [tag, {entry, offset, length}] of tables(font)) {
      const zeros = changed(font, (bytes) => bytes.fill(0, offset, offset + length))
      const empty = changed(font, (bytes) => bytes.writeUInt32BE(0, entry + 12))
      expect([outcome(zeros, `${name} 0 ${tag}`), outcome(empty, `${name} - ${tag}`)], tag).toHaveLength(2)
    }
  })

  test('with bytes that are not its own', () => {
    const random = new Random(7)
    const outcomes = Array.from({length: 150}, (_, round) => {
      const copy = changed(font, (bytes) => {
        const places = [...tables(bytes).values()]
        const {entry, offset, length} = random.pick([places[0] ?? {entry: 12, offset: 0, length: 1}, ...places])
        const directory = random.chance(0.2)
        for (let times = random.whole(1, 6); times > 0; times--) {
          const at = directory
            ? entry + random.whole(8, 15)
            : offset + random.whole(0, Math.max(0, Math.min(length, 400) - 1))
          if (at < bytes.length) bytes[at] = random.whole(0, 255)
        }
      })
      return outcome(copy, `${name} ${round}`)
    })
    expect(new Set(outcomes)).toContain('written')
    expect(outcomes.filter((result) => result !== 'written').length).toBeGreaterThan(5)
  })
})
