/** Paints pieces of a line as glyphs: visual order, so that readers see it as written, with text that maps back. */
import {blank, type Glyph} from './face.ts'
import {type EmbeddedFont, hex} from './font.ts'
import type {PlacedInline} from './items.ts'
import type {PdfWriter} from './pdfmake.ts'
import {utf16Hex} from './to-unicode.ts'

const LEFT_TO_RIGHT = 0x200e
const RIGHT_TO_LEFT = 0x200f
/**
 * Between right-to-left letters PDFium mirrors brackets that stand there as they are meant, and pdftotext counts the
 * signs around numbers as left-to-right; marks of direction beside them keep both from it.
 */
const MIRRORED = /[()[\]{}<>«»‹›]/
const COUNTED_LEFT = /[\p{Sc}%‰°#+−-]/u

interface Origin {
  x: number
  /** Baseline. */
  y: number
}

/**
 * Draw pieces at their places from the left edge `origin.x` of their line. True where the text ends in marked content of
 * its own: some readers then forget the sequence around it, which is to be closed.
 */
export function drawText(document: PdfWriter, pieces: readonly PlacedInline[], origin: Origin): boolean {
  let nested = false
  const turns = directionTurns(pieces)
  // Readers that take pieces as they come want them in logical order; within a piece glyphs are in visual order.
  const runs = runsOf(pieces).sort((a, b) => firstOrder(a) - firstOrder(b))
  for (const run of runs) nested = drawRun(document, run, {...origin, turns}) || nested
  for (const piece of pieces) drawDecorations(document, piece, origin)
  return nested
}

/** Neighbours that one text object can hold. */
function runsOf(pieces: readonly PlacedInline[]): PlacedInline[][] {
  const runs: PlacedInline[][] = []
  for (const piece of pieces) {
    const run = runs.at(-1)
    if (run?.[0] && sameLook(run[0], piece)) run.push(piece)
    else runs.push([piece])
  }
  return runs
}

function firstOrder(run: readonly PlacedInline[]): number {
  return Math.min(...run.map(({order}) => order))
}

/**
 * Pieces before which the direction turns, and the mark of direction that says so: without it readers count the spaces
 * and brackets around to the wrong side.
 */
function directionTurns(pieces: readonly PlacedInline[]): ReadonlyMap<PlacedInline, number> {
  const turns = new Map<PlacedInline, number>()
  const base = Math.min(...pieces.map(({inline}) => inline.level))
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1]
    if (before && isRtl(before) && !isRtl(piece)) turns.set(piece, base % 2 === 1 ? RIGHT_TO_LEFT : LEFT_TO_RIGHT)
  }
  return turns
}

function isRtl({inline}: PlacedInline): boolean {
  return inline.level % 2 === 1
}

function sameLook(a: PlacedInline, b: PlacedInline): boolean {
  const [first, second] = [a.inline, b.inline]
  return (
    first.font === second.font &&
    first.fontSize === second.fontSize &&
    first.rise === second.rise &&
    first.run.style.color === second.run.style.color
  )
}

interface RunOrigin extends Origin {
  turns: ReadonlyMap<PlacedInline, number>
}

function drawRun(document: PdfWriter, pieces: readonly PlacedInline[], origin: RunOrigin): boolean {
  const [first] = pieces
  if (!first) return false
  const {font, fontSize, rise, run} = first.inline
  document.page.fonts[font.id] ??= font.ref()
  document.fillColor(run.style.color)
  const operators = new GlyphOperators(font, fontSize)
  let hyphen: readonly Glyph[] = []
  for (const piece of pieces) {
    const {inline, x, hyphen: hyphenated} = piece
    const spacing = (inline.run.style.tracking * 1000) / fontSize
    let position = ((x - first.x) * 1000) / fontSize
    const turn = origin.turns.get(piece)
    if (turn !== undefined) operators.draw(blank([turn]), position)
    for (const glyph of inline.font.face.shape(inline.text, inline.shape).glyphs) {
      const only = inline.shape.rtl && glyph.text.length === 1 ? String.fromCodePoint(...glyph.text) : ''
      const mirrored = only !== '' && MIRRORED.test(only)
      if (mirrored || (only !== '' && COUNTED_LEFT.test(only))) operators.draw(blank([RIGHT_TO_LEFT]), position)
      operators.draw(glyph, position)
      if (mirrored) operators.draw(blank([LEFT_TO_RIGHT]), position + glyph.advance)
      position += glyph.advance + (glyph.advance > 0 ? spacing : 0)
    }
    if (hyphenated) hyphen = inline.font.face.shape('-', inline.shape).glyphs
  }
  operators.readAs([0xad], hyphen.length > 0, () => {
    for (const glyph of hyphen) operators.draw(glyph, operators.position)
  })
  const place = `1 0 0 -1 ${number(origin.x + first.x)} ${number(origin.y - rise)} Tm`
  document.page.write(`BT\n/${font.id} ${number(fontSize)} Tf\n${place}\n${operators.end()}\nET`)
  return hyphen.length > 0
}

/** Writes TJ operators; positions are in 1/1000 em from the beginning of the run. */
class GlyphOperators {
  /** Where the pen of a viewer stands. */
  position = 0
  private readonly font: EmbeddedFont
  private readonly size: number
  private readonly lines: string[] = []
  private array: string[] = []
  private codes = ''
  private rise = 0

  constructor(font: EmbeddedFont, size: number) {
    this.font = font
    this.size = size
  }

  draw(glyph: Glyph, position: number): void {
    this.setRise(glyph.dy)
    this.moveTo(position + glyph.dx)
    const code = this.font.code(glyph)
    this.codes += hex(code)
    this.position += this.font.advanceOf(code)
  }

  /** Draw glyphs that read as `text`, whatever their codes say. */
  readAs(text: readonly number[], wanted: boolean, draw: () => void): void {
    if (!wanted) return
    this.setRise(0)
    this.flush()
    this.lines.push(`/Span <</ActualText <FEFF${utf16Hex(text)}>>> BDC`)
    draw()
    this.setRise(0)
    this.flush()
    this.lines.push('EMC')
  }

  end(): string {
    this.setRise(0)
    this.flush()
    return this.lines.join('\n')
  }

  private setRise(rise: number): void {
    if (rise === this.rise) return
    this.flush()
    this.lines.push(`${number((rise * this.size) / 1000)} Ts`)
    this.rise = rise
  }

  /** Move the pen; a number in a TJ array is subtracted (ISO 32000-1, 9.4.3). */
  private moveTo(target: number): void {
    const distance = Math.round((target - this.position) * 100) / 100
    if (distance === 0) return
    this.flushCodes()
    this.array.push(number(-distance))
    this.position += distance
  }

  private flushCodes(): void {
    if (this.codes !== '') this.array.push(`<${this.codes}>`)
    this.codes = ''
  }

  private flush(): void {
    this.flushCodes()
    if (this.array.length > 0) this.lines.push(`[${this.array.join(' ')}] TJ`)
    this.array = []
  }
}

/** Lines under or through text. */
function drawDecorations(document: PdfWriter, piece: PlacedInline, origin: Origin): void {
  const {inline} = piece
  const {underline, strike, color, size} = inline.run.style
  const heights = [...(underline ? [0.12 * size] : []), ...(strike ? [(-inline.font.face.xHeight * size) / 2000] : [])]
  for (const height of heights) {
    document
      .fillColor(color)
      .rect(origin.x + piece.x, origin.y + height, inline.width, size * 0.05)
      .fill()
  }
}

function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return Object.is(rounded, -0) ? '0' : String(rounded)
}
