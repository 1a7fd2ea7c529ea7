import {expect, test} from 'vitest'
import type {Block} from '../../../../src/document/nodes.ts'
import type {FontFace} from '../../../../src/theme/brand.ts'
import {fontTables} from '../../../../src/theme/font-tables.ts'
import type {World} from '../../../../src/world.ts'
import {docx} from '../../../../src/writers/docx.ts'
import {renameFace} from '../../../helpers/font-names.ts'
import {type PackContext, packContext} from '../../../helpers/pack-context.ts'
import {readParts} from '../../../helpers/word-parts.ts'
import {judged} from '../../../helpers/word-validator.ts'
import {documentOf, heading, p, t} from './sample.ts'

const judge = judged()

const text: Block[] = [
  heading(2, 'Наслов'),
  p([t('Текст, '), {type: 'strong', children: [t('важен')]}, t(', '), {type: 'emphasis', children: [t('нагласен')]}])
]

async function write(lang: string, body: Block[], context: PackContext = packContext('strands', 'word', lang)) {
  const options = {...context.options, embedFonts: true}
  const {bytes} = await docx.write(documentOf(lang, body), {...context, options})
  judge(bytes)
  return {bytes, lines: context.diagnostics.list.map(({rule, reason, file}) => [rule, file, reason].join(' ')), context}
}

interface Embedded {
  face: string
  font: Buffer
}

/** Fonts in a file as programs read them, by `family face`; the key is undone as ECMA-376 part 4, 17.8.1 has it. */
function fontsIn(file: Uint8Array): Embedded[] {
  const {xml, bytes} = readParts(file)
  const targets = new Map(
    [...xml('word/_rels/fontTable.xml.rels').matchAll(/Id="([^"]*)"[^>]*Target="([^"]*)"/g)].map(([, id, target]) => [
      id,
      target
    ])
  )
  const found: Embedded[] = []
  for (const [family, name] of xml('word/fontTable.xml').matchAll(/<w:font w:name="([^"]*)".*?<\/w:font>/g)) {
    for (const [, face, id, key = ''] of family.matchAll(/<w:embed(\w+) r:id="([^"]*)" w:fontKey="\{([^"]*)\}"/g)) {
      const font = Buffer.from(bytes(`word/${targets.get(id)}`))
      const digits = key.replaceAll('-', '')
      for (let index = 0; index < 32; index++) {
        const from = 30 - (index % 16) * 2
        font[index] = (font[index] ?? 0) ^ Number.parseInt(digits.slice(from, from + 2), 16)
      }
      found.push({face: `${name} ${face}`, font})
    }
  }
  return found
}

test('the families of the text are in the file, with their bold and italic, whole', async () => {
  const {bytes, lines, context} = await write('mk', text)
  expect(lines).toEqual([])
  const {brand} = context.theme
  const pathOf = ({font}: Embedded) =>
    brand.faces.find(({path}) => Buffer.compare(context.world.read(path) ?? Buffer.of(), font) === 0)?.path
  const fonts = fontsIn(bytes)
  expect(Object.fromEntries(fonts.map((font) => [font.face, pathOf(font)?.split('/').at(-1)]))).toEqual({
    'Geologica Medium Regular': 'Geologica_500Medium.ttf',
    'Source Serif 4 Regular': 'SourceSerif4_400Regular.ttf',
    'Source Serif 4 Bold': 'SourceSerif4_700Bold.ttf',
    'Source Serif 4 Italic': 'SourceSerif4_400Regular_Italic.ttf'
  })
  expect(readParts(bytes).xml('word/settings.xml')).toContain('<w:embedTrueTypeFonts/>')
})

test('Arabic text brings its own families along', async () => {
  const {bytes} = await write('ar', [heading(2, 'عنوان'), p('نص PDF')])
  const faces = fontsIn(bytes).map(({face}) => face)
  expect(faces).toContain('Noto Naskh Arabic Regular')
  expect(faces).toContain('Noto Naskh Arabic Bold')
  expect(faces).toContain('IBM Plex Sans Arabic Medium Regular')
  expect(faces).toContain('Source Serif 4 Regular')
})

test('the same document gives the same bytes', async () => {
  const first = await write('mk', text)
  const second = await write('mk', text)
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
})

/** The context with other faces in its brand. */
function withFaces(change: (faces: readonly FontFace[]) => FontFace[]): PackContext {
  const context = packContext('strands', 'word', 'mk')
  const {theme} = context
  return {...context, theme: {...theme, brand: {...theme.brand, faces: change(theme.brand.faces)}}}
}

test('a semibold is no bold to Word: where the brand has no bold face, bold text is reported', async () => {
  const without = () => withFaces((faces) => faces.filter(({weight}) => weight !== 700))
  const {bytes, lines} = await write('mk', text, without())
  expect(lines).toEqual(['docx-font  Unexpected bold text in `Source Serif 4`, expected a bold face of the family'])
  expect(fontsIn(bytes).map(({face}) => face)).toEqual([
    'Geologica Medium Regular',
    'Source Serif 4 Regular',
    'Source Serif 4 Italic'
  ])
  expect((await write('mk', [p('Текст')], without())).lines).toEqual([])
})

