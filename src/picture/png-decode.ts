/** A PNG as plain samples of 8 bits, whatever its depth, palette or transparent colour. */
import {inflateSync} from 'node:zlib'
import type {Png} from './picture.ts'
import type {Pixels} from './pixels.ts'
import {pixelsOf} from './png-pixels.ts'

/** Decode a PNG. */
export function decodePng(png: Png): Pixels {
  const {width, height} = png
  const samples = pixelsOf(png, inflateSync(png.data))
  const {channels, pixel} = png.colorType === 3 ? paletteOf(png) : directOf(png)
  const data = new Uint8Array(width * height * channels)
  for (let index = 0; index < width * height; index++) pixel(samples, index, data)
  return {width, height, channels, data}
}

interface Reading {
  channels: Pixels['channels']
  /** Write the pixel `index` of `samples` into `data`. */
  pixel(samples: Uint8Array | Uint16Array, index: number, data: Uint8Array): void
}

function paletteOf({palette = new Uint8Array(3), transparency}: Png): Reading {
  const channels = transparency ? 4 : 3
  return {
    channels,
    pixel(samples, index, data) {
      const entry = samples[index] ?? 0
      for (let channel = 0; channel < 3; channel++) data[index * channels + channel] = palette[entry * 3 + channel] ?? 0
      if (transparency) data[index * 4 + 3] = transparency[entry] ?? 255
    }
  }
}

function directOf({channels: stored, depth, transparency}: Png): Reading {
  const key = transparency && keyOf(transparency)
  // Only grey and RGB, of one and of three channels, have a transparent colour.
  const channels = (key ? stored + 1 : stored) as Pixels['channels']
  const scale = 255 / (2 ** depth - 1)
  return {
    channels,
    pixel(samples, index, data) {
      let matches = key !== undefined
      for (let channel = 0; channel < stored; channel++) {
        const sample = samples[index * stored + channel] ?? 0
        data[index * channels + channel] = sample * scale
        matches &&= sample === key?.[channel]
      }
      if (key) data[index * channels + stored] = matches ? 0 : 255
    }
  }
}

/** The transparent colour, two bytes a channel (PNG 3rd edition, 11.3.2.1). */
function keyOf(bytes: Uint8Array): number[] {
  return Array.from(
    {length: bytes.length / 2},
    (_, channel) => ((bytes[2 * channel] ?? 0) << 8) | (bytes[2 * channel + 1] ?? 0)
  )
}
