/** Paints pieces of a line as glyphs: visual order, so that readers see it as written, with text that maps back. */
import type {Glyph} from './face.ts'
import {type EmbeddedFont, hex} from './font.ts'
import type {PlacedInline} from './items.ts'
import type {PdfWriter} from './pdfmake.ts'
import {drawGlyphs, type Turns} from './text-glyphs.ts'
import {drawnRuns} from './text-order.ts'
import {utf16Hex} from './to-unicode.ts'

export interface LineOrigin {
  /** Bidi level of the line. */
  base: number
  turns: Turns
  x: number
  /** Baseline. */
  y: number
}

/**
 * Draw pieces at their places from the left edge `origin.x` of their line. True where the text ends in marked content of
 * its own: some readers then forget the sequence around it, which is to be closed.
 */
export function drawText(document: PdfWriter, pieces: readonly PlacedInline[], origin: LineOrigin): boolean {
  let nested = false
  for (const run of drawnRuns(pieces, origin.base)) nested = drawRun(document, run, origin) || nested
  for (const piece of pieces) drawDecorations(document, piece, origin)
  return nested
}

function drawRun(document: PdfWriter, pieces: readonly PlacedInline[], origin: LineOrigin): boolean {
  const [first] = pieces
  if (!first) return false
  const {font, fontSize, rise, run} = first.inline
  document.page.fonts[font.id] ??= font.ref()
  document.fillColor(run.style.color)
  const operators = new GlyphOperators(font, fontSize)
  drawGlyphs(pieces, origin, (glyph, position) => operators.draw(glyph, position))
  const hyphenated = pieces.find((piece) => piece.hyphen)?.inline
  const hyphen = hyphenated ? hyphenated.font.face.shape('-', hyphenated.shape).glyphs : []
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
function drawDecorations(document: PdfWriter, piece: PlacedInline, origin: LineOrigin): void {
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
