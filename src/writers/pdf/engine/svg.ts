/** SVG pictures, by svg-to-pdfkit, which is loaded with the first of them. */
import {createRequire} from 'node:module'
import type {Painter} from './painter.ts'
import {type PdfWriter, unwrap} from './pdfmake.ts'

type DrawSvg = (document: PdfWriter, svg: string, x: number, y: number, options: object) => void

let draw: DrawSvg | undefined

/** Draw an SVG with its top left corner at the origin, scaled to the size. */
export function drawSvg({document}: Painter, picture: {svg: string; width: number; height: number}): void {
  draw ??= unwrap<DrawSvg>(createRequire(import.meta.url)('pdfmake/js/3rd-party/svg-to-pdfkit.js'))
  const {svg, width, height} = picture
  draw(document, svg, 0, 0, {width, height, assumePt: true})
}
