/** Pictures: rasters, SVG and drawings. */
import type {Drawing, Picture, SvgPicture} from '../content.ts'
import type {Painter} from './painter.ts'
import type {PdfImage, PdfReference} from './pdfmake.ts'
import {embedPng, isPng} from './png.ts'
import {drawShapes} from './shapes.ts'
import {drawSvg} from './svg.ts'

/** Pictures of a document by their key, to embed each once. */
export type Images = Map<string, {png: PdfReference; name: string} | {jpeg: PdfImage}>

/** Draw a picture with its top left corner at the origin. */
export function drawPicture(painter: Painter, content: Picture | SvgPicture | Drawing): void {
  switch (content.kind) {
    case 'drawing':
      drawShapes(painter.document, content.shapes)
      break
    case 'svg':
      drawSvg(painter, content)
      break
    case 'picture':
      drawRaster(painter, content)
  }
}

function drawRaster({document, images}: Painter, {key, bytes, width, height}: Picture): void {
  let image = images.get(key)
  if (!image) {
    const data = Buffer.from(bytes)
    if (isPng(data)) image = {png: embedPng(document, data), name: `Im${images.size + 1}`}
    else image = {jpeg: document.openImage(data)}
    images.set(key, image)
  }
  if ('jpeg' in image) {
    document.image(image.jpeg, 0, 0, {width, height})
    return
  }
  document.page.xobjects[image.name] ??= image.png
  // An image is drawn into the unit square, upright where y goes up.
  document.page.write(`q ${width} 0 0 ${-height} 0 ${height} cm /${image.name} Do Q`)
}
