/** The text of one frame of a slide, as the page will have it: for those who measure it, or set it once more. */
import type {Block, Page} from '../../document/nodes.ts'
import type {Content} from '../pdf/content.ts'
import {define} from '../pdf/definition.ts'
import type {Engine} from '../pdf/engine.ts'
import {pt} from '../pdf/units.ts'
import type {WriterContext} from '../writer.ts'

export interface Room {
  /** pt */
  width: number
  height: number
  gutter: number
  /** The height once more, mm. */
  highest: number
  scopes: readonly string[]
}

/** The room that the frame `name` of `page` has; `undefined` where its master has no such frame. */
export function roomOf(page: Page, name: string, {theme}: WriterContext): Room | undefined {
  const master = theme.masters[page.master]
  const spec = master?.frames[name]
  if (!master || !spec) return
  const frame = page.children.find((child) => child.name === name)
  const scopes = [frame?.style, spec.class, page.style].filter((scope) => scope !== undefined)
  return {width: pt(spec.width), height: pt(spec.height), gutter: pt(master.grid.gutter), highest: spec.height, scopes}
}

/** Turn `blocks` into what the engine lays out in `room`. */
export function defined(blocks: readonly Block[], room: Room & {context: WriterContext}, engine: Engine): Content[] {
  return define(blocks, {...room, measure: engine, text: 'body', outline: []})
}
