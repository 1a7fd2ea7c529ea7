/** The picture of a node as the engine takes it. */
import type {Figure, Image} from '../../document/nodes.ts'
import {uprightSize} from '../../picture/picture.ts'
import {families} from '../../theme/fonts.ts'
import {type Insets, insetsOf, isCut, shownPart} from '../crop.ts'
import {pictureOf} from '../picture.ts'
import type {WriterContext} from '../writer.ts'
import {scalable} from './art.ts'
import type {Picture, SvgPicture, Whole} from './content.ts'

export interface Size {
  width: number
  height: number
}

/** Groups that an SVG may have one inside the other, since a file may keep so many states of graphics. */
const DEEPEST_GROUP = 20

/** Pixels, and the px of SVG, are 96 to the inch, as on the web. */
const pointsPerPixel = 0.75

/**
 * Make the picture of a node, cut to `ratio` where there is one, at the size in pt that `size` finds for the one it has
 * by itself; `undefined`, reported, where it cannot be shown.
 */
export function pictureContent(
  node: Figure | Image,
  context: WriterContext,
  size: (natural: Size) => Size,
  ratio?: number
): Picture | SvgPicture | undefined {
  const picture = pictureOf(node, context)
  if (!picture) return
  const {width, height} = picture.kind === 'svg' ? picture : uprightSize(picture)
  const cut = insetsOf(picture, node.type === 'figure' ? node : {}, ratio)
  const part = shownPart(cut)
  const shown = size({width: width * part.width * pointsPerPixel, height: height * part.height * pointsPerPixel})
  const common = {
    ...shown,
    ...(isCut(cut) && {whole: wholeOf(cut, shown)}),
    alt: node.decorative ? '' : node.alt.trim() || null,
    source: {file: node.data?.file, position: node.position}
  }
  if (picture.kind !== 'svg') return {kind: 'picture', raster: picture, ...common}
  if (/<filter[\s>]/.test(picture.svg)) {
    const reason = `Unexpected filter in \`${node.src}\`, expected shapes, gradients and text`
    context.report('writer-unsupported', reason, common.source, 'The drawing is shown without its filters.')
  }
  const depth = nesting(picture.svg)
  if (depth > DEEPEST_GROUP) {
    const reason = `Unexpected ${depth} groups one inside the other in \`${node.src}\`, expected ${DEEPEST_GROUP} at most`
    context.report('writer-unsupported', reason, common.source, 'The file cannot be archived with it as PDF/A.')
  }
  return {kind: 'svg', svg: scalable(picture.svg), families: familiesFor(context), ...common}
}

/** Levels of groups in an SVG. */
function nesting(svg: string): number {
  let depth = 0
  let deepest = 0
  for (const [tag] of svg.matchAll(/<g[\s>]|<\/g>/g)) {
    depth += tag === '</g>' ? -1 : 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

function wholeOf(cut: Insets, shown: Size): Whole {
  const part = shownPart(cut)
  const [width, height] = [shown.width / part.width, shown.height / part.height]
  return {x: -cut.left * width, y: -cut.top * height, width, height}
}

function familiesFor({theme, locale}: WriterContext): readonly string[] {
  return families(theme.brand, 'text', locale.script)
}
