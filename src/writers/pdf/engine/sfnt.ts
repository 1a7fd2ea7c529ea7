/** The tables of a TrueType or OpenType file: metrics and the character map. */
import {type FontTable, fontTables, nameText} from '../../../theme/font-tables.ts'

/** Lengths are in 1/1000 em. */
export interface Sfnt {
  bytes: Buffer
  tables: ReadonlyMap<string, FontTable>
  unitsPerEm: number
  ascent: number
  descent: number
  xHeight: number
  capHeight: number
  bounds: readonly number[]
  italicAngle: number
  italic: boolean
  fixedPitch: boolean
  longOffsets: boolean
  /** Its outlines are in a table `CFF `. */
  compact: boolean
  glyphCount: number
  /** Entries of the horizontal metrics table. */
  metricCount: number
  postScriptName: string
  /** Glyph of a character, 0 where the font has none. */
  glyphOf(codePoint: number): number
  /** Advance of a glyph. */
  advanceOf(glyph: number): number
}

/** Read a TrueType or OpenType font; throws for a file that is none. Source: OpenType 1.9.1. */
export function readSfnt(data: Uint8Array): Sfnt {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const tables = fontTables(bytes)
  const at = (tag: string): number => {
    const table = tables.get(tag)
    if (!table) throw new Error(`The font has no table '${tag}'`)
    return table.offset
  }
  const head = at('head')
  const hhea = at('hhea')
  const hmtx = at('hmtx')
  const unitsPerEm = bytes.readUInt16BE(head + 18)
  const scale = 1000 / unitsPerEm
  const metricCount = bytes.readUInt16BE(hhea + 34)
  const ascent = bytes.readInt16BE(hhea + 4) * scale
  const os2 = tables.get('OS/2')
  const heights = os2 && bytes.readUInt16BE(os2.offset) >= 2 ? os2.offset : undefined
  return {
    bytes,
    tables,
    unitsPerEm,
    ascent,
    descent: bytes.readInt16BE(hhea + 6) * scale,
    xHeight: heights === undefined ? ascent / 2 : bytes.readInt16BE(heights + 86) * scale,
    capHeight: heights === undefined ? ascent : bytes.readInt16BE(heights + 88) * scale,
    bounds: [36, 38, 40, 42].map((offset) => bytes.readInt16BE(head + offset) * scale),
    italicAngle: bytes.readInt32BE(at('post') + 4) / 65536,
    italic: (bytes.readUInt16BE(head + 44) & 2) !== 0,
    fixedPitch: bytes.readUInt32BE(at('post') + 12) !== 0,
    longOffsets: bytes.readInt16BE(head + 50) === 1,
    compact: tables.has('CFF '),
    glyphCount: bytes.readUInt16BE(at('maxp') + 4),
    metricCount,
    postScriptName: readPostScriptName(bytes, at('name')),
    glyphOf: characterMap(bytes, at('cmap')),
    advanceOf: (glyph) => bytes.readUInt16BE(hmtx + 4 * Math.min(glyph, metricCount - 1)) * scale
  }
}

/** True where the font has axes, of which a document needs one place each. */
export function isVariable(data: Uint8Array): boolean {
  return fontTables(Buffer.from(data.buffer, data.byteOffset, data.byteLength)).has('fvar')
}

function readPostScriptName(bytes: Buffer, name: number): string {
  const strings = name + bytes.readUInt16BE(name + 4)
  for (let index = 0; index < bytes.readUInt16BE(name + 2); index++) {
    const entry = name + 6 + 12 * index
    if (bytes.readUInt16BE(entry) !== 3 || bytes.readUInt16BE(entry + 6) !== 6) continue
    const start = strings + bytes.readUInt16BE(entry + 10)
    return inName(nameText(bytes, start, bytes.readUInt16BE(entry + 8)))
  }
  return 'Font'
}

/** What may stand in the name of a font (OpenType 1.9.1, name ID 6). */
function inName(text: string): string {
  return text.replace(/[^\x21-\x7e]|[[\](){}<>/%]/g, '').slice(0, 63) || 'Font'
}

/** Formats 12 and 4, the best that the file has; one that goes on behind the end of the file is none. */
function characterMap(bytes: Buffer, cmap: number): (codePoint: number) => number {
  const all = Array.from({length: bytes.readUInt16BE(cmap + 2)}, (_, index) => {
    return cmap + bytes.readUInt32BE(cmap + 8 + 8 * index)
  })
  const subtables = all.filter((offset) => {
    if (offset + 16 > bytes.length) return false
    const full = bytes.readUInt16BE(offset) === 12
    const size = full ? 12 * bytes.readUInt32BE(offset + 12) : 4 * bytes.readUInt16BE(offset + 6)
    return size > 0 && offset + 16 + size <= bytes.length
  })
  const full = subtables.find((offset) => bytes.readUInt16BE(offset) === 12)
  if (full !== undefined) return (codePoint) => lookUpGroups(bytes, full, codePoint)
  const basic = subtables.find((offset) => bytes.readUInt16BE(offset) === 4)
  return basic === undefined ? () => 0 : (codePoint) => lookUpSegments(bytes, basic, codePoint)
}

function lookUpGroups(bytes: Buffer, table: number, codePoint: number): number {
  let low = 0
  let high = bytes.readUInt32BE(table + 12) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const group = table + 16 + 12 * middle
    const first = bytes.readUInt32BE(group)
    if (codePoint < first) high = middle - 1
    else if (codePoint > bytes.readUInt32BE(group + 4)) low = middle + 1
    else return bytes.readUInt32BE(group + 8) + codePoint - first
  }
  return 0
}

function lookUpSegments(bytes: Buffer, table: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0
  const count = bytes.readUInt16BE(table + 6) / 2
  const ends = table + 14
  const starts = table + 16 + 2 * count
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (bytes.readUInt16BE(ends + 2 * middle) < codePoint) low = middle + 1
    else high = middle
  }
  const start = bytes.readUInt16BE(starts + 2 * low)
  if (codePoint < start || codePoint > bytes.readUInt16BE(ends + 2 * low)) return 0
  const delta = bytes.readInt16BE(starts + 2 * count + 2 * low)
  const rangeAt = starts + 4 * count + 2 * low
  const range = bytes.readUInt16BE(rangeAt)
  if (range === 0) return (codePoint + delta) & 0xffff
  const glyphAt = rangeAt + range + 2 * (codePoint - start)
  const glyph = glyphAt + 2 > bytes.length ? 0 : bytes.readUInt16BE(glyphAt)
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}
