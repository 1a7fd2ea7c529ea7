import {describe, expect, test} from 'vitest'
import {readPicture} from '../../../../src/picture/read.ts'
import {embeddingLevels, visualOrder} from '../../../../src/writers/pdf/engine/bidi.ts'
import {toGrid} from '../../../../src/writers/pdf/engine/grid.ts'
import {hyphenate, hyphenatedTexts} from '../../../../src/writers/pdf/engine/hyphenate.ts'
import {pdfDate, xmp} from '../../../../src/writers/pdf/engine/xmp.ts'
import {pngFile} from '../../../helpers/pictures.ts'
import {body, engine, pagesOf} from './setup.ts'

describe('visual order', () => {
  test.each([
    ['ltr', ['ab ', 'cd'], 'ab cd'],
    ['rtl', ['אב ', 'גד'], 'גדאב '],
    ['rtl', ['אב ', '12', ' גד'], ' גד12אב '],
    ['rtl', ['אב ', 'x ', 'y', ' גד'], ' גדx yאב '],
    ['ltr', ['a ', 'אב ', 'גד', ' b'], 'a גדאב  b']
  ] as const)('%s %j', (dir, words, expected) => {
    const levels = embeddingLevels(
      words.map((text) => ({text})),
      dir
    )
    const pieces = words.map((text, index) => ({text, level: levels?.[index]?.[0] ?? 0}))
    expect(
      visualOrder(pieces, dir === 'rtl' ? 1 : 0)
        .map(({text}) => text)
        .join('')
    ).toBe(expected)
  })

  test('a run with a direction of its own is isolated', () => {
    const levels = embeddingLevels([{text: 'אב '}, {text: '+389 2', dir: 'ltr'}, {text: ' גד'}], 'rtl')
    expect(levels?.map(([first]) => first)).toEqual([1, 2, 1])
  })
})

describe('hyphens', () => {
  const shown = (text: string, lang: string) => hyphenate(text, lang).replaceAll('\u00ad', '-')

  test.each([
    ['mk', 'Меѓународната организација', 'Меѓу-на-род-ната орга-ни-за-ција'],
    ['sq', 'organizata', 'orga-ni-zata'],
    ['en-GB', 'international', 'inter-na-tional'],
    ['fr', 'internationale', 'inter-na-tio-nale'],
    ['fr', 'ordonnée', 'ordon-née'],
    ['en', 'already, paper', 'already, paper']
  ])('%s %s', (lang, word, expected) => expect(shown(word, lang)).toBe(expected))

  test.each([
    ['ar', 'المنظمة الدولية'],
    ['mk', 'МЕЃУНАРОДНА www.example.org info@example.org кратко'],
    ['mk', 'северно-западен']
  ])('%s %s stays whole', (lang, text) => expect(shown(text, lang)).toBe(text))

  test('the last word of a paragraph stays whole, and so do those tied to others', () => {
    const runs = ['околу милијарда', ' ', 'милијарда на организација', ' ', 'миграција'].map((text) => ({
      text,
      style: body,
      ...(text === ' ' && {glue: true})
    }))
    const texts = (some: typeof runs) => hyphenatedTexts(some, 'mk').map((text) => text.replaceAll('\u00ad', '-'))
    expect(texts(runs)).toEqual(['околу милијарда', ' ', 'милијарда на организација', ' ', 'миграција'])
    const [, , words] = runs
    expect(texts([{text: 'организација организација ', style: body}, ...(words ? [words] : [])])).toEqual([
      'орга-ни-за-ција орга-ни-за-ција ',
      'мили-јарда на организација'
    ])
  })

  test('digraphs of Albanian are never split', () => {
    const words = 'shoqërisë ndihmësit përgjithshme gjithashtu njohuritë drejtësishëm rrethinës llogaritje familjarëve'
    const more =
      'injorancë bashkëshortët pasthirrma ardhmëria tërheqje vendndodhje shkollore terrorizëm kuptimplotë Xhevahir'
    expect(shown(`${words} ${more}`, 'sq')).not.toMatch(/d-h|g-j|l-l|n-j|r-r|s-h|t-h|x-h|z-h/i)
    expect(shown(words, 'sq')).toContain('-')
  })
})

test('cells of a table find their columns', () => {
  const cell = (colspan: number, rowspan: number) => ({
    children: [],
    header: null,
    colspan,
    rowspan,
    padding: [0, 0, 0] as const
  })
  const grid = toGrid([[cell(1, 2), cell(2, 1)], [cell(1, 1), cell(1, 2)], [cell(2, 1)]])
  expect(grid.map(({row, column}) => `${row},${column}`)).toEqual(['0,0', '0,1', '1,1', '1,2', '2,0'])
})

test('a picture is embedded once, its opacity as a mask', () => {
  const laid = engine()
  const raster = readPicture(pngFile({width: 1, height: 1, colorType: 6, rows: [0, 255, 0, 0, 128]}), 'a.png')
  if (raster.kind !== 'png') throw new Error('No picture')
  const picture = {kind: 'picture', raster, width: 10, height: 10, alt: 'x'} as const
  const {fragments} = laid.flow([picture, picture], () => ({width: 100, height: 100, page: 1}), laid.root)
  const file = Buffer.from(laid.write(pagesOf(fragments))).toString('latin1')
  expect(file.match(/\/SMask/g)).toHaveLength(1)
})

describe('metadata', () => {
  test.each([
    [0, 'D:19700101000000Z'],
    [951_782_400, 'D:20000229000000Z'],
    [1_798_761_599, 'D:20261231235959Z']
  ])('%d is %s', (epoch, expected) => expect(pdfDate(epoch)).toBe(expected))

  test('markup in a title is escaped', () => {
    expect(xmp({lang: 'mk', title: 'A & <B>'}, true)).toContain('>A &amp; &lt;B&gt;<')
  })
})
