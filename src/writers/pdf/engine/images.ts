/** Pictures: rasters, SVG and drawings. */
import type {Drawing, Picture, SvgPicture} from '../content.ts'
import type {Painter} from './painter.ts'
import type {PdfImage} from './pdfmake.ts'
import {drawShapes} from './shapes.ts'
import {drawSvg} from './svg.ts'

const embedded = new WeakMap<object, Map<string, PdfImage>>()

/** Draw a picture with its top left corner at the origin. */
export function drawPicture(painter: Painter, content: Picture | SvgPicture | Drawing): void {
  const {document} = painter
  switch (content.kind) {
    case 'drawing':
      return drawShapes(document, content.shapes)
    case 'svg':
      return drawSvg(painter, content)
    case 'picture': {
      const image = imageOf(painter, content)
      document.image(image, 0, 0, {width: content.width, height: content.height})
    }
  }
}

/** Each picture is in the file once. */
function imageOf({document}: Painter, {key, bytes}: Picture): PdfImage {
  let images = embedded.get(document)
  if (!images) {
    images = new Map()
    embedded.set(document, images)
  }
  let image = images.get(key)
  if (!image) {
    image = document.openImage(Buffer.from(bytes))
    images.set(key, image)
  }
  return image
}
