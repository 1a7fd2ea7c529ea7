/** Pictures with their captions, and QR codes. */
import {create} from 'qrcode'
import type {Figure, Qr} from '../../document/nodes.ts'
import {creditOf} from '../credit.ts'
import type {Content, Drawing, Picture, Shape, Stack, SvgPicture} from './content.ts'
import {inside, type State} from './definition.ts'
import {titleBlock} from './definition-components.ts'
import {trimmed} from './definition-spacing.ts'
import {colorOf, hasStyle, sourceOf, styleOf, textBlock} from './definition-text.ts'
import {pictureContent, type Size} from './picture-content.ts'
import {pt} from './units.ts'

/** A picture as wide as the template says, as it is by itself, or as the column allows. */
export function figure(node: Figure, state: State): Content[] {
  const picture = pictureOf(node, state)
  if (!picture) return []
  const inner = inside(state, node.style ?? 'picture')
  const caption = titleBlock(node.caption, 'caption', inner)
  const value = creditOf(node)
  const words = {type: 'text', value: value ?? '', position: node.position, data: node.data} as const
  const credit = value === undefined ? [] : [textBlock([words], 'credit', inner)]
  const {before, after} = styleOf('body', state)
  const content = captioned(picture, trimmed([...caption, ...credit]))
  return [{...content, margin: [0, before, 0, after]}]
}

/**
 * A picture over its words, which are its Caption: beside the Figure in a Div, since a reader says the alternative text
 * of a Figure in place of all that is in it.
 */
function captioned(picture: Picture | SvgPicture | Drawing, words: readonly Content[]): Stack {
  const plain = words.length === 0 || !picture.alt
  if (plain) return {kind: 'stack', children: [picture, ...words], unbreakable: true}
  return {
    kind: 'stack',
    tag: 'Div',
    children: [picture, {kind: 'stack', tag: 'Caption', children: words}],
    unbreakable: true
  }
}

/** Space from a picture to its caption, pt. */
const captionSpace = 5

function pictureOf(node: Figure, state: State): Picture | SvgPicture | undefined {
  const {ratio} = styleOf(node.style ?? 'picture', state)
  const picture = pictureContent(node, state.context, (natural) => fitted(natural, node, state), ratio)
  if (!picture) return
  const below = node.caption.length > 0 || creditOf(node) !== undefined ? captionSpace : 0
  return {...picture, margin: [0, 0, 0, below]}
}

/** Part of the frame's height that a picture may take, so that its caption stands on the same page. */
const tallest = 0.85

/** The size wanted or natural, made smaller until it fits into column and page. */
function fitted(natural: Size, node: Figure, state: State): Size {
  const ratio = natural.height / natural.width
  const wantedHeight = node.height === undefined ? undefined : pt(node.height)
  const wanted = node.width === undefined ? (wantedHeight ?? natural.height) / ratio : pt(node.width)
  const width = Math.min(wanted, state.width, (state.height * tallest) / ratio)
  return {width, height: width * ratio}
}

/** Where template.yml has no style `qr`, whose `size` is the side of the plate and `padding` the quiet zone. */
const plainPlate = {size: pt(30), padding: [pt(2.2), pt(2.2)], color: 'foreground', ground: 'background'} as const

/** A QR code as shapes on its plate, with the address as its description. Error correction M (ISO/IEC 18004). */
export function qr(node: Qr, state: State): Content[] {
  const style = hasStyle('qr', state) ? styleOf('qr', state) : plainPlate
  const size = Math.min(style.size, state.width)
  const [quietZone] = style.padding ?? plainPlate.padding
  const {modules} = create(node.url, {errorCorrectionLevel: 'M'})
  const color = colorOf(style.color, state)
  const ground = colorOf(style.ground ?? plainPlate.ground, state)
  const plate: Shape = {shape: 'rect', x: 0, y: 0, width: size, height: size, color: ground}
  const drawing: Drawing = {
    kind: 'drawing',
    width: size,
    height: size,
    shapes: [plate, {shape: 'path', d: moduleArea(modules, {size, quietZone}), color}],
    alt: state.context.locale.t('qr', {url: node.url}),
    margin: [0, 0, 0, node.caption.length > 0 ? captionSpace : 0],
    source: sourceOf(node)
  }
  const caption = titleBlock(node.caption, 'caption', inside(state, node.style ?? 'qr'))
  return [captioned(drawing, caption)]
}

/** One path over all dark modules, neighbours in a row as one bar, so that no hairline shows between them. */
function moduleArea(
  modules: {size: number; get(row: number, column: number): number},
  {size, quietZone}: {size: number; quietZone: number}
): string {
  const step = (size - 2 * quietZone) / modules.size
  const at = (index: number) => (quietZone + index * step).toFixed(3)
  let path = ''
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const from = column
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++
      path += `M${at(from)} ${at(row)}H${at(column + 1)}V${at(row + 1)}H${at(from)}Z`
    }
  return path
}
