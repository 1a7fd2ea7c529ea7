/** SVG pictures. */
import svgToPdfkit from 'pdfmake/js/3rd-party/svg-to-pdfkit.js'
import type {Painter} from './painter.ts'
import {unwrap} from './pdfmake.ts'

interface SvgOptions {
  width: number
  height: number
  assumePt: boolean
  fontCallback(families: string, bold: boolean, italic: boolean): unknown
  warningCallback(): void
}

const draw = unwrap<(document: object, svg: string, x: number, y: number, options: SvgOptions) => void>(svgToPdfkit)

/** Draw an SVG with its top left corner at the origin, scaled to the size; its text in the faces of the engine. */
export function drawSvg({document, fonts}: Painter, picture: {svg: string; width: number; height: number}): void {
  const {svg, width, height} = picture
  draw(document, svg, 0, 0, {
    width,
    height,
    assumePt: true,
    fontCallback(families, bold, italic) {
      const names = families.split(',').map((name) => name.trim().replace(/^['"]|['"]$/g, ''))
      return fonts.chain({families: names, weight: bold ? 700 : 400, italic})[0]
    },
    // What it cannot draw is found when the picture is read, not here.
    warningCallback() {}
  })
}
