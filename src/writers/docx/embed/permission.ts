/** What a font allows of its being embedded. */
import {fontTables} from '../../../theme/font-tables.ts'

/** Bits of `fsType` (OpenType, table OS/2). */
const restricted = 0x2
const previewAndPrint = 0x4
const editable = 0x8
const bitmapOnly = 0x200

/** Why a font may not be put into a file that people edit, `undefined` where it may. */
export function forbidden(font: Uint8Array): string | undefined {
  const type = embeddingType(font)
  // Of several permissions the most generous one holds.
  if ((type & editable) === 0) {
    if (type & previewAndPrint) return 'allows embedding for reading and printing only'
    if (type & restricted) return 'forbids embedding'
  }
  return type & bitmapOnly ? 'allows the embedding of bitmaps only' : undefined
}

/** `fsType`; 0, which allows all, where the font has no table OS/2. */
function embeddingType(font: Uint8Array): number {
  const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength)
  const table = fontTables(bytes).get('OS/2')?.offset
  return table === undefined ? 0 : bytes.readUInt16BE(table + 8)
}
