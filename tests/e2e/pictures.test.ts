/** Pictures of every kind through the whole program: without secrets, once, and told of where they are broken. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {album, blocks, svg} from '../helpers/album.ts'
import {jpegFile, pngFile} from '../helpers/pictures.ts'
import {has, output} from '../helpers/programs.ts'
import {gatefold, project} from '../helpers/project.ts'
import {canJudge, judge} from '../helpers/verapdf.ts'

const names = Object.keys(album)
const files = (folder: string) => Object.fromEntries(names.map((name) => [`${folder}/${name}`, album[name] ?? '']))
const figure = (name: string) => `::figure[A caption]{src=${name} alt="What ${name} shows"}`
const front = '---\ntitle: Album\n---\n\n'

/** In lines of text: alone, in a link, in the other direction, in a heading and a table. */
const inLines = [
  'A picture ![of a photo](photo.jpg) in a line, ![of a drawing](drawing.svg), and [![in a link](few.png)](https://example.org/).',
  '## A heading ![with a picture](deep.png)',
  'Words :lang[نص ![صورة](few.png) في سطر]{lang=ar} and more.',
  '| A | B |\n| --- | --- |\n| ![in a cell](clear.png) and text | c |'
]

async function build() {
  const text = [...names.map(figure), ...inLines, ...names.map(figure)].join('\n\n')
  const folder = project({
    // Pictures of one pixel are coarse wherever they stand.
    'gatefold.yml':
      'source: en\nlanguages: [en]\nformats: [brochure, word, web, slides]\nrules: {image-resolution: off, docx-table-caption: off}\n',
    'content/album/publication.yml': '',
    'content/album/en.md': `${front}${text}\n`,
    ...files('content/album')
  })
  const {code, err} = await gatefold(folder, ['build'])
  const path = (name: string) => join(folder, 'output/album/en', name)
  return {code, err, path, read: (name: string) => readFileSync(path(name))}
}

