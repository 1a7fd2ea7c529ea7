/** What a file holds of a face for the glyphs that it draws: documents of one template mostly draw the same ones. */
import {type Recent, recent} from '../../../world/recent.ts'
import {type Deflated, deflated} from './deflated.ts'
import type {Face} from './face.ts'
import {type Drawn, subset} from './subset.ts'
import {subsetCff} from './subset-cff.ts'
import {toUnicodeMap} from './to-unicode.ts'

export interface FontProgram {
  /** The font file, cut down to the glyphs. */
  file: Deflated
  /** The CMap from codes to text. */
  toUnicode: Deflated
}

/** Sets of glyphs that are kept of each face. */
const kept = 24

const programs = new WeakMap<Face, Recent<string, FontProgram>>()

/** The program of `glyphs`, whose codes are their places in the list and stand for `texts`. */
export function fontProgram(face: Face, glyphs: readonly Drawn[], texts: readonly (readonly number[])[]): FontProgram {
  const ofFace = programs.get(face) ?? recent<string, FontProgram>(kept)
  programs.set(face, ofFace)
  const key = JSON.stringify([glyphs, texts])
  const known = ofFace.get(key)
  if (known) return known
  const program = {
    file: deflated(face.compact ? subsetCff(face, glyphs) : subset(face, glyphs)),
    toUnicode: deflated(toUnicodeMap(texts))
  }
  ofFace.set(key, program)
  return program
}
