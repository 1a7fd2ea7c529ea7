/** The names by which Word knows a font: those in its file (OpenType, table name). */
import {fontTables, nameText} from '../../../theme/font-tables.ts'

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
  const table = fontTables(bytes).get('name')?.offset
  if (table === undefined) return names
  const strings = table + bytes.readUInt16BE(table + 4)
  for (let index = 0; index < bytes.readUInt16BE(table + 2); index++) {
    const record = table + 6 + 12 * index
    const [platform, , language, id, length = 0, offset = 0] = [0, 2, 4, 6, 8, 10].map((at) =>
      bytes.readUInt16BE(record + at)
    )
    // Windows, English of the United States: what Word on every system reads.
    if (platform !== 3 || language !== 0x409 || (id !== familyName && id !== faceName)) continue
    names[id === familyName ? 'family' : 'face'] = nameText(bytes, strings + offset, length)
  }
  return names
}
