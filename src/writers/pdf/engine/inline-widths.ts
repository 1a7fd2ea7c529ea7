/** Widths of texts by their pieces. */
import type {Inline} from './items.ts'

/** Narrowest and widest that the pieces can be set, pt. */
export function inlineWidths(inlines: readonly Inline[]): {min: number; max: number} {
  let min = 0
  let max = 0
  let word = 0
  let line = 0
  for (const inline of inlines) {
    const trimmed = inline.width - Math.max(0, inline.trailingCut)
    min = Math.max(min, word + trimmed)
    max = Math.max(max, line + trimmed)
    word = inline.noNewLine ? word + inline.width : 0
    line = inline.lineEnd ? 0 : line + inline.width
  }
  return {min, max}
}

/** Width of the widest word between spaces at which a line may end, pt. */
export function widestWord(inlines: readonly Inline[]): number {
  let widest = 0
  let word = 0
  for (const {text, width, trailingCut, lineEnd, run} of inlines) {
    widest = Math.max(widest, word + width - Math.max(0, trailingCut))
    word = lineEnd || (text.endsWith(' ') && !run.glue) ? 0 : word + width
  }
  return widest
}

/** Width of all pieces in one line, pt. */
export function lineWidth(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, inline) => sum + inline.width, 0)
}
