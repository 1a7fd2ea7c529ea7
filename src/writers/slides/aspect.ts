/** Slides of another shape than the pack's masters have. */
import type {Art, Box, Master} from '../../theme/masters.ts'
import type {WriterContext} from '../writer.ts'
import type {SlideFormatOptions} from './options.ts'

/** Width of a slide by its height. */
const widths: Readonly<Record<NonNullable<SlideFormatOptions['aspect']>, number>> = {'16:9': 16 / 9, '4:3': 4 / 3}

/**
 * Give the masters `slide-…` the shape `aspect`; none leaves them as they are. Their height stays, and what stands on
 * them keeps its part of the width. Art over the whole width is cut.
 */
export function withAspect(context: WriterContext, aspect: SlideFormatOptions['aspect']): WriterContext {
  if (aspect === undefined) return context
  const {theme} = context
  const masters = Object.entries(theme.masters).map(([name, master]): [string, Master] => [
    name,
    name.startsWith('slide-') ? reshaped(master, (master.height * widths[aspect]) / master.width) : master
  ])
  return {...context, theme: {...theme, masters: Object.fromEntries(masters)}}
}

function reshaped(master: Master, part: number): Master {
  const {width, margins, grid, panels, art, frames} = master
  return {
    ...master,
    width: width * part,
    margins: {...margins, start: margins.start * part, end: margins.end * part},
    grid: {...grid, gutter: grid.gutter * part},
    panels: panels.map((panel) => narrowed(panel, part)),
    art: art.map((one) => (one.width >= width ? {...narrowed(one, part), fills: true} : shrunk(one, part))),
    frames: Object.fromEntries(Object.entries(frames).map(([name, frame]) => [name, narrowed(frame, part)]))
  }
}

function narrowed<B extends Box>(box: B, part: number): B {
  return {...box, x: box.x * part, width: box.width * part}
}

/** Art that is no ground keeps its proportions, and its middle the height that it stands at. */
function shrunk(art: Art, part: number): Art {
  const scale = Math.min(1, part)
  const height = art.height * scale
  return {...art, x: art.x * part, width: art.width * scale, y: art.y + (art.height - height) / 2, height}
}
