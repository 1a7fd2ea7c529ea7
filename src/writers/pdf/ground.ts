/** What lies under the text of a page: its ground, coloured panels and art. */
import {readPicture} from '../../picture/read.ts'
import type {Art, Box, Master} from '../../theme/masters.ts'
import type {WriterContext} from '../writer.ts'
import {coloured, filling, scalable} from './art.ts'
import type {Placement} from './engine.ts'
import {pt} from './units.ts'

/** Paint the ground of a page on `master`, from the bottom up. */
export function ground(master: Master, context: WriterContext): Placement[] {
  const {bleed} = master
  const sheet = {x: -bleed, y: -bleed, width: master.width + 2 * bleed, height: master.height + 2 * bleed}
  return [
    ...(master.ground === undefined ? [] : [area(sheet, master.ground, master, context)]),
    ...master.panels.map((panel) => area(panel, panel.ground, master, context)),
    ...master.art.flatMap((art) => picture(art, master, context))
  ]
}

/** Distance of `box` from the left edge of the page, mm: masters count from the start edge. */
export function leftOf(box: Pick<Box, 'x' | 'width'>, master: Master, dir: 'ltr' | 'rtl'): number {
  return dir === 'rtl' ? master.width - box.x - box.width : box.x
}

function area(box: Box, color: string, master: Master, context: WriterContext): Placement {
  const size = {width: pt(box.width), height: pt(box.height)}
  const fill = context.theme.brand.colors[color] ?? '#FFFFFF'
  const x = pt(leftOf(box, master, context.locale.dir))
  return {kind: 'shapes', x, y: pt(box.y), shapes: [{shape: 'rect', x: 0, y: 0, ...size, color: fill}]}
}

function picture(art: Art, master: Master, context: WriterContext): Placement[] {
  const whole = artOf(art, master, context)
  if (whole === undefined) return []
  const svg = art.fills ? filling(whole, art.keep) : whole
  const mirror = art.mirror && context.locale.dir === 'rtl'
  const size = {width: pt(art.width), height: pt(art.height)}
  return [{kind: 'art', svg, x: pt(leftOf(art, master, context.locale.dir)), y: pt(art.y), ...size, mirror}]
}

/** The SVG of `art` in the colours of the brand, without a size of its own; `undefined`, reported, where there is none. */
export function artOf(art: Art, master: Master, {world, report, theme}: WriterContext): string | undefined {
  const bytes = world.read(art.src)
  if (!bytes) {
    report(
      'file-missing',
      `Unexpected missing art \`${art.src}\` of the page master \`${master.name}\`, expected a file`
    )
    return
  }
  const read = readPicture(bytes, art.src)
  if (read.kind !== 'svg') {
    const [unexpected, expected] = read.kind === 'unusable' ? [read.unexpected, read.expected] : [read.kind, 'SVG']
    report('pack-invalid', `Unexpected ${unexpected} in \`${art.src}\`, expected ${expected}`, {file: art.src})
    return
  }
  const unknown = (name: string) =>
    report('pack-invalid', `Unexpected colour \`${name}\`, expected one of brand.yml`, {file: art.src})
  return scalable(coloured(new TextDecoder().decode(read.bytes), theme.brand.colors, unknown))
}
