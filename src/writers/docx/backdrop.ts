/** What lies under the text of a page: its ground, panels and art, as pictures that stand in the header of a section. */
import {png} from '../../picture/png-write.ts'
import type {Box, Master} from '../../theme/masters.ts'
import {artOf, leftOf} from '../pdf/ground.ts'
import {pt} from '../pdf/units.ts'
import type {WriterContext} from '../writer.ts'
import {placeArt} from './art.ts'
import type {WordPicture} from './model.ts'

/** Pictures of the ground of a page on `master`, from the bottom up; all of them are decoration. */
export function backdrop(master: Master, context: WriterContext): WordPicture[] {
  const {dir} = context.locale
  const whole = {x: 0, y: 0, width: master.width, height: master.height}
  const areas = [
    ...(master.ground === undefined ? [] : [{box: whole, color: master.ground}]),
    ...master.panels.map((panel) => ({box: {...panel, x: leftOf(panel, master, dir)}, color: panel.ground}))
  ]
  const grounds = areas.flatMap(({box, color}) => area(box, context.theme.brand.colors[color] ?? '#FFFFFF', master))
  const art = master.art.flatMap((one): Behind[] => {
    const svg = artOf(one, master, context)
    const box = {x: leftOf(one, master, dir), y: one.y, width: one.width, height: one.height}
    const placed =
      svg === undefined ? undefined : placeArt(svg, {art: one, box, mirror: one.mirror && dir === 'rtl', master})
    return placed ? [{box: placed.box, format: 'svg', bytes: new TextEncoder().encode(placed.svg)}] : []
  })
  return [...grounds, ...art].map(({box, format, bytes}, index) => ({
    type: 'picture',
    format,
    bytes,
    width: pt(box.width),
    height: pt(box.height),
    alt: null,
    behind: {x: pt(box.x), y: pt(box.y), layer: index + 1}
  }))
}

/** A picture in its box, mm from the left and upper edges of the page. */
interface Behind {
  box: Box
  format: 'png' | 'svg'
  bytes: Uint8Array
}

/** Pixels along each side of a picture of one colour. */
const side = 8

/** One colour, as far as it is on the page. */
function area(box: Box, color: string, master: Master): Behind[] {
  const x = Math.max(0, box.x)
  const y = Math.max(0, box.y)
  const width = Math.min(master.width, box.x + box.width) - x
  const height = Math.min(master.height, box.y + box.height) - y
  if (width <= 0 || height <= 0) return []
  return [{box: {x, y, width, height}, format: 'png', bytes: png(new Uint8Array(side * side), side, [color])}]
}
