/** The page of a Word file: its master's size and margins, its running header and footer. */
import type {Block, Document, Frame} from '../../document/nodes.ts'
import type {Master} from '../../theme/masters.ts'
import type {Theme} from '../../theme/theme.ts'
import {blocks, line} from './blocks.ts'
import type {WordBlock, WordInline, WordPage, WordParagraph} from './model.ts'
import type {State} from './state.ts'

const pointsPerMillimetre = 72 / 25.4

/** Half an inch: where Word itself puts headers and footers. */
const usualDistance = 36

/** The master that a Word file takes its page from: that of the template's first page. A Word file has one. */
export function masterOf(document: Document, theme: Theme): Master | undefined {
  const named = document.children.map((page) => theme.masters[page.master])
  return named.find((master) => master !== undefined) ?? theme.masters.word
}

/** Size and margins in pt; A4 with 25 mm where there is no master at all. */
export function wordPage(master: Master | undefined): WordPage {
  const margins = master?.margins ?? {top: 25, bottom: 25, start: 25, end: 25}
  const height = master?.height ?? 297
  return {
    width: points(master?.width ?? 210),
    height: points(height),
    margins: {
      top: points(margins.top),
      bottom: points(margins.bottom),
      start: points(margins.start),
      end: points(margins.end)
    },
    header: distance(master, (box) => box.y, margins.top),
    footer: distance(master, (box) => height - box.y - box.height, margins.bottom)
  }
}

/**
 * One line from the frames of a running template, or from the columns in one: the first at the start edge, the next
 * after a tab at the end edge. `name`: the style, `header` or `footer`.
 */
export function running(frames: readonly Frame[], name: 'header' | 'footer', state: State): WordBlock[] {
  const places = frames.flatMap((frame) => frame.children.flatMap(columnsOf))
  const filled = places.map((place) =>
    blocks(place, {...state, noteless: true}).filter((block) => block.type === 'paragraph')
  )
  if (filled.every((paragraphs) => paragraphs.length === 0)) return []
  const children = filled.flatMap((paragraphs, index): WordInline[] => [
    ...(index === 0 ? [] : [{type: 'tab'} as const]),
    ...joined(paragraphs)
  ])
  const capitals = state.registry.look(name).size * capitalHeight
  return [
    {
      ...line(
        name,
        children.map((inline) => centred(inline, capitals)),
        state
      ),
      endTab: state.width
    }
  ]
}

/** Height of capital letters in a size of 1. */
const capitalHeight = 0.7

/** A mark beside the words stands at the middle of their capitals. */
function centred(inline: WordInline, capitals: number): WordInline {
  if (inline.type !== 'picture' || inline.height <= capitals) return inline
  return {...inline, drop: Math.round(inline.height - capitals) / 2}
}

function columnsOf(block: Block): Block[][] {
  return block.type === 'columns' ? block.children.map((column) => column.children) : [[block]]
}

function joined(paragraphs: readonly WordParagraph[]): WordInline[] {
  return paragraphs.flatMap((paragraph, index): WordInline[] =>
    index === 0 ? [...paragraph.children] : [{type: 'break'}, ...paragraph.children]
  )
}

function points(millimetres: number): number {
  return millimetres * pointsPerMillimetre
}

/** Distance from the edge of the frame nearest to it that stands in the margin. */
function distance(master: Master | undefined, measure: (box: Master['frames'][string]) => number, margin: number) {
  const inMargin = Object.values(master?.frames ?? {})
    .map(measure)
    .filter((gap) => gap > 0 && gap < margin)
  return inMargin.length === 0 ? usualDistance : points(Math.min(...inMargin))
}
