/** Text that XML can hold. */

/** XML 1.0 (2.2) has no control characters, no halves of surrogate pairs and neither U+FFFE nor U+FFFF. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Put U+FFFD for what XML cannot hold; `found` gets each such code unit once. */
export function xmlText(text: string, found: (codePoint: string) => void): string {
  const seen = new Set<string>()
  const clean = text.replace(forbidden, (character) => {
    seen.add(`U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
    return '\uFFFD'
  })
  for (const codePoint of seen) found(codePoint)
  return clean
}

/** A source line's end, with the spaces around it, is one space. */
export function oneLine(text: string): string {
  return text.replace(/[\t ]*\r?\n[\t ]*/g, ' ')
}
