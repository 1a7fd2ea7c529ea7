/** Elements of WordprocessingML that docx has no class for, as classes of its own kind. */
import {
  BuilderElement,
  type IContext,
  type IImageOptions,
  ImageRun,
  InternalHyperlink,
  type IRunOptions,
  type ITableOptions,
  type ParagraphChild,
  Run,
  Table,
  TextRun,
  XmlComponent
} from 'docx'

/** What docx hands to its XML printer. */
type IXmlableObject = NonNullable<ReturnType<XmlComponent['prepForXml']>>

import type {WordField, WordLink, WordPicture, WordTable} from './model.ts'

const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** Text that looks as its style says, as most does: docx asks of each run for forty things that it may have. */
export class PlainText extends TextRun {
  readonly #text: string
  readonly #rtl: boolean

  constructor(text: string, rtl: boolean) {
    super({})
    this.#text = text
    this.#rtl = rtl
  }

  override prepForXml(): IXmlableObject {
    const text = {'w:t': [{_attr: {'xml:space': 'preserve'}}, this.#text]}
    return {'w:r': this.#rtl ? [{'w:rPr': [{'w:rtl': {}}]}, text] : [text]}
  }
}

/** A link with a tooltip; the id of its relationship counts up, where docx draws one by lot. */
export class Link extends InternalHyperlink {
  readonly #link: WordLink
  readonly #ids = new Map<object, string>()

  constructor(link: WordLink, children: readonly ParagraphChild[]) {
    super({anchor: link.anchor ?? '', children})
    this.#link = link
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const content: unknown = super.prepForXml(context)?.['w:hyperlink']
    const children = Array.isArray(content) ? content.filter((part) => part?._attr === undefined) : []
    return {'w:hyperlink': [{_attr: this.#attributes(context)}, ...children]}
  }

  /** What a picture in the link says of it: the same relationship, or nothing where the link leads to a bookmark. */
  override createDrawingClick(context: IContext, declareNamespace: boolean): XmlComponent {
    const id = this.#relationship(context)
    if (id === undefined) return new Nothing()
    const namespace = {key: 'xmlns:a', value: 'http://schemas.openxmlformats.org/drawingml/2006/main'}
    return new BuilderElement<{namespace?: string; id: string}>({
      name: 'a:hlinkClick',
      attributes: {...(declareNamespace && {namespace}), id: {key: 'r:id', value: id}}
    })
  }

  #attributes(context: IContext): Record<string, string> {
    const {anchor, tooltip} = this.#link
    const attributes: Record<string, string> = {'w:history': '1'}
    if (tooltip !== undefined) attributes['w:tooltip'] = tooltip
    if (anchor !== undefined) attributes['w:anchor'] = anchor
    const id = this.#relationship(context)
    return id === undefined ? attributes : {...attributes, 'r:id': id}
  }

  #relationship({viewWrapper: {Relationships}}: IContext): string | undefined {
    const {url} = this.#link
    const known = this.#ids.get(Relationships)
    if (url === undefined || known !== undefined) return known
    const id = `link${Relationships.RelationshipCount + 1}`
    Relationships.addRelationship(id, hyperlink, url, 'External')
    this.#ids.set(Relationships, `rId${id}`)
    return `rId${id}`
  }
}

/** What prints as nothing, where docx wants something. */
class Nothing extends XmlComponent {
  constructor() {
    super('nothing')
  }

  override prepForXml(): undefined {}
}

/** A picture of which parts are cut off, in parts of its width and height (`a:srcRect`, in 1/1000 of a percent). */
export class CutImage extends ImageRun {
  readonly #cut: WordPicture['cut']

  constructor(options: IImageOptions, cut: WordPicture['cut']) {
    super(options)
    this.#cut = cut
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const xml = super.prepForXml(context)
    if (!this.#cut) return xml
    const {left, top, right, bottom} = this.#cut
    const [l, t, r, b] = [left, top, right, bottom].map((part) => Math.round(part * 100_000))
    for (const fill of within(xml, 'pic:blipFill')) {
      const at = fill.findIndex((part) => isObject(part) && 'a:srcRect' in part)
      fill[at] = {'a:srcRect': {_attr: {l, t, r, b}}}
    }
    return xml
  }
}

/** Contents of the elements called `name` in what docx prints. */
function within(value: unknown, name: string): unknown[][] {
  if (Array.isArray(value)) return value.flatMap((part) => within(part, name))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, content]) =>
    key === name && Array.isArray(content) ? [content] : within(content, name)
  )
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** A complex field, one run to a part: in a single run, as docx writes it, pandoc does not see the value. */
export function splitField(field: WordField, options: IRunOptions): ParagraphChild[] {
  const run = (part: XmlComponent) => new Run({...options, children: [part]})
  return [
    run(fieldMark('begin')),
    run(instruction(field.code)),
    run(fieldMark('separate')),
    new Run({...options, text: field.value}),
    run(fieldMark('end'))
  ]
}

/** The beginning of a field that Word has still to fill. */
export function openField(code: string): ParagraphChild[] {
  const parts = [fieldMark('begin', true), instruction(code), fieldMark('separate')]
  return parts.map((part) => new Run({children: [part]}))
}

/** The end of such a field. */
export function closedField(): ParagraphChild[] {
  return [new Run({children: [fieldMark('end')]})]
}

function instruction(code: string): XmlComponent {
  const text = new BuilderElement({name: 'w:instrText', attributes: {space: {key: 'xml:space', value: 'preserve'}}})
  text.addChildElement(` ${code} `)
  return text
}

function fieldMark(type: 'begin' | 'separate' | 'end', dirty = false): XmlComponent {
  return new BuilderElement({
    name: 'w:fldChar',
    attributes: {
      type: {key: 'w:fldCharType', value: type},
      ...(dirty ? {dirty: {key: 'w:dirty', value: 'true'}} : {})
    }
  })
}

/** A table that names itself for those who do not see it: the last of its properties. */
export class CaptionedTable extends Table {
  readonly #said: IXmlableObject[]

  constructor(options: ITableOptions, {caption, description}: Pick<WordTable, 'caption' | 'description'>) {
    super(options)
    const said = {'w:tblCaption': caption, 'w:tblDescription': description}
    this.#said = Object.entries(said).flatMap(([name, words]) =>
      words === undefined ? [] : [{[name]: {_attr: {'w:val': words}}}]
    )
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const xml = super.prepForXml(context)
    const content: unknown = xml?.['w:tbl']
    if (!Array.isArray(content)) return xml
    for (const part of content) if (Array.isArray(part?.['w:tblPr'])) part['w:tblPr'].push(...this.#said)
    return xml
  }
}
