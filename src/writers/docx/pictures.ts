/** Pictures: what a file holds, at the size it is shown. */
import type {Figure, Image} from '../../document/nodes.ts'
import {type Raster, uprightSize} from '../../picture/picture.ts'
import {type Insets, insetsOf, isCut, shownPart} from '../crop.ts'
import {pictureOf, type Shown} from '../picture.ts'
import {fitted, judge, resolutionOf} from '../resolution.ts'
import type {WordInline, WordPicture} from './model.ts'
import type {State} from './state.ts'
import {xmlText} from './text.ts'

const pointsPerMillimetre = 72 / 25.4
/** A picture without a size of its own has 96 pixels to the inch, as on the web. */
const pointsPerPixel = 72 / 96

/** The picture of a node, no wider than the text; `undefined`, reported, where it cannot be shown. */
export function picture(node: Figure | Image, state: State): WordPicture | undefined {
  const found = pictureOf(node, state.context)
  if (!found) return
  const alt = node.decorative ? null : xmlText(node.alt, () => undefined)
  const upright = found.kind === 'svg' ? found : uprightSize(found)
  const figure = node.type === 'figure' ? node : undefined
  const {ratio} = figure ? state.registry.look(figure.style ?? 'picture', state.scopes) : {}
  const cut = insetsOf(found, figure ?? {}, ratio)
  const part = shownPart(cut)
  const size = shown({width: upright.width * part.width, height: upright.height * part.height}, node, state)
  const common = {type: 'picture', ...size, alt} as const
  if (found.kind === 'svg') return {...common, ...contentOf(found), ...(isCut(cut) && {cut})}
  const whole = {raster: found, width: size.width / part.width, height: size.height / part.height}
  const wanted = resolutionOf(state.context)
  judge({...whole, source: {file: node.data?.file, position: node.position}}, wanted, state.context)
  return {
    ...common,
    ...contentOf(fitted(whole, wanted)),
    ...(isCut(cut) && {cut: storedInsets(cut, found.orientation)})
  }
}

const encoder = new TextEncoder()

function contentOf(picture: Shown | Raster): Pick<WordPicture, 'format' | 'bytes' | 'turn'> {
  switch (picture.kind) {
    case 'svg':
      return {format: 'svg', bytes: encoder.encode(picture.svg)}
    case 'png':
      return {format: 'png', bytes: picture.bytes}
    case 'jpeg': {
      const turn = turns[picture.orientation]
      return {format: 'jpg', bytes: picture.bytes, ...(turn && {turn})}
    }
  }
}

/** What Word does to show an orientation upright: first mirror, then turn clockwise. Exif 2.32, 4.6.4 A. */
const turns: Readonly<Record<number, NonNullable<WordPicture['turn']>>> = {
  2: {degrees: 0, mirrored: true},
  3: {degrees: 180, mirrored: false},
  4: {degrees: 180, mirrored: true},
  5: {degrees: 270, mirrored: true},
  6: {degrees: 90, mirrored: false},
  7: {degrees: 90, mirrored: true},
  8: {degrees: 270, mirrored: false}
}

/** Sides of the stored picture that lie left, top, right and bottom once it stands upright. Exif 2.32, 4.6.4 A. */
const sides: Readonly<Record<number, readonly (keyof Insets)[]>> = {
  2: ['right', 'top', 'left', 'bottom'],
  3: ['right', 'bottom', 'left', 'top'],
  4: ['left', 'bottom', 'right', 'top'],
  5: ['top', 'left', 'bottom', 'right'],
  6: ['top', 'right', 'bottom', 'left'],
  7: ['bottom', 'right', 'top', 'left'],
  8: ['bottom', 'left', 'top', 'right']
}

/** What is cut off the stored picture, where `cut` is for the upright one: Word cuts before it turns. */
function storedInsets(cut: Insets, orientation: number): Insets {
  const [left = 'left', top = 'top', right = 'right', bottom = 'bottom'] = sides[orientation] ?? []
  return {left: cut[left], top: cut[top], right: cut[right], bottom: cut[bottom]}
}

/** A picture inside a line; its description as text where it cannot be shown. */
export function inlinePicture(node: Image, state: State): WordInline[] {
  const found = picture(node, state)
  if (found) return [found]
  return node.alt === '' ? [] : [{type: 'text', value: xmlText(node.alt, () => undefined), format: {}}]
}

/** Size in pt: as wanted in mm, else by its pixels, and never wider or higher than there is room. */
function shown(
  pixels: {width: number; height: number},
  wanted: {width?: number; height?: number},
  room: Pick<State, 'width' | 'height'>
): {width: number; height: number} {
  const ratio = pixels.height / pixels.width
  const wide = wanted.width ?? (wanted.height === undefined ? undefined : wanted.height / ratio)
  const own = wide === undefined ? pixels.width * pointsPerPixel : wide * pointsPerMillimetre
  const width = Math.min(own, room.width, room.height / ratio)
  return {width, height: width * ratio}
}
