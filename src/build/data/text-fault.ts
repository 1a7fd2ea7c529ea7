/** Characters in data that are no text, or that change the text around them. */
import {codePoint, controlCharacter} from '../../diagnostic.ts'

/** Controls of UAX #9 by what they open, and by what they close. */
const openers: Readonly<Record<string, 'embedding' | 'isolate'>> = {
  '\u202A': 'embedding',
  '\u202B': 'embedding',
  '\u202D': 'embedding',
  '\u202E': 'embedding',
  '\u2066': 'isolate',
  '\u2067': 'isolate',
  '\u2068': 'isolate'
}
const closers: Readonly<Record<string, 'embedding' | 'isolate'>> = {'\u202C': 'embedding', '\u2069': 'isolate'}

/** Find what keeps `text` from being put into a sentence: a control character, a direction that ends elsewhere. */
export function textFault(text: string): {found: string; expected: string} | undefined {
  const control = controlCharacter.exec(text)?.[0]
  if (control !== undefined) return {found: `control character ${codePoint(control)}`, expected: 'text'}
  const open: string[] = []
  for (const character of text) {
    if (openers[character]) open.push(character)
    const closed = closers[character]
    if (closed && openers[open.pop() ?? ''] !== closed) return unpaired(character)
  }
  const last = open.at(-1)
  return last === undefined ? undefined : unpaired(last)
}

function unpaired(character: string) {
  return {found: `direction control ${codePoint(character)} by itself`, expected: 'a pair, or none'}
}
