/** What the blocks of one file share: the styles in use, its lists, bookmarks and footnotes. */
import type {At} from '../../diagnostic.ts'
import type {Style, Styles} from '../../theme/styles.ts'
import {digest} from '../../world.ts'
import type {WordList, WordParagraph, WordStyle} from './model.ts'
import {type StyleName, styleId, styleNames, styleTitle} from './style-names.ts'

/** Word takes no more characters than this in the name of a bookmark. */
const longestBookmark = 40

/** Hex digits that tell the units of a publication apart. */
const unitDigits = 16

/** Indent of a list whose style has none, pt. */
const usualIndent = 18

/** Collects while the model is made; `styles()` and the lists are read at the end. */
export class Registry {
  readonly lists: WordList[] = []
  /** The author's line for the name of a unit's bookmark. */
  readonly places = new Map<string, At>()
  readonly notes: (readonly WordParagraph[])[] = []
  readonly #styles: Styles
  readonly #used = new Map<string, WordStyle>()
  readonly #bookmarks = new Map<string, string>()
  readonly #taken = new Set<string>()
  /** The number that the next repetition of a unit has, by the unit's name. */
  readonly #next = new Map<string, number>()
  readonly #placed = new Set<string>()

  constructor(styles: Styles) {
    this.#styles = styles
    for (const [key, name] of Object.entries(styleNames)) this.#add(name, styles.get(alike(key, styles)))
    for (const kind of ['Bullet', 'Number'] as const) this.listItem(kind, 0, [])
    // Word has six levels below the title, the text has five.
    this.#add({kind: 'paragraph', id: 'Heading6', name: 'heading 6', basedOn: 'Normal', outline: 6}, styles.get('h6'))
  }

  /** Id of the paragraph style `name` inside `scopes`. */
  paragraph(name: string, scopes: readonly string[] = []): string {
    const key = this.#styles.key(name, scopes)
    const known = styleNames[key]
    if (known?.kind === 'paragraph') return known.id
    const parent = styleNames[key === name ? 'body' : name] ?? styleNames.body
    const own: StyleName = {kind: 'paragraph', id: styleId(key), name: styleTitle(key)}
    if (parent) own.basedOn = parent.id
    if (parent?.outline !== undefined) own.outline = parent.outline
    return this.#add(own, this.#styles.get(name, scopes))
  }

