/** Dots to the inch of pictures: as many as the format wants, and not so few that the eye sees them. */
import type {Document} from '../document/nodes.ts'
import {nodesOf} from '../document/walk.ts'
import {loadJpegCodec} from '../picture/jpeg-codec.ts'
import {type Raster, uprightSize} from '../picture/picture.ts'
import {readPicture} from '../picture/read.ts'
import {shrink} from '../picture/shrink.ts'
import type {Printed} from './pdf/engine.ts'
import type {WriterContext} from './writer.ts'

/** Options of a format for its pictures. */
export const pictureOptions = ['resolution', 'minimumResolution'] as const

export interface Resolution {
  /** Dots to the inch that finer pictures are made smaller to. */
  resolution?: number | undefined
  /** Dots to the inch below which a picture is reported. */
  minimumResolution: number
  /** True where the format itself says so: half as many are then an error. */
  strict: boolean
}

/** A picture has 96 dots to the inch by itself; what shows fewer was made larger than it is. */
const usualMinimum = 90
/** Pictures a little finer stay as they are: they would lose more in sharpness than the file in size. */
const tolerance = 1.1
const pointsPerInch = 72
const millimetresPerPoint = 25.4 / 72

/** The options `resolution` and `minimumResolution` of the format; a value that is no number is reported. */
export function resolutionOf(context: Pick<WriterContext, 'options' | 'optionAt' | 'report'>): Resolution {
  const minimum = dotsOf('minimumResolution', context)
  const resolution = dotsOf('resolution', context)
  return {
    resolution,
    minimumResolution: minimum ?? (context.options['minimumResolution'] === 'none' ? 0 : usualMinimum),
    strict: minimum !== undefined
  }
}

function dotsOf(
  name: (typeof pictureOptions)[number],
  {options, optionAt, report}: Pick<WriterContext, 'options' | 'optionAt' | 'report'>
): number | undefined {
  const value = options[name]
  if (typeof value === 'number' && value > 0) return value
  if (value !== undefined && value !== 'none')
    report(
      'pack-invalid',
      `Unexpected option \`${name}\`, expected a number of dots to the inch, or \`none\``,
      optionAt?.(name)
    )
  return undefined
}

/** Load what the pictures of `document` need to be made smaller, where the format asks for that. */
export async function loadCodecs(document: Document, context: WriterContext): Promise<void> {
  if (resolutionOf({...context, report() {}}).resolution === undefined) return
  const {world} = context
  const hasJpeg = nodesOf(document).some((node) => {
    if ((node.type !== 'figure' && node.type !== 'image') || node.src === '') return false
    const bytes = world.read(node.src)
    return bytes !== undefined && readPicture(bytes, node.src).kind === 'jpeg'
  })
  if (hasJpeg) await loadJpegCodec()
}

/**
 * Find what the file holds in place of pictures printed at these sizes, by their digests: each at the resolution of the
 * largest. Those with too few dots are reported as `image-resolution`, or `image-coarse`.
 */
export function preparePictures(printed: readonly Printed[], context: WriterContext): ReadonlyMap<string, Raster> {
  const wanted = resolutionOf(context)
  const largest = new Map<string, Printed>()
  for (const picture of printed) {
    judge(picture, wanted, context)
    const known = largest.get(picture.raster.digest)
    if (!known || storedWidth(known) < storedWidth(picture)) largest.set(picture.raster.digest, picture)
  }
  return new Map([...largest].map(([digest, picture]) => [digest, fitted(picture, wanted)]))
}

type Sized = Pick<Printed, 'raster' | 'width' | 'height'>

/** The picture, made smaller where it is much finer than the resolution at its printed size. */
export function fitted(picture: Sized, {resolution}: Resolution): Raster {
  const {raster} = picture
  if (resolution === undefined) return raster
  const columns = Math.max(1, Math.ceil((storedWidth(picture) / pointsPerInch) * resolution))
  if (raster.width <= columns * tolerance) return raster
  return shrink(raster, columns, Math.max(1, Math.round((raster.height * columns) / raster.width)))
}

/** Printed length of the rows of pixels as they are stored, pt. */
function storedWidth({raster, width, height}: Sized): number {
  return raster.orientation >= 5 ? height : width
}

/** Report a picture that is printed with fewer dots than the format wants. */
export function judge(
  {raster, width, height, source}: Printed,
  {minimumResolution, strict}: Resolution,
  {report}: Pick<WriterContext, 'report'>
): void {
  const pixels = uprightSize(raster)
  const found = Math.min(pixels.width / width, pixels.height / height) * pointsPerInch
  // Sizes are laid out in fractions of a point.
  if (found > minimumResolution - 0.5) return
  const rule = strict && found < minimumResolution / 2 ? 'image-coarse' : 'image-resolution'
  const [wide, high] = [width, height].map((points) => Math.round(points * millimetresPerPoint))
  const shown = `${pixels.width} × ${pixels.height} pixels on ${wide} × ${high} mm, ${Math.round(found)} dots to the inch`
  const needed = Math.ceil((width / pointsPerInch) * minimumResolution)
  const advice = `Use the picture in at least ${needed} pixels across, or print it smaller.`
  report(rule, `Unexpected picture of ${shown}, expected at least ${minimumResolution}`, source, advice)
}
