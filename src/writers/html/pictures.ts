/** Pictures inside the page, as data: URIs. */
import type {Figure, Image, Qr} from '../../document/nodes.ts'
import type {Art} from '../../theme/masters.ts'
import {coloured} from '../pdf/art.ts'
import type {WriterContext} from '../writer.ts'
import {element, escapeText, type Html} from './element.ts'
import {inlines} from './inlines.ts'
import {qrCode} from './qr.ts'
import {language, named, type State} from './state.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg'
}

/** Write a picture with its caption and credit. */
export function figure(node: Figure, state: State): Html {
  const width = node.width === undefined ? undefined : `inline-size:${node.width}mm`
  const credit =
    node.credit === undefined ? '' : element('small', {class: named('credit', state)}, escapeText(node.credit))
  const caption = [inlines(node.caption, state), credit].filter((part) => part !== '').join(' ')
  const below = caption && element('figcaption', {class: named('caption', state)}, caption)
  return element('figure', language(node), image(node, width, state), below)
}

/** Write a picture inside a line. */
export function inlineImage(node: Image, state: State): Html {
  const height = node.height === undefined ? 'block-size:1em' : `block-size:${node.height}mm`
  return image(node, height, state)
}

/** Write a QR code as a link, so that it also serves who reads on the telephone itself. */
export function qr(node: Qr, state: State): Html {
  const caption = node.caption.length > 0 ? inlines(node.caption, state) : escapeText(node.url)
  return element('p', {class: 'qr', ...language(node)}, element('a', {href: node.url}, qrCode(node.url), caption))
}

/** Write the art of a page master: decoration, which fills its strip and is turned round for right-to-left. */
export function artwork(art: Art, state: State): Html {
  const src = dataUri({src: art.src}, state.context)
  return src === undefined ? '' : element('img', {class: art.mirror ? 'art mirrored' : 'art', src, alt: ''})
}

function image(node: Figure | Image, style: string | undefined, state: State): Html {
  const alt = node.decorative ? '' : node.alt
  const src = dataUri(node, state.context)
  return src === undefined ? escapeText(alt) : element('img', {src, alt, style})
}

/** What a data: URI is made from: the World path of a picture, and the place that names it. */
type PictureSource = Pick<Figure | Image, 'src' | 'position' | 'data'>

/** The picture as a data: URI; what is missing or of another kind is reported. */
function dataUri({src, position, data}: PictureSource, {world, theme, report}: WriterContext): string | undefined {
  const at = {file: data?.file, position}
  const bytes = world.read(src)
  if (!bytes) {
    report('image-missing', `Unexpected missing picture \`${src}\`, expected a file`, at)
    return
  }
  const extension = src.slice(src.lastIndexOf('.') + 1).toLowerCase()
  const type = mediaTypes[extension]
  if (type === undefined) {
    report('image-invalid', `Unexpected picture \`${src}\`, expected PNG, JPEG or SVG`, at)
    return
  }
  const unknown = (name: string) => report('image-invalid', `Unexpected colour \`${name}\` in \`${src}\``, at)
  // A picture does not see the custom properties of the page around it.
  const whole = extension === 'svg' ? coloured(new TextDecoder().decode(bytes), theme.brand.colors, unknown) : bytes
  return `data:${type};base64,${Buffer.from(whole).toString('base64')}`
}
