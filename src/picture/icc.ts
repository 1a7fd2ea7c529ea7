/** ICC profiles inside pictures. ICC.1:2010, 7. */

export interface Profile {
  bytes: Uint8Array
  /** Its colours are those a document has anyway. */
  isSrgb: boolean
}

const headerLength = 128
const entryLength = 12
/** Profiles of screens, cameras and colour spaces: the kinds that PDF takes (ISO 32000-1, 8.6.5.5). */
const kinds = ['mntr', 'scnr', 'prtr', 'spac']
const spaces = {1: 'GRAY', 3: 'RGB '} as const
/** Tags of which a profile has all of one row: tables, or primaries and curves. */
const models = {1: [['A2B0'], ['kTRC']], 3: [['A2B0'], ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC']]} as const

/** The profile in `bytes` where it is whole and one for so many channels. */
export function profileFor(bytes: Buffer, channels: 1 | 3): Profile | undefined {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (bytes.length < headerLength + 4 || bytes.readUInt32BE(0) !== bytes.length || text(36, 40) !== 'acsp') return
  const version = bytes[8] ?? 0
  if (version > 4 || !kinds.includes(text(12, 16)) || text(16, 20) !== spaces[channels]) return
  const tags = tagsOf(bytes)
  if (!tags || !models[channels].some((model) => model.every((tag) => tags.includes(tag)))) return
  // Names are written in one byte a letter (version 2) or two (version 4).
  const isSrgb = channels === 3 && bytes.toString('latin1').replaceAll('\0', '').includes('sRGB')
  return {bytes, isSrgb}
}

/** Signatures of the tags; `undefined` where one lies outside the profile. */
function tagsOf(bytes: Buffer): string[] | undefined {
  const start = headerLength + 4
  const count = bytes.readUInt32BE(headerLength)
  if (start + count * entryLength > bytes.length) return
  const entries = Array.from({length: count}, (_, index) => start + index * entryLength)
  const whole = entries.every((at) => bytes.readUInt32BE(at + 4) + bytes.readUInt32BE(at + 8) <= bytes.length)
  return whole ? entries.map((at) => bytes.toString('latin1', at, at + 4)) : undefined
}
