/** Paints pieces of a line as glyphs: visual order, so that readers see it as written, with text that maps back. */
import type {Glyph} from './face.ts'
import {hex} from './font.ts'
import type {PlacedInline} from './items.ts'
import type {PdfWriter} from './pdfmake.ts'
import {utf16Hex} from './to-unicode.ts'

interface Origin {
  x: number
  /** Baseline. */
  y: number
}

/** Draw pieces at their places from the left edge `origin.x` of their line. */
export function drawText(document: PdfWriter, pieces: readonly PlacedInline[], origin: Origin): void {
  let start = 0
  while (start < pieces.length) {
    const first = pieces[start]
    let end = start + 1
    for (let next = pieces[end]; first && next && sameLook(first, next); next = pieces[end]) end++
    drawRun(document, pieces.slice(start, end), origin)
    start = end
  }
  for (const piece of pieces) drawDecorations(document, piece, origin)
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

function drawRun(document: PdfWriter, pieces: readonly PlacedInline[], origin: Origin): void {
  const [first] = pieces
  if (!first) return
  const {font, fontSize, rise, run} = first.inline
  document.page.fonts[font.id] ??= font.ref()
  document.fillColor(run.style.color)
  const operators = new GlyphOperators(fontSize)
  const left = origin.x + first.x
  for (const piece of pieces) {
    const {inline} = piece
    const shaped = inline.font.face.shape(inline.text, inline.shape)
    const spacing = (inline.run.style.tracking * 1000) / fontSize
    operators.moveTo(((piece.x - first.x) * 1000) / fontSize)
    for (const glyph of shaped.glyphs) {
      // Dots and accents of their own belong to the text of the letter: read alone, they are nothing.
      operators.draw(glyph, {font: inline.font, spacing, ...(glyph.text.length === 0 && {text: []})})
    }
    if (piece.hyphen) {
      const hyphen = inline.font.face.shape('-', inline.shape).glyphs
      for (const glyph of hyphen) operators.draw(glyph, {font: inline.font, spacing, text: [0xad]})
    }
  }
  const place = `1 0 0 -1 ${number(left)} ${number(origin.y - rise)} Tm`
  document.page.write(`BT\n/${font.id} ${number(fontSize)} Tf\n${place}\n${operators.end()}\nET`)
}

interface Drawing {
  font: PlacedInline['inline']['font']
  /** After the glyph, 1/1000 em. */
  spacing: number
  /** Code points that it reads as, where its code does not say it. */
  text?: readonly number[]
}

/** Writes TJ operators; positions are in 1/1000 em from the beginning of the run. */
class GlyphOperators {
  private readonly size: number
  private readonly lines: string[] = []
  private array: string[] = []
  private codes = ''
  /** Where the viewer's pen stands, and where it should. */
  private pen = 0
  private wanted = 0
  private rise = 0

  constructor(size: number) {
    this.size = size
  }

  moveTo(position: number): void {
    this.wanted = position
  }

  draw(glyph: Glyph, {font, spacing, text}: Drawing): void {
    if (text) {
      this.flush()
      this.lines.push(`/Span <</ActualText <FEFF${utf16Hex(text)}>>> BDC`)
    }
    this.setRise(glyph.dy)
    this.adjust(this.wanted + glyph.dx)
    this.codes += hex(font.code(glyph))
    this.pen += Math.round(font.face.advanceOf(glyph.id) * 1000) / 1000
    this.wanted += glyph.advance + spacing
    if (text) {
      this.flush()
      this.lines.push('EMC')
    }
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
  private adjust(target: number): void {
    const distance = Math.round((target - this.pen) * 100) / 100
    if (distance === 0) return
    this.flushCodes()
    this.array.push(number(-distance))
    this.pen += distance
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
