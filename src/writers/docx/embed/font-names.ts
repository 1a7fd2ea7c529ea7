/** The names by which Word knows a font: those in its file (OpenType, table name). */

export interface FontNames {
  /** `Source Serif 4`, `Source Serif 4 SemiBold` */
  family: string
  /** `Regular`, `Bold`, `Italic` or `Bold Italic` */
  face: string
}

const familyName = 1
const faceName = 2

/** Read the names of a font in English; empty where it has none. */
export function fontNames(font: Uint8Array): FontNames {
  const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength)
  const names = {family: '', face: ''}
  const table = tableAt(bytes, 'name')
  if (table === undefined) return names
  const strings = table + bytes.readUInt16BE(table + 4)
  for (let index = 0; index < bytes.readUInt16BE(table + 2); index++) {
    const record = table + 6 + 12 * index
    const [platform, , language, id, length = 0, offset = 0] = [0, 2, 4, 6, 8, 10].map((at) =>
      bytes.readUInt16BE(record + at)
    )
    // Windows, English of the United States: what Word on every system reads.
    if (platform !== 3 || language !== 0x409 || (id !== familyName && id !== faceName)) continue
    const text = Buffer.from(bytes.subarray(strings + offset, strings + offset + length)).swap16()
    names[id === familyName ? 'family' : 'face'] = text.toString('utf16le')
  }
  return names
}

/** Place of a table in a font file, `undefined` where it has none. */
export function tableAt(bytes: Buffer, tag: string): number | undefined {
  const count = bytes.readUInt16BE(4)
  for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
    if (bytes.toString('latin1', entry, entry + 4) === tag) return bytes.readUInt32BE(entry + 8)
  }
  return
}
