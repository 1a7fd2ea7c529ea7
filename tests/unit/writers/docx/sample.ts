/** What the Word writer's tests write: a brand, styles, a page, and short ways to say nodes. */
import {Diagnostics} from '../../../../src/diagnostic.ts'
import type {
  Block,
  Document,
  Inline,
  ListItem,
  Paragraph,
  Section,
  TableCell,
  Text
} from '../../../../src/document/nodes.ts'
import type {Locale} from '../../../../src/locale.ts'
import type {Brand} from '../../../../src/theme/brand.ts'
import {type StyleSheet, Styles} from '../../../../src/theme/styles.ts'
import {diskWorld, programRoot} from '../../../../src/world.ts'
import type {WriterContext} from '../../../../src/writers/writer.ts'
import {masterWith} from '../../../helpers/master.ts'

const face = (family: string, weight: number) => ({family, weight, italic: false, path: `npm:${family}-${weight}.ttf`})

export const brand: Brand = {
  name: 'Strands',
  colors: {
    ink: '#16211F',
    pine: '#0F3B38',
    lilac: '#CBBDEB',
    'lilac-tint': '#EFEBF8',
    'signal-text': '#B8350F',
    muted: '#55625F',
    rule: '#C6D0CD',
    paper: '#FFFFFF',
    foreground: '#16211F',
    background: '#FFFFFF',
    primary: '#0F3B38',
    light: '#EFEBF8',
    secondary: '#CBBDEB',
    tertiary: '#B8350F',
    link: '#B8350F'
  },
  faces: [
    ...[300, 400, 500, 600].map((weight) => face('Geologica', weight)),
    ...[400, 600].map((weight) => face('Source Serif 4', weight)),
    ...[400, 500, 600].map((weight) => face('IBM Plex Sans Arabic', weight)),
    ...[400, 600].map((weight) => face('Noto Naskh Arabic', weight))
  ],
  roles: {head: 'Geologica', text: 'Source Serif 4', mono: 'Geologica'},
  scripts: {arab: {head: 'IBM Plex Sans Arabic', text: 'Noto Naskh Arabic'}},
  fallback: [],
  substitutes: {Geologica: 'Segoe UI', 'Source Serif 4': 'Cambria', 'Noto Naskh Arabic': 'Sakkal Majalla'},
  logos: {}
}

export const sheet: StyleSheet = {
  body: {font: 'text', size: 10.5, leading: 15.5, color: 'ink', after: 7, arab: {size: 12, leading: 21}},
  h1: {font: 'head', weight: 300, size: 28, leading: 34, color: 'pine', after: 4},
  subtitle: {size: 13, leading: 19, color: 'muted', after: 14},
  h2: {font: 'head', weight: 500, size: 16, leading: 20, color: 'pine', before: 18, after: 6},
  h3: {font: 'head', weight: 600, size: 12, leading: 16, color: 'pine', before: 12, after: 4},
  list: {indent: 22.7, after: 3.5},
  bullet: {
    font: 'head',
    weight: 600,
    marker: {width: 8, height: 2, radius: 1, color: 'signal-text', gap: 6, text: '–'}
  },
  numeral: {font: 'head', weight: 500, color: 'signal-text', number: '{n}.'},
  quote: {
    font: 'head',
    size: 14,
    leading: 19.5,
    color: 'pine',
    marker: {width: 24, height: 3, radius: 1.5, color: 'signal-text', gap: 9, text: '–'}
  },
  callout: {
    size: 10,
    leading: 14.5,
    ground: 'lilac-tint',
    padding: [12, 14],
    ruleAbove: {width: 3, color: 'lilac', gap: 12}
  },
  'callout-title': {font: 'head', weight: 600, size: 10, leading: 14, color: 'pine', after: 3},
  figure: {font: 'head', weight: 300, size: 30, leading: 34, color: 'pine'},
  'figure-unit': {extends: 'figure', size: 13},
  'table-head': {
    font: 'head',
    weight: 600,
    size: 9.2,
    leading: 13,
    color: 'pine',
    ruleBelow: {width: 1.2, color: 'pine', gap: 4}
  },
  table: {font: 'head', size: 9.2, leading: 13, ruleBelow: {width: 0.5, color: 'rule', gap: 4}},
  'table-first': {extends: 'table', weight: 500, color: 'pine'},
  caption: {font: 'head', weight: 500, size: 8.4, leading: 12, color: 'muted', after: 6},
  note: {size: 8.4, leading: 12},
  link: {color: 'signal-text'},
  muted: {color: 'muted'},
  header: {
    font: 'head',
    weight: 500,
    size: 7.6,
    leading: 11,
    color: 'pine',
    ruleBelow: {width: 0.5, color: 'rule', gap: 6}
  },
  footer: {
    font: 'head',
    weight: 500,
    size: 7.6,
    leading: 11,
    color: 'muted',
    ruleAbove: {width: 0.5, color: 'rule', gap: 6}
  },
  'panel.body': {size: 9},
  'people.list': {columns: 2},
  'beside.figure': {numberWidth: 120}
}

