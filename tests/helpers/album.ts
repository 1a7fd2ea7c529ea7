/** Pictures of every kind that documents may hold, with secrets in them. */
import {exif, iccProfile, jpegFile, paint, pngFile} from './pictures.ts'

/** Six blocks of a JPEG. */
export const blocks = [
  [paint.red, paint.green, paint.green],
  [paint.blue, paint.yellow, paint.yellow]
]
const profile = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), iccProfile('Wide')])
const xmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS</x:xmpmeta>')
/** How a drawing begins. */
export const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 80 40">'
const fade =
  '<linearGradient id="f"><stop stop-color="var(--primary)"/><stop offset="1" stop-color="#fff" stop-opacity="0.2"/></linearGradient>'

/** Every kind, by the name of its file; `GPS` is what must not be left of it. */
export const album: Record<string, Uint8Array | string> = {
  'photo.jpg': jpegFile({
    blocks,
    segments: [
      [0xe1, exif(6)],
      [0xe1, xmp],
      [0xed, Buffer.from('GPS')]
    ]
  }),
  'progressive.jpeg': jpegFile({blocks, progressive: true, segments: [[0xfe, Buffer.from('GPS')]]}),
  'wide.jpg': jpegFile({blocks, segments: [[0xe2, profile]]}),
  'grey.jpg': jpegFile({blocks: [[[10], [200]]]}),
  'deep.png': pngFile({width: 1, height: 1, depth: 16, rows: [0, 255, 255, 9, 9, 0, 0]}),
  'clear.png': pngFile({
    width: 1,
    height: 1,
    colorType: 6,
    rows: [0, 255, 9, 0, 90],
    chunks: [['tEXt', Buffer.from('a\0GPS')]]
  }),
  'few.png': pngFile({
    width: 2,
    height: 1,
    colorType: 3,
    depth: 1,
    rows: [0, 64],
    chunks: [['PLTE', Buffer.of(0, 0, 0, 9, 200, 9)]]
  }),
  'woven.png': pngFile({width: 1, height: 1, interlaced: true, rows: [0, 0, 0, 255]}),
  'drawing.svg': `${svg}<script>GPS()</script><desc>GPS</desc>${fade}<a xlink:href="https://example.org/"><rect width="80" height="40" fill="url(#f)"/></a><text y="20" onclick="GPS()">A road</text></svg>`
}
