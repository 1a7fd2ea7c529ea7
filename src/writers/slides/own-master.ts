/** The master of one slide, fitted to what stands on it. */
import type {Page} from '../../document/nodes.ts'
import type {Box, Master} from '../../theme/masters.ts'
import type {Engine} from '../pdf/engine.ts'
import {pt} from '../pdf/units.ts'
import type {WriterContext} from '../writer.ts'
import {defined, roomOf} from './frame-text.ts'

/**
 * Fit the master of `page`, for this page alone: a title of more lines than its frame has moves the frame `main` below
 * it down, and figures alone on their slide stand in the middle of it.
 */
export function withOwnMaster(page: Page, engine: Engine, context: WriterContext): WriterContext {
  const {theme} = context
  const master = theme.masters[page.master]
  const {title, main} = master?.frames ?? {}
  if (!master || !main) return context
  const further = title && isAbove(title, main) ? missing(page, engine, context) : 0
  const lonely = page.children.every(({name, children}) => name !== 'main' || isFigures(children))
  if (further <= 0 && !lonely) return context

  const frames: Master['frames'] = {
    ...master.frames,
    ...(title && {title: {...title, height: title.height + further}}),
    main: {
      ...main,
      y: main.y + further,
      height: main.height - further,
      ...(lonely && {valign: 'middle'})
    }
  }
  return {...context, theme: {...theme, masters: {...theme.masters, [page.master]: {...master, frames}}}}
}

function isAbove(title: Box, main: Box): boolean {
  return title.y < main.y && title.x < main.x + main.width && main.x < title.x + title.width
}

function isFigures(blocks: Page['children'][number]['children']): boolean {
  return blocks.length > 0 && blocks.every(({type}) => type === 'figures')
}

/** Height that the title takes beyond its frame, mm. */
function missing(page: Page, engine: Engine, context: WriterContext): number {
  const words = page.children.find(({name}) => name === 'title')
  const room = roomOf(page, 'title', context)
  if (!words || !room) return 0
  const height = engine.height(defined(words.children, {...room, context}, engine), room.width)
  return Math.max(0, height / pt(1) - room.highest)
}
