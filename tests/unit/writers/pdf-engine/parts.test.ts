import {deflateSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {embeddingLevels, visualOrder} from '../../../../src/writers/pdf/engine/bidi.ts'
import {toGrid} from '../../../../src/writers/pdf/engine/grid.ts'
import {hyphenate} from '../../../../src/writers/pdf/engine/hyphenate.ts'
import {pixelsOf} from '../../../../src/writers/pdf/engine/png-pixels.ts'
import {pdfDate, xmp} from '../../../../src/writers/pdf/engine/xmp.ts'
import {engine, pagesOf} from './setup.ts'

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
    ['mk', 'Меѓународната организација', 'Ме-ѓу-на-род-ната ор-га-ни-за-ција'],
    ['sq', 'organizata', 'or-ga-ni-zata'],
    ['en-GB', 'international', 'in-ter-na-tional'],
    ['fr', 'internationale', 'in-ter-na-tio-nale']
  ])('%s %s', (lang, word, expected) => expect(shown(word, lang)).toBe(expected))

  test.each([
    ['ar', 'المنظمة الدولية'],
    ['mk', 'МЕЃУНАРОДНА www.example.org info@example.org кратко'],
    ['mk', 'северно-западен']
  ])('%s %s stays whole', (lang, text) => expect(shown(text, lang)).toBe(text))
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

describe('PNG', () => {
  test.each([
    ['none', 0, [1, 2, 3, 4], [1, 2, 3, 4]],
    ['sub', 1, [1, 1, 1, 1], [1, 2, 3, 4]],
    ['average', 3, [2, 2, 2, 2], [2, 3, 3, 3]],
    ['paeth', 4, [1, 1, 1, 1], [1, 2, 3, 4]]
  ])('the filter %s is undone', (_, filter, row, expected) => {
    const header = {width: 4, height: 1, depth: 8, colorType: 0, channels: 1, interlaced: false}
    expect([...pixelsOf(header, Buffer.from([filter, ...row]))]).toEqual(expected)
  })

  test('a row is predicted by the one above', () => {
    const header = {width: 2, height: 2, depth: 8, colorType: 0, channels: 1, interlaced: false}
    expect([...pixelsOf(header, Buffer.from([0, 5, 6, 2, 1, 1]))]).toEqual([5, 6, 6, 7])
  })

  test('samples smaller than a byte', () => {
    const header = {width: 5, height: 1, depth: 2, colorType: 3, channels: 1, interlaced: false}
    expect([...pixelsOf(header, Buffer.from([0, 0b00011011, 0b11000000]))]).toEqual([0, 1, 2, 3, 3])
  })

  test('the passes of an interlaced one come together', () => {
    const header = {width: 2, height: 2, depth: 8, colorType: 0, channels: 1, interlaced: true}
    expect([...pixelsOf(header, Buffer.from([0, 1, 0, 2, 0, 3, 4]))]).toEqual([1, 2, 3, 4])
  })

  test('transparency becomes a mask, without waiting', () => {
    const laid = engine()
    const picture = {kind: 'picture', bytes: png(), key: 'a', width: 10, height: 10, alt: 'x'} as const
    const {fragments} = laid.flow([picture, picture], () => ({width: 100, height: 100, page: 1}), laid.root)
    const file = Buffer.from(laid.write(pagesOf(fragments))).toString('latin1')
    expect(file.match(/\/SMask/g)).toHaveLength(1)
  })
})

/** One pixel, half transparent red. */
function png(): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length)
    return Buffer.concat([length, Buffer.from(type, 'latin1'), content, Buffer.alloc(4)])
  }
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0, 128]))),
    chunk('IEND', Buffer.alloc(0))
  ])
}

describe('metadata', () => {
  test.each([
    [0, 'D:19700101000000Z'],
    [951_782_400, 'D:20000229000000Z'],
    [1_798_761_599, 'D:20261231235959Z']
  ])('%d is %s', (epoch, expected) => expect(pdfDate(epoch)).toBe(expected))

  test('markup in a title is escaped', () => {
    expect(xmp({lang: 'mk', title: 'A & <B>'})).toContain('>A &amp; &lt;B&gt;<')
  })
})
