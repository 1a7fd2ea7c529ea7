/** Ruled lines to write on. */
import type {FrameSpec, Master} from '../../theme/masters.ts'
import type {Placement} from '../pdf/engine.ts'
import {leftOf} from '../pdf/ground.ts'
import {pt} from '../pdf/units.ts'
import type {WriterContext} from '../writer.ts'

/** A frame whose height is a whole number of lines keeps its last one, whatever was lost in rounding, pt. */
const tolerance = 0.5

/**
 * Rule `frame` in the style `ruled`, its `leading` apart, up from the foot of the frame: below `from` (pt from the top
 * of the page, the frame's own top unless said) and the style's space before.
 */
export function ruledLines(frame: FrameSpec, master: Master, context: WriterContext, from?: number): Placement[] {
  const {theme, locale} = context
  const style = theme.styles.get('ruled', frame.class === undefined ? [] : [frame.class])
  const {leading, before, ruleAbove} = style
  if (!ruleAbove) return []
  const top = from === undefined ? pt(frame.y) : from + before
  const foot = pt(frame.y + frame.height)
  const count = Math.floor((foot - top + tolerance) / leading) + 1
  const color = theme.brand.colors[ruleAbove.color] ?? '#000000'
  const shapes = Array.from({length: Math.max(0, count)}, (_, index) => {
    const y = -index * leading
    return {shape: 'line' as const, x1: 0, y1: y, x2: pt(frame.width), y2: y, width: ruleAbove.width, color}
  })
  return [{kind: 'shapes', x: pt(leftOf(frame, master, locale.dir)), y: foot, shapes: shapes.reverse()}]
}
