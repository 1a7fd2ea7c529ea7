/** Handouts on another paper than the pack's masters have. */
import {pageSizes} from '../../theme/master-schema.ts'
import type {Box, FrameSpec, Master} from '../../theme/masters.ts'
import type {SlideFormatOptions} from '../slides/options.ts'
import type {WriterContext} from '../writer.ts'

/**
 * Put the masters of handouts on `paper`; none leaves them as they are. Slides and text keep their width and stand in
 * the middle of the paper; rows of slides move together, each with its caption and lines.
 */
export function onPaper(context: WriterContext, paper: SlideFormatOptions['paper']): WriterContext {
  if (paper === undefined) return context
  const [width, height] = pageSizes[paper]
  const {theme} = context
  const masters = Object.entries(theme.masters).map(([name, master]): [string, Master] => [
    name,
    name.startsWith('slide-') ? master : moved(master, width, height)
  ])
  return {...context, theme: {...theme, masters: Object.fromEntries(masters)}}
}

function moved(master: Master, width: number, height: number): Master {
  const {margins, panels, art, frames} = master
  const aside = (width - master.width) / 2
  const lower = height - master.height
  const down = (box: Box) => (box.y >= master.height - margins.bottom ? lower : 0)
  const placed = <B extends Box>(box: B): B => ({...box, x: box.x + aside, y: box.y + down(box)})
  return {
    ...master,
    width,
    height,
    margins: {...margins, start: margins.start + aside, end: margins.end + aside},
    panels: panels.map(placed),
    art: art.map(placed),
    frames: Object.fromEntries(
      Object.entries(frames).map(([name, frame]) => {
        const inMargin = frame.y < margins.top && frame.y + frame.height <= margins.top
        return [name, down(frame) !== 0 || inMargin ? placed(frame) : inRow(name, frame)]
      })
    )
  }

  /** A frame moves with the slide of its number, and ends where the paper has its lower margin. */
  function inRow(name: string, frame: FrameSpec): FrameSpec {
    const row = frames[`slide-${/\d+$/.exec(name)?.[0]}`] ?? frame
    const y = frame.y + row.y * (height / master.height - 1)
    const above = master.height - frame.y - frame.height
    const end = Math.min(y + frame.height, height - Math.min(above, margins.bottom))
    const fills = frame.next !== undefined
    return {...frame, x: frame.x + aside, y, height: (fills ? height - above : end) - y}
  }
}
