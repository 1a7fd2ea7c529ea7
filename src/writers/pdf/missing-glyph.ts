/** A character that none of the brand's fonts has: said with its place and a font that has it. */
import type {WriterContext} from '../writer.ts'
import type {Source} from './content.ts'

/** Packages that have the characters of a script. */
const packages: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Devanagari}/u, '@expo-google-fonts/noto-sans-devanagari'],
  [/\p{Script=Thai}/u, '@expo-google-fonts/noto-sans-thai'],
  [/\p{Script=Khmer}/u, '@expo-google-fonts/noto-sans-khmer'],
  [/\p{Script=Lao}/u, '@expo-google-fonts/noto-sans-lao'],
  [/\p{Script=Hangul}/u, '@expo-google-fonts/noto-sans-kr'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, '@expo-google-fonts/noto-sans-jp'],
  [/\p{Script=Han}/u, '@expo-google-fonts/noto-sans-sc'],
  [/\p{Script=Arabic}/u, '@expo-google-fonts/noto-sans-arabic'],
  [/\p{Script=Hebrew}/u, '@expo-google-fonts/noto-sans-hebrew'],
  [/\p{Script=Armenian}/u, '@expo-google-fonts/noto-sans-armenian'],
  [/\p{Script=Georgian}/u, '@expo-google-fonts/noto-sans-georgian'],
  [/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u, '@expo-google-fonts/noto-sans'],
  [/\p{Extended_Pictographic}/u, '@expo-google-fonts/noto-emoji']
]

/** Report a character without a glyph as `glyph-missing`. */
export function missingGlyph(codePoint: number, source: Source | undefined, {report}: WriterContext): void {
  const character = String.fromCodePoint(codePoint)
  const code = codePoint.toString(16).toUpperCase().padStart(4, '0')
  const known = packages.find(([script]) => script.test(character))?.[1]
  const note = known && `Add the font package ${known} to typography.fonts and typography.fallback in brand.yml.`
  const reason = `Unexpected character \`${character}\` (U+${code}), expected one that a font of the brand has`
  report('glyph-missing', reason, source, note)
}
