/** Pages that do not go on: covers. Their frames stand where the master has them, as frames of Word. */
import type {Frame} from '../../document/nodes.ts'
import type {FrameSpec, Master} from '../../theme/masters.ts'
import type {Style} from '../../theme/styles.ts'
import {leftOf} from '../pdf/ground.ts'
import {pt} from '../pdf/units.ts'
import {backdrop} from './backdrop.ts'
import {blocks} from './blocks.ts'
import {gap} from './components.ts'
import {heightOf, stepFor} from './estimate.ts'
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
    fitStyles(words, {width, height: spec ? pt(spec.height) : Number.POSITIVE_INFINITY}, state)
    const beside = frames.some((other) => other !== frame && isBeside(master.frames[other.name], spec))
    const place = spec && placeOf(words, {spec, master, beside, state})
    return words.map((block) =>
      block.type === 'paragraph' ? shaded(place ? {...block, ...place(block)} : block, master, state) : block
    )
  })
  // What ends the section stands in no frame, and takes the pictures, which lie behind the page.
  return [...content, {...gap(state), children: backdrop(master, state.context)}]
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
  const slack = Math.max(0, pt(spec.height) - usedBy(words, pt(spec.width), state))
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

function lookOf({style}: WordParagraph, {registry}: State): Style | undefined {
  return registry.styles().find(({id}) => id === style)?.look
}

/**
 * Word does not fit sizes to words: a style takes the step at which all words of the frame should have room, and stays
 * there where another frame would let it be larger.
 */
function fitStyles(words: readonly WordBlock[], room: {width: number; height: number}, state: State): void {
  const paragraphs = words.filter((block) => block.type === 'paragraph')
  for (const paragraph of paragraphs) {
    const look = lookOf(paragraph, state)
    if (!look?.steps) continue
    const others = paragraphs.filter((other) => other !== paragraph)
    const height = room.height - usedBy(others, room.width, state)
    const fitted = stepFor(paragraph.children, look, {width: room.width, height})
    if (fitted.size < look.size) state.registry.restyle(paragraph.style, fitted)
  }
}

/** About how high blocks are, tables left out, pt. */
function usedBy(words: readonly WordBlock[], width: number, state: State): number {
  return words.reduce((sum, block) => {
    const look = block.type === 'paragraph' ? lookOf(block, state) : undefined
    return block.type === 'paragraph' && look ? sum + heightOf(block.children, look, width) : sum
  }, 0)
}
