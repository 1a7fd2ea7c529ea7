/** A font file as the layout sees it: which characters it has, its metrics, shaped runs. */
import {readSfnt, type Sfnt} from './sfnt.ts'
import {createShaper, type RawGlyph, type ShapeOptions} from './shaper.ts'

export type {ShapeOptions}

/** Lengths in 1/1000 em, visual order. */
export interface Glyph {
  id: number
  advance: number
  dx: number
  dy: number
  /** Code points that it stands for; the other glyphs of a cluster have none. */
  text: readonly number[]
}

export interface ShapedRun {
  glyphs: readonly Glyph[]
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
const CACHED_RUNS = 50_000

/** Open a font file. Shaped runs are kept as long as the face is. */
export function openFace(bytes: Uint8Array): Face {
  const font = readSfnt(bytes)
  const shape = createShaper(bytes)
  const runs = new Map<string, ShapedRun>()
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

  return {
    ...font,
    has,
    shape(text, options) {
      const {lang = '', rtl, features = [], before = '', after = ''} = options
      const key = [rtl ? 'r' : 'l', lang, features.join(), before, after, text].join('|')
      const known = runs.get(key)
      if (known) return known
      const drawn = STAND_IN_CHARACTERS.test(text) ? replaceMissing(text, font) : text
      const run = toRun(shape(drawn, options), {text, drawn, rtl, scale: 1000 / font.unitsPerEm})
      if (runs.size >= CACHED_RUNS) runs.clear()
      runs.set(key, run)
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
}

function toRun(raw: readonly RawGlyph[], origin: Origin): ShapedRun {
  const starts = [...new Set(raw.map((glyph) => glyph.cluster))].sort((a, b) => a - b)
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? origin.text.length]))
  const bearers = textBearers(raw, origin.rtl)
  const glyphs = raw.map((glyph, index): Glyph => {
    const text = bearers.has(index) ? origin.text.slice(glyph.cluster, ends.get(glyph.cluster)) : ''
    const replaced = text.length === 1 && text !== origin.drawn[glyph.cluster]
    const advance = replaced ? STAND_INS.get(text.charCodeAt(0))?.advance : undefined
    return {
      id: glyph.id,
      advance: advance ?? glyph.advance * origin.scale,
      dx: glyph.dx * origin.scale,
      dy: glyph.dy * origin.scale,
      text: Array.from(text, (character) => character.codePointAt(0) ?? 0)
    }
  })
  return {glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0), rtl: origin.rtl}
}

/** Indices of the glyphs that carry the text of their cluster: the first one of each in logical order. */
function textBearers(raw: readonly RawGlyph[], rtl: boolean): ReadonlySet<number> {
  const first = new Map<number, number>()
  for (const [index, glyph] of raw.entries()) if (rtl || !first.has(glyph.cluster)) first.set(glyph.cluster, index)
  return new Set(first.values())
}
