/** What lies under the text of a page: its ground, panels and art, as pictures. */
import {png} from '../../picture/png-write.ts'
import type {Box, Master} from '../../theme/masters.ts'
import {artOf, leftOf} from '../pdf/ground.ts'
import {pt} from '../pdf/units.ts'
import type {WriterContext} from '../writer.ts'
import {onPage} from './art.ts'
import type {WordPicture} from './model.ts'
import {isCover} from './page.ts'

type Picture = Pick<WordPicture, 'format' | 'bytes'>

/** Pictures of the ground of a page on `master`, each as large as the page, from the bottom up. All are decoration. */
export function backdrop(master: Master, context: WriterContext): WordPicture[] {
  const {brand} = context.theme
  const colorOf = (name: string) => brand.colors[name] ?? '#FFFFFF'
  const pictures: Picture[] = [
    ...(master.ground === undefined ? [] : [flat(colorOf(master.ground))]),
    // Text that goes on does not keep to the panels of a page.
    ...(isCover(master) && master.panels.length > 0 ? [vector(panels(master, context, colorOf))] : []),
    ...master.art.flatMap((art): Picture[] => {
      const svg = artOf(art, master, context)
      const {dir} = context.locale
      const box = {x: leftOf(art, master, dir), y: art.y, width: art.width, height: art.height}
      const mirror = art.mirror && dir === 'rtl'
      return svg === undefined ? [] : [vector(onPage(svg, {art, box, mirror, page: master}))]
    })
  ]
  return pictures.map((picture, index) => ({
    ...picture,
    type: 'picture',
    width: pt(master.width),
    height: pt(master.height),
    alt: null,
    behind: {layer: index + 1}
  }))
}

/** Pixels along each side of a picture of one colour. */
const side = 8

function flat(color: string): Picture {
  return {format: 'png', bytes: png(new Uint8Array(side * side), side, [color])}
}

function vector(svg: string): Picture {
  return {format: 'svg', bytes: new TextEncoder().encode(svg)}
}

function panels(master: Master, {locale}: WriterContext, colorOf: (name: string) => string): string {
  const rects = master.panels.map((panel) =>
    rect({...panel, x: leftOf(panel, master, locale.dir)}, colorOf(panel.ground))
  )
  const view = `viewBox="0 0 ${master.width} ${master.height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${view}>${rects.join('')}</svg>`
}

function rect({x, y, width, height}: Box, color: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${color}"/>`
}