const word = masterWith({
  name: 'word',
  width: 210,
  height: 297,
  margins: {top: 30, bottom: 25, start: 25, end: 25},
  header: 'word-header.hbs',
  footer: 'word-footer.hbs',
  frames: {
    main: {x: 25, y: 30, width: 160, height: 242, columns: 1, valign: 'top'},
    header: {x: 25, y: 12.5, width: 160, height: 8, columns: 1, valign: 'top'},
    footer: {x: 25, y: 279, width: 160, height: 8, columns: 1, valign: 'top'}
  }
})

const arabicDigits = '٠١٢٣٤٥٦٧٨٩'

function localeOf(lang: string): Locale {
  const arabic = lang === 'ar'
  return {
    lang,
    dir: arabic ? 'rtl' : 'ltr',
    script: arabic ? 'Arab' : 'Cyrl',
    t: (key, values) => [key, ...Object.values(values ?? {})].join(' '),
    number: String,
    date: (iso) => iso,
    digits: (text) => (arabic ? text.replace(/\d/g, (digit) => arabicDigits[Number(digit)] ?? digit) : text),
    list: (items) => items.join(', '),
    sentence: (words) => words,
    quotes: ['„', '“', '’', '‘']
  }
}

/** A context over the program's own folder, with the clock at `epoch`. */
export function contextOf(lang: string, options: {epoch?: number; project?: string} = {}) {
  const diagnostics = new Diagnostics()
  const locale = localeOf(lang)
  const context: WriterContext = {
    world: diskWorld(options.project ?? programRoot(), {epoch: options.epoch}),
    theme: {brand, styles: new Styles(sheet, locale.script), masters: {word}},
    locale,
    report: diagnostics.report,
    format: 'word',
    options: {}
  }
  return {context, diagnostics}
}

export const t = (value: string): Text => ({type: 'text', value})
const inline = (content: string | Inline[]): Inline[] => (typeof content === 'string' ? [t(content)] : content)
export const p = (content: string | Inline[]): Paragraph => ({type: 'paragraph', children: inline(content)})
export const heading = (depth: 1 | 2 | 3 | 4 | 5 | 6, content: string | Inline[]): Block => ({
  type: 'heading',
  depth,
  children: inline(content)
})
export const item = (...children: Block[]): ListItem => ({type: 'listItem', checked: null, children})
export const list = (ordered: boolean, ...children: ListItem[]): Block => ({type: 'list', ordered, start: 1, children})
export const section = (id: string, ...children: Block[]): Section => ({type: 'section', id, children})

/** A document of one page on the master `word`, with a header and a footer. */
export function documentOf(lang: string, body: Block[], own: Partial<Document> = {}): Document {
  return {
    type: 'document',
    lang,
    dir: lang === 'ar' ? 'rtl' : 'ltr',
    meta: {title: 'Наслов', authors: ['Gatefold'], keywords: ['миграција', 'мисија'], description: 'Опис'},
    children: [{type: 'page', master: 'word', children: [{type: 'frame', name: 'main', children: body}]}],
    running: {
      'word-header.hbs': [
        {type: 'frame', name: 'header', children: [p('Организација')]},
        {type: 'frame', name: 'header', children: [p([{type: 'span', style: 'muted', children: [t('Наслов')]}])]}
      ],
      'word-footer.hbs': [
        {type: 'frame', name: 'footer', children: [p('www.example.org')]},
        {
          type: 'frame',
          name: 'footer',
          children: [p([t('Страница '), {type: 'field', name: 'page'}, t(' од '), {type: 'field', name: 'pages'}])]
        }
      ]
    },
    ...own
  }
}

export const cell = (text: string, own: Partial<TableCell> = {}): TableCell => ({
  type: 'tableCell',
  header: null,
  align: 'start',
  colspan: 1,
  rowspan: 1,
  children: [p(text)],
  ...own
})
