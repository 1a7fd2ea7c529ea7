/** Contrast of text and what it stands on, as WCAG 2.2 measures it (1.4.3, level AA). */
import type {Brand} from '../theme/brand.ts'
import type {PrintedText} from './pdf/engine.ts'
import type {WriterContext} from './writer.ts'

const needed = {large: 3, usual: 4.5}
/** From here on text counts as large, pt; in bold the second. */
const largeSize = 18
const largeBoldSize = 14
const boldWeight = 700
const longestExcerpt = 30

/** Report each pair of colours that is too close, once, where it is first used. */
export function checkContrast(texts: Iterable<PrintedText>, {theme, report}: WriterContext): void {
  const places = new Map<string, {text: PrintedText; count: number}>()
  for (const text of texts) {
    const key = `${text.color} ${text.ground} ${neededFor(text)}`
    const known = places.get(key)
    if (known) known.count += 1
    else places.set(key, {text, count: 1})
  }
  for (const {text, count} of places.values()) {
    const ratio = contrast(text.color, text.ground)
    const least = neededFor(text)
    if (ratio >= least) continue
    // Cut and not rounded: what is too little must not look like enough.
    const shown = (Math.floor(ratio * 100) / 100).toFixed(2)
    const [color, ground] = [text.color, text.ground].map((hex) => nameOf(hex, theme.brand))
    const kind = least === needed.large ? 'large text' : 'text'
    const where = `${count === 1 ? 'Seen' : `Seen ${count} times, first`} in “${excerpt(text.words)}”`
    report(
      'contrast',
      `Unexpected contrast ${shown} of ${color} on ${ground}, expected at least ${least} for ${kind}`,
      text.source,
      `${where}. Give the style another colour or ground, or change one of them in brand.yml.`
    )
  }
}

/** The ratio of two colours, 1 to 21. WCAG 2.2, “contrast ratio”. */
export function contrast(first: string, second: string): number {
  const [darker = 0, lighter = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** WCAG 2.2, “relative luminance”. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function neededFor({size, weight}: PrintedText): number {
  const from = weight >= boldWeight ? largeBoldSize : largeSize
  return size >= from ? needed.large : needed.usual
}

/** What the pack itself calls a colour: its palette comes after that of the pack it extends. */
function nameOf(hex: string, {colors, aliases = []}: Brand): string {
  const same = Object.keys(colors).filter((name) => colors[name]?.toUpperCase() === hex.toUpperCase())
  const name = same.findLast((one) => !aliases.includes(one)) ?? same[0]
  return name === undefined ? hex : `\`${name}\` (${hex})`
}

function excerpt(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt)}…` : line
}
