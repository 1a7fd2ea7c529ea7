/** Art and pictures in SVG, as the reader of pictures writes them: brand colours by name, and no size of their own. */

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

/** Let an SVG fill the box that it is drawn into, cut at the side that is not kept, rather than stand in it whole. */
export function filling(svg: string, keep: 'start' | 'end'): string {
  const edge = keep === 'start' ? 'xMin' : 'xMax'
  return svg.replace(/<svg\b/, `<svg preserveAspectRatio="${edge}YMin slice" overflow="hidden"`)
}

/** Take the size off the root of an SVG, so that it fills the box that it is drawn into; its `viewBox` stays. */
export function scalable(svg: string): string {
  return svg.replace(/<svg\b[^>]*>/, (tag) => tag.replace(/\s(?:width|height)="[^"]*"/g, ''))
}
