/** Art and pictures in SVG: brand colours by name, and the size a picture has by itself. */

/** Put the brand's colours in for `var(--name)`; `unknown` hears of each name that the brand lacks. */
export function coloured(
  svg: string,
  colors: Readonly<Record<string, string>>,
  unknown: (name: string) => void
): string {
  return svg.replace(/var\(\s*--([\w-]+)\s*\)/g, (_, name: string) => {
    const color = colors[name]
    if (color === undefined) unknown(name)
    return color ?? '#000000'
  })
}

/** Take the size off the root of an SVG, so that it fills the box that it is drawn into. */
export function scalable(svg: string): string {
  const size = svgSize(svg)
  return svg.replace(/<svg\b[^>]*>/i, (tag) => {
    const bare = tag.replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
    const framed = attribute(tag, 'viewBox') !== undefined || !size
    return framed ? bare : bare.replace(/\/?>$/, ` viewBox="0 0 ${size.width} ${size.height}">`)
  })
}

const lengthUnits: Readonly<Record<string, number>> = {px: 0.75, pt: 1, mm: 72 / 25.4, cm: 720 / 25.4, in: 72}

/** Width and height of an SVG in pt, from its `width` and `height` or its `viewBox`; `undefined` where it says neither. */
export function svgSize(svg: string): {width: number; height: number} | undefined {
  const tag = /<svg\b[^>]*>/i.exec(svg)?.[0] ?? ''
  const width = length(attribute(tag, 'width'))
  const height = length(attribute(tag, 'height'))
  if (width && height) return {width, height}
  const [, , boxWidth, boxHeight] = (attribute(tag, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (!boxWidth || !boxHeight) return
  if (width) return {width, height: (width * boxHeight) / boxWidth}
  return {width: boxWidth * 0.75, height: boxHeight * 0.75}
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]
}

function length(text: string | undefined): number | undefined {
  const [, number, unit = 'px'] = /^\s*([\d.]+)\s*(px|pt|mm|cm|in)?\s*$/.exec(text ?? '') ?? []
  const factor = lengthUnits[unit]
  return number !== undefined && factor !== undefined ? Number(number) * factor : undefined
}
