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
import {inOneLine} from './running.ts'
import type {State} from './state.ts'

/**
 * The text of a cover, in reading order. Its paragraphs are shaded in the colour of its ground, so that they can be read
 * where no picture shows. A table has no place of its own: what its frame holds stands in the flow.
 */
export function coverText(frames: readonly Frame[], master: Master, state: State): WordBlock[] {
  const content = frames.flatMap((frame): WordBlock[] => {
    const spec = master.frames[frame.name]
    const scopes = [frame.style, spec?.class].filter((scope) => scope !== undefined)
    const width = spec ? pt(spec.width) : state.width
    const within = {...state, scopes: [...scopes, ...state.scopes], width}
    const words = textOf(frame, within)
    for (const block of words) if (block.type === 'paragraph') fitStyle(block, width, state)
    const beside = frames.some((other) => other !== frame && isBeside(master.frames[other.name], spec))
    const place = spec && placeOf(words, {spec, master, beside, state})
    return words.map((block) =>
      block.type === 'paragraph' ? shaded(place ? {...block, ...place(block)} : block, master, state) : block
    )
  })
  // What ends the section stands in no frame.
  return [...content, gap(state)]
}

/** Columns stand in one line, as in a header: the last at the end edge. */
function textOf({children}: Frame, state: State): WordBlock[] {
  const [only] = children
  if (children.length !== 1 || only?.type !== 'columns') return blocks(children, state)
  const places = only.children.map((column) => blocks(column.children, state))
  const words = inOneLine(places)
  const first = places.flat().find((block) => block.type === 'paragraph')
  return first && words.length > 0 ? [{...first, children: words, endTab: state.width}] : []
}

function isBeside(one: FrameSpec | undefined, other: FrameSpec | undefined): boolean {
  return one !== undefined && other !== undefined && one.y < other.y + other.height && other.y < one.y + one.height
}

interface Seat {
  spec: FrameSpec
  master: Master
  /** Another frame stands at this height. */
  beside: boolean
  state: State
}

/**
 * The frame for `words`. Programs count from the left or from the start in a right-to-left document: a frame that lies
 * in the middle of the page, and has its text stand in, is in its place in all of them.
 */
function placeOf(words: readonly WordBlock[], {spec, master, beside, state}: Seat) {
  if (words.some((block) => block.type !== 'paragraph')) return
  const used = words.reduce((sum, block) => {
    return sum + (block.type === 'paragraph' ? heightOf(block, pt(spec.width), state) : 0)
  }, 0)
  const slack = Math.max(0, pt(spec.height) - used)
  const y = pt(spec.y) + (spec.valign === 'top' ? 0 : spec.valign === 'middle' ? slack / 2 : slack)
  const end = master.width - spec.x - spec.width
  const edge = Math.min(spec.x, end)
  const middle = state.rtl && !beside
  const x = middle ? edge : leftOf(spec, master, state.context.locale.dir)
  const width = middle ? master.width - 2 * edge : spec.width
  const [before, after] = middle ? [pt(spec.x - edge), pt(end - edge)] : [0, 0]
  const place = {x: pt(x), y, width: pt(width)}
  return (paragraph: WordParagraph): Partial<WordParagraph> => {
    if (!middle) return {place}
    const look = lookOf(paragraph, state)
    const indent = {start: before + (look?.indent ?? 0), end: after + (look?.indentEnd ?? 0)}
    const {endTab} = paragraph
    return {place: {...place, indent}, ...(endTab === undefined ? {} : {endTab: endTab + before})}
  }
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
