/** Drawings that are kept in the file once and stamped wherever they stand: form XObjects (ISO 32000-1, 8.10). */
import type {PdfPage, PdfReference, PdfWriter} from './pdfmake.ts'

interface Size {
  width: number
  height: number
}

interface Stamp extends Size {
  name: string
  form: PdfReference
}

/** Stamps of a document by what they show and by the ratio of their sides. */
export type Stamps = Map<string, Stamp>

/**
 * Show what `draw` draws into a box of `size` at the origin. The same `key` is drawn the first time only; later ones
 * are scaled to their size.
 */
export function stamp(
  document: PdfWriter,
  stamps: Stamps,
  {key, size, draw}: {key: string; size: Size; draw: () => void}
): void {
  const place = `${(size.height / size.width).toFixed(4)} ${key}`
  const known = stamps.get(place)
  const shown = known ?? {...size, name: `Fm${stamps.size + 1}`, form: drawn(document, size, draw)}
  if (!known) stamps.set(place, shown)
  document.page.xobjects[shown.name] ??= shown.form
  const scale = Math.round((size.width / shown.width) * 1e6) / 1e6
  document.page.write(scale === 1 ? `/${shown.name} Do` : `q ${scale} 0 0 ${scale} 0 0 cm /${shown.name} Do Q`)
}

/** What `draw` draws, in a stream and with resources of its own. */
function drawn(document: PdfWriter, {width, height}: Size, draw: () => void): PdfReference {
  const {page, _ctm} = document
  const operators: string[] = []
  const canvas = new Canvas(page, {width, height}, operators)
  document.page = canvas
  document._ctm = [1, 0, 0, 1, 0, 0]
  draw()
  document.page = page
  document._ctm = _ctm
  const form = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, width, height],
    Resources: canvas.resources()
  })
  form.end(operators.join('\n'))
  return form
}

/** What pdfkit and svg-to-pdfkit ask of a page while they draw. */
class Canvas implements PdfPage {
  readonly width: number
  readonly height: number
  readonly dictionary: PdfReference
  readonly annotations: PdfReference[] = []
  readonly fonts: Record<string, PdfReference> = {}
  readonly xobjects: Record<string, PdfReference> = {}
  readonly ext_gstates: Record<string, PdfReference> = {}
  readonly patterns: Record<string, PdfReference> = {}
  private readonly operators: string[]

  constructor({dictionary}: PdfPage, {width, height}: Size, operators: string[]) {
    this.dictionary = dictionary
    this.width = width
    this.height = height
    this.operators = operators
  }

  write(operators: string): void {
    this.operators.push(operators)
  }

  /** Resource dictionary, of the kinds that are used. */
  resources(): Record<string, unknown> {
    const {fonts, xobjects, ext_gstates, patterns} = this
    const kinds = {Font: fonts, XObject: xobjects, ExtGState: ext_gstates, Pattern: patterns}
    return Object.fromEntries(Object.entries(kinds).filter(([, entries]) => Object.keys(entries).length > 0))
  }
}
