/** The baselines that a column of text shares with the columns beside it. */
import type {Master} from '../../theme/masters.ts'
import type {Styles} from '../../theme/styles.ts'
import type {State} from './definition.ts'
import {textStyle} from './definition-text.ts'
import type {BaselineGrid, Engine} from './engine.ts'
import type {FrameColumn} from './frames.ts'
import {pt} from './units.ts'

export interface GridOptions {
  master: Master
  /** Styles that the text is set in, maybe smaller than those of the theme. */
  styles: Styles
  /** Classes around the frame. */
  scopes: readonly string[]
  state: Pick<State, 'context'>
  engine: Engine
}

/**
 * Find the baselines of `column`: by its frame, counted from the frame's top, or else by its master, counted from the
 * top margin. The first is where a line of `body`, or of the style that is named, stands at the top.
 */
export function baselineGrid(
  {spec, y}: FrameColumn,
  {master, styles, scopes, state, engine}: GridOptions
): BaselineGrid | undefined {
  const own = spec.baseline !== undefined
  const baseline = own ? spec.baseline : master.baseline
  if (baseline === undefined || baseline === false) return
  const name = typeof baseline === 'string' ? baseline : 'body'
  const around = own ? scopes : []
  const style = styles.get(name, around)
  // Text that is set a step smaller stands on baselines that are nearer to each other.
  const part = style.leading / state.context.theme.styles.get(name, around).leading
  const step = typeof baseline === 'string' ? style.leading : baseline * part
  const top = pt(own ? y : master.margins.top)
  return {step, first: top + engine.ascent(textStyle(style, state)) - pt(y)}
}
