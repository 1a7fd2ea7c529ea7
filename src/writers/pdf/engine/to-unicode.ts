/** The CMap that turns the codes of a font back into text. */

/** What stands for a code point that no map may name (ISO 19005-2, 6.2.11.7.2): marks of byte order. */
const NAMELESS = new Set([0, 0xfeff, 0xfffe])
const NOTHING = 0x200b

/** `texts[code]` are the code points of a code; a code without any is the rest of a cluster and reads as nothing. */
export function toUnicodeMap(texts: readonly (readonly number[])[]): string {
  const entries = texts.flatMap((text, code) => {
    if (code === 0) return []
    return `<${code.toString(16).padStart(4, '0')}> <${utf16Hex(text.length > 0 ? text.map(named) : [NOTHING])}>`
  })
  const blocks: string[] = []
  // A block holds at most 100 entries (Adobe Technical Note 5014).
  for (let start = 0; start < entries.length; start += 100) {
    const block = entries.slice(start, start + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end'
  ].join('\n')
}

function named(codePoint: number): number {
  return NAMELESS.has(codePoint) ? NOTHING : codePoint
}

/** UTF-16BE in hex, without a byte order mark. */
export function utf16Hex(codePoints: readonly number[]): string {
  return Buffer.from(String.fromCodePoint(...codePoints), 'utf16le')
    .swap16()
    .toString('hex')
}
