/** Marks in the paper around a page: where it is cut, where it is folded, and what it is. Artifacts, all of them. */
import type {Document, Inline} from '../../document/nodes.ts'
import type {Master} from '../../theme/masters.ts'
import type {PrintOptions} from '../../theme/print-schema.ts'
import type {WriterContext} from '../writer.ts'
import type {Shape} from './content.ts'
import {define} from './definition.ts'
import type {Engine, Placement} from './engine.ts'
import {leftOf} from './ground.ts'
import {pt} from './units.ts'

/** Paper around the trim of a page with marks, mm. */
export const paperForMarks = 12
/** Marks begin and end so far outside the trim, further out where they would touch the bleed, mm. */
const marksBegin = 4
const marksEnd = 11
const clearOfBleed = 1
const cropLine = {width: 0.25, color: '#000000'}
const foldDash = [pt(1.2), pt(0.8)] as const
/** The slug line begins so far from the corner of the trim, and stands so far beyond the beginning of the marks, mm. */
const slugInside = 6
const slugAbove = 2
/** Between the slug line, a fold mark and its words, mm. */
const gap = 1

/** A page that has marks: its master, and its place among the pages of the file. */
export interface MarkedPage {
  master: Master
  index: number
  count: number
}

interface Desk {
  document: Document
  context: WriterContext
  engine: Engine
}

/** Draw the marks that the format asks for around a page; `bleed` in mm. */
export function marks(page: MarkedPage, {bleed, marks: kinds}: Required<Marks>, desk: Desk): Placement[] {
  const begin = Math.max(marksBegin, bleed + clearOfBleed)
  return [
    ...(kinds.includes('crop') ? [lines(cropMarks(page.master, begin))] : []),
    ...(kinds.includes('fold') ? foldMarks(page.master, begin, desk) : []),
    ...(kinds.includes('slug') ? slug(page, {bleed, begin, folded: kinds.includes('fold')}, desk) : [])
  ]
}

type Marks = Pick<{[Key in keyof PrintOptions]-?: NonNullable<PrintOptions[Key]>}, 'bleed' | 'marks'>

function lines(shapes: Shape[]): Placement {
  return {kind: 'shapes', x: 0, y: 0, shapes}
}

/** From (x1, y1) to (x2, y2), mm from the corner of the trim. */
function line(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  look: {width: number; color: string; dash?: readonly [number, number]}
): Shape {
  return {shape: 'line', x1: pt(x1), y1: pt(y1), x2: pt(x2), y2: pt(y2), ...look}
}

function cropMarks({width, height}: Master, begin: number): Shape[] {
  const beside = [0, height].flatMap((y) => [
    line([-marksEnd, y, -begin, y], cropLine),
    line([width + begin, y, width + marksEnd, y], cropLine)
  ])
  const aboveAndBelow = [0, width].flatMap((x) => [
    line([x, -marksEnd, x, -begin], cropLine),
    line([x, height + begin, x, height + marksEnd], cropLine)
  ])
  return [...beside, ...aboveAndBelow]
}

/** A dashed line above and below the page at each of its folds, with its distance from the start edge. */
function foldMarks(master: Master, begin: number, desk: Desk): Placement[] {
  const {theme, locale} = desk.context
  const {ruleAbove} = theme.styles.get('fold-mark')
  const look = {
    width: ruleAbove?.width ?? 0.5,
    color: theme.brand.colors[ruleAbove?.color ?? ''] ?? cropLine.color,
    dash: foldDash
  }
  return (master.folds ?? []).flatMap((fold) => {
    const x = leftOf({x: fold, width: 0}, master, locale.dir)
    const dashes = [
      line([x, -marksEnd, x, -begin], look),
      line([x, master.height + begin, x, master.height + marksEnd], look)
    ]
    const words: Inline[] = [{type: 'text', value: locale.t('fold', {n: fold})}]
    const box = {x: fold + gap, width: master.width - fold - gap, bottom: begin + slugAbove}
    return [lines(dashes), ...(textLine({style: 'fold-mark', words, box}, master, desk) ?? [])]
  })
}

/** `Title · format · side · 210 × 297 mm + 3 mm`, with as many words of the title as there is room for. */
function slug(
  {master, index, count}: MarkedPage,
  {bleed, begin, folded}: {bleed: number; begin: number; folded: boolean},
  desk: Desk
): Placement[] {
  const {locale, format} = desk.context
  const side = master.folds && count === 2 ? (['outside', 'inside'] as const)[index] : undefined
  const page = side ? locale.t(side) : locale.t('page-of', {n: index + 1, total: count})
  const trim = `${rounded(master.width)} × ${rounded(master.height)} mm${bleed > 0 ? ` + ${rounded(bleed)} mm` : ''}`
  const end = Math.min(...(folded ? (master.folds ?? []) : []), master.width)
  const box = {x: slugInside, width: end - slugInside - gap, bottom: begin + slugAbove}

  const title = desk.document.meta.title.split(' ')
  for (let words = title.length; words > 0; words--) {
    const job = title.slice(0, words).join(' ') + (words < title.length ? '…' : '')
    const parts: Inline[] = [
      {type: 'text', value: `${job} · `},
      {type: 'span', dir: 'ltr', children: [{type: 'text', value: format}]},
      {type: 'text', value: ` · ${page} · `},
      {type: 'span', dir: 'ltr', children: [{type: 'text', value: trim}]}
    ]
    const set = textLine({style: 'slug', words: parts, box}, master, desk)
    if (set) return set
  }
  return []
}

interface TextLine {
  style: string
  words: Inline[]
  /** mm: from the start edge, and above the trim. */
  box: {x: number; width: number; bottom: number}
}

/** Set one line above the page; `undefined` where it is too long. */
function textLine({style, words, box}: TextLine, master: Master, {context, engine}: Desk): Placement[] | undefined {
  const [width, height] = [pt(box.width), context.theme.styles.get(style).leading]
  const state = {context, measure: engine, scopes: [], text: 'body', width, height, gutter: 0, outline: []}
  const content = define([{type: 'paragraph', style, children: words}], state)
  const room = (index: number) => (index === 0 ? {width, height: height + 1, page: 0} : undefined)
  const {fragments, overset} = engine.flow(content, room, null)
  const [fragment] = fragments
  if (!fragment || overset > 0) return
  const x = pt(leftOf(box, master, context.locale.dir))
  return [{kind: 'fragment', fragment, x, y: -pt(box.bottom) - height}]
}

function rounded(millimetres: number): number {
  return Math.round(millimetres * 10) / 10
}
