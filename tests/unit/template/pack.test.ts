import {describe, expect, test} from 'vitest'
import {formatOf, themeOf} from '../../../src/template/format.ts'
import {loadPack, packAsset, packFile} from '../../../src/template/pack.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'
import {memoryWorld} from '../../helpers/memory-world.ts'
import {smallBrand, smallPack, smallTemplate} from '../../helpers/small-pack.ts'

function load(files: Record<string, string>, name = 'small') {
  return diagnosed((report) => loadPack(smallPack(files), name, report))
}

describe('faults of template.yml and brand.yml, each at its place', () => {
  test.each([
    [
      'an unknown key of a master',
      {'template.yml': 'masters:\n  main:\n    margin: {top: 3}\n'},
      'pack-invalid templates/small/template.yml:3:5 Unexpected key `margin`, expected `margins`'
    ],
    [
      'an unknown property of a style',
      {'template.yml': 'styles:\n  body: {colour: ink}\n'},
      'pack-invalid templates/small/template.yml:2:10 Unexpected key `colour`, expected `color`'
    ],
    [
      'a value of the wrong kind',
      {'template.yml': 'styles:\n  body: {size: big}\n'},
      'pack-invalid templates/small/template.yml:2:16 Unexpected text `big` at `styles.body.size`, expected a number'
    ],
    [
      'a colour that the brand does not have',
      {'template.yml': 'styles:\n  body: {color: inc}\n'},
      'pack-invalid templates/small/template.yml:2:17 Unexpected colour `inc`, expected `ink`'
    ],
    [
      'a colour in the values for a script',
      {'template.yml': 'styles:\n  body: {arab: {color: blue}}\n'},
      'pack-invalid templates/small/template.yml:2:24 Unexpected colour `blue`, expected one of `ink`, `paper`'
    ],
    [
      'a style that extends no style',
      {'template.yml': 'styles:\n  body: {size: 9}\n  small: {extends: bdy}\n'},
      'pack-invalid templates/small/template.yml:3:20 Unexpected style `bdy`, expected `body`'
    ],
    [
      'a frame that goes on nowhere',
      {'template.yml': 'masters:\n  main: {frames: {main: {next: mian}}}\n'},
      'pack-invalid templates/small/template.yml:2:32 Unexpected frame `mian`, expected `main`'
    ],
    [
      'baselines by a style that there is none of',
      {'template.yml': 'styles:\n  body: {size: 9}\nmasters:\n  main: {baseline: bdy, frames: {main: {}}}\n'},
      'pack-invalid templates/small/template.yml:4:20 Unexpected style `bdy`, expected `body`'
    ],
    [
      'baselines of no distance',
      {'template.yml': 'masters:\n  main: {frames: {main: {baseline: 0}}}\n'},
      'pack-invalid templates/small/template.yml:2:36 Unexpected number `0` at `masters.main.frames.main.baseline`, expected a distance above 0'
    ],
    [
      'a frame beyond the grid',
      {'template.yml': 'masters:\n  main: {grid: {columns: 12}, frames: {main: {column: 5, span: 9}}}\n'},
      'pack-invalid templates/small/template.yml:2:55 Unexpected column 13, expected no more than the 12 of the grid'
    ],
    [
      'a brand without fonts',
      {'brand.yml': 'color: {palette: {ink: "#000000"}}\n'},
      'pack-invalid templates/small/brand.yml:1:1 Missing key `typography.fonts`, expected the fonts of the brand'
    ],
    [
      'a format that extends none',
      {'template.yml': 'formats:\n  page: {writer: pdf, template: a.hbs}\n  six: {extends: pages}\n'},
      'pack-invalid templates/small/template.yml:3:18 Unexpected format `pages`, expected `page`'
    ],
    [
      'formats in a circle',
      {'template.yml': 'formats:\n  a: {extends: b}\n  b: {extends: b}\n'},
      'pack-invalid templates/small/template.yml:3:16 Unexpected circle `b → b`, expected a format without `extends`'
    ],
    [
      'a frame in inches',
      {'template.yml': 'masters:\n  main: {frames: {main: {top: 3in}}}\n'},
      'pack-invalid templates/small/template.yml:2:31 Unexpected text `3in` at `masters.main.frames.main.top`, expected a length in mm'
    ],
    [
      'a bleed in inches',
      {'template.yml': 'formats:\n  page: {writer: pdf, template: a.hbs, bleed: 3in}\n'},
      'pack-invalid templates/small/template.yml:2:47 Unexpected text `3in` at `formats.page.bleed`, expected a length from 0 to 5 mm, `3mm`'
    ],
    [
      'a bleed that leaves no room for marks',
      {'template.yml': 'formats:\n  page: {writer: pdf, template: a.hbs, bleed: 9}\n'},
      'pack-invalid templates/small/template.yml:2:47 Unexpected number `9` at `formats.page.bleed`, expected a length from 0 to 5 mm, `3mm`'
    ],
    [
      'a mark that there is not',
      {'template.yml': 'formats:\n  page:\n    writer: pdf\n    marks: [crop, krop]\n'},
      'pack-invalid templates/small/template.yml:4:19 Unexpected text `krop` at `formats.page.marks.1`, expected `crop`, `fold` or `slug`'
    ],
    [
      'a sheet that there is not',
      {'template.yml': 'formats:\n  page: {writer: pdf, impose: booklet, sheet: a9}\n'},
      'pack-invalid templates/small/template.yml:2:47 Unexpected text `a9` at `formats.page.sheet`, expected `a3`, `a4`, `letter` or `legal`'
    ],
    [
      'a booklet with marks',
      {'template.yml': 'formats:\n  page: {writer: pdf, marks: [crop]}\n  book: {extends: page, impose: booklet}\n'},
      'pack-invalid templates/small/template.yml:3:33 Unexpected `marks` of a format with `impose: booklet`, expected one of them'
    ],
    [
      'blank pages of no booklet',
      {'template.yml': 'formats:\n  page: {writer: pdf, template: a.hbs, blanks: end}\n'},
      'pack-invalid templates/small/template.yml:2:48 Unexpected `blanks` of a format without `impose: booklet`, expected both'
    ],
    [
      'art that is not there',
      {'template.yml': 'masters:\n  main: {art: assets/flow.svg}\n'},
      'pack-invalid templates/small/template.yml:2:15 Unexpected path `assets/flow.svg`, expected a picture of the pack'
    ],
    [
      'YAML that is none',
      {'template.yml': 'formats: {a: [}\n'},
      'yaml-invalid templates/small/template.yml:1:15 Flow sequence in block collection must be sufficiently indented and end with a ]'
    ],
    [
      'a font that would have to be downloaded',
      {'brand.yml': 'typography:\n  fonts:\n    - {family: Sans, source: google, files: []}\n'},
      'pack-invalid templates/small/brand.yml:3:30 Unexpected text `google` at `typography.fonts.0.source`, expected `npm` or `file`: nothing is downloaded while building'
    ],
    [
      'a role whose family has no files',
      {'brand.yml': `${smallBrand}  headings: Serif\n`},
      'pack-invalid templates/small/brand.yml:7:13 Unexpected font family `Serif`, expected one of `typography.fonts`'
    ],
    [
      'a colour that leads round in a circle',
      {'brand.yml': 'color:\n  palette: {a: b, b: a, ink: "#000000"}\n'},
      'pack-invalid templates/small/brand.yml:2:16 Unexpected colour `b`, expected the name of a palette colour, or `#RRGGBB`'
    ],
    [
      'a custom tag',
      {'template.yml': 'formats: !!js/function "x"\n'},
      'yaml-invalid templates/small/template.yml:1:10 Unresolved tag: tag:yaml.org,2002:js/function'
    ]
  ])('%s', (_, files, message) => {
    const {result, lines} = load(files)
    expect(lines).toContain(message)
    expect(result).toBeUndefined()
  })

  test('a name that no pack has suggests the nearest', () => {
    expect(load({}, 'smal').lines).toEqual(['pack-missing Unexpected pack `smal`, expected `small`'])
  })

  test('a name that leads out of the folder of packs is no pack', () => {
    expect(load({}, '../small').lines).toEqual(['pack-missing Unexpected pack `../small`, expected `small`'])
  })

  test('packs that extend each other', () => {
    const world = memoryWorld({
      'templates/a/template.yml': 'extends: b\n',
      'templates/b/template.yml': 'extends: a\n'
    })
    expect(diagnosed((report) => loadPack(world, 'a', report)).lines).toEqual([
      'pack-invalid templates/b/template.yml:1:10 Unexpected circle `a → b → a`, expected packs that end in one without `extends`'
    ])
  })
})