test('a family that has another name in its file is reported', async () => {
  const file = 'Geologica_400Regular.ttf'
  const other = packContext('strands', 'word', 'mk').theme.brand.faces.find(({path}) => path.endsWith(file))
  const context = withFaces((faces) =>
    faces.map((face) => (face.family === 'Source Serif 4' && other ? {...face, path: other.path} : face))
  )
  const {lines} = await write('mk', [p('Текст')], context)
  expect(lines).toEqual([
    expect.stringMatching(`^docx-font npm:.*${file} Unexpected name in the font .*${file}., expected .Source Serif 4.$`)
  ])
})

/** The context with the bytes of the face in `file` changed. */
function withFont(file: string, change: (font: Buffer) => void): PackContext {
  const context = packContext('strands', 'word', 'mk')
  const world: World = {
    ...context.world,
    read(path) {
      const bytes = context.world.read(path)
      if (!bytes || !path.endsWith(file)) return bytes
      const font = Buffer.from(bytes)
      change(font)
      return font
    }
  }
  return {...context, world}
}

/** The context with `fsType` of the face in `file` changed. */
function withType(file: string, type: number): PackContext {
  return withFont(file, (font) => {
    const {offset} = fontTables(font).get('OS/2') ?? {offset: 0}
    font.writeUInt16BE(type, offset + 8)
  })
}

/** The context with another name for the face in `file`: `words`, no longer than its own. */
function withFaceName(file: string, words: string): PackContext {
  return withFont(file, (font) => renameFace(font, words))
}

test.each([
  ['SourceSerif4_400Regular.ttf', 'Book'],
  ['SourceSerif4_700Bold.ttf', 'Wide'],
  ['SourceSerif4_400Regular_Italic.ttf', 'Roman']
])('a face of the family with a name that Word has no place for is reported: %s, %s', async (file, name) => {
  const {bytes, lines} = await write('mk', text, withFaceName(file, name))
  expect(lines).toEqual([
    expect.stringMatching(
      `^docx-font npm:.*${file} Unexpected face .${name}. of .Source Serif 4. in the font .*${file}., ` +
        'expected `Regular`, `Bold`, `Italic` or `Bold Italic`$'
    )
  ])
  expect(fontsIn(bytes).filter(({face}) => face.startsWith('Source Serif 4'))).toHaveLength(2)
})

test('where the place of such a face is taken, nothing is said', async () => {
  const context = withFaceName('SourceSerif4_700Bold.ttf', 'Book')
  const {brand} = context.theme
  const faces = brand.faces.map((face) =>
    face.path.endsWith('SourceSerif4_700Bold.ttf') ? {...face, weight: 400} : face
  )
  const {lines} = await write('mk', [p('Текст')], {...context, theme: {...context.theme, brand: {...brand, faces}}})
  expect(lines).toEqual([])
})

const file = 'SourceSerif4_400Regular_Italic.ttf'

test.each([
  [0x2, 'forbids embedding'],
  [0x4, 'allows embedding for reading and printing only'],
  [0x204, 'allows embedding for reading and printing only'],
  [0x208, 'allows the embedding of bitmaps only']
])('a font that may not be embedded stays out, and is reported: fsType %d', async (type, reason) => {
  const {bytes, lines} = await write('mk', text, withType(file, type))
  expect(lines).toEqual([
    expect.stringMatching(
      new RegExp(
        `^docx-font npm:.*${file} Unexpected font .*${file}\` that ${reason}, expected one that may be embedded$`
      )
    )
  ])
  expect(fontsIn(bytes).map(({face}) => face)).not.toContain('Source Serif 4 Italic')
})

test.each([0x0, 0x8, 0x100, 0x108, 0xc])('a font that may be embedded is: fsType %d', async (type) => {
  const {bytes, lines} = await write('mk', text, withType(file, type))
  expect(lines).toEqual([])
  expect(fontsIn(bytes).map(({face}) => face)).toContain('Source Serif 4 Italic')
})

test('strong words in a heading of a named weight are the bold of the family', async () => {
  const {bytes} = await write('mk', [heading(4, [t('Мал '), {type: 'strong', children: [t('наслов')]}])])
  const {xml} = readParts(bytes)
  const [style = ''] = /<w:style [^>]*w:styleId="Heading3".*?<\/w:style>/.exec(xml('word/styles.xml')) ?? []
  expect(style).toContain('w:ascii="Geologica SemiBold"')
  expect(style).toContain('<w:b w:val="false"/>')
  expect(xml('word/document.xml')).toMatch(
    /<w:rPr><w:rFonts w:asciiTheme="majorHAnsi"[^>]*\/><w:b\/><w:bCs\/><\/w:rPr><w:t xml:space="preserve">наслов</
  )
  expect(fontsIn(bytes).map(({face}) => face)).toEqual(expect.arrayContaining(['Geologica Bold', 'Geologica Regular']))
})
