/** The art of a page master as a picture that Word shows whole: turned round and cut to the page in the SVG itself. */
import type {Art, Box, Master} from '../../theme/masters.ts'

/** An SVG, and the box of the page that it fills, mm from the left and upper edges. */
export interface PlacedArt {
  svg: string
  box: Box
}

/**
 * Cut `svg`, the art that stands in `box` of a page, to what is seen of it; `undefined` where that is nothing. `mirror`
 * turns it round. Without a `viewBox` nothing is known of its inside: it is left as it is.
 */
export function placeArt(
  svg: string,
  {art, box, mirror, master}: {art: Pick<Art, 'fills' | 'keep'>; box: Box; mirror: boolean; master: Master}
): PlacedArt | undefined {
  const left = Math.max(0, box.x)
  const top = Math.max(0, box.y)
  const width = Math.min(master.width, box.x + box.width) - left
  const height = Math.min(master.height, box.y + box.height) - top
  if (width <= 0 || height <= 0) return
  const view = viewOf(svg)
  if (!view) return {svg, box}
  const shown = shownPart(view, box, art)
  const turned = mirror ? mirrored(svg, shown) : svg
  const part = {
    x: shown.x + ((left - box.x) / box.width) * shown.width,
    y: shown.y + ((top - box.y) / box.height) * shown.height,
    width: (width / box.width) * shown.width,
    height: (height / box.height) * shown.height
  }
  return {svg: sized(turned, part, {width, height}), box: {x: left, y: top, width, height}}
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
