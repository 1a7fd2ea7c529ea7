import {crc32, deflateSync, inflateSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {withOrientation} from '../../../src/picture/jpeg.ts'
import type {Jpeg, Png} from '../../../src/picture/picture.ts'
import {pixelsOf} from '../../../src/picture/png-pixels.ts'
import {readPicture} from '../../../src/picture/read.ts'
import {exif, iccProfile, jpegFile, paint, pngFile} from '../../helpers/pictures.ts'

/** What a file is taken for, or what is wrong with it. */
function said(bytes: Uint8Array, path = 'a'): string {
  const read = readPicture(bytes, path)
  return read.kind === 'unusable' ? `unexpected ${read.unexpected}, expected ${read.expected}` : read.kind
}

function jpeg(bytes: Uint8Array): Jpeg {
  const read = readPicture(bytes, 'a.jpg')
  if (read.kind !== 'jpeg') throw new Error(JSON.stringify(read))
  return read
}

function png(bytes: Uint8Array): Png {
  const read = readPicture(bytes, 'a.png')
  if (read.kind !== 'png') throw new Error(JSON.stringify(read))
  return read
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const blocks = [
  [paint.red, paint.green, paint.green],
  [paint.blue, paint.yellow, paint.yellow]
]
const dot = {width: 1, height: 1, rows: [0, 255, 0, 0]}
const ihdr = (...bytes: number[]) => {
  const file = Buffer.from(pngFile(dot))
  file.set(bytes, 16)
  return file
}

describe('files that are no picture, or none that can be used', () => {
  test.each<[string, Uint8Array, string]>([
    ['text', Buffer.from('Not a picture'), 'unexpected content, expected a PNG, JPEG or SVG picture'],
    ['nothing', Buffer.alloc(0), 'unexpected an empty file, expected a PNG, JPEG or SVG picture'],
    ['a GIF', Buffer.from('GIF89a'), 'unexpected a GIF picture, expected a PNG, JPEG or SVG picture'],
    ['a WebP', Buffer.from('RIFF\0\0\0\nWEBPVP8 '), 'unexpected a WebP picture, expected a PNG, JPEG or SVG picture'],
    ['a page', Buffer.from('<!doctype html><p>svg</p>'), 'unexpected content, expected a PNG, JPEG or SVG picture'],
    [
      'half a PNG',
      pngFile(dot).subarray(0, 40),
      'unexpected PNG that breaks off after 33 bytes, expected a whole file'
    ],
    [
      'the signature of a PNG',
      pngFile(dot).subarray(0, 8),
      'unexpected PNG that breaks off after 8 bytes, expected a whole file'
    ],
    ['a PNG changed on its way', ihdr(0, 0, 0, 9), 'unexpected PNG with a wrong sum in IHDR, expected a whole file'],
    ['a PNG of 0 pixels', pngFile({...dot, width: 0}), 'unexpected size 0 × 1, expected a whole file'],
    [
      'a PNG with too few rows',
      pngFile({...dot, height: 2}),
      'unexpected PNG with less data than pixels, expected a whole file'
    ],
    [
      'a PNG that unpacks to more than it says',
      pngFile({...dot, rows: Array<number>(100_000).fill(0)}),
      'unexpected PNG with more data than pixels, expected a PNG as its header says'
    ],
    [
      'a PNG of many pixels',
      pngFile({...dot, width: 60_000, height: 60_000}),
      'unexpected 60000 × 60000 pixels, expected at most 100 megapixels'
    ],
    [
      'a PNG without its palette',
      pngFile({...dot, colorType: 3, rows: [0, 0]}),
      'unexpected PNG with a wrong palette, expected a whole file'
    ],
    [
      'a PNG of a depth there is not',
      pngFile({...dot, depth: 5}),
      'unexpected PNG with values in its header that PNG does not have, expected a whole file'
    ],
    [
      'half a JPEG',
      jpegFile({blocks}).subarray(0, -10),
      'unexpected JPEG that breaks off in its data, expected a whole file'
    ],
    [
      'the start of a JPEG',
      jpegFile({blocks}).subarray(0, 30),
      'unexpected JPEG that breaks off after 20 bytes, expected a whole file'
    ],
    ['a JPEG of nothing', Buffer.of(0xff, 0xd8, 0xff, 0xd9), 'unexpected JPEG without data, expected a whole file'],
    ['a CMYK JPEG', jpegFile({blocks: [[[9, 9, 9, 9]]]}), 'unexpected CMYK colours, expected RGB or grey'],
    [
      'a JPEG of 12 bits',
      Buffer.from(latin(jpegFile({blocks})).replace('\xff\xc0\0\x11\x08', '\xff\xc1\0\x11\x0c'), 'latin1'),
      'unexpected kind of JPEG, expected a baseline or progressive one of 8 bits'
    ],
    [
      'a JPEG of many pixels',
      Buffer.from(latin(jpegFile({blocks})).replace('\x08\0\x10\0\x18', '\x08\xff\xff\xff\xff'), 'latin1'),
      'unexpected 65535 × 65535 pixels, expected at most 100 megapixels'
    ]
  ])('%s', (_, bytes, expected) => expect(said(bytes)).toBe(expected))

  test.each([
    ['a.jpg', 'unexpected PNG data, expected JPEG'],
    ['a.svg', 'unexpected PNG data, expected SVG'],
    ['a.PNG', 'png'],
    ['a', 'png']
  ])('a PNG by the name %s', (path, expected) => expect(said(pngFile(dot), path)).toBe(expected))

  test('what to do is said', () => {
    expect(readPicture(jpegFile({blocks: [[[9, 9, 9, 9]]]}), 'a.jpg')).toMatchObject({
      advice: 'Convert it to RGB, in the profile sRGB: the colours of documents are sRGB.'
    })
  })
})

describe('JPEG', () => {
  const secret: readonly (readonly [number, Uint8Array])[] = [
    [0xe1, exif(6)],
    [0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS</x:xmpmeta>')],
    [0xed, Buffer.from('Photoshop 3.0\x008BIM GPS caption')],
    [0xe0, Buffer.from('JFXX\0 GPS')],
    [0xe2, Buffer.from('MPF\0 GPS')],
    [0xfe, Buffer.from('a comment with GPS')]
  ]
  const clean = latin(jpegFile({blocks}))

  test.each([false, true])('what is no picture goes, data stay; progressive: %s', (progressive) => {
    const plain = jpegFile({blocks, progressive})
    const file = Buffer.concat([jpegFile({blocks, progressive, segments: secret}), Buffer.from('GPS after the end')])
    const read = jpeg(file)
    expect(latin(read.bytes)).toBe(latin(plain))
    expect(read).toMatchObject({width: 24, height: 16, channels: 3, plain: false, orientation: 6})
    expect(read.digest).toBe(jpeg(plain).digest)
  })

  test('the small picture of the picture goes from its header', () => {
    const header = Buffer.concat([Buffer.from('4a46494600010100000100010101', 'hex'), Buffer.from('GPS')])
    const start = clean.indexOf('\xff\xdb')
    const file = Buffer.concat([
      Buffer.of(0xff, 0xd8, 0xff, 0xe0, 0, 19),
      header,
      Buffer.from(clean, 'latin1').subarray(start)
    ])
    expect(latin(jpeg(file).bytes)).toBe(clean)
  })

  test('how it is turned can be put back, and nothing else of its Exif data', () => {
    const turned = withOrientation(jpeg(jpegFile({blocks, segments: secret})))
    expect(latin(turned)).not.toContain('GPS')
    expect(jpeg(turned).orientation).toBe(6)
    expect(turned.length).toBe(clean.length + 36)
    expect(latin(withOrientation(jpeg(jpegFile({blocks}))))).toBe(clean)
  })

  test.each([0, 9, 255])('orientation %d is none', (orientation) =>
    expect(jpeg(jpegFile({blocks, segments: [[0xe1, exif(orientation)]]})).orientation).toBe(1)
  )

  test('Exif data that point out of themselves', () => {
    const broken = Buffer.from('Exif\0\0II*\0\xff\xff\xff\x7f------', 'latin1')
    expect(jpeg(jpegFile({blocks, segments: [[0xe1, broken]]})).orientation).toBe(1)
  })

  const profile = (icc: Uint8Array) => Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), icc])

  test.each([
    ['wide', iccProfile('Wide'), true, true],
    ['sRGB', iccProfile('sRGB'), true, false],
    ['of CMYK', iccProfile('Coat', 'CMYK'), false, false],
    ['broken', Buffer.from('nothing'), false, false]
  ])('a profile that is %s', (_, icc, kept, own) => {
    const read = jpeg(jpegFile({blocks, segments: [[0xe2, profile(icc)]]}))
    expect([latin(read.bytes).includes('ICC_PROFILE'), read.profile !== undefined]).toEqual([kept, own])
  })

  test('RGB by the mark of Adobe', () => {
    const adobe = Buffer.from('Adobe\0\x64\0\0\0\0\0', 'latin1')
    const read = jpeg(jpegFile({blocks, segments: [[0xee, adobe]]}))
    expect(read.plain).toBe(true)
    expect(latin(read.bytes)).toContain('Adobe')
  })

  test('grey', () =>
    expect(jpeg(jpegFile({blocks: [[[10], [200]]]}))).toMatchObject({channels: 1, width: 16, height: 8}))
})

