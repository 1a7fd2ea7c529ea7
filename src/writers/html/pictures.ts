/** Pictures inside the page, as data: URIs. */
import type {Figure, Image, Qr} from '../../document/nodes.ts'
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

/** Put the brand's colours in for `var(--name)`: a picture does not see the custom properties of the page around it. */
export function brandColours(svg: string, context: WriterContext): string {
  return svg.replace(/var\(--([\w-]+)\)/g, (whole, name: string) => context.theme.brand.colors[name] ?? whole)
}

function image(node: Figure | Image, style: string | undefined, state: State): Html {
  const alt = node.decorative ? '' : node.alt
  const src = dataUri(node, state.context)
  return src === undefined ? escapeText(alt) : element('img', {src, alt, style})
}

/** The picture as a data: URI; what is missing or of another kind is reported. */
function dataUri(node: Figure | Image, context: WriterContext): string | undefined {
  const at = {file: node.data?.file, position: node.position}
  const bytes = context.world.read(node.src)
  if (!bytes) {
    context.report('image-missing', `Unexpected missing picture \`${node.src}\`, expected a file`, at)
    return
  }
  const extension = node.src.slice(node.src.lastIndexOf('.') + 1).toLowerCase()
  const type = mediaTypes[extension]
  if (type === undefined) {
    context.report('image-invalid', `Unexpected picture \`${node.src}\`, expected PNG, JPEG or SVG`, at)
    return
  }
  const data = extension === 'svg' ? brandColours(new TextDecoder().decode(bytes), context) : bytes
  return `data:${type};base64,${Buffer.from(data).toString('base64')}`
}
