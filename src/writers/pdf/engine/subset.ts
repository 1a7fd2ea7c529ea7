/** Cut a TrueType font down to the glyphs that a document draws. */
import type {Part} from './face.ts'
import type {Sfnt} from './sfnt.ts'

/** A glyph of the font, or a cluster of several that becomes one; its advance is in units of the font. */
export type Drawn = number | {parts: readonly Part[]; advance: number}

const WORD_OFFSETS = 1 | 2
const MORE_COMPONENTS = 0x20
const KEPT_TABLES = ['cvt ', 'fpgm', 'prep']

/**
 * The font with exactly `glyphs`, in their order; a glyph may stand there more than once. Clusters become composite
 * glyphs, and parts of composite glyphs are appended. Source: OpenType 1.9.1, glyf.
 */
export function subset(font: Sfnt, glyphs: readonly Drawn[]): Buffer {
  const list = [...glyphs]
  const outlines = collectOutlines(font, list)
  const tables = new Map<string, Buffer>([
    ['glyf', Buffer.concat(outlines)],
    ['head', head(font)],
    ['hhea', hhea(font, list.length)],
    ['hmtx', hmtx(font, list, outlines)],
    ['loca', loca(outlines)],
    ['maxp', maxp(font, list)]
  ])
  for (const tag of KEPT_TABLES) if (font.tables.has(tag)) tables.set(tag, tableOf(font, tag))
  return assemble(tables)
}

function tableOf(font: Sfnt, tag: string): Buffer {
  const table = font.tables.get(tag)
  if (!table) throw new Error(`The font has no table '${tag}'`)
  return font.bytes.subarray(table.offset, table.offset + table.length)
}

/** A table to write into. */
function copy(font: Sfnt, tag: string): Buffer {
  return Buffer.from(tableOf(font, tag))
}

/** Outlines padded to four bytes; `list` grows by the parts of composite glyphs. */
function collectOutlines(font: Sfnt, list: Drawn[]): Buffer[] {
  const source = tableOf(font, 'glyf')
  const offsets = tableOf(font, 'loca')
  const offsetOf = (glyph: number): number =>
    font.longOffsets ? offsets.readUInt32BE(4 * glyph) : 2 * offsets.readUInt16BE(2 * glyph)
  const outlineOf = (glyph: number): Buffer => Buffer.from(source.subarray(offsetOf(glyph), offsetOf(glyph + 1)))
  const places = new Map<number, number>()
  for (const [index, glyph] of list.entries())
    if (typeof glyph === 'number' && !places.has(glyph)) places.set(glyph, index)

  function placeOf(glyph: number): number {
    const known = places.get(glyph)
    if (known !== undefined) return known
    places.set(glyph, list.length)
    return list.push(glyph) - 1
  }

  const outlines: Buffer[] = []
  for (let index = 0; index < list.length; index++) {
    const glyph = list[index] ?? 0
    const outline = typeof glyph === 'number' ? outlineOf(glyph) : compose(glyph.parts, outlineOf)
    if (outline.length > 0 && outline.readInt16BE(0) < 0) renumberParts(outline, placeOf)
    outlines.push(Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]))
  }
  return outlines
}

/** The outline of a composite glyph whose parts still have their numbers in the font. */
function compose(all: readonly Part[], outlineOf: (glyph: number) => Buffer): Buffer {
  const parts = all.map((part) => ({...part, outline: outlineOf(part.id)})).filter(({outline}) => outline.length > 0)
  if (parts.length === 0) return Buffer.alloc(0)
  const composite = Buffer.alloc(10 + 8 * parts.length)
  composite.writeInt16BE(-1, 0)
  composite.writeInt16BE(int16(Math.min(...parts.map(({outline, x}) => outline.readInt16BE(2) + x))), 2)
  composite.writeInt16BE(int16(Math.min(...parts.map(({outline, y}) => outline.readInt16BE(4) + y))), 4)
  composite.writeInt16BE(int16(Math.max(...parts.map(({outline, x}) => outline.readInt16BE(6) + x))), 6)
  composite.writeInt16BE(int16(Math.max(...parts.map(({outline, y}) => outline.readInt16BE(8) + y))), 8)
  for (const [index, {id, x, y}] of parts.entries()) {
    const at = 10 + 8 * index
    composite.writeUInt16BE(index < parts.length - 1 ? WORD_OFFSETS | MORE_COMPONENTS : WORD_OFFSETS, at)
    composite.writeUInt16BE(id, at + 2)
    composite.writeInt16BE(int16(x), at + 4)
    composite.writeInt16BE(int16(y), at + 6)
  }
  return composite
}

