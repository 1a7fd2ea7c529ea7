/** Pictures made smaller than their files are, for formats that show no more. */
import {deflateSync} from 'node:zlib'
import {digest} from '../world.ts'
import {readJpeg, withProfileOf} from './jpeg.ts'
import {decodeJpeg, encodeJpeg} from './jpeg-codec.ts'
import type {Jpeg, Png, Raster} from './picture.ts'
import {type Pixels, shrinkPixels} from './pixels.ts'
import {readPng} from './png.ts'
import {decodePng} from './png-decode.ts'
import {pngChunk, pngDifferences, pngFile, pngHeader} from './png-write.ts'

/** Colour type of a PNG by its channels (PNG 3rd edition, 11.2.1). */
const colorTypes = {1: 0, 2: 4, 3: 2, 4: 6}

/** Pictures made smaller before, by the digest and the size: a photograph is for all languages and formats. */
const known = new Map<string, Raster>()
let remembered = 0
const maximumRemembered = 32e6

/**
 * Make `raster` smaller to `width` × `height` stored pixels, in the colours and turned as it is; the picture itself where
 * that would take no fewer bytes. A JPEG needs its codec loaded, else it stays as it is.
 */
export function shrink(raster: Raster, width: number, height: number): Raster {
  const key = `${raster.digest} ${width} ${height}`
  const found = known.get(key)
  if (found) return found
  const smaller = raster.kind === 'png' ? shrinkPng(raster, width, height) : shrinkJpeg(raster, width, height)
  const result = smaller && smaller.bytes.length < raster.bytes.length ? smaller : raster
  remember(key, result)
  return result
}

function shrinkPng(png: Png, width: number, height: number): Png {
  const read = readPng(encodePng(shrinkPixels(decodePng(png), width, height), png.profile))
  return {...read, digest: digest(read.bytes)}
}

function encodePng(pixels: Pixels, profile: Uint8Array | undefined): Uint8Array {
  const {width, channels, data} = pixels
  const named = profile && Buffer.concat([Buffer.from('profile\0\0', 'latin1'), deflateSync(profile)])
  return pngFile(pngHeader(data, width, {type: colorTypes[channels], channels}), [
    ...(named ? [pngChunk('iCCP', named)] : []),
    pngChunk('IDAT', pngDifferences(data, width * channels, channels))
  ])
}

function shrinkJpeg(jpeg: Jpeg, width: number, height: number): Jpeg | undefined {
  const pixels = decodeJpeg(jpeg.bytes, jpeg.channels)
  const encoded = pixels && encodeJpeg(shrinkPixels(pixels, width, height))
  if (!encoded) return
  const read = readJpeg(withProfileOf(jpeg.bytes, encoded))
  return {...read, orientation: jpeg.orientation, digest: digest(read.bytes)}
}

function remember(key: string, raster: Raster): void {
  remembered += raster.bytes.length
  if (remembered > maximumRemembered) {
    known.clear()
    remembered = 0
  }
  known.set(key, raster)
}
