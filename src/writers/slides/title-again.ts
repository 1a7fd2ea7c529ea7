/** Titles of slides that text runs on to: the text of a slide is one flow, and its further pages have no title. */
import {repeated} from '../../document/slides/part.ts'
import {define} from '../pdf/definition.ts'
import type {Engine} from '../pdf/engine.ts'
import {leftOf} from '../pdf/ground.ts'
import type {ComposedPage} from '../pdf/pages.ts'
import {pt} from '../pdf/units.ts'
import type {WriterContext} from '../writer.ts'

/** Put the title of `page` on it once more, as a running header: a reader who listens has heard it. */
export function withTitleAgain(page: ComposedPage, engine: Engine, context: WriterContext): ComposedPage {
  const {of, master} = page
  const words = of.children.find(({name}) => name === 'title')
  const spec = master.frames.title
  if (!words || !spec) return page

  const scopes = [spec.class, of.style].filter((scope) => scope !== undefined)
  const size = {width: pt(spec.width), height: pt(spec.height)}
  const blocks = words.children.map((block) => (block.type === 'heading' ? repeated(block) : block))
  const state = {context, measure: engine, scopes, text: 'body', outline: [], gutter: 0, ...size}
  const {fragments} = engine.flow(
    define(blocks, state),
    (index) => (index === 0 ? {...size, page: 0} : undefined),
    null
  )
  const [fragment] = fragments
  if (!fragment) return page
  const place = {x: pt(leftOf(spec, master, context.locale.dir)), y: pt(spec.y)}
  return {...page, placements: [...page.placements, {kind: 'fragment', fragment, ...place, running: 'header'}]}
}
