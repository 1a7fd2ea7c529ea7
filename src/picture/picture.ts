/** Pictures as files hold them: kinds, limits, and what is wrong with one. */

/** A picture made of dots. */
export type Raster = Jpeg | Png

export type Picture = Raster | Vector

interface Common {
  /** The file with nothing but the picture: no place, camera, author, thumbnail or comment. */
  bytes: Uint8Array
  /** sha256 of `bytes`: the same picture has the same one. */
  digest: string
}

interface RasterCommon extends Common {
  /** Pixels as they are stored, before `orientation`. */
  width: number
  height: number
  /** How the stored pixels are turned to stand upright, 1 to 8. Exif 2.32, 4.6.4 A. */
  orientation: number
  /** ICC profile for these channels, where the colours are not sRGB. */
  profile?: Uint8Array | undefined
}

/** A baseline or progressive JPEG of 8 bits a sample; its data are those of the file. */
export interface Jpeg extends RasterCommon {
  kind: 'jpeg'
  channels: 1 | 3
  /** Three channels that are red, green and blue, and no YCbCr. */
  plain: boolean
}

/** A still PNG of at most 8 bits a sample. */
export interface Png extends RasterCommon, PngLayout {
  kind: 'png'
  /** PLTE, three bytes an entry. */
  palette?: Uint8Array | undefined
  /** tRNS: opacity of palette entries, or the one transparent colour in 16 bits a channel. */
  transparency?: Uint8Array | undefined
  /** The compressed rows, each after its filter. */
  data: Uint8Array
}

/** How the samples of a PNG lie in its rows. PNG 3rd edition, 11.2.1. */
export interface PngLayout {
  width: number
  height: number
  /** Bits a sample. */
  depth: number
  colorType: 0 | 2 | 3 | 4 | 6
  channels: number
  interlaced: boolean
}

/** A drawing in SVG that refers to nothing outside itself, its size in px; the root element has a `viewBox`. */
export interface Vector extends Common {
  kind: 'svg'
  width: number
  height: number
}

/** What keeps a file from being a picture, to go on with in a message; `advice` says what to do. */
export interface Unusable {
  kind: 'unusable'
  unexpected: string
  expected: string
  advice: string
}

/** A file that cannot be used; caught where reading begins. */
export class PictureError extends Error {
  override readonly name = 'PictureError'
  readonly unusable: Unusable

  constructor(unexpected: string, expected: string, advice: string) {
    super(`Unexpected ${unexpected}, expected ${expected}`)
    this.unusable = {kind: 'unusable', unexpected, expected, advice}
  }
}

/** An error about a file that ends too early or whose parts do not fit together. */
export function damaged(what: string): PictureError {
  return new PictureError(what, 'a whole file', 'The file is damaged: copy or export it again.')
}

const megapixels = 100

/** Throw for a picture without area, or with more pixels than a page can show. */
export function checkPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw damaged(`size ${width} × ${height}`)
  if (width * height <= megapixels * 1e6) return
  throw new PictureError(
    `${width} × ${height} pixels`,
    `at most ${megapixels} megapixels`,
    'Make the picture smaller: 300 pixels to the inch are enough for print, about 9 megapixels for a whole A4 page.'
  )
}

/** Size in pixels as a reader sees it: turned upright. */
export function uprightSize({width, height, orientation}: Raster): {width: number; height: number} {
  return orientation >= 5 ? {width: height, height: width} : {width, height}
}
