/** A face inside one document: the glyphs it draws there, and how they are embedded. */
import {isPrivate} from './conformance.ts'
import {writeDeflated} from './deflated.ts'
import type {Face, Glyph, ShapedRun} from './face.ts'
import {type FontProgram, fontProgram} from './font-program.ts'
import type {PdfReference, PdfWriter} from './pdfmake.ts'
import type {Drawn} from './subset.ts'

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/

/** pdfkit and pdfmake ask a font for `ascender` and the like, in 1/1000 em. */
export class EmbeddedFont {
  readonly id: string
  /** Cleared where a glyph is missing, or says nothing to who reads the text. */
  sound = true
  /** Code points of each code. */
  readonly unicode: (readonly number[])[] = [[]]
  private readonly document: PdfWriter
  private readonly open: () => Face
  private opened: Face | undefined
  private readonly glyphs: Drawn[] = [0]
  private readonly codes = new Map<string, number>()
  private readonly codeOf = new Map<Glyph, number>()
  private readonly advances: number[] = []
  private dictionary: PdfReference | undefined

  /** `id` is the name in page resources, `F1`. The face is opened when it is first asked for. */
  constructor(document: PdfWriter, id: string, open: () => Face) {
    this.document = document
    this.id = id
    this.open = open
  }

  get face(): Face {
    this.opened ??= this.open()
    return this.opened
  }

  get ascender(): number {
    return this.face.ascent
  }

  get descender(): number {
    return this.face.descent
  }

  get xHeight(): number {
    return this.face.xHeight
  }

  get capHeight(): number {
    return this.face.capHeight
  }

  get bbox(): readonly number[] {
    return this.face.bounds
  }

  /**
   * Code of a glyph in content streams. A glyph that stands for different texts has several codes, so that the text
   * can be read back.
   */
  code(glyph: Glyph): number {
    const known = this.codeOf.get(glyph)
    if (known !== undefined) return known
    const code = this.codeOfSame(glyph)
    this.codeOf.set(glyph, code)
    return code
  }

  private codeOfSame(glyph: Glyph): number {
    const {parts, advance} = glyph
    const drawn = parts?.map(({id, x, y}) => `${id},${x},${y}`).join(' ') ?? glyph.id
    const key = `${drawn}:${glyph.text.join()}`
    const known = this.codes.get(key)
    if (known !== undefined) return known
    const units = Math.round((advance * this.face.unitsPerEm) / 1000)
    const code = this.glyphs.push(parts ? {parts, advance: units} : glyph.id) - 1
    this.unicode.push(glyph.text)
    const missing = glyph.id === 0 && !parts
    if (missing || glyph.text.some(isPrivate)) this.sound = false
    this.codes.set(key, code)
    return code
  }

  /** Advance of a code, in 1/1000 em. */
  advanceOf(code: number): number {
    const known = this.advances[code]
    if (known !== undefined) return known
    const {face} = this
    const glyph = this.glyphs[code] ?? 0
    const advance = typeof glyph === 'number' ? face.advanceOf(glyph) : (glyph.advance * 1000) / face.unitsPerEm
    const rounded = Math.round(advance * 1000) / 1000
    this.advances[code] = rounded
    return rounded
  }

  /** pdfkit's question for SVG text: hex codes and positions. */
  encode(text: string): [string[], {xAdvance: number; xOffset: number; yOffset: number; advanceWidth: number}[]] {
    const glyphs = this.shape(text).glyphs.map((glyph) => ({...glyph, code: this.code(glyph)}))
    return [
      glyphs.map(({code}) => hex(code)),
      glyphs.map(({advance, dx, dy, code}) => ({
        xAdvance: advance,
        xOffset: dx,
        yOffset: dy,
        advanceWidth: this.advanceOf(code)
      }))
    ]
  }

  widthOfString(text: string, size: number): number {
    return (this.shape(text).width * size) / 1000
  }

  lineHeight(size: number): number {
    return ((this.ascender - this.descender) * size) / 1000
  }

  /** Font dictionary, for the resources of a page. */
  ref(): PdfReference {
    this.dictionary ??= this.document.ref()
    return this.dictionary
  }

  /** Write the font file and its descriptions; pdfkit calls it once the pages are drawn. */
  finalize(): void {
    if (!this.dictionary) return
    const {face, document} = this
    const name = `${subsetTag(this.id)}+${face.postScriptName}`
    const program = fontProgram(face, this.glyphs, this.unicode)
    const map = writeDeflated(document, {}, program.toUnicode)
    const descendant = document.ref({
      Type: 'Font',
      Subtype: face.compact ? 'CIDFontType0' : 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: {Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0},
      FontDescriptor: this.descriptor(name, program),
      W: [0, this.glyphs.map((_, code) => this.advanceOf(code))],
      ...(!face.compact && {CIDToGIDMap: 'Identity'})
    })
    descendant.end()
    this.dictionary.data = {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: map
    }
    this.dictionary.end()
  }

  private shape(text: string): ShapedRun {
    return this.face.shape(text, {rtl: RIGHT_TO_LEFT.test(text)})
  }

  private descriptor(name: string, {file}: FontProgram): PdfReference {
    const {face} = this
    const kind = face.compact ? {Subtype: 'CIDFontType0C'} : {Length1: file.length}
    const stream = writeDeflated(this.document, kind, file)
    const descriptor = this.document.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4 | (face.fixedPitch ? 1 : 0) | (face.italic ? 64 : 0),
      FontBBox: face.bounds,
      ItalicAngle: face.italicAngle,
      Ascent: face.ascent,
      Descent: face.descent,
      CapHeight: face.capHeight,
      XHeight: face.xHeight,
      StemV: 80,
      [face.compact ? 'FontFile3' : 'FontFile2']: stream
    })
    descriptor.end()
    return descriptor
  }
}

/** Four hex digits. */
export function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}

/** Six letters made from the number of the font: F12 → AAAABC. */
function subsetTag(id: string): string {
  return Array.from(id.slice(1).padStart(6, '0'), (digit) => String.fromCharCode(65 + Number(digit))).join('')
}
