/** A QR code as SVG. */
import QRCode from 'qrcode'
import {element, type Html} from './element.ts'

/** Modules of white that readers need around the code (ISO/IEC 18004, 9.1). */
const quietZone = 4

/** Draw the QR code of `url`, in the colour of the text around it; it says nothing, the link around it does. */
export function qrCode(url: string): Html {
  const {modules} = QRCode.create(url, {errorCorrectionLevel: 'M'})
  const rows = Array.from({length: modules.size}, (_, row) => row)
  const path = rows.flatMap((row) =>
    rows.filter((column) => modules.get(row, column)).map((column) => `M${column} ${row}h1v1h-1z`)
  )
  const size = modules.size + 2 * quietZone
  const viewBox = `${-quietZone} ${-quietZone} ${size} ${size}`
  const shape = element('path', {fill: 'currentColor', d: path.join('')})
  return element('svg', {class: 'qr-code', viewBox, 'aria-hidden': 'true', 'shape-rendering': 'crispEdges'}, shape)
}
