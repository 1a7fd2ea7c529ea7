/** Which font draws a run: family, weight and slope matched to the faces there are, then the fallbacks. */
import type {FontFace} from '../../../theme/brand.ts'
import type {TextStyle} from '../content.ts'
import {type Face, openFace} from './face.ts'
import {EmbeddedFont} from './font.ts'
import {checkFont} from './font-check.ts'
import {instanceOf} from './instance.ts'
import type {PdfWriter} from './pdfmake.ts'
import {isVariable} from './sfnt.ts'

export interface Fonts {
  /** Fonts of a style in the order they are tried; the first one is the primary one. */
  chain(style: Pick<TextStyle, 'families' | 'weight' | 'italic'>): readonly EmbeddedFont[]
  /** All fonts in use, to be embedded. */
  used(): readonly EmbeddedFont[]
}

/** Opened faces by the path of their file, weight and slope, with the bytes they were opened from. */
const opened = new Map<string, {bytes: Uint8Array; face: Face}>()

/** Fonts over `faces`, whose files `load` reads when they are first needed. */
export function createFonts(
  faces: readonly FontFace[],
  load: (face: FontFace) => Uint8Array,
  document: PdfWriter
): Fonts {
  const fonts = new Map<string, EmbeddedFont>()
  const chains = new Map<string, readonly EmbeddedFont[]>()

  function fontOf(face: FontFace): EmbeddedFont {
    const key = keyOf(face)
    let font = fonts.get(key)
    if (!font) {
      font = new EmbeddedFont(document, `F${fonts.size + 1}`, () => open(face, load(face)))
      fonts.set(key, font)
    }
    return font
  }

  return {
    chain(style) {
      const key = `${style.families.join()}|${style.weight}|${style.italic}`
      let chain = chains.get(key)
      if (!chain) {
        const wanted = style.families.flatMap((family) => nearest(faces, {...style, family}) ?? [])
        if (wanted.length === 0) wanted.push(...faces.slice(0, 1))
        chain = wanted.map(fontOf)
        if (chain.length === 0) throw new Error('A PDF needs at least one font face')
        chains.set(key, chain)
      }
      return chain
    },
    used: () => [...fonts.values()]
  }
}

/** A variable font is several faces in one file. */
function keyOf({path, weight, italic}: FontFace): string {
  return `${path}|${weight}|${italic}`
}

/** A face is opened once in a process; a file that has changed since is opened again. */
function open(wanted: FontFace, bytes: Uint8Array): Face {
  const key = keyOf(wanted)
  const known = opened.get(key)
  if (known && (known.bytes === bytes || Buffer.compare(known.bytes, bytes) === 0)) return known.face
  const face = openFace(isVariable(bytes) ? instanceOf(bytes, wanted) : bytes)
  checkFont(face)
  opened.set(key, {bytes, face})
  return face
}

/** True for a file that a face can be drawn from; it is opened by that, once in a process. */
export function canOpen(face: FontFace, bytes: Uint8Array): boolean {
  try {
    open(face, bytes)
    return true
  } catch {
    return false
  }
}

interface Wanted {
  family: string
  weight: number
  italic: boolean
}

/** The slope counts before the weight; a family without italics gives its upright face. Ties go to the lighter one. */
function nearest(faces: readonly FontFace[], wanted: Wanted): FontFace | undefined {
  const family = faces.filter((face) => face.family === wanted.family)
  const distance = (face: FontFace): number =>
    Math.abs(face.weight - wanted.weight) + (face.italic === wanted.italic ? 0 : 10_000) + face.weight / 10_000
  return family.reduce<FontFace | undefined>(
    (best, face) => (best === undefined || distance(face) < distance(best) ? face : best),
    undefined
  )
}
