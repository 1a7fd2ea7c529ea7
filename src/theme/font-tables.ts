/** What a TrueType or OpenType file is made of (OpenType 1.9.1). */

/** Place of a table in its file, bytes. */
export interface FontTable {
  offset: number
  length: number
}

/** Read the table directory of a font: tables by tag. Throws where the file ends within it. */
export function fontTables(bytes: Buffer): ReadonlyMap<string, FontTable> {
  const tables = new Map<string, FontTable>()
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index
    const tag = bytes.toString('latin1', entry, entry + 4)
    tables.set(tag, {offset: bytes.readUInt32BE(entry + 8), length: bytes.readUInt32BE(entry + 12)})
  }
  return tables
}

/** Read `length` bytes of the table `name` as UTF-16, without half a unit at their end. */
export function nameText(bytes: Buffer, start: number, length: number): string {
  const text = bytes.subarray(start, start + length)
  return Buffer.from(text.subarray(0, text.length - (text.length % 2)))
    .swap16()
    .toString('utf16le')
}
