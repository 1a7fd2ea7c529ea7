/** Runs → the pieces that lines are made of: broken, levelled, matched to fonts and measured. */
import type {Run, Source} from '../content.ts'
import {embeddingLevels} from './bidi.ts'
import {endsLine, findBreaks, LINE_END} from './breaks.ts'
import {isPrivate} from './conformance.ts'
import type {ShapeOptions} from './face.ts'
import type {Fonts} from './faces.ts'
import type {EmbeddedFont} from './font.ts'
import {hyphenatedTexts} from './hyphenate.ts'
import type {Inline} from './items.ts'

export interface InlineContext {
  fonts: Fonts
  /** Direction of the paragraph. */
  dir: 'ltr' | 'rtl'
  lang: string
  hyphenate: boolean
  missing(codePoint: number, source: Source | undefined): void
}

/** Raised and lowered text: size and shift of the baseline as parts of the size around it. */
const SCRIPT_SIZE = 0.58
const RISES = {super: 0.36, sub: -0.18}
const SOFT_HYPHEN = '\u00ad'
const STAYS = /[\p{M}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad\n\r]/u
const NEUTRAL = /[\s\p{P}\p{N}]/u
const MARK = /\p{M}/u
/** No-break spaces are no such space. */
const TRAILING_SPACE = /[^\S\u00a0]+$/
const JOINING = /[\u0600-\u08ff]/

/** Break, level, match and measure the text of one paragraph. */
export function buildInlines(runs: readonly Run[], context: InlineContext): Inline[] {
  const texts = context.hyphenate ? hyphenatedTexts(runs, context.lang) : runs.map((run) => run.text)
  const whole = texts.join('')
  const breaks = findBreaks(whole)
  const levels = embeddingLevels(
    runs.map((run, index) => ({text: texts[index] ?? '', dir: run.dir})),
    context.dir
  )
  const base = context.dir === 'rtl' ? 1 : 0
  const inlines: Inline[] = []
  let offset = 0
  for (const [index, run] of runs.entries()) {
    const text = texts[index] ?? ''
    const fonts = context.fonts.chain(run.style)
    const choose = fontChooser(fonts, (codePoint) => {
      if (!run.picture) context.missing(codePoint, run.source)
    })
    const lang = run.lang ?? context.lang
    const {features} = run.style
    const shapes = {ltr: {lang, rtl: false, features}, rtl: {lang, rtl: true, features}}
    const pieces = splitRun(text, {choose, isBreak: (at) => breaks.has(offset + at), levels: levels?.[index], base})
    for (const piece of pieces) {
      const end = offset + piece.end
      const inline = measure(piece, {
        run,
        primary: fonts[0] ?? piece.font,
        shapes,
        breakAfter: run.glue ? undefined : breaks.get(end),
        last: end === whole.length,
        whole,
        start: offset + piece.start
      })
      inlines.push(inline)
      // A mark stays in the font of its letter, which may lack it.
      const gaps = MARK.test(inline.text) ? piece.font.face.shape(inline.text, inline.shape).gaps : []
      for (const codePoint of gaps) context.missing(codePoint, run.source)
    }
    const first = inlines.at(-pieces.length)
    if (run.note && first) first.note = true
    offset += text.length
  }
  return inlines
}

/** Stay in the current font for marks and neutrals it has; else take the first that has the character. */
function fontChooser(fonts: readonly EmbeddedFont[], missing: (codePoint: number) => void) {
  return (character: string, current: EmbeddedFont | undefined): EmbeddedFont => {
    const [primary] = fonts
    if (!primary) throw new Error('A run needs a font')
    const codePoint = character.codePointAt(0) ?? 0
    if ((!current || current === primary) && primary.face.has(codePoint)) return primary
    if (current && (codePoint === 0x20 || STAYS.test(character))) return current
    if (current && current !== primary && NEUTRAL.test(character) && current.face.has(codePoint)) return current
    const font = fonts.find((candidate) => candidate.face.has(codePoint))
    if ((!font || isPrivate(codePoint)) && !STAYS.test(character)) missing(codePoint)
    return font ?? current ?? primary
  }
}

interface Piece {
  text: string
  start: number
  end: number
  font: EmbeddedFont
  level: number
}

interface Splitting {
  choose(character: string, current: EmbeddedFont | undefined): EmbeddedFont
  isBreak(offset: number): boolean
  levels: readonly number[] | undefined
  base: number
}

