/** Pictures that stand on the page more than once: in it once, as an image of an SVG that the others use. */
import type {Document, Figure, Image} from '../../document/nodes.ts'
import {nodesOf} from '../../document/walk.ts'
import {type Insets, shownPart} from '../crop.ts'
import type {Shown} from '../picture.ts'
import {element, type Html} from './element.ts'
import type {State} from './state.ts'

/** World paths of the pictures that a document shows more than once. */
export function repeatedPictures(document: Document): ReadonlySet<string> {
  const seen = new Set<string>()
  const again = new Set<string>()
  for (const node of nodesOf(document)) {
    if (node.type !== 'figure' && node.type !== 'image') continue
    if (seen.has(node.src)) again.add(node.src)
    seen.add(node.src)
  }
  return again
}

/** True where the picture of a node can be shared: browsers do not all turn an image inside an SVG upright. */
export function isShared({src}: Figure | Image, picture: Shown, state: State): boolean {
  return state.repeated.has(src) && (picture.kind === 'svg' || picture.orientation === 1)
}

/** Write a picture that is shared: with its data where it first stands, `uri` gives them, then by reference. */
export function sharedPicture(
  node: Figure | Image,
  {picture, cut, style, uri}: {picture: Shown; cut: Insets; style: string | undefined; uri: () => string},
  state: State
): Html {
  const {width, height} = picture
  const part = shownPart(cut)
  const [wide, high] = [round(width * part.width), round(height * part.height)]
  const known = state.shared.get(node.src)
  const id = known ?? `picture-${state.shared.size + 1}`
  state.shared.set(node.src, id)
  const content = known ? element('use', {href: `#${id}`}) : element('image', {id, width, height, href: uri()})
  const words = node.decorative || node.alt === '' ? {'aria-hidden': 'true'} : {role: 'img', 'aria-label': node.alt}
  const viewBox = [round(cut.left * width), round(cut.top * height), wide, high].join(' ')
  return element('svg', {viewBox, width: wide, height: high, ...words, style}, content)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
