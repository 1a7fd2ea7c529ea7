/** Pictures inside the page, as data: URIs. */
import type {Figure, Image, Qr} from '../../document/nodes.ts'
import {withOrientation} from '../../picture/jpeg.ts'
import {type Raster, uprightSize} from '../../picture/picture.ts'
import type {Art} from '../../theme/masters.ts'
import {creditOf} from '../credit.ts'
import {type Insets, insetsOf, isCut, shownPart} from '../crop.ts'
import {pt} from '../pdf/units.ts'
import {pictureOf, type Shown} from '../picture.ts'
import {fitted, resolutionOf} from '../resolution.ts'
import type {WriterContext} from '../writer.ts'
import {element, escapeText, type Html} from './element.ts'
import {inlines} from './inlines.ts'
import {qrCode} from './qr.ts'
import {isShared, sharedPicture} from './repeated.ts'
import {language, named, type State} from './state.ts'

/** Width of the column of text, pt: 44 rem of 16 px. */
const columnWidth = 528

/** Write a picture with its caption and credit. */
export function figure(node: Figure, state: State): Html {
  const width = node.width === undefined ? undefined : `inline-size:${node.width}mm`
  const words = creditOf(node)
  const credit = words === undefined ? '' : element('small', {class: named('credit', state)}, escapeText(words))
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
  const picture = pictureOf({src: art.src}, state.context)
  const src = picture && dataUri(picture, state.context, columnWidth)
  return src === undefined ? '' : element('img', {class: art.mirror ? 'art mirrored' : 'art', src, alt: ''})
}

function image(node: Figure | Image, style: string | undefined, state: State): Html {
  const alt = node.decorative ? '' : node.alt
  const picture = pictureOf(node, state.context)
  if (!picture) return escapeText(alt)
  const {ratio} = state.context.theme.styles.get('style' in node && node.style ? node.style : 'picture', state.scopes)
  const cut = insetsOf(picture, node.type === 'figure' ? node : {}, node.type === 'figure' ? ratio : undefined)
  if (isShared(node, picture, state)) {
    const uri = () => dataUri(picture, state.context, columnWidth / shownPart(cut).width)
    return sharedPicture(node, {picture, cut, style, uri}, state)
  }
  const whole = (node.width === undefined ? columnWidth : pt(node.width)) / shownPart(cut).width
  const styles = [style, isCut(cut) ? cutStyle(cut, picture) : undefined].filter((one) => one !== undefined)
  const all = styles.length > 0 ? styles.join(';') : undefined
  return element('img', {src: dataUri(picture, state.context, whole), alt, style: all})
}

/** The part of a picture that is shown, as the browser is told of it. */
function cutStyle(cut: Insets, picture: Shown): string {
  const {width, height} = picture.kind === 'svg' ? picture : uprightSize(picture)
  const part = shownPart(cut)
  const ratio = (width * part.width) / (height * part.height)
  const position = [share(cut.left, cut.right), share(cut.top, cut.bottom)].join(' ')
  return `aspect-ratio:${ratio.toFixed(4)};object-fit:cover;object-position:${position}`
}

function share(before: number, after: number): string {
  return before + after === 0 ? '50%' : `${Math.round((before / (before + after)) * 1e4) / 100}%`
}

/** The picture as a data: URI for a width in pt, without a place, a camera or an author in it. */
function dataUri(picture: Shown, context: WriterContext, width: number): string {
  // A picture does not see the custom properties of the page around it.
  if (picture.kind === 'svg') return encoded('image/svg+xml', new TextEncoder().encode(picture.svg))
  const pixels = uprightSize(picture)
  const height = (width * pixels.height) / pixels.width
  return rasterUri(fitted({raster: picture, width, height}, resolutionOf(context)))
}

function rasterUri(raster: Raster): string {
  return raster.kind === 'jpeg' ? encoded('image/jpeg', withOrientation(raster)) : encoded('image/png', raster.bytes)
}

function encoded(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}