describe('PNG', () => {
  test('what is no picture goes', () => {
    const chunks = [
      ['eXIf', exif(6)],
      ['tEXt', Buffer.from('Author\0GPS')],
      ['iTXt', Buffer.from('XML:com.adobe.xmp\0GPS')],
      ['tIME', Buffer.alloc(7)],
      ['acTL', Buffer.from('GPS')]
    ] as const
    expect(latin(png(pngFile({...dot, chunks})).bytes)).toBe(latin(pngFile(dot)))
  })

  test('a profile that is not sRGB stays', () => {
    const chunk = (icc: Uint8Array) => [['iCCP', Buffer.concat([Buffer.from('a\0\0'), deflateSync(icc)])]] as const
    expect(latin(png(pngFile({...dot, chunks: chunk(iccProfile('Wide'))})).bytes)).toContain('iCCP')
    expect(png(pngFile({...dot, chunks: chunk(iccProfile('sRGB'))})).profile).toBeUndefined()
    expect(png(pngFile({...dot, chunks: chunk(Buffer.from('bomb'))})).profile).toBeUndefined()
  })

  test.each([
    ['grey', 0, [0, 0x12, 0x34, 0xff, 0xff], [], {colorType: 0, channels: 1}, [0x12, 255]],
    [
      'grey, one transparent',
      0,
      [0, 0x12, 0x34, 0x12, 0x35],
      [0x12, 0x34],
      {colorType: 4, channels: 2},
      [18, 0, 18, 255]
    ],
    [
      'RGB',
      2,
      [0, 0, 0, 255, 255, 0x80, 0x80, 1, 1, 2, 2, 3, 3],
      [],
      {colorType: 2, channels: 3},
      [0, 255, 128, 1, 2, 3]
    ],
    ['grey with opacity', 4, [0, 1, 1, 2, 2, 3, 3, 4, 4], [], {colorType: 4, channels: 2}, [1, 2, 3, 4]]
  ] as const)('16 bits become 8: %s', (_, colorType, rows, key, layout, expected) => {
    const chunks = key.length > 0 ? ([['tRNS', Buffer.from(key)]] as const) : []
    const read = png(pngFile({width: 2, height: 1, depth: 16, colorType, rows, chunks}))
    expect(read).toMatchObject({...layout, depth: 8, interlaced: false, transparency: undefined})
    const again = png(read.bytes)
    expect(again.bytes).toEqual(read.bytes)
    expect([...pixelsOf(again, inflateSync(again.data))]).toEqual(expected)
  })

  test.each([
    ['none', 0, [1, 2, 3, 4], [1, 2, 3, 4]],
    ['sub', 1, [1, 1, 1, 1], [1, 2, 3, 4]],
    ['average', 3, [2, 2, 2, 2], [2, 3, 3, 3]],
    ['paeth', 4, [1, 1, 1, 1], [1, 2, 3, 4]]
  ])('the filter %s is undone', (_, filter, row, expected) => {
    expect([...pixelsOf({...layout, width: 4}, Buffer.from([filter, ...row]))]).toEqual(expected)
  })

  test('a row is predicted by the one above', () => {
    expect([...pixelsOf({...layout, width: 2, height: 2}, Buffer.from([0, 5, 6, 2, 1, 1]))]).toEqual([5, 6, 6, 7])
  })

  test('samples smaller than a byte', () => {
    const small = {...layout, width: 5, depth: 2, colorType: 3} as const
    expect([...pixelsOf(small, Buffer.from([0, 0b00011011, 0b11000000]))]).toEqual([0, 1, 2, 3, 3])
  })

  test('the passes of an interlaced one come together', () => {
    const woven = {...layout, width: 2, height: 2, interlaced: true}
    expect([...pixelsOf(woven, Buffer.from([0, 1, 0, 2, 0, 3, 4]))]).toEqual([1, 2, 3, 4])
  })
})

