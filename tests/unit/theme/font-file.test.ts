import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {fontFault} from '../../../src/theme/font-file.ts'

const {resolve} = createRequire(import.meta.url)
const sound = readFileSync(resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'))
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/fonts', name))

/** The font with another tag in the place of `tag`. */
function without(tag: string, other = 'none'): Buffer {
  const bytes = Buffer.from(sound)
  bytes.write(other, bytes.indexOf(tag, 12, 'latin1'), 'latin1')
  return bytes
}

test.each([
  ['TrueType', sound],
  ['CFF', fixture('drawn.otf')],
  ['variable', fixture('variable.ttf')]
])('a sound font: %s', (_, bytes) => expect(fontFault(bytes)).toBeUndefined())

test.each([
  ['wOFF', 'Unexpected web font (WOFF), expected a TrueType or OpenType font (.ttf, .otf)'],
  ['wOF2', 'Unexpected web font (WOFF2), expected a TrueType or OpenType font (.ttf, .otf)'],
  ['ttcf', 'Unexpected collection of fonts, expected a TrueType or OpenType font (.ttf, .otf)'],
  ['<htm', 'Unexpected bytes, expected a TrueType or OpenType font (.ttf, .otf)'],
  ['', 'Unexpected bytes, expected a TrueType or OpenType font (.ttf, .otf)'],
  ['OTTO', 'Unexpected bytes, expected a TrueType or OpenType font (.ttf, .otf)']
])('a file that begins with %j', (start, fault) => expect(fontFault(Buffer.from(start))).toBe(fault))

test.each([
  ['cut off', sound.subarray(0, 5000), 'Unexpected end of the file, expected a whole font: it may have been cut off'],
  ['cut off in the directory', sound.subarray(0, 40), /^Unexpected end of the file/],
  ['without characters', without('cmap'), 'Unexpected gap in the font, expected its table `cmap`'],
  ['without outlines', without('glyf', 'CBDT'), /^Unexpected font without outlines/],
  ['with CFF2', without('GPOS', 'CFF2'), /^Unexpected variable font with CFF outlines/]
])('a font %s', (_, bytes, fault) => expect(fontFault(bytes)).toMatch(fault))
