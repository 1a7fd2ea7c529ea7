/** Running headers and footers: filled once by the template, set anew on each page. */
import type {At} from '../../diagnostic.ts'
import type {Document, Frame} from '../../document/nodes.ts'
import {outline} from '../../document/outline.ts'
import {plainText} from '../../document/text.ts'
import type {Master} from '../../theme/masters.ts'
import type {WriterContext} from '../writer.ts'
import type {Content} from './content.ts'
import {define, type Fields, type State} from './definition.ts'
import type {Engine, Placement} from './engine.ts'
import {leftOf} from './ground.ts'
import {shorten} from './shorten.ts'
import {pt} from './units.ts'

export interface RunningInput {
  document: Document
  master: Master
  fields: Fields
  state: Omit<State, 'blocks'>
  engine: Engine
}

/**
 * Set the header and footer of one page, shortened where a title is too long. They are artifacts: a reader who listens
 * hears the text only.
 */
export function running({document, master, fields, state, engine}: RunningInput): Placement[] {
  const files = [master.header, master.footer].filter((file) => file !== undefined)
  return files.flatMap((file) =>
    (document.running[file] ?? []).flatMap((frame): Placement[] => {
      const spec = master.frames[frame.name]
      if (!spec) {
        reportFrame(frame.name, master, state.context, frame)
        return []
      }
      const box = {width: pt(spec.width), height: pt(spec.height)}
      const scopes = [frame.style, spec.class].filter((scope) => scope !== undefined)
      const only = (index: number) => (index === 0 ? {...box, page: 0} : undefined)
      let content: Content[] | undefined = define(frame.children, {...state, ...box, scopes, fields})
      let flow = engine.flow(content, only, null)
      while (flow.overset > 0) {
        content = shorten(content, flow.oversetWords)
        if (!content) break
        flow = engine.flow(content, only, null)
      }
      const {overset: lines, oversetWords: words} = flow
      if (lines > 0) reportOverset({frames: [frame.name], master: master.name, lines, words}, state.context, frame)
      const [fragment] = flow.fragments
      if (!fragment) return []
      const x = pt(leftOf(spec, master, state.context.locale.dir))
      const y = pt(spec.y) + slackAbove(spec.valign, box.height - fragment.used)
      return [{kind: 'fragment', fragment, x, y, running: y < pt(master.height) / 2 ? 'header' : 'footer'}]
    })
  )
}

/** Part of the room left over in a frame that stands above its text. */
export function slackAbove(valign: 'top' | 'middle' | 'bottom', slack: number): number {
  if (valign === 'top' || slack < 0) return 0
  return valign === 'middle' ? slack / 2 : slack
}

type Place = Pick<Frame, 'position' | 'data'>

/** Say that a master has no frame of this name. */
export function reportFrame(name: string, master: Master, context: WriterContext, at: Place): void {
  const known = Object.keys(master.frames).map((frame) => `\`${frame}\``)
  const reason = `Unexpected frame \`${name}\`, expected one of ${known.join(', ')} of the page master \`${master.name}\``
  context.report('master-unknown', reason, placeOf(at))
}

/** Text that found no room. */
export interface Overset {
  /** The one that it begins in, and the one that it ends in where that is another. */
  frames: readonly string[]
  master: string
  lines: number
  words: number
  /** It has been taken to its smallest size. */
  smallest?: boolean
}

/** Say that text found no room. */
export function reportOverset(
  {frames, master, lines, words, smallest}: Overset,
  context: WriterContext,
  at: Place
): void {
  const count = (number: number, what: string) => (number === 1 ? `1 ${what}` : `${number} ${what}s`)
  const amount = count(lines, 'line') + (words > 0 ? ` (${count(words, 'word')})` : '')
  const names = [...new Set(frames)].map((frame) => `\`${frame}\``).join(' to ')
  const where = `the frame ${names} of the page master \`${master}\` in \`${context.locale.lang}\``
  const size = smallest ? ' at its smallest size too' : ''
  context.report('overset', `Unexpected ${amount} beyond ${where}${size}, expected the text to fit`, placeOf(at))
}

function placeOf(node: Place): At {
  return {file: node.data?.file, position: node.position}
}

/** Titles of the sections that the pages stand in: the first that begins on a page, or the one it continues. */
export function runningSections(document: Document, ids: readonly ReadonlySet<string>[]): string[] {
  const sections = outline(document, 2)
  let current = document.meta.title
  return ids.map((onPage) => {
    const begun = sections.filter(({id}) => id !== undefined && onPage.has(id))
    const shown = begun[0] ? plainText(begun[0].title) : current
    const last = begun.at(-1)
    if (last) current = plainText(last.title)
    return shown
  })
}
