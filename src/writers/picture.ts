/** The picture of a node, for every writer: read once, judged once, told of at the author's place. */
import type {Figure, Image} from '../document/nodes.ts'
import type {Raster, Vector} from '../picture/picture.ts'
import {readPicture} from '../picture/read.ts'
import {coloured} from './pdf/art.ts'
import type {WriterContext} from './writer.ts'

/** What to show: a raster, or an SVG in the brand's colours. */
export type Shown = Raster | (Vector & {svg: string})

/** The World path of a picture, and the place that names it. */
export type PictureSource = Pick<Figure | Image, 'src' | 'position' | 'data'>

/** Read the picture of a node; `undefined`, reported as `image-missing` or `image-invalid`, where there is none. */
export function pictureOf({src, position, data}: PictureSource, context: WriterContext): Shown | undefined {
  const {world, report, theme} = context
  // A picture without a path was reported where it was looked for.
  if (src === '') return
  const at = {file: data?.file, position}
  const bytes = world.read(src)
  if (!bytes) {
    report('image-missing', `Unexpected missing picture \`${src}\`, expected a file`, at)
    return
  }
  const picture = readPicture(bytes, src)
  if (picture.kind === 'unusable') {
    const {unexpected, expected, advice} = picture
    report('image-invalid', `Unexpected ${unexpected} in \`${src}\`, expected ${expected}`, at, advice)
    return
  }
  if (picture.kind !== 'svg') return picture
  const unknown = (name: string) => report('image-invalid', `Unexpected colour \`${name}\` in \`${src}\``, at)
  return {...picture, svg: coloured(new TextDecoder().decode(picture.bytes), theme.brand.colors, unknown)}
}
