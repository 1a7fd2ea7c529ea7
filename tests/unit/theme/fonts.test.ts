import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Brand, FontFace} from '../../../src/theme/brand.ts'
import {families, loadFace} from '../../../src/theme/fonts.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'
import {memoryWorld} from '../../helpers/memory-world.ts'

const sound = new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/fonts/drawn.otf')))

const face = (weight: number, italic = false, family = 'Serif'): FontFace => ({
  family,
  path: `npm:serif/${weight}.ttf`,
  weight,
  italic
})

const brand: Brand = {
  name: '',
  colors: {},
  faces: [],
  roles: {head: 'Geologica', text: 'Source Serif 4', mono: 'Geologica'},
  scripts: {arab: {head: 'Plex Arabic', text: 'Naskh'}, hebr: {text: 'Noto Hebrew'}},
  fallback: ['Noto Sans', 'Naskh'],
  substitutes: {},
  logos: {}
}

describe('families are tried in order', () => {
  test.each([
    ['text', 'Cyrl', ['Source Serif 4', 'Naskh', 'Noto Hebrew', 'Noto Sans']],
    ['text', 'Arab', ['Naskh', 'Source Serif 4', 'Noto Hebrew', 'Noto Sans']],
    ['head', 'Hebr', ['Geologica', 'Plex Arabic', 'Noto Sans', 'Naskh']]
  ] as const)('%s in %s', (role, script, expected) => {
    expect(families(brand, role, script)).toEqual(expected)
  })
})

test('a face that is not installed, or is no font, is reported', () => {
  const world = memoryWorld({'npm:serif/400.ttf': sound, 'npm:serif/600.ttf': Buffer.from('wOF2')})
  const {result, lines} = diagnosed((report) => [400, 300, 600].map((weight) => loadFace(world, face(weight), report)))
  expect(result).toEqual([sound, undefined, undefined])
  expect(lines).toEqual([
    'font-missing Unexpected gap at `npm:serif/300.ttf`, expected the font `Serif`',
    'font-invalid npm:serif/600.ttf Unexpected web font (WOFF2), expected a TrueType or OpenType font (.ttf, .otf)'
  ])
})
