/** The names our styles have in Word: its own where it has one, so that people and other programs know them. */

export interface StyleName {
  kind: 'paragraph' | 'character'
  id: string
  /** Word's own name for it where it has one, `heading 1`. */
  name: string
  basedOn?: string
  next?: string
  /** 1-6 where the paragraph belongs to the outline. */
  outline?: number
}

const paragraph = (name: string, more: Partial<StyleName> = {}): StyleName => ({
  kind: 'paragraph',
  id: styleId(name),
  name,
  basedOn: 'Normal',
  ...more
})

const heading = (level: number): StyleName =>
  paragraph(`heading ${level}`, {id: `Heading${level}`, next: 'Normal', outline: level})

const character = (name: string): StyleName => ({kind: 'character', id: styleId(name), name})

/** A content `##` is Word's Heading 1: the title has a style of its own there. */
export const styleNames: Readonly<Record<string, StyleName>> = {
  body: {kind: 'paragraph', id: 'Normal', name: 'Normal'},
  h1: paragraph('Title', {next: 'Normal'}),
  subtitle: paragraph('Subtitle', {next: 'Normal'}),
  part: paragraph('Part', {basedOn: 'Heading1', next: 'Normal', outline: 1}),
  h2: heading(1),
  h3: heading(2),
  h4: heading(3),
  h5: heading(4),
  h6: heading(5),
  list: paragraph('List Paragraph'),
  lead: paragraph('Lead', {basedOn: 'Subtitle', next: 'Normal'}),
  kicker: paragraph('Kicker'),
  quote: paragraph('Quote'),
  'quote-source': paragraph('Quote Source', {next: 'Normal'}),
  blockquote: paragraph('Block Text'),
  code: paragraph('Source Code'),
  callout: paragraph('Callout'),
  'callout-title': paragraph('Callout Title', {next: 'Callout'}),
  aside: paragraph('Aside'),
  'aside-title': paragraph('Aside Title', {next: 'Aside'}),
  figure: paragraph('Key Figure'),
  'figure-label': paragraph('Key Figure Label'),
  table: paragraph('Table Text'),
  'table-head': paragraph('Table Heading'),
  'table-first': paragraph('Table First Column'),
  caption: paragraph('caption', {id: 'Caption', next: 'Normal'}),
  credit: paragraph('Credit', {next: 'Normal'}),
  note: paragraph('footnote text', {id: 'FootnoteText'}),
  contact: paragraph('Contact'),
  'programme-time': paragraph('Programme Time'),
  'programme-what': paragraph('Programme Entry'),
  'programme-where': paragraph('Programme Place'),
  'toc-1': paragraph('toc 1', {id: 'TOC1'}),
  'toc-2': paragraph('toc 2', {id: 'TOC2'}),
  'toc-3': paragraph('toc 3', {id: 'TOC3'}),
  'toc-title': paragraph('TOC Heading', {next: 'Normal'}),
  header: paragraph('header', {id: 'Header'}),
  footer: paragraph('footer', {id: 'Footer'}),
  rule: paragraph('Rule', {next: 'Normal'}),
  'table-end': paragraph('Table End', {next: 'Normal'}),
  picture: paragraph('Picture', {next: 'Normal'}),
  link: character('Hyperlink'),
  'code-inline': {...character('Verbatim Char'), id: 'VerbatimChar'},
  'figure-unit': character('Key Figure Unit')
}

/** Id of the style called `name`: `List Bullet` → `ListBullet`, `panel.body` → `PanelBody`. */
export function styleId(name: string): string {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
}

/** Name under which Word shows a style that is the pack's own: `panel.body` → `Panel Body`. */
export function styleTitle(key: string): string {
  const words = key.split(/[^\p{L}\p{N}]+/u)
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ')
}
