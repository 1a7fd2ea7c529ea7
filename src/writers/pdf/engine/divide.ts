/** A piece of text that is too wide for its line, into what the line takes and the rest. */
import {textWidth} from './inlines.ts'
import type {Inline} from './items.ts'

/** What is left of a word that is longer and wider than this is not shaped anew for each of its lines. */
const LONG_WORD = {characters: 60, lines: 3}
/** So much of a word is taken apart at once. */
const FEW_CHARACTERS = 8
/** Letters that no letter joins to one character: Latin, Greek, Cyrillic, Hebrew, Arabic. */
const PLAIN = /^[ -~\u00c0-\u024f\u0386-\u03ff\u0400-\u0482\u048a-\u052f\u05d0-\u05ea\u0621-\u063f\u0641-\u064a]$/
const PLAIN_OR_END = new RegExp(`${PLAIN.source}|^$`)
const graphemes = new Intl.Segmenter('und', {granularity: 'grapheme'})

/** Widths differ by less than this in nothing but rounding, pt. */
export const TOLERANCE = 0.001

/** Room for the parts of a piece, pt. */
export interface Division {
  /** What is left of the line. */
  room: number
  /** Width of a whole line. */
  line: number
  /** One character at least comes first. */
  some: boolean
}

/** Divide a piece where it fills the room: between words that should stay together, else within a word. */
export function divided(inline: Inline, {room, line, some}: Division): [Inline | undefined, Inline | undefined] {
  const ends: number[] = []
  let width = 0
  // Characters by themselves first, which are known from one line to the next.
  for (const {index, segment} of characters(inline.text)) {
    width += textWidth(segment, inline)
    if (width > room + TOLERANCE && (ends.length > 0 || !some)) break
    ends.push(index + segment.length)
  }
  while (ends.length > 1 && textWidth(inline.text.slice(0, ends.at(-1)), inline) > room + TOLERANCE) ends.pop()
  const full = ends.at(-1) ?? 0
  if (full >= inline.text.length) return [inline, undefined]
  const end = endOfWord(inline.text.slice(0, full + 1), some) ?? full
  if (end === 0) return [undefined, inline]
  const text = inline.text.slice(0, end)
  const {softHyphen: _, lineEnd: _end, ...bare} = inline
  const [space = ''] = /\s*$/.exec(text) ?? []
  const trailingCut = textWidth(space, inline)
  const first: Inline = {...bare, text, width: textWidth(text, inline), trailingCut, noNewLine: true}
  const rest = inline.text.slice(end)
  // Letters that join are wider where a line parts them: the estimate falls short the more, the more lines there are.
  const estimate = inline.width - first.width
  const isLong = rest.length > LONG_WORD.characters && estimate > LONG_WORD.lines * line
  const restWidth = isLong ? estimate : textWidth(rest, inline)
  const {note: _note, ...further} = inline
  return [first, {...further, text: rest, width: restWidth}]
}

/** Where the last word of `text` begins, after a space at which no line should end: `some` of a word must come first. */
function endOfWord(text: string, some: boolean): number | undefined {
  const end = text.search(/\s\S*$/) + 1
  return text.slice(0, end).trim() !== '' || (end > 0 && !some) ? end : undefined
}

/** The characters of a text as readers see them. Only as much of a long text is taken apart as is asked for. */
function* characters(text: string): Generator<{index: number; segment: string}> {
  let at = 0
  let size = FEW_CHARACTERS
  while (at < text.length) {
    if (PLAIN.test(text.charAt(at)) && PLAIN_OR_END.test(text.charAt(at + 1))) {
      yield {index: at, segment: text.charAt(at)}
      at += 1
      continue
    }
    const window = text.slice(at, at + size)
    const isLast = at + size >= text.length
    let taken = 0
    for (const {index, segment} of graphemes.segment(window)) {
      const end = index + segment.length
      // Marks of the last character may stand beyond the window.
      if (end === window.length && !isLast) break
      yield {index: at + index, segment}
      taken = end
    }
    if (taken === 0) size *= 2
    at += taken
  }
}
