/** Copyfitting: text set a step smaller where that keeps it in its frame or on its page. */
import {fitSteps, type Styles, stepsDown} from '../../theme/styles.ts'
import type {Boxes} from './balance.ts'
import type {Content} from './content.ts'
import type {Element, Engine, Flow} from './engine.ts'

export interface FitOptions {
  styles: Styles
  scopes: readonly string[]
  /** The boxes of the frame for text that is set in `styles`. */
  boxes: (styles: Styles) => Boxes
  /** The text may go on on further pages. */
  flows: boolean
  engine: Engine
  /** Where text that fits is tagged, `null` where it is to be laid out once more. */
  parent: Element | null
}

/** Text as it is set, and whether it has been taken to its smallest size. */
export interface Fitted {
  content: Content[]
  boxes: Boxes
  smallest: boolean
  /** The text laid out in its boxes, where it fits there. */
  flow?: Flow
}

/** Where one of these styles can be set smaller, a text that may go on on further pages is fitted to its page. */
const running = ['body', 'list']

/**
 * Define a frame's content with the first step of its styles at which it fits: into the frame, or, where it may go on,
 * onto the page it begins on. Text that fits at no step goes on at its full size, or stays as small as it gets where
 * there is no further page.
 */
export function copyfit(
  define: (styles: Styles) => Content[],
  {styles, scopes, boxes, flows, engine, parent}: FitOptions
): Fitted {
  const set = (stepped: Styles, smallest: boolean): Fitted => {
    return {content: define(stepped), boxes: boxes(stepped), smallest}
  }
  const whole = set(styles, false)
  if (flows && !running.some((name) => stepsDown(styles.get(name, scopes)))) return whole
  let fitted = whole
  let ends = !flows
  for (let step = 0; step <= fitSteps; step++) {
    if (step > 0) fitted = set(styles.stepped(step), step === fitSteps)
    const flow = engine.flow(fitted.content, fitted.boxes, parent)
    const onFirstPage = fitted.boxes(flow.fragments.length - 1)?.page === fitted.boxes(0)?.page
    if (flow.overset === 0 && (onFirstPage || !flows)) return {...fitted, smallest: false, flow}
    flow.withdraw()
    if (flow.overset > 0) ends = true
    if (step === 0 && !canBeSmaller()) return whole
  }
  return ends ? fitted : whole

  function canBeSmaller(): boolean {
    const width = whole.boxes(0)?.width ?? 0
    return engine.height(define(styles.stepped(fitSteps)), width) < engine.height(whole.content, width)
  }
}
