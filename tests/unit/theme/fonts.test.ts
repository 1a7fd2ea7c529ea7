import {describe, expect, test} from 'vitest'
import type {Brand, FontFace} from '../../../src/theme/brand.ts'
import {families, loadFace} from '../../../src/theme/fonts.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'
import {memoryWorld} from '../../helpers/memory-world.ts'

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

test('a face that is not installed is reported', () => {
  const world = memoryWorld({'npm:serif/400.ttf': new Uint8Array([1])})
  const {result, lines} = diagnosed((report) => [
    loadFace(world, face(400), report),
    loadFace(world, face(300), report)
  ])
  expect(result).toEqual([new Uint8Array([1]), undefined])
  expect(lines).toEqual(['font-missing Unexpected gap at `npm:serif/300.ttf`, expected the font `Serif`'])
})
