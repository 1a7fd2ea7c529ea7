/** A file that brings its fonts along: whole, since people write on in it. */
import type {Brand, FontFace} from '../../theme/brand.ts'
import {loadFace} from '../../theme/fonts.ts'
import type {WriterContext} from '../writer.ts'
import {obfuscated} from './embed/obfuscate.ts'
import {forbidden} from './embed/permission.ts'
import {usedFamilies} from './embed/used-families.ts'
import {type EmbeddedFaces, fontTable} from './font-table.ts'
import type {WordModel} from './model.ts'
import type {Parts} from './parts.ts'
import {linkedFaces} from './word-theme.ts'

const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/font'
const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Add the families of the text to the parts of its file, with their bold and italic; what is not allowed is reported. */
export function embedFonts(
  parts: Parts,
  {model, brand}: {model: WordModel; brand: Brand},
  context: WriterContext
): void {
  const files = new Map<string, {target: string; key: string} | undefined>()
  const targets: string[] = []
  const table = new Map<string, EmbeddedFaces>()
  for (const family of usedFamilies(model, brand)) {
    const faces: EmbeddedFaces = {}
    const linked = linkedFaces(brand, family)
    for (const link of ['regular', 'bold', 'italic', 'boldItalic'] as const) {
      const face = linked[link]
      const file = face && embedded(face)
      if (!file) continue
      targets.push(file.target)
      faces[link] = `r:id="rId${targets.length}" w:fontKey="${file.key}"`
    }
    table.set(family, faces)
  }
  if (targets.length === 0) return
  const relations = targets.map(
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

  /** The part that holds a face, one for all families that it belongs to. */
  function embedded(face: FontFace): {target: string; key: string} | undefined {
    if (!files.has(face.path)) files.set(face.path, added(face))
    return files.get(face.path)
  }

  function added(face: FontFace): {target: string; key: string} | undefined {
    const bytes = loadFace(context.world, face, context.report)
    const reason = bytes && forbidden(bytes)
    if (reason !== undefined) {
      const said = `Unexpected font \`${face.path}\` that ${reason}, expected one that may be embedded`
      context.report('docx-font', said, {file: face.path})
    }
    if (!bytes || reason !== undefined) return
    const font = obfuscated(bytes)
    const target = `fonts/font${[...files.values()].filter((file) => file !== undefined).length + 1}.odttf`
    parts.set(`word/${target}`, font.bytes)
    return {target, key: font.key}
  }
}