  /** Id of the character style `name`, `undefined` where the pack has no such style. */
  character(name: string): string | undefined {
    const known = styleNames[name]
    if (known?.kind === 'character') return known.id
    if (!this.#styles.has(name)) return
    return this.#add({kind: 'character', id: `${styleId(name)}Char`, name: `${styleTitle(name)} Char`}, this.look(name))
  }

  /** Id of the character style of links inside `scopes`: Word's own, or one that is based on it. */
  link(scopes: readonly string[]): string {
    const key = this.#styles.key('link', scopes)
    if (key === 'link') return 'Hyperlink'
    const name = `${styleTitle(key.slice(0, -'.link'.length))} Hyperlink`
    return this.#add({kind: 'character', id: styleId(name), name, basedOn: 'Hyperlink'}, this.look('link', scopes))
  }

  /** The paragraph style of list items, `List Bullet 2`; a list deeper than Word's five looks as the fifth. */
  listItem(kind: 'Bullet' | 'Number', level: number, scopes: readonly string[]): string {
    const key = this.#styles.key('list', scopes)
    const scope = key === 'list' ? '' : `${styleTitle(key.slice(0, -'.list'.length))} `
    const name = `${scope}List ${kind}${level === 0 ? '' : ` ${Math.min(level, 4) + 1}`}`
    const around = key === 'list' && level > 0 ? ['list'] : scopes
    const list = {ordered: kind === 'Number', level: Math.min(level, 4)}
    return this.#add({kind: 'paragraph', id: styleId(name), name, basedOn: 'Normal', list}, this.look('list', around))
  }

  /** Add a style that has no name in a pack of its own. */
  derived(name: string, look: Style): string {
    return this.#add({kind: 'paragraph', id: styleId(name), name, basedOn: 'Normal'}, look)
  }

  /** Give the style with this id another look, for the whole file. */
  restyle(id: string, look: Style): void {
    const style = this.#used.get(id)
    if (style) this.#used.set(id, {...style, look})
  }

  /** How far the items of a list stand in from what is around it, pt. */
  itemIndent(ordered: boolean): number {
    return this.look(ordered ? 'numeral' : 'bullet').indent || this.look('list').indent || usualIndent
  }

  /** How far in a paragraph of the style with this id stands, pt. */
  indentOf(id: string): number {
    return this.#used.get(id)?.look.indent ?? 0
  }

  look(name: string, scopes: readonly string[] = []): Style {
    return this.#styles.get(name, scopes)
  }

  /** True where the pack, or Word, has a paragraph style of that name. */
  knows(name: string, scopes: readonly string[]): boolean {
    return styleNames[name]?.kind === 'paragraph' || this.#styles.has(this.#styles.key(name, scopes))
  }

  /** Name of the bookmark of `id`: the same for each link to it. */
  bookmark(id: string): string {
    const known = this.#bookmarks.get(id)
    if (known !== undefined) return known
    const letters = id.replace(/[^\p{L}\p{N}_]/gu, '_')
    const stem = /^\p{L}/u.test(letters) ? letters : `s${letters}`
    let name = cut(stem, longestBookmark)
    for (let number = 2; this.#taken.has(name.toLowerCase()); number++) {
      name = `${cut(stem, longestBookmark - 1 - String(number).length)}_${number}`
    }
    this.#taken.add(name.toLowerCase())
    this.#bookmarks.set(id, name)
    return name
  }

  /** Name of the bookmark to set for `id`, `undefined` where it is set already. */
  place(id: string | undefined): string | undefined {
    if (id === undefined || this.#placed.has(id)) return
    this.#placed.add(id)
    return this.bookmark(id)
  }

  /**
   * Name of the hidden bookmark of the translation unit `key`: by it a block is known again when the file comes back.
   * The same unit has the same name in every file of the publication; where it stands twice, the second has a number.
   * A unit in several paragraphs has a bookmark around each: that of a key figure's label ends in `_label`.
   */
  unit(key: string, place?: At): string {
    const stem = `_gf_${digest(key).slice(0, unitDigits)}`
    let number = this.#next.get(stem) ?? 1
    const named = () => (number === 1 ? stem : `${stem}_${number}`)
    while (this.#taken.has(named())) number++
    const name = named()
    this.#next.set(stem, number + 1)
    this.#taken.add(name)
    if (place) this.places.set(name, place)
    return name
  }

  addList(list: WordList): number {
    return this.lists.push(list) - 1
  }

  /** Give the style `id` a tab with a row of dots, at the end of its lines. */
  addEndTab(id: string, endTab: NonNullable<WordStyle['endTab']>): void {
    const style = this.#used.get(id)
    if (style) this.#used.set(id, {...style, endTab})
  }

  styles(): WordStyle[] {
    return [...this.#used.values()]
  }

  #add(name: Omit<WordStyle, 'look'>, look: Style): string {
    if (!this.#used.has(name.id)) this.#used.set(name.id, {...name, look: boxes.has(name.id) ? unboxed(look) : look})
    return name.id
  }
}

/** Code in a line looks like a block of code where the pack says no more. */
function alike(key: string, styles: Styles): string {
  return key === 'code-inline' && !styles.has(key) ? 'code' : key
}

/** Styles whose ground, padding and lines belong to the cell around their paragraphs. */
const boxes = new Set([
  'Callout',
  'CalloutTitle',
  'Aside',
  'AsideTitle',
  'KeyFigure',
  'TableText',
  'TableHeading',
  'TableFirstColumn'
])

function unboxed(look: Style): Style {
  const {ground: _, padding: __, ruleAbove: ___, ruleBelow: ____, ...character} = look
  return character
}

/** The first `length` UTF-16 units, never half a surrogate pair. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}
