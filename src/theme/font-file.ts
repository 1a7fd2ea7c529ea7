/** Whether a file is a font that text can be set in. */
import {fontTables} from './font-tables.ts'

const NEEDED = ['head', 'hhea', 'hmtx', 'maxp', 'cmap', 'name', 'post']
const CONTAINERS: Readonly<Record<string, string>> = {
  wOFF: 'web font (WOFF)',
  wOF2: 'web font (WOFF2)',
  ttcf: 'collection of fonts'
}

const faults = new WeakMap<Uint8Array, {fault: string | undefined}>()

/** What is wrong with a font file, worded as "Unexpected …, expected …"; `undefined` for a sound one. */
export function fontFault(data: Uint8Array): string | undefined {
  const known = faults.get(data) ?? {fault: faultOf(data)}
  faults.set(data, known)
  return known.fault
}

function faultOf(data: Uint8Array): string | undefined {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const kind = bytes.toString('latin1', 0, 4)
  const container = CONTAINERS[kind]
  if (container !== undefined) return `Unexpected ${container}, expected a TrueType or OpenType font (.ttf, .otf)`
  if (!['\0\u0001\0\0', 'true', 'OTTO'].includes(kind) || bytes.length < 12)
    return 'Unexpected bytes, expected a TrueType or OpenType font (.ttf, .otf)'
  const tables = tablesOf(bytes)
  if (!tables) return 'Unexpected end of the file, expected a whole font: it may have been cut off'
  const lacking = NEEDED.find((tag) => !tables.has(tag))
  if (lacking !== undefined) return `Unexpected gap in the font, expected its table \`${lacking}\``
  if (tables.has('CFF2')) return 'Unexpected variable font with CFF outlines, expected a font file of one weight'
  if (!tables.has('CFF ') && !(tables.has('glyf') && tables.has('loca')))
    return 'Unexpected font without outlines, expected one with: bitmap and colour fonts cannot be drawn'
  return
}

/** The tables; `undefined` where one lies outside of the file. */
function tablesOf(bytes: Buffer): ReturnType<typeof fontTables> | undefined {
  if (12 + 16 * bytes.readUInt16BE(4) > bytes.length) return
  const tables = fontTables(bytes)
  const isWhole = [...tables.values()].every(({offset, length}) => offset + length <= bytes.length)
  return isWhole ? tables : undefined
}
