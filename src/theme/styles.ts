/** Named styles: what template.yml says under `styles`, resolved for one format and one script. Lengths in pt. */

/** A bar drawn before a list item, or above a pull quote. */
export interface Marker {
  width: number
  height: number
  radius: number
  /** Colour name of the brand. */
  color: string
  /** Space between the marker and the text. */
  gap: number
  /** Stand above the text, and not before it. */
  above?: boolean
  /** How much higher it stands than the middle of small letters. */
  raise?: number
  /** What stands for it where no shape can be drawn (Word). */
  text: string
}

/** A line of `width` pt in a brand colour. */
export interface Rule {
  width: number
  color: string
  /** Space between the line and the text. */
  gap: number
}

/** How far down a style may be set. */
export interface Fit {
  size?: number
  leading?: number
}

/** Parts that the way down to the least size and leading of `fit` is taken in. */
export const fitSteps = 8

/** A style with every property set; only the optional ones may be missing. */
export interface Style {
  /** Font role of the brand. */
  font: 'head' | 'text' | 'mono'
  /** 100-900 */
  weight: number
  italic: boolean
  size: number
  leading: number
  tracking: number
  color: string
  before: number
  after: number
  align: 'start' | 'center' | 'end'
  /** Space at the start edge. */
  indent: number
  /** Space at the end edge: what keeps a text narrower than its frame. */
  indentEnd?: number
  keepWithNext: boolean
  /** Divide words in lines of fewer than 45 characters. */
  hyphenate: boolean
  /** Sizes to step down through until the longest word fits and the text takes no more than `maxLines`. */
  steps?: readonly number[]
  maxLines?: number
  /** Least size and leading, pt: text of a frame comes as near to them as it must to fit. */
  fit?: Fit
  /**
   * Keep the little words of the language on the line of the next word: for titles and statements. With `none` not even
   * numbers stay with what they count, and in `body` that holds for all styles.
   */
  ties?: boolean | 'none'
  /** Box: ground colour, padding [vertical, horizontal], lines above and below. */
  ground?: string
  padding?: readonly [number, number]
  ruleAbove?: Rule
  ruleBelow?: Rule
  marker?: Marker
  /** How a list number is written: `'{n}.'`, `'{n}'`. */
  number?: string
  /** Width of the column for a list number, or for a key figure that has its label beside it and not below. */
  numberWidth?: number
  /** Items of a list without markers, side by side in rows of so many: people, logos. */
  columns?: number
  /** Width by height that a picture is cut to. */
  ratio?: number
  /** Least height with the space below, in however many lines: what stands beside a title then begins level. */
  room?: number
  /** Keep the block on one page. */
  unbreakable: boolean
}

/** A style as written: any of a Style's properties, and `extends`. */
export type StyleEntry = Partial<Style> & {extends?: string}

/** Styles as written, each with further values for a script (ISO 15924, lower case). */
export type StyleSheet = Readonly<Record<string, StyleEntry & Record<string, unknown>>>

const root: Style = {
  font: 'text',
  weight: 400,
  italic: false,
  size: 10,
  leading: 14,
  tracking: 0,
  color: 'ink',
  before: 0,
  after: 0,
  align: 'start',
  indent: 0,
  keepWithNext: false,
  hyphenate: false,
  unbreakable: false
}

/** What a style takes from `body` unasked: the character of the text, not its box nor the space around it. */
const character = ['font', 'weight', 'italic', 'size', 'leading', 'tracking', 'color', 'align', 'hyphenate'] as const

/** Scripts (ISO 15924, lower case) that an entry may have values of its own for. */
export const scripts: readonly string[] = [
  ...['arab', 'armn', 'beng', 'cyrl', 'deva', 'ethi', 'geor', 'grek', 'gujr', 'guru', 'hans', 'hant', 'hebr', 'jpan'],
  ...['khmr', 'knda', 'kore', 'laoo', 'latn', 'mlym', 'mong', 'mymr', 'orya', 'sinh', 'syrc', 'taml', 'telu', 'thaa'],
  ...['thai', 'tibt']
]

/** Scripts whose letters join: space between them would break words apart, and so would a hyphen. */
const joined: ReadonlySet<string> = new Set(['arab', 'syrc', 'mong'])

/**
 * The styles of one document. A name is looked up in the scopes around a node, the innermost first: inside
 * `class="panel"` a paragraph is `panel.body` where the sheet has it, else `body`.
 */
export class Styles {
  readonly #sheet: StyleSheet
  readonly #script: string
  readonly #resolved = new Map<string, Style>()
  readonly #stepped = new Map<number, Styles>()
  #step = 0

  /** `script`: ISO 15924 code of the document's language, `Arab`. */
  constructor(sheet: StyleSheet, script: string) {
    this.#sheet = sheet
    this.#script = script.toLowerCase()
  }