const layout = {width: 1, height: 1, depth: 8, colorType: 0, channels: 1, interlaced: false} as const

test('whatever becomes of a file on its way, it is read or refused', () => {
  const profile = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), iccProfile('Wide')])
  const whole: [number, Uint8Array][] = [
    [0xe1, exif(6)],
    [0xe2, profile]
  ]
  const chunks = [['iCCP', Buffer.concat([Buffer.from('a\0\0'), deflateSync(iccProfile('Wide'))])]] as const
  const files = [
    jpegFile({blocks, segments: whole}),
    pngFile({...dot, chunks}),
    Buffer.from('<svg viewBox="0 0 8 8"><g id="a"><use href="#b"/></g><style>.a{fill:url(#a)}</style></svg>')
  ]
  const outcomes = new Set<string>()
  let seed = 1
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let round = 0; round < 3000; round++) {
    const bytes = Buffer.from(files[round % 3] ?? '')
    for (let change = next(4); change >= 0; change--) bytes[next(bytes.length)] = next(256)
    const end = next(3) === 0 ? next(bytes.length) : bytes.length
    outcomes.add(readPicture(sound(bytes.subarray(0, end)), 'a').kind)
  }
  expect([...outcomes].sort()).toEqual(['jpeg', 'png', 'svg', 'unusable'])
})

/** A PNG with the sums of its chunks put right, so that what is in them is looked at. */
function sound(bytes: Buffer): Buffer {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return bytes
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) break
    bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, end)), end)
    at = end + 4
  }
  return bytes
}
