/** JPEG files, segment by segment (ITU-T T.81, annex B): what is picture stays as it is, all else goes. */
import {orientationOf} from './exif.ts'
import {profileFor} from './icc.ts'
import {checkPixels, damaged, type Jpeg, PictureError} from './picture.ts'

const marker = {startOfImage: 0xd8, endOfImage: 0xd9, startOfScan: 0xda, comment: 0xfe}

interface Segment {
  marker: number
  /** Content after marker and length. */
  content: Buffer
  /** All of it, for a scan with the coded data. */
  whole: Buffer
}

/** Whether `bytes` begin as a JPEG does. */
export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === marker.startOfImage && bytes[2] === 0xff
}

/** Read a JPEG; throws a PictureError. */
export function readJpeg(bytes: Uint8Array): Omit<Jpeg, 'digest'> {
  const segments = segmentsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const frame = segments.find(isFrame)
  if (!frame || !segments.some((segment) => segment.marker === marker.startOfScan)) throw damaged('JPEG without data')
  const {width, height, channels, names} = readFrame(frame)
  checkPixels(width, height)

  const adobe = segments.find(isAdobe)
  const profile = profileFor(joinProfile(segments), channels)
  const kept = segments.filter((segment) => isPicture(segment) || (profile !== undefined && isProfile(segment)))
  const jfif = segments.filter(isJfif).slice(0, 1).map(withoutThumbnail)
  const ends = [Buffer.of(0xff, marker.startOfImage), Buffer.of(0xff, marker.endOfImage)] as const
  return {
    kind: 'jpeg',
    bytes: Buffer.concat([ends[0], ...jfif, ...kept.map(({whole}) => whole), ends[1]]),
    width,
    height,
    channels,
    plain: channels === 3 && (adobe ? adobe.content[11] === 0 : jfif.length === 0 && names === 'RGB'),
    orientation: segments.map(orientationIn).find((orientation) => orientation !== undefined) ?? 1,
    profile: profile?.isSrgb ? undefined : profile?.bytes
  }
}

/** Put back the one thing that readers of JPEG files need besides the picture: how to turn it upright. */
export function withOrientation({bytes, orientation}: Jpeg): Uint8Array {
  if (orientation === 1) return bytes
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex')
  exif.writeUInt16BE(orientation, 28)
  return Buffer.concat([bytes.subarray(0, 2), exif, bytes.subarray(2)])
}

/** The JPEG `bytes` with the profile of `original`, where that has one. */
export function withProfileOf(original: Uint8Array, bytes: Uint8Array): Uint8Array {
  const segments = segmentsOf(Buffer.from(original.buffer, original.byteOffset, original.byteLength))
  const profile = segments.filter(isProfile).map(({whole}) => whole)
  return Buffer.concat([bytes.subarray(0, 2), ...profile, bytes.subarray(2)])
}

function segmentsOf(bytes: Buffer): Segment[] {
  const segments: Segment[] = []
  let at = 2
  for (;;) {
    const start = at
    // Any number of 0xFF may fill the space before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
    const code = bytes[at + 1]
    if (bytes[at] !== 0xff || code === undefined) throw damaged(`JPEG that breaks off after ${start} bytes`)
    if (code === marker.endOfImage) return segments
    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) throw damaged(`JPEG that breaks off after ${start} bytes`)
    const next = code === marker.startOfScan ? endOfScan(bytes, end) : end
    segments.push({marker: code, content: bytes.subarray(at + 4, end), whole: bytes.subarray(at, next)})
    at = next
  }
}

/** Where coded data end: at 0xFF that neither stands for itself (00) nor restarts the decoder (D0 to D7). */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1] ?? 0
    if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return at
  }
  throw damaged('JPEG that breaks off in its data')
}

/** SOF0 to SOF15; C4, C8 and CC are tables. */
function isFrame({marker: code}: Segment): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc
}

function readFrame({marker: code, content}: Segment) {
  const [precision, channels] = [content[0], content[5]]
  if (precision === undefined || channels === undefined || content.length < 6 + 3 * channels)
    throw damaged('JPEG with an incomplete header')
  if (code > 0xc2 || precision !== 8) {
    const advice = 'Export it again as an ordinary JPEG.'
    throw new PictureError('kind of JPEG', 'a baseline or progressive one of 8 bits', advice)
  }
  if (channels === 4) {
    const advice = 'Convert it to RGB, in the profile sRGB: the colours of documents are sRGB.'
    throw new PictureError('CMYK colours', 'RGB or grey', advice)
  }
  if (channels !== 1 && channels !== 3) throw damaged(`JPEG of ${channels} channels`)
  const names = [6, 9, 12].map((at) => String.fromCharCode(content[at] ?? 0)).join('')
  return {height: content.readUInt16BE(1), width: content.readUInt16BE(3), channels, names} as const
}

/** Tables, frame and scans; application data and comments are none. */
function isPicture(segment: Segment): boolean {
  const {marker: code} = segment
  return isAdobe(segment) || !((code >= 0xe0 && code <= 0xef) || code === marker.comment)
}

function begins({content}: Segment, text: string): boolean {
  return content.toString('latin1', 0, text.length) === text
}

function isJfif(segment: Segment): boolean {
  return segment.marker === 0xe0 && begins(segment, 'JFIF\0') && segment.content.length >= 14
}

/** Says whether three channels are RGB or YCbCr. */
function isAdobe(segment: Segment): boolean {
  return segment.marker === 0xee && begins(segment, 'Adobe') && segment.content.length >= 12
}

function isProfile(segment: Segment): boolean {
  return segment.marker === 0xe2 && begins(segment, 'ICC_PROFILE\0') && segment.content.length > 14
}

/** Version and resolution; the last two of its 14 bytes are the size of a small picture of the picture. */
function withoutThumbnail({content}: Segment): Buffer {
  return Buffer.concat([Buffer.of(0xff, 0xe0, 0, 16), content.subarray(0, 12), Buffer.alloc(2)])
}

/** A profile may take several segments, each with its number (ICC.1:2010, B.4). */
function joinProfile(segments: readonly Segment[]): Buffer {
  const parts = segments.filter(isProfile).map(({content}) => content)
  return Buffer.concat(parts.sort((a, b) => (a[12] ?? 0) - (b[12] ?? 0)).map((content) => content.subarray(14)))
}

function orientationIn(segment: Segment): number | undefined {
  return segment.marker === 0xe1 && begins(segment, 'Exif\0\0') ? orientationOf(segment.content.subarray(6)) : undefined
}
