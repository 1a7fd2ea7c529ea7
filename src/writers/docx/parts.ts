/** The zip around a Word file's parts. */
import {strToU8, type Zippable, zipSync} from 'fflate'

/** Parts by path: XML as text, pictures and fonts as bytes. */
export type Parts = Map<string, string | Uint8Array>

/**
 * Zip the parts the same way each time: the content types first, as OPC readers like it, the rest in order of names,
 * and no clock (1 January 1980, the earliest that zip knows).
 */
export function sealParts(parts: Parts): Uint8Array {
  const first = ['[Content_Types].xml', '_rels/.rels']
  const rest = [...parts.keys()].filter((path) => !first.includes(path)).sort()
  const entries = [...first, ...rest].flatMap((path): [string, Zippable[string]][] => {
    const part = parts.get(path)
    if (part === undefined) return []
    const bytes = typeof part === 'string' ? strToU8(part) : part
    // Pictures are compressed already.
    return [[path, [bytes, {mtime: '1980-01-01T00:00:00', level: /\.(png|jpe?g)$/.test(path) ? 0 : 6}]]]
  })
  return zipSync(Object.fromEntries(entries))
}
