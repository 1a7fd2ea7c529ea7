/** How much room words take, near enough to choose a size by: Word sets the lines itself. */
import type {Style} from '../../theme/styles.ts'
import type {WordInline} from './model.ts'

/** Width of a character in parts of the size, on the wide side: Arabic letters join and are narrow. */
const width = {arabic: 0.42, wide: 0.8, other: 0.6, narrow: 0.3}

/** Lines of a cover's title where its style says no more. */
const usualLines = 3

/** Height of a line in parts of the size where the leading is less: Word cuts no letters off. */
const leastLeading = 1.25

/** Height of `words` set in `look` over `room` pt, with the space around them. */
export function heightOf(words: readonly WordInline[], look: Style, room: number): number {
  const lineHeight = Math.max(look.leading, look.size * leastLeading)
  return look.before + linesIn(words, look, room) * lineHeight + look.after
}

/** The style at the first of its `steps` at which its longest word, and all of them in `maxLines`, have room. */
export function stepFor(words: readonly WordInline[], look: Style, room: {width: number; height: number}): Style {
  const {steps = [], maxLines = usualLines} = look
  const at = (size: number): Style => {
    const factor = size / look.size
    return {...look, size, leading: look.leading * factor, tracking: look.tracking * factor, after: look.after * factor}
  }
  const measure = room.width - look.indent - (look.indentEnd ?? 0)
  const longest = Math.max(0, ...textOf(words).split(/\s+/).map(widthOf))
  const fits = (style: Style) =>
    longest * style.size <= measure &&
    linesIn(words, style, room.width) <= maxLines &&
    heightOf(words, style, room.width) <= room.height
  const sizes = steps.map(at)
  return sizes.find(fits) ?? sizes.at(-1) ?? look
}

/** Number of lines of `words` set in `look` over `room` pt. */
function linesIn(words: readonly WordInline[], look: Style, room: number): number {
  const measure = room - look.indent - (look.indentEnd ?? 0)
  return textOf(words)
    .split('\n')
    .reduce((sum, line) => sum + linesOf(line, look.size, measure), 0)
}

function linesOf(line: string, size: number, measure: number): number {
  let lines = 1
  let used = 0
  for (const word of line.split(/\s+/)) {
    const wide = widthOf(word) * size
    const before = used === 0 ? 0 : used + width.narrow * size
    if (before > 0 && before + wide > measure) {
      lines += 1
      used = wide
    } else used = before + wide
  }
  return lines
}

function widthOf(word: string): number {
  return [...word].reduce((sum, character) => sum + characterWidth(character), 0)
}

function characterWidth(character: string): number {
  if (/\p{M}/u.test(character)) return 0
  if (/\p{sc=Arabic}/u.test(character)) return width.arabic
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(character)) return 1
  if (/[\p{Lu}mwжшщюмфMW@]/u.test(character)) return width.wide
  return /[iljt'’.,:;!|іј()[\]-]/u.test(character) ? width.narrow : width.other
}

function textOf(words: readonly WordInline[]): string {
  return words
    .map((inline) => {
      if (inline.type === 'break') return '\n'
      if (inline.type === 'link' || inline.type === 'marked') return textOf(inline.children)
      return inline.type === 'text' || inline.type === 'field' ? inline.value : ''
    })
    .join('')
}
