/** Pictures: rasters, SVG and drawings. */
import type {Drawing, Picture, SvgPicture, Whole} from '../content.ts'
import type {Painter} from './painter.ts'
import type {PdfReference} from './pdfmake.ts'
import {embedRaster} from './raster.ts'
import {drawShapes} from './shapes.ts'
import {drawSvg} from './svg.ts'

/** Image objects of a document by the digest of the picture, to embed each once. */
export type Images = Map<string, {image: PdfReference; name: string}>

/** Draw a picture with its top left corner at the origin. */
export function drawPicture(painter: Painter, content: Picture | SvgPicture | Drawing): void {
  switch (content.kind) {
    case 'drawing':
      drawShapes(painter.document, content.shapes)
      break
    case 'svg':
      cut(painter, content, (whole) => drawSvg(painter, {...content, ...whole}))
      break
    case 'picture':
      cut(painter, content, (whole) => drawRaster(painter, {...content, ...whole}))
  }
}

/** Draw the whole of a picture and show the part of it that it is cut to. */
function cut({document}: Painter, {width, height, whole}: Picture | SvgPicture, draw: (size: Whole) => void): void {
  if (whole) {
    document.rect(0, 0, width, height).clip()
    document.translate(whole.x, whole.y)
  }
  draw(whole ?? {x: 0, y: 0, width, height})
}

/**
 * How the unit square of an image, its first row at the top, is laid into a unit square where y goes down, so that the
 * picture stands upright: the matrices of the orientations 1 to 8 (Exif 2.32, 4.6.4 A).
 */
const upright: Readonly<Record<number, readonly [number, number, number, number, number, number]>> = {
  1: [1, 0, 0, -1, 0, 1],
  2: [-1, 0, 0, -1, 1, 1],
  3: [-1, 0, 0, 1, 1, 0],
  4: [1, 0, 0, 1, 0, 0],
  5: [0, 1, -1, 0, 1, 0],
  6: [0, 1, 1, 0, 0, 0],
  7: [0, -1, 1, 0, 0, 1],
  8: [0, -1, -1, 0, 1, 1]
}

function drawRaster({document, images, found}: Painter, {raster, width, height}: Picture): void {
  const {digest, orientation} = raster
  const shown = found.replaced.get(digest) ?? raster
  const {image, name} = images.get(digest) ?? {image: embedRaster(document, shown), name: `Im${images.size + 1}`}
  images.set(digest, {image, name})
  document.page.xobjects[name] ??= image
  const [a, b, c, d, e, f] = upright[orientation] ?? [1, 0, 0, -1, 0, 1]
  const matrix = [a * width, b * height, c * width, d * height, e * width, f * height].join(' ')
  document.page.write(`q ${matrix} cm /${name} Do Q`)
}
