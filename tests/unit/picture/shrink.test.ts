/** Pictures made smaller: what the new pixels are, and what stays. */
import {createHash} from 'node:crypto'
import {deflateSync} from 'node:zlib'
import {beforeAll, describe, expect, test} from 'vitest'
import {loadJpegCodec} from '../../../src/picture/jpeg-codec.ts'
import type {Raster} from '../../../src/picture/picture.ts'
import {type Pixels, shrinkPixels} from '../../../src/picture/pixels.ts'
import {decodePng} from '../../../src/picture/png-decode.ts'
import {readPicture} from '../../../src/picture/read.ts'
import {shrink} from '../../../src/picture/shrink.ts'
import {exif, iccProfile, jpegFile, paint, pngFile} from '../../helpers/pictures.ts'

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

function raster(bytes: Uint8Array): Raster {
  const read = readPicture(bytes, 'a')
  if (read.kind !== 'png' && read.kind !== 'jpeg') throw new Error(JSON.stringify(read))
  return read
}

/** Samples of a PNG, row by row. */
function samples(picture: Raster): number[] {
  if (picture.kind !== 'png') throw new Error('No PNG')
  return [...decodePng(picture).data]
}

describe('new pixels are means of areas', () => {
  const grey = (width: number, ...data: number[]): Pixels => ({
    width,
    height: data.length / width,
    channels: 1,
    data: Uint8Array.from(data)
  })

  test.each<[string, Pixels, [number, number], number[]]>([
    ['half', grey(4, 0, 100, 200, 100), [2, 1], [50, 150]],
    ['two thirds', grey(3, 0, 90, 240), [2, 1], [30, 190]],
    ['both ways', grey(2, 0, 100, 100, 200), [1, 1], [100]],
    ['rows that share a row', grey(1, 0, 90, 240), [1, 2], [30, 190]],
    ['the same size', grey(2, 1, 2, 3, 4), [2, 2], [1, 2, 3, 4]]
  ])('%s', (_, pixels, [width, height], expected) =>
    expect([...shrinkPixels(pixels, width, height).data]).toEqual(expected)
  )

  test('what is transparent lends no colour', () => {
    const data = Uint8Array.of(255, 0, 0, 255, 0, 255, 0, 0)
    expect([...shrinkPixels({width: 2, height: 1, channels: 4, data}, 1, 1).data]).toEqual([255, 0, 0, 128])
    expect([...shrinkPixels({width: 2, height: 1, channels: 2, data: Uint8Array.of(9, 0, 200, 0)}, 1, 1).data]).toEqual(
      [0, 0]
    )
  })
})

/** A PNG of 64 × 64 pixels of this kind, each row made by `row`. */
function large(
  recipe: {colorType: number; depth?: number; chunks?: [string, Uint8Array][]},
  row: (y: number) => number[]
) {
  const rows = Array.from({length: 64}, (_, y) => [0, ...row(y)]).flat()
  return raster(pngFile({width: 64, height: 64, rows, ...recipe}))
}

/** A number that looks like chance, so that no compression helps. */
const noise = (seed: number) => (Math.imul(seed + 1, 2_654_435_761) >>> 13) & 255
const each = (channels: number) => (y: number) => Array.from({length: 64 * channels}, (_, x) => noise(y * 999 + x))