describe('a pack that extends another', () => {
  const files = {
    'gatefold:templates/base/template.yml': `${smallTemplate}styles: {body: {size: 9, color: ink}, h2: {size: 20}}\n`,
    'gatefold:templates/base/brand.yml': `${smallBrand}logo: {images: {mark: mark.svg}}\n`,
    'gatefold:templates/base/page.hbs': 'base',
    'gatefold:templates/base/assets/flow.svg': '<svg/>',
    'gatefold:templates/base/mark.svg': '<svg/>',
    'templates/event/template.yml':
      'extends: base\nstyles: {body: {size: 8}}\nmasters: {main: {art: flow.svg}}\nformats: {six: {extends: page, slides: 6}}\n',
    'templates/event/brand.yml': 'color: {palette: {ink: "#0f3b38"}, primary: ink}\n',
    'templates/event/mark.svg': '<svg id="event"/>'
  }
  const world = memoryWorld(files)
  const {result: pack, lines} = diagnosed((report) => loadPack(world, 'event', report))

  test('maps merge, and the nearer value stands', () => {
    expect(lines).toEqual([])
    expect(pack?.styles).toEqual({body: {size: 8, color: 'ink'}, h2: {size: 20}})
    expect(pack?.brand.colors).toEqual({ink: '#0F3B38', paper: '#FFFFFF', primary: '#0F3B38'})
  })

  test('files are found in the nearest pack that has them', () => {
    expect(pack && packFile(world, pack, 'page.hbs')).toBe('gatefold:templates/base/page.hbs')
    expect(pack?.brand.logos.mark).toBe('templates/event/mark.svg')
    expect(pack?.masters.main?.art[0]?.src).toBe('gatefold:templates/base/assets/flow.svg')
    expect(pack && packAsset(world, pack, '../../../secret')).toBeUndefined()
  })

  test('a project’s own base extends the base that is shipped', () => {
    const own = memoryWorld({...files, 'templates/base/template.yml': 'extends: base\nstyles: {body: {size: 7}}\n'})
    const loaded = diagnosed((report) => loadPack(own, 'base', report))
    expect(loaded.lines).toEqual([])
    expect(loaded.result?.folders).toEqual(['templates/base', 'gatefold:templates/base'])
    expect(loaded.result?.styles.body?.size).toBe(7)
  })

  test('a format takes what it does not say from the one it extends', () => {
    const {result: format} = diagnosed((report) => pack && formatOf(pack, 'six', report))
    expect(format).toMatchObject({name: 'six', writer: 'pdf', template: 'page.hbs', options: {slides: 6}})
    expect(format?.at).toMatchObject({file: 'templates/event/template.yml', position: {start: {line: 4}}})
  })

  test('an unknown format suggests the nearest', () => {
    expect(diagnosed((report) => pack && formatOf(pack, 'pages', report)).lines).toEqual([
      'format-unknown Unexpected format `pages`, expected `page`'
    ])
  })

  test('overrides of a publication are laid over the styles, and checked', () => {
    const {result, lines: said} = diagnosed((report) => {
      const format = pack && formatOf(pack, 'page', report)
      const overrides = {styles: {body: {size: 7.8}, boddy: {size: 1}}}
      return pack && format && themeOf(pack, format, {script: 'Latn', overrides, report})
    })
    expect(result?.styles.get('body').size).toBe(7.8)
    expect(said).toEqual(['style-unknown Unexpected style `boddy` in `overrides`, expected `body`'])
  })
})
