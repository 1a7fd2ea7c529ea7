/** Pictures: what a file holds, at the size it is shown. */
import {imageSize} from 'image-size'
import type {Figure, Image} from '../../document/nodes.ts'
import type {WordInline, WordPicture} from './model.ts'
import {at, type State} from './state.ts'
import {xmlText} from './text.ts'

const pointsPerMillimetre = 72 / 25.4
/** A picture without a size of its own has 96 pixels to the inch, as on the web. */
const pointsPerPixel = 72 / 96

/** The picture of a node, no wider than the text; `undefined`, reported, where it cannot be shown. */
export function picture(node: Figure | Image, state: State): WordPicture | undefined {
  // A picture without a path was reported where it was looked for.
  if (node.src === '') return
  const bytes = state.context.world.read(node.src)
  if (!bytes) {
    state.context.report('image-missing', `Unexpected picture \`${node.src}\`, expected a file`, at(node))
    return
  }
  const pixels = measure(bytes)
  if (!pixels) {
    state.context.report('image-invalid', `Unexpected bytes in \`${node.src}\`, expected a picture`, at(node))
    return
  }
  const size = shown(pixels, node, state.width)
  const alt = node.decorative ? null : xmlText(node.alt, () => undefined)
  const data = pixels.format === 'svg' ? withBrandColors(bytes, state) : bytes
  return {type: 'picture', format: pixels.format, bytes: data, ...size, alt}
}

/** A picture inside a line; its description as text where it cannot be shown. */
export function inlinePicture(node: Image, state: State): WordInline[] {
  const found = picture(node, state)
  if (found) return [found]
  return node.alt === '' ? [] : [{type: 'text', value: xmlText(node.alt, () => undefined), format: {}}]
}

interface Pixels {
  format: 'png' | 'jpg' | 'svg'
  width: number
  height: number
}

function measure(bytes: Uint8Array): Pixels | undefined {
  try {
    const {type, width, height, orientation} = imageSize(bytes)
    if ((type !== 'png' && type !== 'jpg' && type !== 'svg') || !(width > 0) || !(height > 0)) return
    // Orientations 5 to 8 of EXIF lie on their side, and Word turns them.
    const turned = orientation !== undefined && orientation >= 5
    return {format: type, width: turned ? height : width, height: turned ? width : height}
  } catch {
    // image-size throws where it knows no such picture; the caller says which file it was.
    return
  }
}

/** Size in pt: as wanted in mm, else by its pixels, and never wider than there is room. */
function shown(
  pixels: Pixels,
  wanted: {width?: number; height?: number},
  room: number
): {width: number; height: number} {
  const ratio = pixels.height / pixels.width
  const wide = wanted.width ?? (wanted.height === undefined ? undefined : wanted.height / ratio)
  const width = Math.min(wide === undefined ? pixels.width * pointsPerPixel : wide * pointsPerMillimetre, room)
  return {width, height: width * ratio}
}

/** Word knows no CSS variables: put the brand's colour for each `var(--name)`. */
function withBrandColors(bytes: Uint8Array, state: State): Uint8Array {
  const {colors} = state.context.theme.brand
  const svg = new TextDecoder().decode(bytes)
  return new TextEncoder().encode(svg.replace(/var\(--([\w-]+)\)/g, (whole, name: string) => colors[name] ?? whole))
}
