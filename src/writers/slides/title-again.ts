/** Titles of slides that text runs on to: the text of a slide is one flow, and its further pages have no title. */
import {repeated} from '../../document/slides/part.ts'
import type {Engine} from '../pdf/engine.ts'
import {leftOf} from '../pdf/ground.ts'
import type {ComposedPage} from '../pdf/pages.ts'
import {pt} from '../pdf/units.ts'
import type {WriterContext} from '../writer.ts'
import {defined, roomOf} from './frame-text.ts'

/** Put the title of `page` on it once more, as a running header: a reader who listens has heard it. */
export function withTitleAgain(page: ComposedPage, engine: Engine, context: WriterContext): ComposedPage {
  const {of, master} = page
  const words = of.children.find(({name}) => name === 'title')
  const spec = master.frames.title
  const room = roomOf(of, 'title', context)
  if (!words || !spec || !room) return page

  const blocks = words.children.map((block) => (block.type === 'heading' ? repeated(block) : block))
  const {width, height} = room
  const content = defined(blocks, {...room, context}, engine)
  const {fragments} = engine.flow(content, (index) => (index === 0 ? {width, height, page: 0} : undefined), null)
  const [fragment] = fragments
  if (!fragment) return page
  const place = {x: pt(leftOf(spec, master, context.locale.dir)), y: pt(spec.y)}
  return {...page, placements: [...page.placements, {kind: 'fragment', fragment, ...place, running: 'header'}]}
}