/** Marks piled upon marks stand as high as a font can say. */
function int16(value: number): number {
  return Math.max(-0x8000, Math.min(0x7fff, value))
}

function renumberParts(outline: Buffer, placeOf: (glyph: number) => number): void {
  let at = 10
  let flags = MORE_COMPONENTS
  while (flags & MORE_COMPONENTS) {
    flags = outline.readUInt16BE(at)
    outline.writeUInt16BE(placeOf(outline.readUInt16BE(at + 2)), at + 2)
    at += 4 + (flags & 1 ? 4 : 2)
    if (flags & 8) at += 2
    else if (flags & 0x40) at += 4
    else if (flags & 0x80) at += 8
  }
}

function head(font: Sfnt): Buffer {
  const table = copy(font, 'head')
  table.writeUInt32BE(0, 8)
  table.writeInt16BE(1, 50)
  return table
}

function hhea(font: Sfnt, count: number): Buffer {
  const table = copy(font, 'hhea')
  table.writeUInt16BE(count, 34)
  return table
}

/** The greatest numbers of points, contours and parts are as large as they may become at most. */
function maxp(font: Sfnt, list: readonly Drawn[]): Buffer {
  const table = copy(font, 'maxp')
  const parts = Math.max(0, ...list.map((glyph) => (typeof glyph === 'number' ? 0 : glyph.parts.length)))
  table.writeUInt16BE(list.length, 4)
  if (parts === 0) return table
  for (const at of [6, 8]) {
    const most = Math.max(table.readUInt16BE(at), table.readUInt16BE(at + 4)) * parts
    table.writeUInt16BE(Math.min(0xffff, most), at + 4)
  }
  table.writeUInt16BE(Math.max(parts, table.readUInt16BE(28)), 28)
  table.writeUInt16BE(table.readUInt16BE(30) + 1, 30)
  return table
}

function hmtx(font: Sfnt, list: readonly Drawn[], outlines: readonly Buffer[]): Buffer {
  const source = tableOf(font, 'hmtx')
  const table = Buffer.alloc(4 * list.length)
  for (const [index, glyph] of list.entries()) {
    if (typeof glyph === 'number') {
      const full = glyph < font.metricCount
      const bearingAt = full ? 4 * glyph + 2 : 4 * font.metricCount + 2 * (glyph - font.metricCount)
      table.writeUInt16BE(source.readUInt16BE(4 * Math.min(glyph, font.metricCount - 1)), 4 * index)
      table.writeInt16BE(source.readInt16BE(bearingAt), 4 * index + 2)
    } else {
      const outline = outlines[index]
      table.writeUInt16BE(Math.max(0, glyph.advance), 4 * index)
      table.writeInt16BE(outline && outline.length > 0 ? outline.readInt16BE(2) : 0, 4 * index + 2)
    }
  }
  return table
}

function loca(outlines: readonly Buffer[]): Buffer {
  const table = Buffer.alloc(4 * (outlines.length + 1))
  let offset = 0
  for (const [index, outline] of outlines.entries()) {
    offset += outline.length
    table.writeUInt32BE(offset, 4 * (index + 1))
  }
  return table
}

function assemble(tables: ReadonlyMap<string, Buffer>): Buffer {
  const tags = [...tables.keys()].sort()
  const power = Math.floor(Math.log2(tags.length))
  const directory = Buffer.alloc(12 + 16 * tags.length)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(tags.length, 4)
  directory.writeUInt16BE(16 << power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * tags.length - (16 << power), 10)
  const parts = [directory]
  let offset = directory.length
  for (const [index, tag] of tags.entries()) {
    const table = tables.get(tag) ?? Buffer.alloc(0)
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
    const entry = 12 + 16 * index
    directory.write(tag, entry, 'latin1')
    directory.writeUInt32BE(checksum(padded), entry + 4)
    directory.writeUInt32BE(offset, entry + 8)
    directory.writeUInt32BE(table.length, entry + 12)
    parts.push(padded)
    offset += padded.length
  }
  return Buffer.concat(parts)
}

function checksum(table: Buffer): number {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0
  return sum
}