describe('PNG', () => {
  test.each<[string, Raster, number, number]>([
    ['RGB', large({colorType: 2}, each(3)), 3, 2],
    ['RGB with opacity', large({colorType: 6}, each(4)), 4, 6],
    ['grey', large({colorType: 0}, each(1)), 1, 0],
    ['grey with opacity', large({colorType: 4}, each(2)), 2, 4],
    ['16 bits', large({colorType: 2, depth: 16}, each(6)), 3, 2],
    [
      'RGB with a transparent colour',
      large({colorType: 2, chunks: [['tRNS', Buffer.of(0, 1, 0, 2, 0, 3)]]}, each(3)),
      4,
      6
    ]
  ])('%s keeps its channels', (_, picture, channels, colorType) => {
    const smaller = shrink(picture, 16, 8)
    expect(smaller).toMatchObject({kind: 'png', width: 16, height: 8, channels, colorType, orientation: 1})
    expect(smaller.bytes.length).toBeLessThan(picture.bytes.length)
    expect(samples(smaller)).toHaveLength(16 * 8 * channels)
  })

  test('a palette with opacity becomes colours with opacity', () => {
    const palette = Buffer.from(Array.from({length: 256 * 3}, (_, index) => noise(index)))
    const chunks: [string, Uint8Array][] = [
      ['PLTE', palette],
      ['tRNS', Buffer.of(0, 255)]
    ]
    expect(shrink(large({colorType: 3, chunks}, each(1)), 8, 8)).toMatchObject({colorType: 6, width: 8})
  })

  test('a profile of its own stays', () => {
    const chunk = Buffer.concat([Buffer.from('a\0\0', 'latin1'), deflateSync(iccProfile('Wide'))])
    const picture = large({colorType: 2, chunks: [['iCCP', chunk]]}, each(3))
    const smaller = shrink(picture, 16, 16)
    expect(smaller.width).toBe(16)
    expect(smaller.profile).toEqual(picture.profile)
    expect(latin(smaller.bytes)).toContain('iCCP')
  })

  test('what would not become smaller stays as it is', () => {
    const flat = large({colorType: 3, depth: 1, chunks: [['PLTE', Buffer.of(0, 0, 0, 255, 255, 255)]]}, () => [
      170, 170, 170, 170, 170, 170, 170, 170
    ])
    expect(shrink(flat, 63, 63)).toBe(flat)
  })
})

describe('JPEG', () => {
  beforeAll(loadJpegCodec)
  const blocks = Array.from({length: 32}, (_, y) =>
    Array.from({length: 32}, (__, x) => (x < 16 ? paint.red : y < 16 ? paint.green : [noise(x * 32 + y), 128, 128]))
  )

  test('is smaller, stands as it stood, and still holds no secret', () => {
    const picture = raster(jpegFile({blocks, segments: [[0xe1, exif(6)]]}))
    const smaller = shrink(picture, 64, 64)
    expect(smaller).toMatchObject({
      kind: 'jpeg',
      width: 64,
      height: 64,
      channels: 3,
      orientation: 6,
      profile: undefined
    })
    expect(latin(smaller.bytes)).not.toMatch(/GPS|Exif/)
    expect(raster(smaller.bytes).digest).toBe(smaller.digest)
  })

  test('its profile stays', () => {
    const profile = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), iccProfile('Wide')])
    const picture = raster(jpegFile({blocks, segments: [[0xe2, profile]]}))
    expect(shrink(picture, 64, 64).profile).toEqual(picture.profile)
  })

  test('grey stays grey', () => {
    const grey = blocks.map((row) => row.map(([sample = 0]) => [sample]))
    expect(shrink(raster(jpegFile({blocks: grey})), 64, 64)).toMatchObject({channels: 1, width: 64})
  })

  test('damaged data stay as they are, and the next picture is not harmed', () => {
    const sound = jpegFile({blocks})
    const start = latin(sound).indexOf('\xff\xc4')
    const broken = raster(
      Buffer.concat([sound.subarray(0, start + 5), Buffer.alloc(16, 255), sound.subarray(start + 21)])
    )
    expect(shrink(broken, 64, 64)).toBe(broken)
    expect(shrink(raster(sound), 32, 32).width).toBe(32)
  })

  test('the same bytes on every machine', () => {
    const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    expect(sum(shrink(raster(jpegFile({blocks})), 100, 50).bytes)).toBe('83be4bce605088c1')
    // How well samples are packed depends on the release of Node.
    expect(sum(Uint8Array.from(samples(shrink(large({colorType: 2}, each(3)), 31, 17))))).toBe('03e1ad6832214d78')
  })
})
