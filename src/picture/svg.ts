/** SVG pictures that stand for themselves. What runs, links or describes goes; what would load is refused. */
import {PictureError, type Vector} from './picture.ts'
import {checkElement, checkReferences} from './svg-safe.ts'
import {readXml, type XmlElement} from './svg-xml.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'

const maximumBytes = 10e6

/** Whether `bytes` are text with an SVG element at its beginning; a long comment or doctype may come first. */
export function isSvg(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder()
  const start = decoder.decode(bytes.subarray(0, 1024)).trimStart()
  if (!start.startsWith('<')) return false
  const root = /<(?:[\w-]+:)?svg[\s/>]/
  return root.test(start) || (/^<[?!]/.test(start) && root.test(decoder.decode(bytes.subarray(0, maximumBytes))))
}

/** Read an SVG and write it anew, elements and attributes of pictures only; throws a PictureError. */
export function readSvg(bytes: Uint8Array): Omit<Vector, 'digest'> {
  if (bytes.length > maximumBytes) {
    const advice = 'Simplify the drawing, or export it as PNG.'
    throw new PictureError(`${(bytes.length / 1e6).toFixed(1)} MB of SVG`, `at most ${maximumBytes / 1e6} MB`, advice)
  }
  const root = readXml(decoded(bytes), checkElement)
  checkReferences(root)
  const {width, height, viewBox} = sizeOf(root)
  const attributes = {
    xmlns: svgNamespace,
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    ...root.attributes,
    width: String(width),
    height: String(height),
    viewBox
  }
  const text = writeXml({...root, attributes})
  return {kind: 'svg', bytes: new TextEncoder().encode(text), width, height}
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    throw new PictureError('encoding', 'UTF-8', 'Save the SVG as UTF-8.')
  }
}

/** Width and height in px, from the attributes of those names or from `viewBox`. */
function sizeOf({attributes}: XmlElement): {width: number; height: number; viewBox: string} {
  const [width, height] = [lengthOf(attributes['width']), lengthOf(attributes['height'])]
  const box = (attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [, , boxWidth = 0, boxHeight = 0] = box
  const framed = box.length === 4 && box.every(Number.isFinite) && boxWidth > 0 && boxHeight > 0
  if (!framed && !(width && height)) {
    throw new PictureError(
      'SVG without a size',
      '`viewBox`, or `width` and `height`',
      'Give its root element a `viewBox`.'
    )
  }
  const viewBox = framed ? box.join(' ') : `0 0 ${width} ${height}`
  if (width && height) return {width, height, viewBox}
  const ratio = boxHeight / boxWidth
  if (height) return {width: height / ratio, height, viewBox}
  const wide = width ?? boxWidth
  return {width: wide, height: wide * ratio, viewBox}
}

const lengthUnits: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 960 / 25.4,
  in: 96
}

/** A length in px; `undefined` where it is none, or a share of the page. */
function lengthOf(text: string | undefined): number | undefined {
  const [, number, unit = 'px'] = /^\s*(\d{0,7}(?:\.\d+)?)\s*(px|pt|pc|mm|cm|in)?\s*$/.exec(text ?? '') ?? []
  const length = Number(number) * (lengthUnits[unit] ?? 1)
  return length > 0 ? Number(length.toFixed(4)) : undefined
}

function writeXml({name, attributes, children}: XmlElement): string {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const content = children.map((child) => (typeof child === 'string' ? escaped(child) : writeXml(child)))
  return content.length === 0
    ? `<${name}${start.join('')}/>`
    : `<${name}${start.join('')}>${content.join('')}</${name}>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (character) =>
    /\s/.test(character) ? character : `&#${character.charCodeAt(0)};`
  )
}
