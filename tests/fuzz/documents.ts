/** Documents of any shape: every kind of node inside every other that may hold it, short and long, in both directions. */
import type {Block, Document, Frame, Inline, ListItem, Page, TableCell, TableRow} from '../../src/document/nodes.ts'
import {Random, Words} from '../helpers/random.ts'

export interface Generated {
  document: Document
  /** What the document says, in reading order. */
  words: string
}

const LANGUAGES = ['en', 'mk', 'ar', 'he', 'fr', 'tr'] as const
const HOMES: Readonly<Record<string, number>> = {en: 0, mk: 1, ar: 3, he: 4, fr: 0, tr: 0}
const FOREIGN = ['mk', 'ar', 'en', 'el'] as const
/** Pictures that stand on the disk, as World knows them. */
export const PICTURES = [
  'gatefold:templates/strands/assets/mark.svg',
  'gatefold:templates/strands/assets/mark-reversed.svg'
] as const

/** The document of a seed. */
export function generate(seed: number): Generated {
  const random = new Random(seed)
  const lang = random.pick(LANGUAGES)
  const words = new Words(random, HOMES[lang] ?? 0)
  const maker = new Maker(random, words)
  const children = random.many(1, 3, () => maker.page())
  return {
    document: {
      type: 'document',
      lang,
      dir: lang === 'ar' || lang === 'he' ? 'rtl' : 'ltr',
      meta: {title: `Seed ${seed}`, authors: [], keywords: []},
      children,
      running: {}
    },
    words: words.written
  }
}

class Maker {
  private readonly random: Random
  private readonly words: Words
  private notes = 0
  private ids = 0
  private depth = 0
  /** Blocks that may still be made. */
  private left = 20

  constructor(random: Random, words: Words) {
    this.random = random
    this.words = words
  }

  page(): Page {
    const {random} = this
    const master = random.pick(['inner', 'opener', 'panel'])
    const names = random.chance(0.3) ? ['side', 'main'] : ['main']
    const children = names.map((name): Frame => ({type: 'frame', name, children: this.blocks(0, 8)}))
    return {type: 'page', master, children}
  }

  private blocks(least: number, most: number): Block[] {
    this.depth += 1
    const enough = this.depth > 6 || this.left <= 0
    const made = enough ? [this.paragraph()] : this.random.many(least, most, () => this.block())
    this.depth -= 1
    return made
  }

  private block(): Block {
    this.left -= 1
    const {random} = this
    const make = random.pick(this.makers())
    const block = make()
    if (random.chance(0.05)) block.lang = random.pick(FOREIGN)
    return block
  }

  private makers(): [() => Block, ...(() => Block)[]] {
    const {random, words} = this
    const inlines = () => this.inlines()
    const title = () => (random.chance(0.5) ? this.inlines(4) : [])
    return [
      () => this.paragraph(),
      () => this.paragraph(),
      () => this.paragraph(),
      () => ({type: 'heading', depth: random.pick([2, 3, 4, 5, 6]), id: this.id(), children: inlines()}),
      () => {
        const id = this.id()
        const heading: Block = {type: 'heading', depth: random.pick([2, 3, 4]), children: inlines()}
        return {type: 'section', id, children: [heading, ...this.blocks(0, 5)]}
      },
      () => ({
        type: 'group',
        style: random.pick(['panel', 'dense', 'callout', 'nothing']),
        children: this.blocks(0, 4)
      }),
      () => this.list(),
      () => this.list(),
      () => ({type: 'blockquote', children: this.blocks(1, 3)}),
      () => ({
        type: 'code',
        value: random.many(0, 8, () => `${' '.repeat(random.whole(0, 4))}${words.phrase()}`).join('\n')
      }),
      () => this.table(),
      () => this.table(),
      () => ({type: 'thematicBreak'}),
      () => this.figure(),
      () => ({
        type: 'callout',
        kind: random.pick(['note', 'tip', 'warning']),
        title: title(),
        children: this.blocks(0, 4)
      }),
      () => ({type: 'quote', children: this.blocks(1, 3), source: title()}),
      () => ({type: 'lead', kicker: title(), children: [this.paragraph()]}),
      () => ({type: 'aside', title: title(), children: this.blocks(0, 4)}),
      () => ({
        type: 'figures',
        children: random.many(1, 6, () => ({
          type: 'keyFigure',
          value: words.word(),
          unit: words.word(),
          label: inlines()
        }))
      }),
      () => ({
        type: 'programme',
        children: random.many(1, 12, () => ({
          type: 'programmeEntry',
          time: this.inlines(2),
          what: inlines(),
          where: title()
        }))
      }),
      () => ({
        type: 'columns',
        children: random.many(1, 4, () => ({
          type: 'column',
          width: random.pick<number | 'auto' | '*'>(['*', 'auto', 20, 45]),
          children: this.blocks(0, 4)
        }))
      }),
      () => ({type: 'break', to: random.pick(['page', 'column', 'panel', 'slide'])}),
      () => ({type: 'qr', url: 'https://example.org/', caption: title()}),
      () => ({type: 'toc', depth: random.whole(2, 4), title: []}),
      () => ({type: 'slide', title: [], children: []}),
      () => ({type: 'notes', children: []})
    ]
  }

