/** The columns that a frame's text runs through: inside the frame, on to the next one, on to further pages. */
import type {Page} from '../../document/nodes.ts'
import type {Box, FrameSpec, Master} from '../../theme/masters.ts'
import type {Theme} from '../../theme/theme.ts'

/** One column of a frame: mm, x from the start edge. */
export interface FrameColumn extends Box {
  /** Page of the run, counted from 0. */
  page: number
  /** Name of its frame. */
  frame: string
  spec: FrameSpec
}

/** Against text that never comes to its end: no run of pages is longer. */
const mostPages = 2000

/** Master of the `page`-th page (from 0) of a run that begins on `master`. */
export function masterAt(theme: Theme, master: Master, page: number): Master {
  return page === 0 ? master : (theme.masters[master.continue ?? master.name] ?? master)
}

/**
 * List the columns of the frame `name` of `page`, in the order its text takes them. A frame's `next` is another frame
 * of the same page that has no text of its own (`filled` names those that have), or else a frame of the page that
 * follows; a folded sheet has none.
 */
export function* columnsOf(
  page: Page,
  name: string,
  theme: Theme,
  filled: readonly string[] = page.children.map((frame) => frame.name)
): Generator<FrameColumn> {
  const first = theme.masters[page.master]
  if (!first) return
  const taken = new Set(filled)
  let frame = name
  for (let number = 0; number < mostPages; ) {
    const master = masterAt(theme, first, number)
    const spec = master.frames[frame]
    if (!spec) return
    yield* insideColumns(spec, master.grid.gutter, {page: number, frame})
    if (spec.next === undefined) return
    const samePage = spec.next !== frame && master.frames[spec.next] && !taken.has(spec.next)
    if (samePage) taken.add(spec.next)
    else if (master.folds) return
    else {
      number += 1
      taken.clear()
    }
    frame = spec.next
  }
}

function* insideColumns(spec: FrameSpec, gutter: number, at: {page: number; frame: string}): Generator<FrameColumn> {
  const width = (spec.width - gutter * (spec.columns - 1)) / spec.columns
  for (let column = 0; column < spec.columns; column++)
    yield {...at, spec, x: spec.x + column * (width + gutter), y: spec.y, width, height: spec.height}
}
