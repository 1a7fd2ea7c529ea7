import {expect, test} from 'vitest'
import {Diagnostics} from '../../../../src/diagnostic.ts'
import {missingGlyph} from '../../../../src/writers/pdf/missing-glyph.ts'

test.each([
  ['ह', 'U+0939', 'noto-sans-devanagari'],
  ['ി', 'U+0D3F', 'noto-sans-malayalam'],
  ['ခ', 'U+1001', 'noto-sans-myanmar'],
  ['한', 'U+D55C', 'noto-sans-kr'],
  ['か', 'U+304B', 'noto-sans-jp'],
  ['页', 'U+9875', 'noto-sans-sc'],
  ['。', 'U+3002', 'noto-sans-sc'],
  ['Ѣ', 'U+0462', 'noto-sans'],
  ['\u030c', 'U+030C', 'noto-sans'],
  ['∑', 'U+2211', 'noto-sans-math'],
  ['☂', 'U+2602', 'noto-sans-symbols-2']
])('%s has a place and a package', (character, code, name) => {
  const {list, report} = new Diagnostics()
  const start = {line: 3, column: 7}
  const place = {file: 'content/a/mk.md', position: {start, end: {line: 3, column: 20}}}
  missingGlyph(character.codePointAt(0) ?? 0, place, {report})
  expect(list).toEqual([
    {
      rule: 'glyph-missing',
      severity: 'error',
      reason: `Unexpected character \`${character}\` (${code}), expected one that a font of the brand has`,
      note: `Add the font package @expo-google-fonts/${name} to typography.fonts and typography.fallback in brand.yml.`,
      file: 'content/a/mk.md',
      line: 3,
      column: 7,
      endLine: 3,
      endColumn: 20
    }
  ])
})

test.each(['😀', '🇲', '⌚'])('%s is an emoji', (character) => {
  const {list, report} = new Diagnostics()
  missingGlyph(character.codePointAt(0) ?? 0, undefined, {report})
  expect(list.map(({note}) => note)).toEqual(['Colour emoji cannot be drawn: say it in words, or use a picture.'])
})
