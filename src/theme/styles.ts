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
  hyphenate: boolean
  /** Sizes to step down through until the longest word fits and the text takes no more than `maxLines`. */
  steps?: readonly number[]
  maxLines?: number
  /** Box: ground colour, padding [vertical, horizontal], lines above and below. */
  ground?: string
  padding?: readonly [number, number]
  ruleAbove?: Rule
  ruleBelow?: Rule
  marker?: Marker
  /** Characters that quotation marks or list numbers take: `'{n}.'`, `'{n}'`. */
  number?: string
  /** Width of the column for a list number. */
  numberWidth?: number
  /** Keep the block on one page. */
  unbreakable: boolean
}

/** Styles as written: any of a Style's properties, `extends`, and values for a script (ISO 15924, lower case). */
export type StyleSheet = Readonly<Record<string, Partial<Style> & {extends?: string} & Record<string, unknown>>>

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

/** What a style without an entry of its own takes its values from. */
const parents: Readonly<Record<string, string>> = {
  strong: 'body',
  emphasis: 'body'
}

/**
 * The styles of one document. A name is looked up in the scopes around a node, the innermost first: inside
 * `class="panel"` a paragraph is `panel.body` where the sheet has it, else `body`.
 */
export class Styles {
  readonly #sheet: StyleSheet
  readonly #script: string
  readonly #resolved = new Map<string, Style>()

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
    const known = this.#resolved.get(key)
    if (known) return known
    const style = this.#resolve(key, [])
    this.#resolved.set(key, style)
    return style
  }

  #resolve(key: string, trail: readonly string[]): Style {
    const entry = this.#sheet[key]
    const name = key.slice(key.lastIndexOf('.') + 1)
    if (!entry) return key === 'body' ? root : this.#resolve(name === key ? (parents[name] ?? 'body') : name, trail)
    const parent = entry.extends ?? (name !== key ? name : key === 'body' ? undefined : (parents[name] ?? 'body'))
    const base = parent === undefined || trail.includes(parent) ? root : this.#inherit(parent, [...trail, key])
    const own = {...entry, ...(entry[this.#script] as Partial<Style> | undefined)}
    return {...base, ...own}
  }

  /** What a style takes from its parent: the character, not the box or the space around it. */
  #inherit(parent: string, trail: readonly string[]): Style {
    return this.#resolve(parent, trail)
  }
}
