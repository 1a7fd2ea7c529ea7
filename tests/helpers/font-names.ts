/** Fonts whose names are doctored. */
import {fontTables} from '../../src/theme/font-tables.ts'

export interface NameRecord {
  /** Place of its length in the file, bytes. */
  lengthAt: number
  id: number
  /** Place of its words in the file. */
  start: number
}

/** The names for Windows in a font file. */
export function nameRecords(font: Buffer): NameRecord[] {
  const table = fontTables(font).get('name')?.offset ?? 0
  const strings = table + font.readUInt16BE(table + 4)
  const records = Array.from({length: font.readUInt16BE(table + 2)}, (_, index) => table + 6 + 12 * index)
  return records
    .filter((record) => font.readUInt16BE(record) === 3)
    .map((record) => ({
      lengthAt: record + 8,
      id: font.readUInt16BE(record + 6),
      start: strings + font.readUInt16BE(record + 10)
    }))
}

/** Give the face another name, cut to the length of its own. */
export function renameFace(font: Buffer, words: string): void {
  for (const {id, start, lengthAt} of nameRecords(font)) {
    if (id !== 2) continue
    const text = Buffer.from(words, 'utf16le').swap16().subarray(0, font.readUInt16BE(lengthAt))
    text.copy(font, start)
    font.writeUInt16BE(text.length, lengthAt)
  }
}
