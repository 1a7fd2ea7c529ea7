/** One long document with everything in it: chapter after chapter, and every sentence said once. */
import type {Block, Column, Document, Inline, ListItem, TableCell, TableRow} from '../../src/document/nodes.ts'
import {album} from '../helpers/album.ts'

export interface Stress {
  document: Document
  /** Every sentence, in reading order, but those of tables of contents. */
  sentences: string[]
}

/** A document of `chapters` chapters of about five pages each. */
export function stress(chapters: number): Stress {
  const author = new Author()
  const text = Array.from({length: chapters}, (_, index) => author.chapter(index + 1))
  const title: Block = {type: 'heading', depth: 1, children: author.say('en')}
  const contents: Block = {type: 'toc', depth: 3, title: [{type: 'text', value: 'Contents'}]}
  const children: Block[] = [title, contents, {type: 'break', to: 'page'}, ...text]
  const document: Document = {
    type: 'document',
    lang: 'en',
    dir: 'ltr',
    meta: {title: 'Everything at once', authors: ['A. Example'], keywords: ['stress']},
    children: [{type: 'page', master: 'inner', children: [{type: 'frame', name: 'main', children}]}],
    running: {}
  }
  return {document, sentences: author.sentences}
}

type Lang = 'en' | 'mk' | 'el' | 'ar' | 'he' | 'hy' | 'ka'

const WORDS: Readonly<Record<Lang, readonly string[]>> = {
  en: ['orchard', 'ladder', 'frost', 'blossom', 'efficient', 'office', 'waffle', 'branches', 'together', 'harvest'],
  mk: ['овоштарник', 'скала', 'мраз', 'цвет', 'гранките', 'ѓердан', 'ќерка', 'љубов', 'њива', 'џемпер'],
  el: ['δέντρο', 'σκάλα', 'άνθος', 'κλαδί', 'καρπός', 'χειμώνας', 'ήλιος', 'νερό', 'χώμα', 'ρίζα'],
  ar: ['بستان', 'سلم', 'صقيع', 'زهرة', 'أغصان', 'حصاد', 'شتاء', 'ماء', 'تراب', 'جذور'],
  he: ['פרדס', 'סולם', 'כפור', 'פריחה', 'ענפים', 'קציר', 'חורף', 'מים', 'אדמה', 'שורש'],
  hy: ['այգի', 'սանդուղք', 'սառնամանիք', 'ծաղիկ', 'ճյուղեր', 'բերք', 'ձմեռ', 'ջուր', 'հող', 'արմատ'],
  ka: ['ბაღი', 'კიბე', 'ყინვა', 'ყვავილი', 'ტოტები', 'მოსავალი', 'ზამთარი', 'წყალი', 'მიწა', 'ფესვი']
}
const SCRIPTS = ['mk', 'el', 'ar', 'he', 'hy', 'ka'] as const
const pictures = Object.keys(album)

class Author {
  readonly sentences: string[] = []
  private notes = 0

  /** A sentence that nothing else says: words, by which it is known, and a number. */
  private sentence(lang: Lang, length: number): string {
    const words = WORDS[lang]
    let number = this.sentences.length
    const said = Array.from({length}, () => {
      const word = words[number % 10] ?? ''
      number = Math.floor(number / 10) + 7 * length
      return word
    })
    const sentence = `${said.join(' ')} ${this.sentences.length}.`
    this.sentences.push(sentence)
    return sentence
  }

  say(lang: Lang, length = 8): Inline[] {
    const text: Inline = {type: 'text', value: `${this.sentence(lang, length)} `}
    return lang === 'en' ? [text] : [{type: 'span', lang, children: [text]}]
  }

  private paragraph(...parts: Inline[][]): Block {
    return {type: 'paragraph', children: parts.flat()}
  }

  private plain(count = 3): Block {
    return this.paragraph(...Array.from({length: count}, (_, index) => this.say('en', 9 + index)))
  }