  private paragraph(): Block {
    const long = this.random.chance(0.1)
    return {type: 'paragraph', children: long ? this.inlines(40) : this.inlines()}
  }

  private list(): Block {
    const {random} = this
    const tasks = random.chance(0.1)
    const item = (): ListItem => ({
      type: 'listItem',
      checked: tasks ? random.chance(0.5) : null,
      children: random.chance(0.7) ? [this.paragraph()] : this.blocks(0, 4)
    })
    const start = random.whole(1, random.chance(0.1) ? 9999 : 3)
    return {type: 'list', ordered: random.chance(0.5), start, children: random.many(0, 8, item)}
  }

  /** Cells that fill a grid, some of them over several columns or rows. */
  private table(): Block {
    const {random} = this
    const caption = random.chance(0.4) ? this.inlines(4) : []
    const columns = random.whole(1, random.chance(0.1) ? 12 : 5)
    const rows = random.whole(1, random.chance(0.1) ? 40 : 6)
    const heads = random.chance(0.7) ? Math.min(rows, random.whole(1, 2)) : 0
    const taken = new Set<string>()
    const children = Array.from({length: rows}, (_, row): TableRow => {
      const cells: TableCell[] = []
      for (let column = 0; column < columns; column++) {
        if (taken.has(`${row} ${column}`)) continue
        const free = (to: number) => to < columns && !taken.has(`${row} ${to}`)
        let colspan = 1
        while (random.chance(0.15) && free(column + colspan)) colspan += 1
        const rowspan = random.chance(0.1) ? random.whole(1, Math.max(1, (row < heads ? heads : rows) - row)) : 1
        for (let down = 0; down < rowspan; down++)
          for (let right = 0; right < colspan; right++) taken.add(`${row + down} ${column + right}`)
        const header = row < heads ? 'column' : column === 0 && random.chance(0.5) ? 'row' : null
        const rich = random.chance(0.1)
        const children = rich ? this.blocks(0, 3) : random.chance(0.1) ? [] : [this.cellText()]
        cells.push({
          type: 'tableCell',
          header,
          align: random.pick(['start', 'center', 'end']),
          colspan,
          rowspan,
          children
        })
      }
      return {type: 'tableRow', children: cells}
    })
    return {type: 'table', caption, children}
  }

  private cellText(): Block {
    return {type: 'paragraph', children: this.random.chance(0.03) ? this.inlines(60) : this.inlines(2)}
  }

  private figure(): Block {
    const {random} = this
    const decorative = random.chance(0.3)
    return {
      type: 'figure',
      src: random.pick(PICTURES),
      alt: decorative ? '' : 'Picture',
      decorative,
      ...(random.chance(0.5) && {width: random.whole(5, 400)}),
      caption: random.chance(0.5) ? this.inlines(4) : [],
      ...(random.chance(0.3) && {credit: this.words.phrase()})
    }
  }

  private id(): string {
    this.ids += 1
    return this.random.chance(0.9) ? `id-${this.ids}` : `дел ${this.ids}`
  }

  private inlines(most = 5): Inline[] {
    return this.random.many(1, most, () => this.inline(0))
  }

  private inline(depth: number): Inline {
    const {random, words} = this
    const text = (): Inline => ({type: 'text', value: `${random.chance(0.5) ? ' ' : ''}${words.prose()} `})
    if (depth > 3 || random.chance(0.5)) return text()
    const inner = () => random.many(1, 3, () => this.inline(depth + 1))
    const link = (): Inline => ({
      type: 'link',
      url: random.chance(0.5) ? 'https://example.org/a b?q=ж#x' : `#id-${random.whole(1, this.ids + 1)}`,
      ...(random.chance(0.3) && {title: 'Title'}),
      children: random.many(1, 3, text)
    })
    return random.pick<() => Inline>([
      () => ({type: 'strong', children: inner()}),
      () => ({type: 'emphasis', children: inner()}),
      () => ({type: 'delete', children: inner()}),
      () => ({type: 'superscript', children: [text()]}),
      () => ({type: 'subscript', children: [text()]}),
      () => ({type: 'inlineCode', value: words.phrase()}),
      link,
      link,
      () => ({type: 'lineBreak'}),
      () => ({type: 'image', src: random.pick(PICTURES), alt: '', decorative: true}),
      () => ({type: 'span', lang: random.pick(FOREIGN), children: inner()}),
      () => ({type: 'span', dir: random.pick(['ltr', 'rtl']), children: inner()}),
      () => this.note()
    ])()
  }

  private note(): Inline {
    const {random} = this
    if (this.depth > 20 || random.chance(0.3)) return {type: 'text', value: ' '}
    this.notes += 1
    const number = this.notes
    this.depth += 20
    const children = random.many(1, random.chance(0.1) ? 6 : 1, () => this.paragraph())
    this.depth -= 20
    return {type: 'note', id: `n${number}`, number, children}
  }
}
