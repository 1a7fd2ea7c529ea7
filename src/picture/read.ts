/** The one reader of pictures: by their bytes, whatever their name says. */
import {digest} from '../world.ts'
import {isJpeg, readJpeg} from './jpeg.ts'
import {type Picture, PictureError, type Unusable} from './picture.ts'
import {isPng, readPng} from './png.ts'
import {isSvg, readSvg} from './svg.ts'

const advice = 'Use a PNG, JPEG or SVG picture.'

/** Other kinds by their first bytes, to name them. */
const others: readonly [RegExp, string][] = [
  [/^GIF8/, 'a GIF picture'],
  [/^RIFF.{4}WEBP/s, 'a WebP picture'],
  [/^(?:II\*\0|MM\0\*)/, 'a TIFF picture'],
  [/^BM.{12}/s, 'a BMP picture'],
  [/^.{4}ftyp(?:hei|mif1|msf1)/s, 'a HEIC picture'],
  [/^.{4}ftypavi/s, 'an AVIF picture'],
  [/^%PDF/, 'a PDF file'],
  [/^8BPS/, 'a Photoshop file'],
  [/^version https:\/\/git-lfs/, 'a pointer of Git LFS']
]

const extensions = {jpeg: /\.(?:jpe?g|jpe|jfif)$/i, png: /\.png$/i, svg: /\.svg$/i}
const names = {jpeg: 'JPEG', png: 'PNG', svg: 'SVG'}

/** Pictures read before, by the sha256 of their files: a logo is read once for a thousand documents. */
const known = new Map<string, Picture | Unusable>()
let remembered = 0
const maximumRemembered = 32e6

/** Read the picture in `bytes`, without anything that is not picture, or say why it cannot be used. */
export function readPicture(bytes: Uint8Array, path: string): Picture | Unusable {
  const key = digest(bytes)
  const read = known.get(key) ?? remember(key, readBytes(bytes))
  if (read.kind === 'unusable') return read
  const claimed = (['jpeg', 'png', 'svg'] as const).find((kind) => extensions[kind].test(path))
  if (claimed === undefined || claimed === read.kind) return read
  return {
    kind: 'unusable',
    unexpected: `${names[read.kind]} data`,
    expected: names[claimed],
    advice: 'Give the file the extension of what it holds, or export it as its name says.'
  }
}

function readBytes(bytes: Uint8Array): Picture | Unusable {
  try {
    const read = isPng(bytes)
      ? readPng(bytes)
      : isJpeg(bytes)
        ? readJpeg(bytes)
        : isSvg(bytes)
          ? readSvg(bytes)
          : undefined
    return read ? {...read, digest: digest(read.bytes)} : unknownKind(bytes)
  } catch (error) {
    if (error instanceof PictureError) return error.unusable
    throw error
  }
}

function unknownKind(bytes: Uint8Array): Unusable {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64))
  const kind = bytes.length === 0 ? 'an empty file' : others.find(([pattern]) => pattern.test(start))?.[1]
  return {kind: 'unusable', unexpected: kind ?? 'content', expected: 'a PNG, JPEG or SVG picture', advice}
}

function remember(key: string, read: Picture | Unusable): Picture | Unusable {
  remembered += read.kind === 'unusable' ? 0 : read.bytes.length
  if (remembered > maximumRemembered) {
    known.clear()
    remembered = 0
  }
  known.set(key, read)
  return read
}
