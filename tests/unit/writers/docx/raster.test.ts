import {inflateSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {readPicture} from '../../../../src/picture/read.ts'
import {rasterize} from '../../../../src/writers/docx/svg/raster.ts'

/** The drawing as text, one character a pixel: a letter for its colour, capital where it is opaque. */
function drawn(body: string, size = 8): string | undefined {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${body}</svg>`
  const png = rasterize(svg, size, size)
  if (!png) return
  // Signature and header take 33 bytes; length and name of the data 8 more.
  const rows = inflateSync(png.subarray(41, png.length - 16))
  return Array.from({length: size}, (_, y) => {
    const row = rows.subarray(y * (size * 4 + 1) + 1, (y + 1) * (size * 4 + 1))
    return Array.from({length: size}, (_, x) => letter(row.subarray(x * 4, x * 4 + 4))).join('')
  }).join('\n')
}

function letter([red = 0, green = 0, blue = 0, alpha = 0]: Uint8Array): string {
  if (alpha === 0) return '.'
  const name = red > 127 ? 'r' : green > 127 ? 'g' : blue > 127 ? 'b' : 'k'
  return alpha === 255 ? name.toUpperCase() : name
}

test('rectangles and what lies over them', () => {
  expect(
    drawn('<rect x="1" y="1" width="4" height="3" fill="#f00"/><rect x="3" y="2" width="4" height="4" fill="#00ff00"/>')
  ).toBe(['........', '.RRRR...', '.RRGGGG.', '.RRGGGG.', '...GGGG.', '...GGGG.', '........', '........'].join('\n'))
})

test('strokes with corners and ends', () => {
  const path = 'd="M1 2H6V7" fill="none" stroke="#0000FF" stroke-width="2"'
  const bent = ['........', '.BBBBBB.', '.BBBBBB.', '.....BB.', '.....BB.', '.....BB.', '.....BB.', '........'].join(
    '\n'
  )
  expect(drawn(`<path ${path}/>`)).toBe(bent)
  expect(drawn(`<path ${path} stroke-linecap="square"/>`)).toBe(
    ['........', 'BBBBBBB.', 'BBBBBBB.', '.....BB.', '.....BB.', '.....BB.', '.....BB.', '.....BB.'].join('\n')
  )
})

test('transforms, groups, holes and half-seen pixels', () => {
  expect(drawn('<g fill="#f00" transform="translate(8 0) scale(-1 1)"><rect width="2" height="8"/></g>')).toBe(
    Array(8).fill('......RR').join('\n')
  )
  expect(drawn('<path fill-rule="evenodd" d="M0 0H8V8H0ZM2 2H6V6H2Z"/>')).toBe(
    ['KKKKKKKK', 'KKKKKKKK', ...Array(4).fill('KK....KK'), 'KKKKKKKK', 'KKKKKKKK'].join('\n')
  )
  expect(drawn('<rect width="1.5" height="8" fill="#00f"/>')).toBe(Array(8).fill('Bb......').join('\n'))
  expect(drawn('<rect width="8" height="8" fill="#00f" opacity="0.5"/>')).toBe(Array(8).fill('bbbbbbbb').join('\n'))
})

test('arcs with their flags close together, and circles', () => {
  const round = drawn('<circle cx="4" cy="4" r="4" fill="#f00"/>')
  expect(drawn('<path fill="#f00" d="M0 4a4 4 0 018 0a4 4 0 01-8 0Z"/>')).toBe(round)
  expect(round?.split('\n')[3]).toBe('rRRRRRRr')
  expect(round?.[0]).toBe('.')
})

test('what is not flat shapes is not drawn at all', () => {
  for (const body of [
    '<text x="1" y="5">a</text>',
    '<rect width="8" height="8" fill="url(#g)"/>',
    '<rect style="fill:red"/>'
  ])
    expect(drawn(body)).toBeUndefined()
})

test('a drawing as the reader of pictures hands it on', () => {
  const read = readPicture(
    Buffer.from('<svg viewBox="0 0 2 2"><rect width="2" height="2" fill="#ff0000"/></svg>'),
    'a.svg'
  )
  if (read.kind !== 'svg') throw new Error(JSON.stringify(read))
  expect(rasterize(new TextDecoder().decode(read.bytes), 2, 2)).toBeDefined()
})
