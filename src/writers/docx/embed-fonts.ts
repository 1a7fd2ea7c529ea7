/** A file that brings its fonts along: whole, since people write on in it. */
import type {Brand, FontFace} from '../../theme/brand.ts'
import {loadFace} from '../../theme/fonts.ts'
import type {WriterContext} from '../writer.ts'
import {type FontNames, fontNames} from './embed/font-names.ts'
import {obfuscated} from './embed/obfuscate.ts'
import {forbidden} from './embed/permission.ts'
import {usedFamilies} from './embed/used-families.ts'
import {type EmbeddedFaces, fontTable, type Link} from './font-table.ts'
import type {WordModel} from './model.ts'
import type {Parts} from './parts.ts'
import {boldWeight, facesNamed} from './word-theme.ts'

const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/font'
const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** What a font's name for its face says it is to Word. */
const links: Readonly<Record<string, Link>> = {
  Regular: 'regular',
  Bold: 'bold',
  Italic: 'italic',
  'Bold Italic': 'boldItalic'
}

/**
 * Add the families of the text to the parts of its file, with their bold and italic; what is not allowed is reported.
 *
 * Word shows one font for each name, whatever the font table says is its bold (MS-OI29500, 2.1.260): a face belongs to
 * a family only if its own names say so. SemiBold is no bold of the regular one.
 */
export function embedFonts(
  parts: Parts,
  {model, brand}: {model: WordModel; brand: Brand},
  context: WriterContext
): void {
  const fonts = new Map<FontFace, string>()
  const table = new Map<string, EmbeddedFaces>()
  for (const {name, bold} of usedFamilies(model, brand)) {
    const faces: EmbeddedFaces = {}
    let stranger: FontFace | undefined
    const nameless = new Map<Link, () => void>()
    for (const face of facesNamed(brand, name)) {
      const bytes = loadFace(context.world, face, context.report)
      const names = bytes && fontNames(bytes)
      const link = names?.family === name ? links[names.face] : undefined
      if (names && names.family !== name) stranger ??= face
      if (names?.family === name && link === undefined)
        nameless.set(placeOf(face), () => reportFace(face, names, context))
      if (!bytes || link === undefined || !isAllowed(face, bytes, context)) continue
      faces[link] = attributes(face, bytes)
    }
    if (stranger && faces.regular === undefined) reportName(stranger, name, context)
    for (const [place, report] of nameless) if (faces[place] === undefined) report()
    const isBoldMissing = faces.bold === undefined && !nameless.has('bold')
    if (bold && faces.regular !== undefined && isBoldMissing) reportGap(name, context)
    table.set(name, faces)
  }
  if (fonts.size === 0) return
  const relations = [...fonts.values()].map(
    (target, index) => `<Relationship Id="rId${index + 1}" Type="${relationType}" Target="${target}"/>`
  )
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  parts.set('word/fontTable.xml', fontTable(brand, table))
  parts.set(
    'word/_rels/fontTable.xml.rels',
    `${declaration}<Relationships xmlns="${namespace}">${relations.join('')}</Relationships>`
  )
  const settings = String(parts.get('word/settings.xml'))
  // CT_Settings has it here.
  parts.set('word/settings.xml', settings.replace('<w:defaultTabStop', '<w:embedTrueTypeFonts/><w:defaultTabStop'))

  /** Put the font into the file, and refer to it. */
  function attributes(face: FontFace, bytes: Uint8Array): string {
    const font = obfuscated(bytes)
    const target = `fonts/font${fonts.size + 1}.odttf`
    fonts.set(face, target)
    parts.set(`word/${target}`, font.bytes)
    return `r:id="rId${fonts.size}" w:fontKey="${font.key}"`
  }
}

/** Which of a family's four faces the brand takes it for. */
function placeOf({weight, italic}: FontFace): Link {
  if (weight < boldWeight) return italic ? 'italic' : 'regular'
  return italic ? 'boldItalic' : 'bold'
}

function isAllowed(face: FontFace, bytes: Uint8Array, {report}: WriterContext): boolean {
  const reason = forbidden(bytes)
  if (reason === undefined) return true
  const said = `Unexpected font \`${face.path}\` that ${reason}, expected one that may be embedded`
  report('docx-font', said, {file: face.path})
  return false
}

function reportName(face: FontFace, name: string, {report}: WriterContext): void {
  report(
    'docx-font',
    `Unexpected name in the font \`${face.path}\`, expected \`${name}\``,
    {file: face.path},
    'Word knows a font by the name in its file: give the family that name in brand.yml.'
  )
}

function reportFace({path}: FontFace, {family, face}: FontNames, {report}: WriterContext): void {
  const places = 'expected `Regular`, `Bold`, `Italic` or `Bold Italic`'
  report(
    'docx-font',
    `Unexpected face \`${face}\` of \`${family}\` in the font \`${path}\`, ${places}`,
    {file: path},
    'Word finds no other face of a family: name a font file of such a face in brand.yml, or leave `embedFonts` out.'
  )
}

function reportGap(name: string, {report}: WriterContext): void {
  report(
    'docx-font',
    `Unexpected bold text in \`${name}\`, expected a bold face of the family`,
    undefined,
    'Add its face of weight 700 to brand.yml: without it Word draws a bold of its own.'
  )
}
