/** Which faces a text is set in. */
import type {Report} from '../diagnostic.ts'
import type {World} from '../world.ts'
import type {Brand, FontFace, FontRole} from './brand.ts'
import {fontFault} from './font-file.ts'

/**
 * Families for text in `role`, in the order they are tried: those of the document's script (ISO 15924) first, then the
 * role's own, those that other scripts have for the role, and the brand's fallback.
 */
export function families(brand: Brand, role: FontRole, script: string): readonly string[] {
  const ofBrand = familiesOf.get(brand) ?? new Map<string, readonly string[]>()
  familiesOf.set(brand, ofBrand)
  const key = `${role} ${script}`
  const known = ofBrand.get(key) ?? ordered(brand, role, script)
  ofBrand.set(key, known)
  return known
}

/** Families by role and script, of which a brand has few. */
const familiesOf = new WeakMap<Brand, Map<string, readonly string[]>>()

function ordered(brand: Brand, role: FontRole, script: string): readonly string[] {
  const others = Object.keys(brand.scripts)
    .sort()
    .map((name) => brand.scripts[name]?.[role])
  const all = [brand.scripts[script.toLowerCase()]?.[role], brand.roles[role], ...others, ...brand.fallback]
  return [...new Set(all.filter((family) => family !== undefined))]
}

/**
 * Bytes of a face's font file; `undefined`, reported as `font-missing` or `font-invalid`, where it is not installed or is
 * none that text can be set in.
 */
export function loadFace(world: World, face: FontFace, report: Report): Uint8Array | undefined {
  const bytes = world.read(face.path)
  if (!bytes) {
    report('font-missing', `Unexpected gap at \`${face.path}\`, expected the font \`${face.family}\``)
    return
  }
  const fault = fontFault(bytes)
  if (fault === undefined) return bytes
  report('font-invalid', fault, {file: face.path})
  return
}
