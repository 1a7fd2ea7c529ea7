/** The art of a page master as a picture that Word shows whole: turned round and cut to the page in the SVG itself. */
import type {Art, Box, Master} from '../../theme/masters.ts'

/**
 * Show `svg`, the art that stands in `box` (mm from the left and upper edges), on a whole page: a picture as wide as the
 * page is in its place however a program counts in a right-to-left document. `mirror` turns it round. Without a `viewBox`
 * nothing is known of its inside: then it fills the page.
 */
export function onPage(
  svg: string,
  {
    art,
    box,
    mirror,
    page
  }: {art: Pick<Art, 'fills' | 'keep'>; box: Box; mirror: boolean; page: Pick<Master, 'width' | 'height'>}
): string {
  const view = viewOf(svg)
  if (!view) return svg
  const shown = shownPart(view, box, art)
  const turned = mirror ? mirrored(svg, shown) : svg
  const scale = {x: shown.width / box.width, y: shown.height / box.height}
  const part = {
    x: shown.x - box.x * scale.x,
    y: shown.y - box.y * scale.y,
    width: page.width * scale.x,
    height: page.height * scale.y
  }
  return sized(turned, part, page)
}

function viewOf(svg: string): Box | undefined {
  const said = /<svg\b[^>]*\sviewBox="([^"]*)"/.exec(svg)?.[1] ?? ''
  const [x, y, width, height] = said
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (x === undefined || y === undefined || !width || !height || width < 0 || height < 0) return
  return {x, y, width, height}
}

/** What a box shows of a drawing: all of it, in the middle, or what fills the box, from the edge that is kept. */
function shownPart(view: Box, box: Box, {fills, keep}: Pick<Art, 'fills' | 'keep'>): Box {
  const pick = fills ? Math.max : Math.min
  const scale = pick(box.width / view.width, box.height / view.height)
  const width = box.width / scale
  const height = box.height / scale
  if (!fills) return {x: view.x - (width - view.width) / 2, y: view.y - (height - view.height) / 2, width, height}
  return {x: keep === 'start' ? view.x : view.x + view.width - width, y: view.y, width, height}
}

function mirrored(svg: string, {x, width}: Box): string {
  return svg
    .replace(/<svg\b[^>]*>/, (tag) => `${tag}<g transform="translate(${rounded(2 * x + width)} 0) scale(-1 1)">`)
    .replace(/<\/svg>\s*$/, '</g></svg>')
}

/** Show `part` of the drawing at the size in mm. */
function sized(svg: string, part: Box, {width, height}: {width: number; height: number}): string {
  const view = [part.x, part.y, part.width, part.height].map(rounded).join(' ')
  return svg.replace(/<svg\b[^>]*>/, (tag) =>
    tag
      .replace(/\s(?:viewBox|width|height)="[^"]*"/g, '')
      .replace('<svg', `<svg viewBox="${view}" width="${rounded(width)}mm" height="${rounded(height)}mm"`)
  )
}

function rounded(length: number): number {
  return Math.round(length * 1000) / 1000
}
