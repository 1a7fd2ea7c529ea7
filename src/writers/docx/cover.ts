/** Pages that do not go on: covers. Their frames stand where the master has them, as frames of Word. */
import type {Frame} from '../../document/nodes.ts'
import type {FrameSpec, Master} from '../../theme/masters.ts'
import type {Style} from '../../theme/styles.ts'
import {leftOf} from '../pdf/ground.ts'
import {pt} from '../pdf/units.ts'
import {blocks} from './blocks.ts'
import {gap} from './components.ts'
import {linesIn, stepFor} from './estimate.ts'
import type {WordBlock, WordParagraph} from './model.ts'
import type {State} from './state.ts'

/** True where a page on `master` has a ground or art, and no text of it goes on on a further page. */
export function isCover({ground, art, ...master}: Master): boolean {
  const decorated = ground !== undefined || art.length > 0
  return decorated && master.continue === undefined && Object.values(master.frames).every((spec) => !spec.next)
}

/**
 * The text of a cover, in reading order. Its paragraphs are shaded in the colour of its ground, so that they can be read
 * where no picture shows. A table has no place of its own: what its frame holds stands in the flow.
 */
export function coverText(frames: readonly Frame[], master: Master, state: State): WordBlock[] {
  const content = frames.flatMap((frame): WordBlock[] => {
    const spec = master.frames[frame.name]
    const scopes = [frame.style, spec?.class].filter((scope) => scope !== undefined)
    const width = spec ? pt(spec.width) : state.width
    const words = blocks(frame.children, {...state, scopes: [...scopes, ...state.scopes], width})
    for (const block of words) if (block.type === 'paragraph') fitStyle(block, width, state)
    const framed =
      spec && words.every((block) => block.type === 'paragraph') ? placed(words, spec, master, state) : words
    return framed.map((block) => (block.type === 'paragraph' ? shaded(block, master, state) : block))
  })
  // What ends the section stands in no frame.
  return [...content, gap(state)]
}

function placed(words: readonly WordBlock[], spec: FrameSpec, master: Master, state: State): WordBlock[] {
  const width = pt(spec.width)
  const used = words.reduce((sum, block) => sum + (block.type === 'paragraph' ? heightOf(block, width, state) : 0), 0)
  const slack = Math.max(0, pt(spec.height) - used)
  const above = spec.valign === 'top' ? 0 : spec.valign === 'middle' ? slack / 2 : slack
  const place = {x: pt(leftOf(spec, master, state.context.locale.dir)), y: pt(spec.y) + above, width}
  return words.map((block) => (block.type === 'paragraph' ? {...block, place} : block))
}

function shaded(paragraph: WordParagraph, {ground}: Master, state: State): WordParagraph {
  const own = lookOf(paragraph, state)?.ground
  return ground === undefined || own !== undefined ? paragraph : {...paragraph, ground}
}

/** About how high a paragraph is, pt. */
function heightOf(paragraph: WordParagraph, width: number, state: State): number {
  const look = lookOf(paragraph, state)
  return look ? look.before + linesIn(paragraph.children, look, width) * look.leading + look.after : 0
}

function lookOf({style}: WordParagraph, {registry}: State): Style | undefined {
  return registry.styles().find(({id}) => id === style)?.look
}

/** Word does not fit sizes to words: the style takes the step that they are thought to fit at. */
function fitStyle(paragraph: WordParagraph, width: number, state: State): void {
  const look = lookOf(paragraph, state)
  if (!look?.steps) return
  state.registry.restyle(paragraph.style, stepFor(paragraph.children, look, width))
}
