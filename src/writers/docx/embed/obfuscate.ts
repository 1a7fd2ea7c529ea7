/** Fonts as a Word file holds them: whole, their first bytes changed by a key (ECMA-376 part 4, 17.8.1 “embedding”). */
import {recent} from '../../../world/recent.ts'
import {digest} from '../../../world.ts'

export interface EmbeddedFont {
  /** GUID in braces. */
  key: string
  bytes: Uint8Array
}

/** Bytes that the key changes. */
const changed = 32

/** Fonts by the digest of their bytes: the files of a pack have the same ones. */
const known = recent<string, EmbeddedFont>(20)

/** Obfuscate a font. The key comes from its bytes: the same font, the same part. */
export function obfuscated(font: Uint8Array): EmbeddedFont {
  const name = digest(font)
  const made = known.get(name) ?? changedBy(name.slice(0, 32).toUpperCase(), font)
  known.set(name, made)
  return made
}

/** The font, with its first bytes changed by a key of 32 hex digits. */
function changedBy(hex: string, font: Uint8Array): EmbeddedFont {
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  // The key's bytes are taken from its end.
  const mask = Buffer.from(hex, 'hex').reverse()
  const bytes = Uint8Array.from(font)
  for (let index = 0; index < Math.min(changed, bytes.length); index++) {
    bytes[index] = (font[index] ?? 0) ^ (mask[index % mask.length] ?? 0)
  }
  return {key: `{${parts.join('-')}}`, bytes}
}
