/** Glyphs of a text object, with what readers need to put the characters of a line into their order again. */
import {blank, type Glyph, isMarkBlank} from './face.ts'
import type {PlacedInline} from './items.ts'
import {isRtl} from './text-order.ts'

const LEFT_TO_RIGHT = 0x200e
const RIGHT_TO_LEFT = 0x200f
const SPACE = 0x20
/** pdf.js forgets where a glyph without any width stood; 1/1000 em. */
const LEAST_ADVANCE = 2
/**
 * Between right-to-left letters PDFium mirrors brackets that stand there as they are meant, and pdftotext counts the
 * signs around numbers as left-to-right; marks of direction beside them keep both from it.
 */
const MIRRORED = /[()[\]{}<>«»‹›]/
const COUNTED_LEFT = /[\p{Sc}%‰°#+−:,./،-]/u

/** Where the direction of a line turns from left to right. */
export interface Turns {
  /** Marks of direction by the piece that they stand before. */
  before: ReadonlyMap<PlacedInline, readonly number[]>
  /** Pieces that such marks stand after. */
  after: ReadonlySet<PlacedInline>
}

/** Find the turns of a line; without marks there, readers count the spaces and brackets around to the wrong side. */
export function directionTurns(pieces: readonly PlacedInline[], base: number): Turns {
  const before = new Map<PlacedInline, readonly number[]>()
  const after = new Set<PlacedInline>()
  for (const [index, piece] of pieces.entries()) {
    const left = pieces[index - 1]
    if (!left || !isRtl(left) || isRtl(piece)) continue
    const turn = base % 2 === 1 ? RIGHT_TO_LEFT : LEFT_TO_RIGHT
    after.add(left)
    before.set(piece, MIRRORED.test(left.inline.text.slice(0, 1)) ? [LEFT_TO_RIGHT, turn] : [turn])
  }
  return {before, after}
}

/** Takes a glyph and its place from the beginning of the text object, 1/1000 em. */
type Draw = (glyph: Glyph, position: number) => void

/** Draw the glyphs of pieces in visual order, which one text object holds. */
export function drawGlyphs(
  pieces: readonly PlacedInline[],
  {base, turns}: {base: number; turns: Turns},
  draw: Draw
): void {
  const start = pieces[0]?.x ?? 0
  for (const [index, piece] of pieces.entries()) {
    const {inline, x} = piece
    const {glyphs} = inline.font.face.shape(inline.text, inline.shape)
    const spacing = (inline.run.style.tracking * 1000) / inline.fontSize
    let position = ((x - start) * 1000) / inline.fontSize
    for (const turn of turns.before.get(piece) ?? []) draw(blank([turn]), position)
    const lastPiece = index === pieces.length - 1
    for (const [place, glyph] of glyphs.entries()) {
      const first = index === 0 && place === 0
      const last = lastPiece && place === glyphs.length - 1
      if (inline.shape.rtl) {
        const edge = (first || last) && base % 2 === 1
        if (first && isMarkBlank(glyph)) draw({...lasting(blank([SPACE])), advance: LEAST_ADVANCE}, position)
        const shown = edge || isMarkBlank(glyphs[place + 1] ?? glyph) ? lasting(glyph) : glyph
        drawGuarded(shown, position, {draw, turned: last && turns.after.has(piece)})
      } else draw(glyph, position)
      position += glyph.advance + (glyph.advance > 0 ? spacing : 0)
    }
  }
}

/** pdf.js drops a space at the edge of what it takes for an item, but not one that is part of a longer text. */
function lasting(glyph: Glyph): Glyph {
  return glyph.text.length === 1 && glyph.text[0] === SPACE ? {...glyph, text: [RIGHT_TO_LEFT, SPACE]} : glyph
}

/** A glyph with the marks that its character needs; `turned`: what follows begins with the mark after it. */
function drawGuarded(glyph: Glyph, position: number, {draw, turned}: {draw: Draw; turned: boolean}): void {
  if (glyph.text.length !== 1) {
    draw(glyph, position)
    return
  }
  const character = String.fromCodePoint(...glyph.text)
  const mirrored = MIRRORED.test(character)
  if (mirrored || COUNTED_LEFT.test(character)) draw(blank([RIGHT_TO_LEFT]), position)
  draw(glyph, position)
  if (mirrored && !turned) draw(blank([LEFT_TO_RIGHT]), position + glyph.advance)
}
