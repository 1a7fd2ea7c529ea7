/** Flat shapes. */
import type {Shape} from '../content.ts'
import type {PdfWriter} from './pdfmake.ts'

/** Draw shapes from the current origin. */
export function drawShapes(document: PdfWriter, shapes: readonly Shape[]): void {
  for (const shape of shapes) drawShape(document, shape)
}

function drawShape(document: PdfWriter, shape: Shape): void {
  document.fillColor(shape.color).strokeColor(shape.color)
  switch (shape.shape) {
    case 'rect': {
      const {x, y, width, height, radius} = shape
      if (radius) document.roundedRect(x, y, width, height, Math.min(radius, width / 2, height / 2)).fill()
      else document.rect(x, y, width, height).fill()
      return
    }
    case 'line': {
      const [length, space] = shape.dash ?? []
      document.lineWidth(shape.width).lineCap('butt')
      if (length !== undefined) document.dash(length, {space: space ?? length})
      document.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2).stroke()
      if (length !== undefined) document.undash()
      return
    }
    case 'frame':
      document.lineWidth(shape.stroke).rect(shape.x, shape.y, shape.width, shape.height).stroke()
      return
    case 'path':
      document.path(shape.d).fill()
  }
}
