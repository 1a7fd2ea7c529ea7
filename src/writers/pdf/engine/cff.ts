/** Reads the Compact Font Format: tables of numbered things, dictionaries, and where the outlines are. */

/** A dictionary: operator (two-byte ones as 0x0c00 + second byte) → its operands, as numbers and as bytes. */
export type Dict = ReadonlyMap<number, {numbers: readonly number[]; bytes: Buffer}>

/** What a group of glyphs shares: hints, widths, subroutines. */
export interface Private {
  dict: Dict
  /** The index of local subroutines, as it stands in the file; empty where there is none. */
  subroutines: Buffer
  /** Matrix of the group, as bytes. */
  matrix: Buffer | undefined
}

export interface Cff {
  top: Dict
  globalSubroutines: Buffer
  charStrings: readonly Buffer[]
  privates: readonly Private[]
  /** Number of the `privates` that a glyph belongs to. */
  groupOf(glyph: number): number
}

export const OPERATORS = {
  bounds: 5,
  charset: 15,
  charStrings: 17,
  private: 18,
  subroutines: 19,
  nominalWidth: 21,
  matrix: 0x0c07,
  registry: 0x0c1e,
  glyphCount: 0x0c22,
  groups: 0x0c24,
  groupOfGlyph: 0x0c25
} as const

/** Read the table `CFF `. Source: Adobe Technical Note 5176. */
export function readCff(table: Buffer): Cff {
  const names = readIndex(table, table.readUInt8(2))
  const tops = readIndex(table, names.end)
  const strings = readIndex(table, tops.end)
  const globals = readIndex(table, strings.end)
  const top = readDict(tops.items[0] ?? Buffer.alloc(0))
  const groups = offsetIn(top, OPERATORS.groups)
  const dicts = groups === undefined ? [top] : readIndex(table, groups).items.map(readDict)
  const select = offsetIn(top, OPERATORS.groupOfGlyph)
  const charStrings = readIndex(table, offsetIn(top, OPERATORS.charStrings) ?? 0).items
  return {
    top,
    globalSubroutines: table.subarray(strings.end, globals.end),
    charStrings,
    privates: dicts.map((dict) => readPrivate(table, dict, groups === undefined)),
    groupOf: select === undefined ? () => 0 : groupSelector(table, select)
  }
}

function offsetIn(dict: Dict, operator: number): number | undefined {
  return dict.get(operator)?.numbers[0]
}

/** `alone`: the dictionary is that of the font, whose matrix is not the group's. */
function readPrivate(table: Buffer, font: Dict, alone: boolean): Private {
  const [size = 0, start = 0] = font.get(OPERATORS.private)?.numbers ?? []
  const dict = readDict(table.subarray(start, start + size))
  const subroutines = offsetIn(dict, OPERATORS.subroutines)
  const at = start + (subroutines ?? 0)
  return {
    dict,
    subroutines: subroutines === undefined ? Buffer.alloc(0) : table.subarray(at, readIndex(table, at).end),
    matrix: alone ? undefined : font.get(OPERATORS.matrix)?.bytes
  }
}

function readIndex(table: Buffer, start: number): {items: readonly Buffer[]; end: number} {
  const count = table.readUInt16BE(start)
  if (count === 0) return {items: [], end: start + 2}
  const size = table.readUInt8(start + 2)
  const data = start + 2 + size * (count + 1)
  const offset = (index: number): number => data + table.readUIntBE(start + 3 + size * index, size)
  const items = Array.from({length: count}, (_, index) => table.subarray(offset(index), offset(index + 1)))
  return {items, end: offset(count)}
}

function readDict(bytes: Buffer): Dict {
  const dict = new Map<number, {numbers: readonly number[]; bytes: Buffer}>()
  let numbers: number[] = []
  let start = 0
  let at = 0
  while (at < bytes.length) {
    const first = bytes.readUInt8(at)
    if (first <= 21) {
      const operator = first === 12 ? 0x0c00 + bytes.readUInt8(at + 1) : first
      dict.set(operator, {numbers, bytes: bytes.subarray(start, at)})
      at += first === 12 ? 2 : 1
      start = at
      numbers = []
    } else {
      const {value, length} = readOperand(bytes, at, first)
      numbers.push(value)
      at += length
    }
  }
  return dict
}

/** Reals are only ever copied, so that their value does not matter. */
function readOperand(bytes: Buffer, at: number, first: number): {value: number; length: number} {
  if (first === 28) return {value: bytes.readInt16BE(at + 1), length: 3}
  if (first === 29) return {value: bytes.readInt32BE(at + 1), length: 5}
  if (first === 30) {
    let end = at + 1
    while (end < bytes.length && (bytes.readUInt8(end) & 0x0f) !== 0x0f) end++
    return {value: 0, length: end + 1 - at}
  }
  if (first < 247) return {value: first - 139, length: 1}
  const second = bytes.readUInt8(at + 1)
  return {value: first < 251 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108, length: 2}
}

/** Formats 0 and 3. */
function groupSelector(table: Buffer, start: number): (glyph: number) => number {
  if (table.readUInt8(start) === 0) return (glyph) => table.readUInt8(start + 1 + glyph)
  const count = table.readUInt16BE(start + 1)
  return (glyph) => {
    let range = 0
    while (range + 1 < count && table.readUInt16BE(start + 3 + 3 * (range + 1)) <= glyph) range++
    return table.readUInt8(start + 5 + 3 * range)
  }
}
