/** Pages of a handout: slides drawn small, and text on the page master around them. */
import type {Block, Document, Page} from '../../document/nodes.ts'
import type {FrameSpec, Master} from '../../theme/masters.ts'
import type {Content} from '../pdf/content.ts'
import {define, type Fields, type State} from '../pdf/definition.ts'
import type {ColumnBox, Element, Engine, PdfPage, Placement} from '../pdf/engine.ts'
import {columnsOf, masterAt} from '../pdf/frames.ts'
import {ground, leftOf} from '../pdf/ground.ts'
import {reportOverset, running, slackAbove} from '../pdf/running.ts'
import {pt} from '../pdf/units.ts'
import type {WriterContext} from '../writer.ts'

/** What the pages of one handout are made with. */
export interface Desk {
  document: Document
  context: WriterContext
  engine: Engine
}

/** A page before its number is known. */
export interface Sheet {
  master: Master
  placements: Placement[]
}

/** The page master `name`; one that does not exist is reported. */
export function masterOf(name: string, {theme, report}: WriterContext): Master | undefined {
  const master = theme.masters[name]
  if (!master) {
    const known = Object.keys(theme.masters).map((one) => `\`${one}\``)
    report('master-unknown', `Unexpected page master \`${name}\` of the format, expected one of ${known.join(', ')}`)
  }
  return master
}

/** Draw `slide` into `frame` of `master`, in a thin line, from the start edge on where the frame is wider. */
export function drawSlide(slide: PdfPage, frame: FrameSpec, master: Master, {context}: Desk): Placement[] {
  const scale = Math.min(pt(frame.width) / slide.width, pt(frame.height) / slide.height)
  const spare = context.locale.dir === 'rtl' ? pt(frame.width) - slide.width * scale : 0
  const left = pt(leftOf(frame, master, context.locale.dir)) + spare
  const top = pt(frame.y)
  const {ruleAbove} = context.theme.styles.get('slide-frame')
  const line = ruleAbove && {
    shape: 'frame' as const,
    ...{x: 0, y: 0, width: slide.width * scale, height: slide.height * scale},
    stroke: ruleAbove.width,
    color: context.theme.brand.colors[ruleAbove.color] ?? '#000000'
  }
  return [
    ...slide.placements.map((placement) => scaled(placement, {left, top, scale})),
    ...(line ? [{kind: 'shapes' as const, x: left, y: top, shapes: [line]}] : [])
  ]
}

function scaled(placement: Placement, {left, top, scale}: {left: number; top: number; scale: number}): Placement {
  const place = {x: left + placement.x * scale, y: top + placement.y * scale}
  if (placement.kind === 'art')
    return {...placement, ...place, width: placement.width * scale, height: placement.height * scale}
  return {...placement, ...place, scale: scale * (placement.scale ?? 1)}
}

/** Where text goes: a frame of a master, and the element it is tagged under. */
export interface Place {
  name: string
  master: Master
  parent: Element | null
  /** The slide that it belongs to, for diagnostics. */
  at: Page
  /** Footnotes stand right below the text, and not at the foot of its last frame. */
  snug?: boolean
}

/** True where `blocks` find room in the frame, without going on elsewhere; or where there is no such frame. */
export function fitsFrame(blocks: readonly Block[], {name, master}: Place, desk: Desk): boolean {
  const frame = master.frames[name]
  if (!frame) return true
  const box = {width: pt(frame.width), height: pt(frame.height), page: 0}
  const content = define(blocks, stateOf(master, frame, desk))
  return desk.engine.flow(content, (index) => (index === 0 ? box : undefined), null).overset === 0
}

/** Text placed in frames: on the sheet it began on, and on those that follow. */
export interface Flowed {
  placement: Placement
  /** Sheet, counted from 0, and frame that it stands in. */
  page: number
  frame: FrameSpec
  /** Lower edge of the text, pt from the top of the page. */
  end: number
}

