/** Pictures cut to a ratio around their focus, in each writer; credit and licence below them. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {readPicture} from '../../../src/picture/read.ts'
import {type Cut, insetsOf} from '../../../src/writers/crop.ts'
import {docx} from '../../../src/writers/docx.ts'
import {html} from '../../../src/writers/html.ts'
import {pdf} from '../../../src/writers/pdf.ts'
import type {Writer} from '../../../src/writers/writer.ts'
import {sample} from '../../helpers/brochure.ts'
import {exif, jpegFile, paint} from '../../helpers/pictures.ts'
import {has} from '../../helpers/programs.ts'
import {judged} from '../../helpers/word-validator.ts'

/** Six colours side by side: 48 × 8 pixels. */
const row = [paint.red, paint.green, paint.blue, paint.yellow, paint.red, paint.blue]
const strip = jpegFile({blocks: [row]})
/** The same six, stored from the bottom up: upright once it is turned by 90°. */
const turned = jpegFile({blocks: row.map((block) => [block]).reverse(), segments: [[0xe1, exif(6)]]})
const album: Record<string, Uint8Array> = {'strip.jpg': strip, 'turned.jpg': turned}

const whole = readPicture(strip, 'a.jpg')
if (whole.kind !== 'jpeg') throw new Error('No JPEG')

const focus = (x: number, y: number) => ({x: x / 100, y: y / 100})

test.each<[string, Cut, number | undefined, [number, number, number, number]]>([
  ['nothing where no ratio is said', {}, undefined, [0, 0, 0, 0]],
  ['nothing where it has that ratio', {}, 6, [0, 0, 0, 0]],
  ['both sides alike without a focus', {}, 2, [1 / 3, 0, 1 / 3, 0]],
  ['the focus in the middle', {focus: focus(40, 50)}, 2, [0.4 - 1 / 6, 0, 1 - 0.4 - 1 / 6, 0]],
  ['no further than the edge', {focus: focus(5, 50)}, 2, [0, 0, 2 / 3, 0]],
  ['the other edge', {focus: focus(100, 0)}, 2, [2 / 3, 0, 0, 0]],
  ['above and below', {focus: focus(0, 25)}, 12, [0, 0, 0, 0.5]],
  ['to the width and height of the template', {width: 40, height: 20}, 6, [1 / 3, 0, 1 / 3, 0]],
  ['nothing of a logo, of which the template gives the width', {width: 12}, 2, [0, 0, 0, 0]]
])('cut off: %s', (_, cut, ratio, expected) => {
  const {left, top, right, bottom} = insetsOf(whole, cut, ratio)
  for (const [index, side] of [left, top, right, bottom].entries()) expect(side).toBeCloseTo(expected[index] ?? 0, 9)
})

const judge = judged()

/** Write a figure of the page with the style `picture` cut to 2 : 1. */
async function written(writer: Writer, attributes: string, master = 'inner') {
  const figure = `<gf-figure alt="A" ${attributes}>Caption</gf-figure>`
  const {document, context, diagnostics} = sample(`<section data-master="${master}">${figure}</section>`)
  const {styles} = context.theme
  const get = styles.get.bind(styles)
  styles.get = (name, scopes) => (name === 'picture' ? {...get(name, scopes), ratio: 2} : get(name, scopes))
  const world = {...context.world, read: (path: string) => album[path] ?? context.world.read(path)}
  const {bytes} = await writer.write(document, {...context, world})
  expect(diagnostics.list.filter(({rule}) => rule !== 'image-resolution')).toEqual([])
  if (writer === docx) judge(bytes)
  return Buffer.from(bytes)
}

/** The text of a Word file, as XML. */
function documentOf(file: Uint8Array): string {
  return new TextDecoder().decode(unzipSync(file)['word/document.xml'])
}

const poppler = has('pdftoppm', '-v')
if (!poppler) console.warn('poppler is not installed: cut pictures are not looked at')

/** The colours of a PDF's first page that are neither white nor grey, from left to right. */
function colours(file: Buffer): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'gatefold-crop-'))
  writeFileSync(join(folder, 'a.pdf'), file)
  execFileSync('pdftoppm', ['-r', '72', '-singlefile', join(folder, 'a.pdf'), join(folder, 'a')])
  const image = readFileSync(join(folder, 'a.ppm'))
  const [head = '', width = '', height = ''] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(image.toString('latin1', 0, 40)) ?? []
  const lines = Array.from({length: Number(height)}, (_, y) =>
    Array.from({length: Number(width)}, (__, x) => {
      const at = head.length + 3 * (y * Number(width) + x)
      const [red = 0, green = 0, blue = 0] = image.subarray(at, at + 3)
      const bright = [red > 160 ? 'r' : '', green > 160 ? 'g' : '', blue > 160 ? 'b' : ''].join('')
      const plain = Math.max(red, green, blue) - Math.min(red, green, blue) < 120
      return plain ? '' : bright
    })
  )
  const longest = lines.map((line) => line.filter((name) => name !== '')).sort((a, b) => b.length - a.length)[0] ?? []
  return longest.filter((name, index) => name !== longest[index - 1])
}

describe('a cut picture', () => {
  test.runIf(poppler).each([
    ['src="strip.jpg" focus="0% 0%"', ['r', 'g']],
    ['src="strip.jpg" focus="42% 50%"', ['b']],
    ['src="strip.jpg" focus="100% 50%"', ['r', 'b']],
    ['src="turned.jpg" focus="0% 0%"', ['r', 'g']],
    ['src="turned.jpg" focus="100% 50%"', ['r', 'b']]
  ])('PDF: %s', async (attributes, expected) => {
    expect(colours(await written(pdf, attributes))).toEqual(expect.arrayContaining(expected))
    expect(colours(await written(pdf, attributes)).length).toBeLessThanOrEqual(3)
  })

  test.each([
    ['src="strip.jpg"', '50%'],
    ['src="strip.jpg" focus="0% 0%"', '0%'],
    ['src="turned.jpg" focus="40% 0%"', '35%']
  ])('web: %s', async (attributes, x) => {
    const style = `aspect-ratio:2.0000;object-fit:cover;object-position:${x} 50%`
    expect((await written(html, attributes, 'web')).toString()).toContain(`alt="A" style="${style}"`)
  })

  test.each([
    ['src="strip.jpg"', 'l="33333" t="0" r="33333" b="0"'],
    ['src="strip.jpg" focus="0% 0%"', 'l="0" t="0" r="66667" b="0"'],
    ['src="turned.jpg" focus="0% 0%"', 'l="0" t="66667" r="0" b="0"']
  ])('Word: %s', async (attributes, expected) => {
    const xml = documentOf(await written(docx, attributes, 'word'))
    expect(xml).toContain(`<a:srcRect ${expected}/>`)
  })
})

describe('credit and licence', () => {
  const said = 'src="strip.jpg" credit="A. Example" licence="CC BY 4.0"'

  test('stand in one line', async () => {
    expect((await written(html, said, 'web')).toString()).toContain('A. Example · CC BY 4.0</small>')
    const xml = documentOf(await written(docx, said, 'word'))
    expect(xml.replace(/<[^>]*>/g, '')).toContain('A. Example · CC BY 4.0')
    expect((await written(html, 'src="strip.jpg" licence="CC0"', 'web')).toString()).toContain('>CC0</small>')
  })
})
