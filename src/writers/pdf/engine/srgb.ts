/** The sRGB colour space as an ICC profile. */

type Tag = readonly [signature: string, content: Buffer]

/** Colours adapted to D50, and the curve of IEC 61966-2-1. */
const WHITE = [0.9642, 1, 0.8249]
const RED = [0.43607, 0.22249, 0.01392]
const GREEN = [0.38515, 0.71687, 0.09708]
const BLUE = [0.14307, 0.06061, 0.7141]
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]

/** Bytes of a version 4 display profile. Source: ICC.1:2010. */
export function srgbProfile(): Buffer {
  const curve = Buffer.concat([signature('para'), Buffer.from([0, 3, 0, 0]), fixed(CURVE)])
  const tags: Tag[] = [
    ['desc', text('sRGB')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(WHITE)],
    ['rXYZ', xyz(RED)],
    ['gXYZ', xyz(GREEN)],
    ['bXYZ', xyz(BLUE)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve]
  ]
  const table = Buffer.alloc(4 + 12 * tags.length)
  table.writeUInt32BE(tags.length, 0)
  const body: Buffer[] = []
  let offset = 128 + table.length
  for (const [index, [name, content]] of tags.entries()) {
    const padded = Buffer.concat([content, Buffer.alloc(-content.length & 3)])
    table.write(name, 4 + 12 * index, 'latin1')
    table.writeUInt32BE(offset, 8 + 12 * index)
    table.writeUInt32BE(content.length, 12 + 12 * index)
    body.push(padded)
    offset += padded.length
  }
  return Buffer.concat([header(offset), table, ...body])
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x04200000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  // Date of the standard; a profile must have one.
  for (const [index, part] of [1999, 10, 18].entries()) bytes.writeUInt16BE(part, 24 + 2 * index)
  bytes.write('acsp', 36, 'latin1')
  fixed(WHITE).copy(bytes, 68)
  return bytes
}

/** A type signature and four reserved bytes. */
function signature(type: string): Buffer {
  return Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(4)])
}

function xyz(values: readonly number[]): Buffer {
  return Buffer.concat([signature('XYZ '), fixed(values)])
}

/** s15Fixed16 numbers. */
function fixed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeInt32BE(Math.round(value * 65_536), 4 * index)
  return bytes
}

/** multiLocalizedUnicode with one English record. */
function text(value: string): Buffer {
  const characters = Buffer.from(value, 'utf16le').swap16()
  const head = Buffer.alloc(20)
  head.writeUInt32BE(1, 0)
  head.writeUInt32BE(12, 4)
  head.write('enUS', 8, 'latin1')
  head.writeUInt32BE(characters.length, 12)
  head.writeUInt32BE(28, 16)
  return Buffer.concat([signature('mluc'), head, characters])
}
