/** The PDF writer: a Document laid out on page masters, tagged, in the pack's faces. */
import type {Block, Document} from '../document/nodes.ts'
import type {FontFace} from '../theme/brand.ts'
import {fontFault} from '../theme/font-file.ts'
import {loadFace} from '../theme/fonts.ts'
import {checkContrast} from './contrast.ts'
import {createEngine} from './pdf/engine/create.ts'
import {canOpen} from './pdf/engine/faces.ts'
import type {Engine, EngineOptions, PdfPage} from './pdf/engine.ts'
import {missingGlyph} from './pdf/missing-glyph.ts'
import {readOptions} from './pdf/options.ts'
import {compose} from './pdf/pages.ts'
import {bled, printed, purposeOf} from './pdf/print.ts'
import {loadCodecs, preparePictures} from './resolution.ts'
import {defineWriter, type WriterContext, type Written} from './writer.ts'

/** A font of the program's own. */
const LAST_RESORT = 'npm:@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'

/** Writes `.pdf`: for reading, PDF/UA-1 and PDF/A-2a as far as a machine can check; or for the print shop, or folding. */
export const pdf = defineWriter({
  name: 'pdf',
  async write(document, given) {
    const print = readOptions(given)
    const context = purposeOf(print) === 'print' ? bleeding(given, print.bleed ?? 0) : given
    await loadCodecs(document, context)
    const engine = engineFor(document, context, purposeOf(print))
    // Page numbers in a table of contents are known once everything is laid out.
    const draft = hasToc(document) ? compose(document, engineFor(document, context), {context}) : undefined
    const {pages} = compose(document, engine, draft ? {context, pageOf: draft.pageOf} : {context})
    return writtenBy(engine, printed(pages, print, {document, context, engine}))
  }
})

function bleeding(context: WriterContext, bleed: number): WriterContext {
  const {theme} = context
  return {...context, theme: {...theme, masters: bled(theme.masters, bleed)}}
}

/** The file that `engine` writes of `pages`, with the standards that it earns. */
export function writtenBy(engine: Engine, pages: readonly PdfPage[]): Written {
  return {
    bytes: engine.write(pages),
    mediaType: 'application/pdf',
    extension: 'pdf',
    pages: pages.length,
    conformance: engine.conforms() ? ['PDF/UA-1', 'PDF/A-2a'] : []
  }
}

/** An engine for `document`, in the faces of the brand; `purpose` where the file is for paper only. */
export function engineFor(document: Document, context: WriterContext, purpose?: EngineOptions['purpose']): Engine {
  return createEngine({...engineOptions(document, context), purpose})
}

function engineOptions({lang, dir, meta}: Document, context: WriterContext): EngineOptions {
  const {world, theme} = context
  return {
    lang,
    dir,
    title: meta.title,
    ...(meta.authors.length > 0 && {author: context.locale.list(meta.authors)}),
    ...(meta.description !== undefined && {subject: meta.description}),
    keywords: meta.keywords,
    epoch: world.epoch,
    faces: theme.brand.faces,
    load: (face) => wholeFace(face, context) ?? anyFace(face, context),
    missing: (codePoint, source) => missingGlyph(codePoint, source, context),
    texts: (printed) => checkContrast(printed, context),
    pictures: (printed) => preparePictures(printed, context)
  }
}

/** The font of a face; `undefined` where it is missing or damaged, which is reported. */
function wholeFace(face: FontFace, {world, report}: WriterContext): Uint8Array | undefined {
  const bytes = loadFace(world, face, report)
  if (!bytes || canOpen(face, bytes)) return bytes
  const reason = `Unexpected damage in the font, expected a whole one that has \`${face.family}\` in weight ${face.weight}`
  report('font-invalid', reason, {file: face.path})
  return
}

/** Where a font cannot be used, which is reported, another one keeps the layout going. */
function anyFace(wanted: FontFace, {world, theme}: WriterContext): Uint8Array {
  const paths = [...theme.brand.faces.map((face) => face.path), LAST_RESORT]
  const sound = paths
    .map((path) => world.read(path))
    .find((bytes) => bytes && fontFault(bytes) === undefined && canOpen(wanted, bytes))
  if (!sound) throw new Error('None of the fonts in brand.yml is installed')
  return sound
}

/** True where a table of contents needs the pages laid out twice. */
export function hasToc(document: Document): boolean {
  const within = (blocks: readonly Block[]): boolean =>
    blocks.some((block) => block.type === 'toc' || ('children' in block && within(blocksOf(block))))
  return document.children.some((page) => page.children.some((frame) => within(frame.children)))
}

/** Blocks inside `block` among which a table of contents may stand. */
function blocksOf(block: Block): readonly Block[] {
  switch (block.type) {
    case 'section':
    case 'group':
    case 'callout':
    case 'aside':
      return block.children
    case 'columns':
      return block.children.flatMap((column) => column.children)
    default:
      return []
  }
}
