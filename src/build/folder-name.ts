/** Names of folders made from data: one folder on every system, whatever the data say. */

/** Bytes of UTF-8; what systems allow is 255, and less where the path is long. */
export const longestName = 120

/** Names that are devices on Windows, with whatever ending. */
const reserved = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])$/i

/**
 * Fill `pattern` with the values of its columns, and keep letters, digits, `-` and `_`: nothing that leads elsewhere,
 * hides, or turns the line that shows it. The empty text where none is left.
 */
export function folderName(pattern: string, values: Readonly<Record<string, unknown>>): string {
  const filled = pattern.replace(/\{([^}]*)\}/g, (_, column: string) => String(values[column] ?? ''))
  const name = filled
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '')
  return reserved.test(name) ? `${name}_` : name
}

/** What two names have in common that are one folder where capitals count for nothing. */
export function folderKey(name: string): string {
  const characters = [...name].map((character) => {
    const capital = character.toUpperCase()
    return [...capital].length === 1 ? capital : character
  })
  return characters.join('').normalize('NFC')
}
