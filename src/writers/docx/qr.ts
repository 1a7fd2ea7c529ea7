/** QR codes as pictures. */
import {create} from 'qrcode'
import type {Qr} from '../../document/nodes.ts'
import {png} from '../../picture/png-write.ts'
import type {WordPicture} from './model.ts'
import {at, type State} from './state.ts'
import {xmlText} from './text.ts'

/** 25 mm, the smallest that a telephone reads from paper with ease. */
const side = (25 * 72) / 25.4
/** Pixels of a module, enough for 300 to the inch. */
const scale = 8
/** Modules of white around the code (ISO 18004, 9.1). */
const quiet = 4

/** Draw the QR code of a node in the colour of the style `qr`, on white; `undefined`, reported, where none holds it. */
export function qrPicture(node: Qr, state: State): WordPicture | undefined {
  const modules = modulesOf(node.url)
  if (!modules) {
    const reason = `Unexpected address of ${node.url.length} characters, expected one that a QR code holds`
    state.context.report('writer-unsupported', reason, at(node), 'Use a shorter address.')
    return
  }
  const width = (modules.size + 2 * quiet) * scale
  const pixels = new Uint8Array(width * width)
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const column = Math.floor(x / scale) - quiet
      const row = Math.floor(y / scale) - quiet
      const within = column >= 0 && row >= 0 && column < modules.size && row < modules.size
      if (within && modules.get(row, column)) pixels[y * width + x] = 1
    }
  }
  const color = state.context.theme.brand.colors[state.registry.look('qr').color] ?? '#000000'
  const alt = xmlText(state.context.locale.t('qr', {url: node.url}), () => undefined)
  const bytes = png(pixels, width, ['#FFFFFF', color])
  return {type: 'picture', format: 'png', bytes, width: side, height: side, alt}
}

/** The code with level M of correction; qrcode throws where the text is longer than any code holds. */
function modulesOf(url: string) {
  try {
    return create(url, {errorCorrectionLevel: 'M'}).modules
  } catch {
    return
  }
}
