/** Copyfitting: text set a step smaller where that keeps it in its frame or on its page. */
import type {Styles} from '../../theme/styles.ts'
import type {Boxes} from './balance.ts'
import type {Content} from './content.ts'
import type {Engine} from './engine.ts'

export interface FitOptions {
  styles: Styles
  scopes: readonly string[]
  boxes: Boxes
  /** The text may go on on further pages. */
  flows: boolean
  engine: Engine
}

/** Steps that are tried before the text is left as it is. */
const mostSteps = 8

/**
 * Define a frame's content with the first step of its styles at which it fits: into the frame, or, where it may go on,
 * onto the page it begins on. Text that fits at no step goes on at its full size, or stays as small as it gets.
 */
export function copyfit(
  define: (styles: Styles) => Content[],
  {styles, scopes, boxes, flows, engine}: FitOptions
): Content[] {
  const whole = define(styles)
  if (flows && !hasSteps(styles, scopes)) return whole
  let content = whole
  for (let step = 0; step <= mostSteps; step++) {
    if (step > 0) content = define(styles.stepped(step))
    const {fragments, overset} = engine.flow(content, boxes, null)
    const onFirstPage = boxes(fragments.length - 1)?.page === boxes(0)?.page
    if (overset === 0 && (onFirstPage || !flows)) return content
  }
  return flows ? whole : content
}

/** True where the running text has sizes to step down through, and is not fitted by its lines. */
function hasSteps(styles: Styles, scopes: readonly string[]): boolean {
  return ['body', 'list'].some((name) => {
    const {steps, maxLines} = styles.get(name, scopes)
    return steps !== undefined && maxLines === undefined
  })
}
