/** Fonts as a Word file holds them: whole, their first bytes changed by a key (ECMA-376 part 4, 17.8.1 “embedding”). */
import {digest} from '../../../world.ts'

export interface EmbeddedFont {
  /** GUID in braces. */
  key: string
  bytes: Uint8Array
}

/** Bytes that the key changes. */
const changed = 32

/** Obfuscate a font. The key comes from its bytes: the same font, the same part. */
export function obfuscated(font: Uint8Array): EmbeddedFont {
  const hex = digest(font).slice(0, 32).toUpperCase()
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  // The key's bytes are taken from its end.
  const mask = Buffer.from(hex, 'hex').reverse()
  const bytes = Uint8Array.from(font)
  for (let index = 0; index < Math.min(changed, bytes.length); index++) {
    bytes[index] = (font[index] ?? 0) ^ (mask[index % mask.length] ?? 0)
  }
  return {key: `{${parts.join('-')}}`, bytes}
}