/** Flow `blocks` through the frame `name` of `master` and where it goes on, tagged under `parent`. */
export function flowText(blocks: readonly Block[], place: Place, {context, engine}: Desk): Flowed[] {
  const {name, master, parent, at, snug = false} = place
  const frames = [{type: 'frame' as const, name, children: [...blocks]}]
  const page: Page = {type: 'page', master: master.name, children: frames}
  const columns = [...take(columnsOf(page, name, context.theme), mostColumns)]
  const [first] = columns
  if (!first) return []
  const content = define(blocks, stateOf(master, first.spec, {context, engine}))
  const boxes = columns.map((column): ColumnBox => {
    return {width: pt(column.width), height: pt(column.height), page: column.page}
  })
  const fitted = snug ? withoutGap(content, boxes, engine) : boxes
  const {fragments, overset: lines, oversetWords: words} = engine.flow(content, (index) => fitted[index], parent)
  if (lines > 0) reportOverset({frames: [name], master: master.name, lines, words}, context, at)
  return fragments.flatMap((fragment, index) => {
    const column = columns[index]
    if (!column) return []
    const on = masterAt(context.theme, master, column.page)
    const y = pt(column.y) + slackAbove(column.spec.valign, pt(column.height) - fragment.used)
    const placement: Placement = {kind: 'fragment', fragment, x: pt(leftOf(column, on, context.locale.dir)), y}
    return [{placement, page: column.page, frame: column.spec, end: y + fragment.used}]
  })
}

/** Footnotes are drawn at the foot of their box: so much of a gap above them is left, pt. */
const leastGap = 2

/** `boxes` whose last one that is used is only as high as its text and the footnotes need. */
function withoutGap(content: readonly Content[], boxes: readonly ColumnBox[], engine: Engine): readonly ColumnBox[] {
  const {fragments} = engine.flow(content, (index) => boxes[index], null)
  const last = boxes[fragments.length - 1]
  const used = fragments.at(-1)?.used ?? 0
  if (!last || used < last.height - leastGap) return boxes
  const cut = (height: number) => [...boxes.slice(0, fragments.length - 1), {...last, height}]
  let [low, high] = [0, last.height]
  while (high - low > leastGap) {
    const middle = (low + high) / 2
    const tried = cut(middle)
    if (engine.flow(content, (index) => tried[index], null).overset === 0) high = middle
    else low = middle
  }
  return [...cut(high), ...boxes.slice(fragments.length)]
}

/** More pages than the notes of one slide ever need. */
const mostColumns = 200

function* take<T>(values: Iterable<T>, count: number): Generator<T> {
  let left = count
  for (const value of values) {
    if (left <= 0) return
    left -= 1
    yield value
  }
}

function stateOf(
  master: Master,
  frame: FrameSpec,
  {context, engine}: Pick<Desk, 'context' | 'engine'>
): Omit<State, 'blocks'> {
  return {
    context,
    measure: engine,
    scopes: frame.class === undefined ? [] : [frame.class],
    text: 'body',
    width: pt(frame.width),
    height: pt(frame.height),
    gutter: pt(master.grid.gutter),
    outline: []
  }
}

/** Give the sheets their grounds, running headers and footers. */
export function finished(sheets: readonly Sheet[], desk: Desk): PdfPage[] {
  const {document, context, engine} = desk
  const digits = (number: number) => context.locale.digits(String(number))
  return sheets.map(({master, placements}, index) => {
    const fields: Fields = {page: digits(index + 1), pages: digits(sheets.length), section: document.meta.title}
    const whole = {...master, x: 0, y: 0, columns: 1, valign: 'top'} as const
    const state = stateOf(master, whole, desk)
    const around = running({document, master, fields, state, engine})
    const size = {width: pt(master.width), height: pt(master.height)}
    return {...size, label: digits(index + 1), placements: [...ground(master, context), ...around, ...placements]}
  })
}
