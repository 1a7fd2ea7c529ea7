/** Text in SVG pictures: one face for a drawing, and what it lacks. */
import type {SvgPicture, TextStyle} from '../content.ts'
import type {Fonts} from './faces.ts'
import type {EmbeddedFont} from './font.ts'
import type {MeasureOptions} from './measure.ts'

type Drawing = Pick<SvgPicture, 'svg' | 'families'>

/** The face for text of a drawing: of those it and the document ask for, the first that lacks fewest characters. */
export function svgFont(fonts: Fonts, drawing: Drawing, style: Pick<TextStyle, 'families' | 'weight' | 'italic'>) {
  const families = [...style.families, ...(drawing.families ?? [])]
  const codePoints = codePointsOf(drawing)
  const chain = fonts.chain({...style, families})
  const whole = chain.find((font) => lacking(font, codePoints).length === 0)
  if (whole) return whole
  return chain.reduce((best, font) => {
    return lacking(font, codePoints).length < lacking(best, codePoints).length ? font : best
  })
}

/** Report the characters of a drawing that its face lacks. */
export function checkSvgText(picture: SvgPicture, {fonts, missing}: Pick<MeasureOptions, 'fonts' | 'missing'>): void {
  const codePoints = codePointsOf(picture)
  if (codePoints.length === 0) return
  const font = svgFont(fonts, picture, {families: [], weight: 400, italic: false})
  for (const codePoint of lacking(font, codePoints)) missing(codePoint, picture.source)
}

function lacking(font: EmbeddedFont, codePoints: readonly number[]): number[] {
  return codePoints.filter((codePoint) => !font.face.has(codePoint))
}

/** The characters inside `<text>`, as the reader of pictures writes them: references are numbers. */
function codePointsOf({svg}: Drawing): number[] {
  // Cut at the end tags: a pattern from start to end tag would go through a long drawing again and again.
  const texts = svg
    .split('</text>')
    .slice(0, -1)
    .map((part) => part.slice(part.search(/<text[\s>]/)))
  const text = texts
    .join('')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
  return [...new Set(text.replace(/[\s\p{C}]/gu, ''))].map((character) => character.codePointAt(0) ?? 0)
}
