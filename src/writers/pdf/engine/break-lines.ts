/** Pieces into lines: where each line of a paragraph ends. */
import {divided, TOLERANCE} from './divide.ts'
import {roomFor} from './inlines.ts'
import type {Inline} from './items.ts'
import {Line} from './pdfmake.ts'

export type TextLine = InstanceType<typeof Line<Inline>>

/** From the top of a line to its baseline, pt. */
export function ascentOf(line: TextLine): number {
  return Math.max(0, ...line.inlines.map((inline) => inline.ascent))
}

const HYPHENS_IN_A_ROW = 2
/** The lines that a paragraph was broken into last, and for which width. */
const broken = new WeakMap<readonly Inline[], {width: number; lines: readonly TextLine[]}>()

/** Break pieces into lines of `width`. Trials and the layout ask for the same more than once. */
export function breakLines(inlines: readonly Inline[], width: number): readonly TextLine[] {
  const known = broken.get(inlines)
  if (known?.width === width) return known.lines
  const lines = new LineBreaking(inlines, width).lines()
  broken.set(inlines, {width, lines})
  return lines
}

class LineBreaking {
  private readonly width: number
  /** Pieces that are not in a line, the next one last. */
  private readonly rest: Inline[]

  constructor(inlines: readonly Inline[], width: number) {
    this.width = width
    this.rest = inlines.map((inline) => (inline.run.picture ? narrowed(inline, width) : inline)).reverse()
  }

  lines(): TextLine[] {
    const lines: TextLine[] = []
    let hyphens = 0
    while (this.rest.length > 0) {
      const line = this.withoutHyphen(this.nextLine(), hyphens >= HYPHENS_IN_A_ROW)
      hyphens = line.at(-1)?.softHyphen ? hyphens + 1 : 0
      lines.push(toLine(line, this.width))
    }
    return lines
  }

  private nextLine(): Inline[] {
    const line: Inline[] = []
    let used = 0
    while (this.rest.length > 0 && !line.at(-1)?.lineEnd) {
      const group = this.nextGroup()
      const width = widthOf(group)
      if (used + width - trailingOf(group) > this.width + TOLERANCE) {
        this.giveBack(group)
        return line.length > 0 ? line : this.partOfGroup()
      }
      line.push(...group)
      used += width
    }
    return line
  }

  /** Take the pieces up to the next place where a line may end. */
  private nextGroup(): Inline[] {
    const group: Inline[] = []
    for (let inline = this.rest.pop(); inline; inline = this.rest.pop()) {
      group.push(inline)
      if (!inline.noNewLine || inline.lineEnd) break
    }
    return group
  }

  private giveBack(pieces: readonly Inline[]): void {
    for (const piece of [...pieces].reverse()) this.rest.push(piece)
  }

  /** A line of pieces that should stay together and are too wide: ended at a space, else within a word. */
  private partOfGroup(): Inline[] {
    const line: Inline[] = []
    let used = 0
    for (let inline = this.rest.pop(); inline; inline = this.rest.pop()) {
      if (used + inline.width - inline.trailingCut > this.width + TOLERANCE) {
        this.rest.push(inline)
        break
      }
      line.push(inline)
      used += inline.width
    }
    const space = line.findLastIndex(({text}) => /\s$/.test(text))
    if (space >= 0) {
      this.giveBack(line.splice(space + 1))
      return line
    }
    const word = this.rest.pop()
    if (!word) return line
    const [first, second] = divided(word, {
      room: this.width - used,
      line: Math.max(1, this.width),
      some: line.length === 0
    })
    if (second) this.rest.push(second)
    return first ? [...line, first] : line
  }

  /** Give a word that would be divided at the end of the line back to the next one, unless it is the whole line. */
  private withoutHyphen(line: Inline[], wanted: boolean): Inline[] {
    if (!wanted || !line.at(-1)?.softHyphen) return line
    const last = line.findLastIndex((inline) => !inline.softHyphen && !inline.noNewLine)
    if (last < 0) return line
    this.giveBack(line.slice(last + 1))
    return line.slice(0, last + 1)
  }
}

/** A picture in a line that is narrower than it. */
function narrowed(inline: Inline, room: number): Inline {
  const {picture} = inline.run
  if (!picture || picture.width <= room) return inline
  const width = Math.max(1, room)
  return {...inline, ...roomFor({width, height: (picture.height * width) / picture.width}, inline)}
}

function widthOf(pieces: readonly Inline[]): number {
  return pieces.reduce((sum, {width}) => sum + width, 0)
}

/** What hangs outside at the end of a line: spaces, or the hyphen it takes, which counts as less than nothing. */
function trailingOf(pieces: readonly Inline[]): number {
  let trailing = 0
  for (let at = pieces.length - 1; at >= 0; at--) {
    const {trailingCut = 0, width = 0} = pieces[at] ?? {}
    trailing += trailingCut
    if (trailingCut < width || width === 0) break
  }
  return trailing
}

function toLine(pieces: readonly Inline[], width: number): TextLine {
  const line: TextLine = new Line<Inline>(width)
  for (const piece of pieces) line.addInline(piece)
  line.trailingCut = trailingOf(pieces)
  return line
}
