/** A font file as the layout sees it: which characters it has, its metrics, shaped runs. */
import {readSfnt, type Sfnt} from './sfnt.ts'
import {createShaper, type RawGlyph, type ShapeOptions} from './shaper.ts'

export type {ShapeOptions}

/** What is drawn for one cluster of characters. Lengths in 1/1000 em, visual order. */
export interface Glyph {
  id: number
  advance: number
  dx: number
  dy: number
  /** Code points that it stands for, in the order that readers expect of a visual line. */
  text: readonly number[]
  /** Glyphs that are drawn as one, of which `id` is the first: each at its place in units of the font. */
  parts?: readonly Part[]
}

export interface Part {
  id: number
  x: number
  y: number
}

export interface ShapedRun {
  glyphs: readonly Glyph[]
  /** Marks that the font has no glyph for. */
  gaps: readonly number[]
  width: number
  rtl: boolean
}

export interface Face extends Sfnt {
  /** Whether it has the character, or something that can be drawn for it. */
  has(codePoint: number): boolean
  shape(text: string, options: ShapeOptions): ShapedRun
}

/** Characters that many fonts lack and that others can be drawn for; `advance` in 1/1000 em. */
const STAND_INS = new Map<number, {draw: string; advance?: number}>([
  [0x00a0, {draw: ' '}],
  [0x2009, {draw: ' ', advance: 200}],
  [0x202f, {draw: ' ', advance: 200}],
  [0x2011, {draw: '-'}]
])
const STAND_IN_CHARACTERS = /[\u00a0\u2009\u202f\u2011]/
const MARK = /[\p{Mn}\p{Me}]/u
/** In 1/1000 em. */
const WIDE_GAP = 60
const CACHED_RUNS = 50_000

/** Open a font file. Shaped runs are kept as long as the face is. */
export function openFace(bytes: Uint8Array): Face {
  const font = readSfnt(bytes)
  const shape = createShaper(bytes, font.glyphCount)
  const runs = new Map<string, Map<string, ShapedRun>>()
  let kept = 0
  let last: {options: ShapeOptions; runs: Map<string, ShapedRun>} | undefined
  const coverage = new Map<number, boolean>()

  function has(codePoint: number): boolean {
    let known = coverage.get(codePoint)
    if (known === undefined) {
      const standIn = STAND_INS.get(codePoint)?.draw.codePointAt(0)
      known = font.glyphOf(codePoint) !== 0 || (standIn !== undefined && font.glyphOf(standIn) !== 0)
      coverage.set(codePoint, known)
    }
    return known
  }

  /** Runs that were shaped in the same way, by their text. */
  function runsOf(options: ShapeOptions): Map<string, ShapedRun> {
    if (last?.options === options) return last.runs
    const {lang = '', rtl, features = [], before = '', after = ''} = options
    const key = [rtl ? 'r' : 'l', lang, features.join(), before, after].join('|')
    const alike = runs.get(key) ?? new Map<string, ShapedRun>()
    runs.set(key, alike)
    last = {options, runs: alike}
    return alike
  }

  return {
    ...font,
    has,
    shape(text, options) {
      const known = runsOf(options).get(text)
      if (known) return known
      const drawn = STAND_IN_CHARACTERS.test(text) ? replaceMissing(text, font) : text
      const run = toRun(shape(drawn, options), {
        text,
        drawn,
        rtl: options.rtl,
        scale: 1000 / font.unitsPerEm,
        compact: font.compact,
        has,
        advanceOf: font.advanceOf
      })
      kept += 1
      if (kept > CACHED_RUNS) {
        runs.clear()
        last = undefined
        kept = 1
      }
      runsOf(options).set(text, run)
      return run
    }
  }
}

function replaceMissing(text: string, font: Sfnt): string {
  return text.replace(new RegExp(STAND_IN_CHARACTERS, 'g'), (character) => {
    const codePoint = character.charCodeAt(0)
    return font.glyphOf(codePoint) === 0 ? (STAND_INS.get(codePoint)?.draw ?? character) : character
  })
}

interface Origin {
  text: string
  /** The text with the characters that are really drawn, as long as `text`. */
  drawn: string
  rtl: boolean
  scale: number
  /** Its outlines cannot be composed. */
  compact: boolean
  has(codePoint: number): boolean
  advanceOf(glyph: number): number
}

