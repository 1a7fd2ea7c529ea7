import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {brandSchema} from '../../../src/theme/brand-schema.ts'
import {resolveBrand} from '../../../src/theme/resolve-brand.ts'

function resolved(yaml: string) {
  const faults: string[] = []
  const brand = resolveBrand(brandSchema.parse(parse(yaml)), {
    locate: (path) => (path.startsWith('missing') ? undefined : `pack/${path}`),
    fault: (reason, path) => faults.push(`${path.join('.')}: ${reason}`)
  })
  return {brand, faults}
}

const fonts = `
typography:
  fonts:
    - {family: Head, source: npm, package: "@x/head", files: [{path: a/300.ttf, weight: 300}, {path: i.ttf, style: italic}]}
    - {family: Text, source: file, files: [fonts/t.ttf]}
    - {family: Arab, source: file, files: [fonts/a.ttf]}
  base: {family: Text, size: 9.6pt}
  headings: Head
  scripts: {Arab: {head: Arab, text: Arab}}
  fallback: [Text]
  substitutes: {Head: Segoe UI}
`

describe('a brand', () => {
  const {brand, faults} = resolved(`
meta: {name: {short: S, full: Strands}, link: {home: https://www.example.org}}
logo: {images: {mark: mark.svg, dark: {path: d.svg}}, small: {light: mark, dark: dark}, large: mark}
color: {palette: {ink: "#16211f", dark: "#000", soft: ink}, primary: ink, dark: dark, link: primary}
${fonts}`)

  test('is sound', () => expect(faults).toEqual([]))

  test('names its colours, roles among them', () => {
    expect(brand.colors).toEqual({
      ink: '#16211F',
      dark: '#000000',
      soft: '#16211F',
      primary: '#16211F',
      link: '#16211F'
    })
  })

  test('names its faces, of packages and of its own files', () => {
    expect(brand.faces).toEqual([
      {family: 'Head', path: 'npm:@x/head/a/300.ttf', weight: 300, italic: false},
      {family: 'Head', path: 'npm:@x/head/i.ttf', weight: 400, italic: true},
      {family: 'Text', path: 'pack/fonts/t.ttf', weight: 400, italic: false},
      {family: 'Arab', path: 'pack/fonts/a.ttf', weight: 400, italic: false}
    ])
  })

  test('gives each role a family, the text’s where it says none', () => {
    expect(brand).toMatchObject({
      name: 'Strands',
      home: 'https://www.example.org',
      roles: {head: 'Head', text: 'Text', mono: 'Text'},
      scripts: {arab: {head: 'Arab', text: 'Arab'}},
      fallback: ['Text'],
      substitutes: {Head: 'Segoe UI'}
    })
  })

  test('names its logos, by size and ground too', () => {
    expect(brand.logos).toEqual({
      mark: 'pack/mark.svg',
      dark: 'pack/d.svg',
      small: 'pack/mark.svg',
      'small-dark': 'pack/d.svg',
      large: 'pack/mark.svg',
      'large-dark': 'pack/mark.svg'
    })
  })
})

describe('a fault of a brand', () => {
  test.each([
    [
      'color: {primary: blue}',
      'color.primary: Unexpected colour `blue`, expected the name of a palette colour, or `#RRGGBB`'
    ],
    [
      'color: {palette: {a: "#12"}}',
      'color.palette.a: Unexpected colour `#12`, expected the name of a palette colour, or `#RRGGBB`'
    ],
    [
      'logo: {images: {mark: missing.svg}}',
      'logo.images.mark: Unexpected path `missing.svg`, expected a picture of the pack'
    ],
    ['logo: {small: missing}', 'logo.small: Unexpected picture `missing`, expected one of `logo.images`'],
    [
      'typography: {fonts: [{family: A, source: npm, files: [a.ttf]}], base: A}',
      'typography.fonts.0: Missing key `package`, expected the npm package that has the font `A`'
    ],
    [
      'typography: {fonts: [{family: A, source: file, files: [missing.ttf]}], base: A}',
      'typography.fonts.0.files.0: Unexpected path `missing.ttf`, expected a font file of the pack'
    ],
    [
      `${fonts.replace('[Text]', '[Tex]')}`,
      'typography.fallback: Unexpected font family `Tex`, expected one of `typography.fonts`'
    ]
  ])('%s', (yaml, fault) => {
    expect(resolved(yaml).faults).toContain(fault)
  })
})
