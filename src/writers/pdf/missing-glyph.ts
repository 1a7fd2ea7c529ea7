/** A character that none of the brand's fonts has: said with its place and a font that has it. */
import type {WriterContext} from '../writer.ts'
import type {Source} from './content.ts'
import {isPrivate} from './engine/conformance.ts'

/** Scripts with the package that has them, where it is not called after the script. */
const packages: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/u, 'noto-sans-kr'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'noto-sans-jp'],
  [/[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u, 'noto-sans-sc'],
  [/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]/u, 'noto-sans'],
  [/[\p{Sm}\u2100-\u214f\u2190-\u21ff\u{1d400}-\u{1d7ff}]/u, 'noto-sans-math'],
  [/[\p{So}\p{Sc}]/u, 'noto-sans-symbols-2']
]
/** Scripts whose package is `noto-sans-` and their name. */
const named = [
  ...['Arabic', 'Armenian', 'Bengali', 'Cherokee', 'Devanagari', 'Ethiopic', 'Georgian', 'Gujarati', 'Gurmukhi'],
  ...['Hebrew', 'Kannada', 'Khmer', 'Lao', 'Malayalam', 'Myanmar', 'Oriya', 'Sinhala', 'Syriac', 'Tamil', 'Telugu'],
  ...['Thaana', 'Thai']
]
const EMOJI = /[\p{Emoji_Presentation}\u{1f000}-\u{1faff}]/u

/** Report a character without a glyph as `glyph-missing`. */
export function missingGlyph(
  codePoint: number,
  source: Source | undefined,
  {report}: Pick<WriterContext, 'report'>
): void {
  const character = String.fromCodePoint(codePoint)
  const code = codePoint.toString(16).toUpperCase().padStart(4, '0')
  const note = noteOn(character)
  const expected = isPrivate(codePoint)
    ? 'one that says what it is, not one of private use'
    : 'one that a font of the brand has'
  const reason = `Unexpected character \`${character}\` (U+${code}), expected ${expected}`
  report('glyph-missing', reason, source, note)
}

function noteOn(character: string): string | undefined {
  if (EMOJI.test(character)) return 'Colour emoji cannot be drawn: say it in words, or use a picture.'
  const script = named.find((name) => new RegExp(`\\p{Script=${name}}`, 'u').test(character))
  const known = script ? `noto-sans-${script.toLowerCase()}` : packages.find(([signs]) => signs.test(character))?.[1]
  if (known === undefined) return
  return `Add the font package @expo-google-fonts/${known} to typography.fonts and typography.fallback in brand.yml.`
}