function toRun(raw: readonly RawGlyph[], origin: Origin): ShapedRun {
  const starts = [...new Set(raw.map((glyph) => glyph.cluster))].sort((a, b) => a - b)
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? origin.text.length]))
  const glyphs = clustersOf(raw).flatMap((cluster): Glyph[] => {
    const start = cluster[0]?.cluster ?? 0
    const glyph = toGlyph(cluster, {...origin, start, text: origin.text.slice(start, ends.get(start))})
    return origin.compact ? takenApart(glyph, origin) : withMarks(glyph, origin.rtl)
  })
  const empty = raw.filter(({id}) => id === 0).map(({cluster}) => origin.text.slice(cluster, ends.get(cluster)))
  const gaps = Array.from(empty.join(''), (character) => (MARK.test(character) ? (character.codePointAt(0) ?? 0) : 0))
  return {
    glyphs,
    gaps: gaps.filter((codePoint) => codePoint > 0 && !origin.has(codePoint)),
    width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0),
    rtl: origin.rtl
  }
}

/** Glyphs that stand for the same characters lie side by side. */
function clustersOf(raw: readonly RawGlyph[]): RawGlyph[][] {
  const clusters: RawGlyph[][] = []
  for (const glyph of raw) {
    const last = clusters.at(-1)
    if (last?.[0]?.cluster === glyph.cluster) last.push(glyph)
    else clusters.push([glyph])
  }
  return clusters
}

/** One glyph for a cluster; `text` is what it stands for, from `start` of the run on. */
function toGlyph(cluster: readonly RawGlyph[], origin: Origin & {start: number}): Glyph {
  const {text, scale, rtl} = origin
  const [first] = cluster
  const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const replaced = text.length === 1 && text !== origin.drawn[origin.start]
  const advance = replaced ? STAND_INS.get(text.charCodeAt(0))?.advance : undefined
  const whole = cluster.reduce((sum, glyph) => sum + glyph.advance, 0)
  // Readers take a wide gap after a glyph for a space: it becomes part of the glyph.
  const spread = whole * scale - origin.advanceOf(first?.id ?? 0) > WIDE_GAP
  const composed = cluster.length > 1 || spread
  return {
    id: first?.id ?? 0,
    advance: advance ?? whole * scale,
    dx: composed ? 0 : (first?.dx ?? 0) * scale,
    dy: composed ? 0 : (first?.dy ?? 0) * scale,
    // Readers turn a line that runs from right to left round character by character, ligatures and marks included.
    text: rtl ? codePoints.reverse() : codePoints,
    ...(composed && {parts: partsOf(cluster)})
  }
}

function partsOf(cluster: readonly RawGlyph[]): Part[] {
  let pen = 0
  return cluster.map(({id, advance, dx, dy}) => {
    const part = {id, x: pen + dx, y: dy}
    pen += advance
    return part
  })
}

/** A glyph for each part, with a character of its own where there are as many; else the first one has the text. */
function takenApart(glyph: Glyph, {scale, rtl}: Origin): Glyph[] {
  const {parts, text, advance} = glyph
  if (!parts) return [glyph]
  const last = parts.length - 1
  const textOf = (index: number): readonly number[] => {
    if (text.length === parts.length) return text.slice(index, index + 1)
    return index === (rtl ? last : 0) ? text : []
  }
  return parts.map(({id, x, y}, index) => ({
    id,
    advance: index === last ? advance : 0,
    dx: x * scale,
    dy: y * scale,
    text: textOf(index)
  }))
}

/**
 * pdf.js gives no width to a glyph whose text has a mark: the letter keeps the glyph, and a blank carries the marks, after
 * it or, where the line is turned round, before it.
 */
function withMarks(glyph: Glyph, rtl: boolean): Glyph[] {
  const {text} = glyph
  const at = rtl ? text.length - 1 : 0
  const marks = text.filter((_, index) => index !== at)
  if (!MARK.test(String.fromCodePoint(...marks))) return [glyph]
  const letter = {...glyph, text: text.slice(at, at + 1)}
  return rtl ? [blank(marks), letter] : [letter, blank(marks)]
}

/** True for the blank that carries marks. */
export function isMarkBlank({text, parts}: Glyph): boolean {
  return parts?.length === 0 && MARK.test(String.fromCodePoint(...text.slice(0, 1)))
}

/** A glyph without outline or width that reads as `text`. */
export function blank(text: readonly number[]): Glyph {
  return {id: 0, advance: 0, dx: 0, dy: 0, text, parts: []}
}