/** Split a run where a line may end, and where font or level change. An empty run gives one empty piece. */
function splitRun(text: string, {choose, isBreak, levels, base}: Splitting): Piece[] {
  const pieces: Piece[] = []
  let font: EmbeddedFont | undefined
  /** Font that was last used at each level: a space or bracket belongs to the text of its own direction. */
  const current = new Map<number, EmbeddedFont>()
  let level = levels?.[0] ?? base
  let start = 0
  let at = 0
  const flush = (): void => {
    if (font && at > start) pieces.push({text: text.slice(start, at), start, end: at, font, level})
    start = at
  }
  for (const character of text) {
    const nextLevel = levels?.[at] ?? base
    const nextFont = choose(character, current.get(nextLevel) ?? (nextLevel === base ? undefined : font))
    current.set(nextLevel, nextFont)
    if (isBreak(at) || nextFont !== font || nextLevel !== level) flush()
    font = nextFont
    level = nextLevel
    at += character.length
  }
  flush()
  if (text === '') pieces.push({text, start: 0, end: 0, font: choose(' ', undefined), level})
  return pieces
}

interface Measuring {
  run: Run
  primary: EmbeddedFont
  /** How the run is shaped, the same object for all its pieces. */
  shapes: Record<'ltr' | 'rtl', ShapeOptions>
  breakAfter: boolean | undefined
  last: boolean
  whole: string
  start: number
}

function measure(piece: Piece, at: Measuring): Inline {
  const {style} = at.run
  const fontSize = style.script ? style.size * SCRIPT_SIZE : style.size
  const forced = endsLine(piece.text)
  const visible = forced ? piece.text.replace(LINE_END, '') : piece.text
  const softHyphen = visible.endsWith(SOFT_HYPHEN) && at.breakAfter === false
  // A forced end of a line reads as a space, as any other does.
  const text = visible.replaceAll(SOFT_HYPHEN, '') + (forced && !/\s$/.test(visible) ? ' ' : '')
  const inline: Inline = {
    run: at.run,
    text,
    font: piece.font,
    fontSize,
    width: 0,
    height: style.leading,
    ascent: (at.primary.ascender * style.size) / 1000,
    rise: style.script ? RISES[style.script] * style.size : 0,
    shape: shapeOf(piece, at),
    level: piece.level,
    x: 0,
    leadingCut: 0,
    trailingCut: 0,
    noNewLine: at.breakAfter === undefined && !at.last,
    lineEnd: forced,
    softHyphen
  }
  const {picture} = at.run
  if (picture) Object.assign(inline, roomFor(picture, inline))
  else inline.width = textWidth(text, inline)
  const trailing = TRAILING_SPACE.exec(text)?.[0]
  if (trailing) inline.trailingCut = textWidth(trailing, inline)
  if (softHyphen) inline.trailingCut = -textWidth('-', inline)
  return inline
}

/** A picture in a line is no text; a line with a high one goes down by what it exceeds the letters. */
export function roomFor({width, height}: {width: number; height: number}, inline: Inline): Partial<Inline> {
  const {leading} = inline.run.style
  const ascent = inline.ascent - (inline.height - leading)
  const more = Math.max(0, height - ascent)
  return {text: '', width, ascent: ascent + more, height: leading + more}
}

/** Arabic letters join over the border of runs and lines of the same font. */
function shapeOf(piece: Piece, at: Measuring): ShapeOptions {
  const plain = at.shapes[piece.level % 2 === 1 ? 'rtl' : 'ltr']
  if (!JOINING.test(piece.text)) return plain
  const before = at.whole.slice(Math.max(0, at.start - 1), at.start)
  const after = at.whole.slice(at.start + piece.text.length, at.start + piece.text.length + 1)
  return {...plain, ...(JOINING.test(before) && {before}), ...(JOINING.test(after) && {after})}
}

/** Width of `text` in the look of `inline`, pt. */
export function textWidth(text: string, inline: Inline): number {
  const {width, glyphs} = inline.font.face.shape(text, inline.shape)
  const {tracking} = inline.run.style
  const spaced = tracking === 0 ? 0 : glyphs.filter(({advance}) => advance > 0).length
  return (width * inline.fontSize) / 1000 + tracking * spaced
}
