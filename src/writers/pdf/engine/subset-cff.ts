/** Cut a CFF font down to the glyphs that a document draws: a font keyed by numbers, which are its codes. */
import {type Cff, OPERATORS, type Private, readCff} from './cff.ts'
import type {Sfnt} from './sfnt.ts'
import type {Drawn} from './subset.ts'

/** Numbers of the first two strings of a font's own. */
const FIRST_STRING = 391
const END_OF_GLYPH = 14

/**
 * The table `CFF ` with exactly `glyphs`, in their order; a glyph may stand there more than once. Clusters are drawn as
 * blanks. Subroutines are kept whole. Source: Adobe Technical Note 5176.
 */
export function subsetCff(font: Sfnt, glyphs: readonly Drawn[]): Buffer {
  const table = font.tables.get('CFF ')
  if (!table) throw new Error("The font has no table 'CFF '")
  const cff = readCff(font.bytes.subarray(table.offset, table.offset + table.length))
  const outlines = glyphs.map((glyph) => outlineOf(cff, glyph))
  const groups = glyphs.map((glyph) => (typeof glyph === 'number' ? cff.groupOf(glyph) : 0))
  const start = Buffer.concat([Buffer.from([1, 0, 4, 4]), index([Buffer.from(font.postScriptName, 'latin1')])])
  const strings = index([Buffer.from('Adobe'), Buffer.from('Identity')])
  const parts = [charset(glyphs.length), Buffer.from([0, ...groups]), index(outlines)]
  // Offsets have a fixed length, so that the dictionary's does not depend on them.
  const head = start.length + index([topDict(cff, glyphs.length, [0, 0, 0, 0])]).length
  const offsets = places(head + strings.length + cff.globalSubroutines.length, parts)
  const top = index([topDict(cff, glyphs.length, offsets)])
  return Buffer.concat([start, top, strings, cff.globalSubroutines, ...parts, groupsAt(cff.privates, offsets[3] ?? 0)])
}

/** Offset of each part, and of what follows them. */
function places(start: number, parts: readonly Buffer[]): number[] {
  const offsets = [start]
  for (const part of parts) offsets.push((offsets.at(-1) ?? 0) + part.length)
  return offsets
}

function outlineOf(cff: Cff, glyph: Drawn): Buffer {
  if (typeof glyph === 'number') return cff.charStrings[glyph] ?? Buffer.from([END_OF_GLYPH])
  const nominal = cff.privates[0]?.dict.get(OPERATORS.nominalWidth)?.numbers[0] ?? 0
  const width = Buffer.from([28, 0, 0, END_OF_GLYPH])
  width.writeInt16BE(glyph.advance - nominal, 1)
  return width
}

/** Glyph n has the number n. */
function charset(count: number): Buffer {
  if (count < 2) return Buffer.from([0])
  const ranges = Buffer.from([2, 0, 1, 0, 0])
  ranges.writeUInt16BE(count - 2, 3)
  return ranges
}

function topDict(
  cff: Cff,
  count: number,
  [charsetAt = 0, selectAt = 0, outlinesAt = 0, groupsAt = 0]: number[]
): Buffer {
  const kept = [OPERATORS.matrix, OPERATORS.bounds].flatMap((operator) => {
    const found = cff.top.get(operator)
    return found ? [found.bytes, code(operator)] : []
  })
  return Buffer.concat([
    entry(OPERATORS.registry, FIRST_STRING, FIRST_STRING + 1, 0),
    ...kept,
    entry(OPERATORS.glyphCount, count),
    entry(OPERATORS.charset, charsetAt),
    entry(OPERATORS.groupOfGlyph, selectAt),
    entry(OPERATORS.charStrings, outlinesAt),
    entry(OPERATORS.groups, groupsAt)
  ])
}

/** The index of groups, and after it what each of them points to. */
function groupsAt(privates: readonly Private[], start: number): Buffer {
  const bodies = privates.map(privateBody)
  const dicts = (offsets: readonly number[]): Buffer =>
    index(
      privates.map(({matrix}, group) => {
        const kept = matrix ? [matrix, code(OPERATORS.matrix)] : []
        return Buffer.concat([...kept, entry(OPERATORS.private, bodies[group]?.size ?? 0, offsets[group] ?? 0)])
      })
    )
  const bytes = bodies.map((body) => body.bytes)
  return Buffer.concat([dicts(places(start + dicts([]).length, bytes)), ...bytes])
}

/** A private dictionary of `size` bytes, followed by its subroutines. */
function privateBody({dict, subroutines}: Private): {size: number; bytes: Buffer} {
  const kept = [...dict].filter(([operator]) => operator !== OPERATORS.subroutines)
  const entries = kept.flatMap(([operator, {bytes}]) => [bytes, code(operator)])
  const length = entries.reduce((sum, bytes) => sum + bytes.length, 0)
  const pointer = entry(OPERATORS.subroutines, 0).length
  if (subroutines.length > 0) entries.push(entry(OPERATORS.subroutines, length + pointer))
  const whole = Buffer.concat(entries)
  return {size: whole.length, bytes: Buffer.concat([whole, subroutines])}
}

/** Operands of five bytes each, and their operator. */
function entry(operator: number, ...operands: readonly number[]): Buffer {
  const numbers = operands.map((operand) => {
    const number = Buffer.from([29, 0, 0, 0, 0])
    number.writeInt32BE(operand, 1)
    return number
  })
  return Buffer.concat([...numbers, code(operator)])
}

function code(operator: number): Buffer {
  return operator > 0xff ? Buffer.from([12, operator & 0xff]) : Buffer.from([operator])
}

function index(items: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(3 + 4 * (items.length + 1))
  head.writeUInt16BE(items.length, 0)
  head.writeUInt8(4, 2)
  let offset = 1
  for (const [at, item] of items.entries()) {
    head.writeUInt32BE(offset, 3 + 4 * at)
    offset += item.length
  }
  head.writeUInt32BE(offset, 3 + 4 * items.length)
  return Buffer.concat([head, ...items])
}
