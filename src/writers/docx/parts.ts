/** The zip around a Word file's parts. */
import {crc32, deflateRawSync} from 'node:zlib'
import {recent} from '../../world/recent.ts'

/** Parts by path: XML as text, pictures and fonts as bytes. */
export type Parts = Map<string, string | Uint8Array>

/**
 * Zip the parts the same way each time: the content types first, as OPC readers like it, the rest in order of names,
 * and no clock.
 */
export function sealParts(parts: Parts): Uint8Array {
  const first = ['[Content_Types].xml', '_rels/.rels']
  const rest = [...parts.keys()].filter((path) => !first.includes(path)).sort()
  const entries = [...first, ...rest].flatMap((path): Entry[] => {
    const part = parts.get(path)
    return part === undefined ? [] : [{path, ...stored(part, path)}]
  })

  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const header = localHeader(entry)
    files.push(header, entry.bytes)
    directory.push(directoryHeader(entry, offset))
    offset += header.length + entry.bytes.length
  }
  const index = Buffer.concat(directory)
  return Buffer.concat([...files, index, endOfDirectory(entries.length, index.length, offset)])
}

/** What a file of the zip holds, as it is stored. */
interface Stored {
  bytes: Uint8Array
  deflated: boolean
  /** Length before it was deflated, and the checksum of that. */
  length: number
  checksum: number
}

interface Entry extends Stored {
  path: string
}

function stored(part: string | Uint8Array, path: string): Stored {
  if (typeof part === 'string') return content.test(path) ? deflated(Buffer.from(part)) : deflatedOnce(part)
  // Pictures are compressed already.
  if (/\.(png|jpe?g)$/.test(path)) return {...measured(part), bytes: part, deflated: false}
  const once = /\.odttf$/.test(path) ? (fonts.get(part) ?? deflated(part)) : undefined
  if (once) fonts.set(part, once)
  return once ?? deflated(part)
}

/** Embedded fonts are the same bytes in file after file. */
const fonts = new WeakMap<Uint8Array, Stored>()

function deflated(part: Uint8Array): Stored {
  return {...measured(part), bytes: deflateRawSync(part), deflated: true}
}

function measured(part: Uint8Array) {
  return {length: part.length, checksum: crc32(part)}
}

/** Parts that differ from file to file; most others are those of every file of a pack. */
const content = /^word\/(?:document|footnotes)\.xml$|^docProps\/core\.xml$/

const known = recent<string, Stored>(100)

function deflatedOnce(text: string): Stored {
  const stored = known.get(text) ?? deflated(Buffer.from(text))
  known.set(text, stored)
  return stored
}

/** Versions, flags, times: 2.0, as deflating needs; no flags; 1 January 1980, 0:00, the earliest that zip knows. */
const version = 20
const firstDay = (1 << 5) | 1

/** 4.3.7 of the ZIP application note. */
function localHeader({path, ...entry}: Entry): Uint8Array {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  describe(header, 8, path, entry)
  return Buffer.concat([header, Buffer.from(path, 'latin1')])
}

/** 4.3.12 */
function directoryHeader({path, ...entry}: Entry, offset: number): Uint8Array {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(version, 6)
  describe(header, 10, path, entry)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, Buffer.from(path, 'latin1')])
}

/** The fields that both headers have, from the method of compression on. */
function describe(header: Buffer, at: number, path: string, {bytes, deflated, length, checksum}: Stored): void {
  header.writeUInt16LE(deflated ? 8 : 0, at)
  header.writeUInt16LE(firstDay, at + 4)
  header.writeUInt32LE(checksum, at + 6)
  header.writeUInt32LE(bytes.length, at + 10)
  header.writeUInt32LE(length, at + 14)
  header.writeUInt16LE(path.length, at + 18)
}

/** 4.3.16 */
function endOfDirectory(files: number, length: number, offset: number): Uint8Array {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files, 8)
  end.writeUInt16LE(files, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
