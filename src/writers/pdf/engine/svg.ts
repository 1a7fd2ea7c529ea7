/** SVG pictures. */
import svgToPdfkit from 'pdfmake/js/3rd-party/svg-to-pdfkit.js'
import type {SvgPicture} from '../content.ts'
import type {Fonts} from './faces.ts'
import type {Painter} from './painter.ts'
import {type PdfWriter, unwrap} from './pdfmake.ts'
import {stamp} from './stamp.ts'
import {svgFont} from './svg-text.ts'

interface SvgOptions {
  width: number
  height: number
  assumePt: boolean
  fontCallback(families: string, bold: boolean, italic: boolean): unknown
  imageCallback(link: string): string
  warningCallback(): void
}

const drawInto = unwrap<(document: object, svg: string, x: number, y: number, options: SvgOptions) => void>(svgToPdfkit)

type Drawn = Pick<SvgPicture, 'svg' | 'families' | 'width' | 'height'>

/**
 * Draw an SVG with its top left corner at the origin, scaled to the size; its text in the faces of the engine. One that
 * stands in the document again and again is in the file once.
 */
export function drawSvg({document, fonts, stamps, found}: Painter, picture: Drawn): void {
  const {svg, families = [], width, height} = picture
  const draw = () => drawOnce(document, fonts, picture)
  if (found.repeated.has(svg)) stamp(document, stamps, {key: `${families.join()} ${svg}`, size: {width, height}, draw})
  else draw()
}

function drawOnce(document: PdfWriter, fonts: Fonts, picture: Drawn): void {
  const {svg, width, height} = picture
  drawInto(document, resize(svg, width, height), 0, 0, {
    width,
    height,
    assumePt: true,
    fontCallback(families, bold, italic) {
      const names = families.split(',').map((name) => name.trim().replace(/^['"]|['"]$/g, ''))
      return svgFont(fonts, picture, {families: names, weight: bold ? 700 : 400, italic})
    },
    // It would open what a picture refers to from the disk: none that comes here does, and none could.
    imageCallback: () => '',
    // What it cannot draw is found when the picture is read, not here.
    warningCallback() {}
  })
}

/** Give the root element its final size; what it had becomes the viewBox where there is none. */
function resize(svg: string, width: number, height: number): string {
  return svg.replace(/<svg\b[^>]*>/, (root) => {
    const [ownWidth, ownHeight] = ['width', 'height'].map((name) => attribute(root, name))
    const bare = root.replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
    const size = `width="${width}" height="${height}"`
    const box = /\sviewBox\s*=/.test(root) || !ownWidth || !ownHeight ? '' : ` viewBox="0 0 ${ownWidth} ${ownHeight}"`
    return bare.replace(/^<svg/, `<svg ${size}${box}`)
  })
}

function attribute(tag: string, name: string): number {
  return Number.parseFloat(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)`).exec(tag)?.[1] ?? '0')
}
