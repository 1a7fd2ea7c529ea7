/** Whether a font file holds together: what is not true of it would be found while a document is written. */
import {readCff} from './cff.ts'
import type {Sfnt} from './sfnt.ts'

/** Bytes that are read of a table; of maxp and OS/2, those of their oldest version. */
const LEAST_BYTES = {head: 54, hhea: 36, maxp: 6, post: 32, name: 6, cmap: 4, 'OS/2': 78}
const MORE_COMPONENTS = 0x20

/** Check the tables of `font` and the outline of each glyph; throws where something lies outside of its table. */
export function checkFont(font: Sfnt): void {
  const {tables, unitsPerEm, metricCount, glyphCount: count, compact} = font
  for (const [tag, least] of Object.entries(LEAST_BYTES)) {
    const table = tables.get(tag)
    if (table) demand(table.length >= least && table.offset + table.length <= font.bytes.length)
  }
  demand(unitsPerEm >= 16 && unitsPerEm <= 16_384)
  demand(metricCount > 0 && metricCount <= count)
  demand(tableOf(font, 'hmtx').length >= 4 * metricCount + 2 * (count - metricCount))
  if (compact) checkCompact(font, count)
  else checkOutlines(font, count)
}

function demand(holds: boolean): void {
  if (!holds) throw new Error('The font is damaged')
}

function tableOf({bytes, tables}: Sfnt, tag: string): Buffer {
  const {offset = 0, length = 0} = tables.get(tag) ?? {}
  return bytes.subarray(offset, offset + length)
}

function checkCompact(font: Sfnt, count: number): void {
  const {charStrings, groupOf, privates} = readCff(tableOf(font, 'CFF '))
  demand(charStrings.length >= count)
  for (let glyph = 0; glyph < count; glyph++) demand(groupOf(glyph) < privates.length)
}

/** By a DataView, which costs a fraction of a Buffer's checked reads: there are thousands of glyphs. */
function checkOutlines(font: Sfnt, count: number): void {
  demand(tableOf(font, 'maxp').length >= 32)
  const places = viewOf(tableOf(font, 'loca'))
  const outlines = viewOf(tableOf(font, 'glyf'))
  const {longOffsets} = font
  let start = 0
  for (let glyph = 0; glyph <= count; glyph++) {
    const end = longOffsets ? places.getUint32(4 * glyph) : 2 * places.getUint16(2 * glyph)
    const length = end - start
    if (length < 0 || end > outlines.byteLength) throw new Error('The outlines are not in order')
    if (glyph > 0 && length > 0) {
      demand(length >= 10)
      if (outlines.getInt16(start) < 0)
        checkParts(new DataView(outlines.buffer, outlines.byteOffset + start, length), count)
    }
    start = end
  }
}

function viewOf({buffer, byteOffset, byteLength}: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

function checkParts(outline: DataView, count: number): void {
  let at = 10
  let flags = MORE_COMPONENTS
  while (flags & MORE_COMPONENTS) {
    flags = outline.getUint16(at)
    demand(outline.getUint16(at + 2) < count)
    at += 4 + (flags & 1 ? 4 : 2)
    if (flags & 8) at += 2
    else if (flags & 0x40) at += 4
    else if (flags & 0x80) at += 8
  }
}