test('every kind, in every format, without what is not picture, and each once', async () => {
  const {code, err, path, read} = await build()
  expect([code, err]).toEqual([0, expect.stringContaining('0 errors, 0 warnings')])

  const word = unzipSync(read('album-word.docx'))
  const media = Object.keys(word).filter((name) => name.startsWith('word/media/'))
  // The drawing has a stand-in for programs that show no SVG.
  expect(media).toHaveLength(names.length + 1)
  const page = read('album-web.html').toString('latin1')
  const shown = [...page.matchAll(/data:[^;]+;base64,([^"]+)/g)].map(([, data = '']) => Buffer.from(data, 'base64'))
  // Each once, but for the one that lies on its side: it stands there three times.
  expect(shown).toHaveLength(names.length + 2)
  const pdfs = ['album-brochure.pdf', 'album-slides.pdf']
  for (const bytes of [...Object.values(word), ...shown, ...pdfs.map(read)])
    expect(Buffer.from(bytes).includes('GPS')).toBe(false)

  if (has('pdfimages', '-v')) {
    const objects = output('pdfimages', ['-list', path('album-brochure.pdf')])
      .split('\n')
      .slice(2)
    const ids = new Set(objects.filter((line) => / image /.test(line)).map((line) => line.trim().split(/\s+/)[10]))
    expect(ids.size).toBe(names.length - 1)
  }
  if (has('qpdf')) for (const name of pdfs) expect(output('qpdf', ['--check', path(name)])).toContain('No syntax')
  if (canJudge()) expect(judge(pdfs.map(path)).filter(({passed}) => !passed)).toEqual([])
}, 60_000)

test('pictures made smaller, cut and drawn once for all pages keep both standards', async () => {
  const row = (y: number) =>
    Array.from({length: 900}, (_, x) => (Math.imul(y * 977 + x * x, 2_654_435_761) >>> 11) & 255)
  const large = pngFile({
    width: 300,
    height: 200,
    colorType: 6,
    rows: Array.from({length: 200}, (_, y) => [0, ...row(y), ...row(y).slice(0, 300)]).flat()
  })
  const fade = '<linearGradient id="f"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>'
  const drawing = `${svg}${fade}${'<rect width="40" height="40" fill="url(#f)"/>'.repeat(40)}<text y="20">A road</text></svg>`
  const figures = ['large.png', 'drawing.svg', 'large.png', 'drawing.svg', 'drawing.svg']
  const text = figures.map((name) => `::figure[Caption]{src=${name} alt="A" focus="90% 10%" credit="A" licence="CC0"}`)
  const folder = project({
    'gatefold.yml': 'source: en\nlanguages: [en]\ntemplate: own\nformats: [brochure, slides]\n',
    'templates/own/template.yml':
      'extends: base\nformats: {brochure: {resolution: 72}, slides: {resolution: 30}}\nstyles: {picture: {ratio: 2.5}}\n',
    'templates/own/brand.yml': '{}',
    'content/a/publication.yml': '',
    'content/a/en.md': `${front}## One\n\n${text.join('\n\n')}\n`,
    'content/a/large.png': large,
    'content/a/drawing.svg': drawing
  })
  const {code, err} = await gatefold(folder, ['build'])
  expect([code, err]).toEqual([0, expect.stringContaining('0 errors, 0 warnings')])
  for (const format of ['brochure', 'slides']) {
    const path = join(folder, `output/a/en/a-${format}.pdf`)
    const file = readFileSync(path).toString('latin1')
    expect(file.match(/\/Subtype \/Form\b[^>]*\/BBox/g)).toHaveLength(1)
    expect(file).not.toContain('/Width 300')
    if (canJudge()) expect(judge([path]).filter(({passed}) => !passed)).toEqual([])
  }
}, 60_000)

describe('what cannot be used is told of at its place, and all else is built', () => {
  test.each<[string, string, Uint8Array | string, string, string]>([
    ['text', 'a.png', 'text', 'content in `content/bad/a.png`, expected a PNG, JPEG or SVG picture', 'Use a PNG'],
    [
      'half a file',
      'a.jpg',
      jpegFile({blocks}).subarray(0, -9),
      'JPEG that breaks off in its data in `content/bad/a.jpg`, expected a whole file',
      'copy or export it again'
    ],
    [
      'another kind',
      'a.png',
      jpegFile({blocks}),
      'JPEG data in `content/bad/a.png`, expected PNG',
      'Give the file the extension'
    ],
    [
      'CMYK',
      'a.jpg',
      jpegFile({blocks: [[[1, 2, 3, 4]]]}),
      'CMYK colours in `content/bad/a.jpg`, expected RGB or grey',
      'Convert it to RGB'
    ],
    [
      'a bomb',
      'a.png',
      pngFile({width: 50_000, height: 50_000, rows: [0]}),
      '50000 × 50000 pixels in `content/bad/a.png`, expected at most 100 megapixels',
      'Make the picture smaller'
    ],
    [
      'a file inside',
      'a.svg',
      `${svg}<image xlink:href="file:///etc/passwd"/></svg>`,
      '<image> in `content/bad/a.svg`, expected shapes and text only',
      'Put the picture beside'
    ],
    [
      'the net inside',
      'a.svg',
      `${svg}<use xlink:href="http://example.org/#a"/></svg>`,
      'reference out of the drawing, `use http://example.org/#a`, in `content/bad/a.svg`',
      'take the reference out'
    ]
  ])('%s', async (_, name, bytes, reason, advice) => {
    const folder = project({
      'gatefold.yml': 'source: en\nlanguages: [en]\nformats: [brochure, word, web]\n',
      'content/good/publication.yml': '',
      'content/good/en.md': `${front}A text.\n`,
      'content/bad/publication.yml': '',
      'content/bad/en.md': `${front}${figure(name)}\n`,
      [`content/bad/${name}`]: bytes
    })
    const {code, err} = await gatefold(folder, ['build'])
    const said = err.replace(/\s+/g, ' ')
    expect(said).toContain(`5:1-5:${1 + figure(name).length} error Unexpected ${reason}`)
    expect(said).toContain(advice)
    expect(code).toBe(1)
    for (const file of ['brochure.pdf', 'word.docx', 'web.html'])
      expect(readFileSync(join(folder, 'output/good/en', `good-${file}`)).length).toBeGreaterThan(500)
  })
})

test('text of a drawing is in the faces of the brand; what they lack is told of, and what the PDF cannot draw', async () => {
  const text = (content: string) => `${svg}<filter id="b"/><text y="20">${content}</text></svg>`
  const folder = project({
    'gatefold.yml': 'source: en\nlanguages: [en]\nformats: [brochure]\n',
    'content/own/publication.yml': '',
    'content/own/en.md': `${front}${figure('a.svg')}\n\n${figure('b.svg')}\n`,
    'content/own/a.svg': text('Пат &amp; road'),
    'content/own/b.svg': text('道路')
  })
  const {err} = await gatefold(folder, ['build'])
  const said = err.replace(/\s+/g, ' ')
  expect(said.match(/error Unexpected character `./g)).toEqual([
    'error Unexpected character `路',
    'error Unexpected character `道'
  ])
  expect(said).toContain('5:1-5:54 warning Unexpected filter in `content/own/a.svg`')
})