  private note(): Inline[] {
    this.notes += 1
    const number = this.notes
    return [{type: 'note', id: String(number), number, children: [this.paragraph(this.say('en', 12))]}]
  }

  private link(length: number): Inline[] {
    return [{type: 'link', url: 'https://example.org/a/long/way?to=go', children: this.say('en', length)}]
  }

  chapter(number: number): Block {
    const heading = (depth: 2 | 3 | 4 | 5 | 6): Block => ({type: 'heading', depth, children: this.say('en', 3)})
    const children: Block[] = [
      heading(2),
      this.plain(5),
      this.paragraph(this.say('en'), this.note(), this.say('mk'), this.link(25), this.note(), this.say('en')),
      heading(3),
      ...SCRIPTS.map((lang) => this.paragraph(this.say('en', 5), this.say(lang, 12), this.say('en', 4))),
      heading(4),
      this.list(5, 'en'),
      heading(5),
      {...this.list(5, 'ar'), lang: 'ar'},
      {...this.paragraph(this.say('ar', 20), this.say('he', 20), this.say('ar', 9)), lang: 'ar'},
      heading(6),
      this.plain(4),
      this.figure(number),
      {type: 'callout', kind: 'tip', title: this.say('en', 3), children: [this.plain(), this.list(1, 'en')]},
      {type: 'quote', children: [this.paragraph(this.say('en', 10))], source: this.say('en', 2)},
      {type: 'blockquote', children: [this.plain(2), this.plain(1)]},
      {type: 'code', value: Array.from({length: 6}, () => this.sentence('en', 4)).join('\n')},
      this.columns(),
      heading(3),
      this.table(number % 5 === 0 ? 60 : 14),
      this.plain(6)
    ]
    return {type: 'section', id: `chapter-${number}`, children}
  }

  private list(levels: number, lang: Lang): Block {
    const item = (more: Inline[] = []): ListItem => ({
      type: 'listItem',
      checked: null,
      children: [this.paragraph(this.say(lang, 6), more)]
    })
    const children = [item(), item(this.note()), item()]
    if (levels > 1) children[2]?.children.push(this.list(levels - 1, lang))
    return {type: 'list', ordered: levels % 2 === 0, start: 1, children}
  }

  private figure(number: number): Block {
    const name = pictures[number % pictures.length] ?? ''
    const picture = {src: `content/fuzz/${name}`, alt: `What ${name} shows`, decorative: false}
    return {type: 'figure', ...picture, width: 40, caption: this.say('en', 6)}
  }

  private columns(): Block {
    const column = (): Column => ({type: 'column', width: '*', children: [this.plain(2)]})
    return {type: 'columns', children: [column(), column()]}
  }

  /** Four columns; in each group of three rows one cell reaches over two columns, and one over all three rows. */
  private table(rows: number): Block {
    const cell = (children: Block[], more: Partial<TableCell> = {}): TableCell => ({
      type: 'tableCell',
      header: null,
      align: 'start',
      colspan: 1,
      rowspan: 1,
      children,
      ...more
    })
    const say = (lang: Lang = 'en') => [this.paragraph(this.say(lang, 2))]
    const head: TableRow = {
      type: 'tableRow',
      children: [1, 2, 1].map((colspan) => cell(say(), {header: 'column', colspan}))
    }
    const body = Array.from({length: rows}, (_, row): TableRow => {
      const first = row % 3 === 0
      const left = Math.min(3, rows - row)
      const cells = first
        ? [cell(say(), {header: 'row', rowspan: left}), cell(say('mk'), {colspan: 2})]
        : [cell(say()), cell([this.paragraph(this.say('en', 2), row % 7 === 0 ? this.note() : [])])]
      return {type: 'tableRow', children: [...cells, cell(say(row % 2 ? 'en' : 'el'), {align: 'end'})]}
    })
    return {type: 'table', caption: this.say('en', 4), children: [head, ...body]}
  }
}