  /** True where the sheet defines `name` itself. */
  has(name: string): boolean {
    return this.#sheet[name] !== undefined
  }

  /** Key of the style that `name` means inside `scopes`, for writers that name styles in their output. */
  key(name: string, scopes: readonly string[] = []): string {
    for (const scope of scopes) if (this.has(`${scope}.${name}`)) return `${scope}.${name}`
    return name
  }

  /** The style `name` inside `scopes`, innermost first. An unknown name is body text. */
  get(name: string, scopes: readonly string[] = []): Style {
    const key = this.key(name, scopes)
    if (key !== 'body' && !this.has(key) && !this.has(lastName(key))) return this.get('body')
    const known = this.#resolved.get(key)
    if (known) return known
    const style = complete({...this.#ground(key), ...this.#written(key, [])})
    if (joined.has(this.#script)) Object.assign(style, {tracking: 0, hyphenate: false})
    if (key !== 'body' && this.get('body').ties === 'none') style.ties = 'none'
    if (this.#step > 0) stepDown(style, this.#step)
    this.#resolved.set(key, style)
    return style
  }

  /**
   * The same styles; each with `steps` and no `maxLines` begins at its step `index`, or at its last one, each with `fit`
   * is so many parts of the way down.
   */
  stepped(index: number): Styles {
    const styles = this.#stepped.get(index) ?? new Styles(this.#sheet, this.#script)
    styles.#step = index
    this.#stepped.set(index, styles)
    return styles
  }

  /** What `name` itself changes: for a run inside text of any other style (strong, link, code). */
  overlay(name: string, scopes: readonly string[] = []): Partial<Style> {
    return this.#written(this.key(name, scopes), [])
  }

  /** What the style stands on: nothing for `body`, the character of `body` for the others. */
  #ground(key: string): Style {
    if (key === 'body') return root
    const body: Style = {...root, ...this.#written('body', [])}
    const ground: Style = {...root}
    for (const property of character) Object.assign(ground, {[property]: body[property]})
    if (/^h[1-6]$/.test(lastName(key))) ground.hyphenate = false
    return ground
  }

  /** Properties of `key` as written, over those of what it extends; `panel.body` extends `body`. */
  #written(key: string, trail: readonly string[]): Partial<Style> {
    const entry = this.#sheet[key]
    const parent = entry?.extends ?? (lastName(key) === key ? undefined : lastName(key))
    const inherited = parent === undefined || trail.includes(parent) ? {} : this.#written(parent, [...trail, key])
    return {...inherited, ...properties(entry), ...properties(entry?.[this.#script])}
  }
}

function lastName(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1)
}

/** The properties among the keys of an entry: neither `extends` nor the values for scripts. */
function properties(entry: unknown): Partial<Style> {
  if (typeof entry !== 'object' || entry === null) return {}
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'extends' && !scripts.includes(key)))
}

/** True for a style of running text with sizes to step down through, which is not fitted by its lines. */
export function stepsDown({steps, maxLines, fit}: Style): boolean {
  return (steps !== undefined || fit !== undefined) && maxLines === undefined
}

/** Begin at a smaller size; the space around and between the lines shrinks with it. */
function stepDown(style: Style, index: number): void {
  const {steps = [], maxLines, size, leading, tracking, before, after, ruleAbove} = style
  if (maxLines !== undefined) return
  const left = steps.slice(Math.min(index, steps.length - 1))
  const [first] = left
  const next = first === undefined ? partDown(style, index) : {size: first, leading: leading * (first / size)}
  if (!next) return
  const factor = next.size / size
  const spread = next.leading / leading
  Object.assign(style, {...next, before: before * spread, after: after * spread, tracking: tracking * factor})
  if (first !== undefined) style.steps = left
  if (ruleAbove) style.ruleAbove = {...ruleAbove, gap: ruleAbove.gap * factor}
}

/** Size and leading `index` parts of the way down to those of `fit`, to a hundredth. */
function partDown({size, leading, fit}: Style, index: number): {size: number; leading: number} | undefined {
  if (!fit) return
  const part = Math.min(index / fitSteps, 1)
  const towards = (from: number, to = from): number => Math.round((from + (to - from) * part) * 100) / 100
  return {size: towards(size, fit.size), leading: towards(leading, fit.leading)}
}

/** Fill in what a rule or a marker leaves out. */
function complete(style: Style): Style {
  const rule = {width: 0.5, color: style.color, gap: 0}
  const marker = {width: 4, height: 1, radius: 0, color: style.color, gap: 4, text: '–'}
  if (style.ruleAbove) style.ruleAbove = {...rule, ...style.ruleAbove}
  if (style.ruleBelow) style.ruleBelow = {...rule, ...style.ruleBelow}
  if (style.marker) style.marker = {...marker, ...style.marker}
  return style
}
