/** pdfkit's document with our own identifiers, structure tree, metadata and file layout: PDF/UA-1 and PDF/A-2a. */
import type {EngineOptions} from '../engine.ts'
import {DEEPEST_STATE, hasLongString, isLanguage, isSound} from './conformance.ts'
import {type Deflated, deflated, writeDeflated} from './deflated.ts'
import {type FileObject, writeFile} from './file.ts'
import type {EmbeddedFont} from './font.ts'
import {type OutlineEntry, writeOutline} from './outline.ts'
import {PdfDocument, type PdfPage} from './pdfmake.ts'
import {srgbProfile} from './srgb.ts'
import {StructureTree} from './structure.ts'
import {type Metadata, pdfDate, xmp} from './xmp.ts'

/** The same for every document. */
let profile: Deflated | undefined

export class TaggedDocument extends PdfDocument {
  readonly tree: StructureTree = new StructureTree()
  readonly outlineEntries: OutlineEntry[] = []
  /** Name of a destination → where it is; the first place counts. */
  readonly destinations = new Map<string, unknown[]>()
  readonly pageLabels: string[] = []
  /** Cleared where the file cannot be PDF/UA and PDF/A, so that it does not say it is. */
  conforms: boolean
  _font: EmbeddedFont | undefined
  private readonly metadata: Metadata
  /** What hands the operators of a page over when it is ended. */
  private readonly closings = new Map<PdfPage, () => void>()
  private result: Buffer | undefined
  // Without initial values: pdfkit's constructor writes before a subclass has its fields.
  declare private objects: FileObject[] | undefined
  declare private current: FileObject | undefined

  constructor(metadata: Metadata, {dir, purpose}: Pick<EngineOptions, 'dir' | 'purpose'>) {
    const {lang} = metadata
    super(
      {},
      {},
      {},
      {},
      {
        pdfVersion: '1.7',
        lang,
        autoFirstPage: false,
        bufferPages: true,
        font: null
      }
    )
    this.metadata = metadata
    this.conforms = metadata.title.trim() !== '' && isLanguage(lang) && purpose === undefined
    this.catalog['ViewerPreferences'] = this.ref({
      DisplayDocTitle: true,
      // Pages that lie side by side follow the reading direction.
      Direction: dir === 'rtl' ? 'R2L' : 'L2R',
      ...(purpose === 'booklet' && {Duplex: 'DuplexFlipShortEdge', PrintScaling: 'None'})
    })
    this.subset = 'own'
    delete this.info['CreationDate']
    Object.assign(this.info, documentInfo(metadata))
  }

  override get catalog(): Record<string, unknown> {
    return this._root.data
  }

  /** svg-to-pdfkit chooses fonts by it, and takes the font from `_font`. */
  font(font: EmbeddedFont): this {
    this._font = font
    return this
  }

  /** Keep the state of graphics, as far as a file may. */
  override save(): this {
    super.save()
    if (this._ctmStack.length > DEEPEST_STATE) this.conforms = false
    return this
  }

  /** Close the file and give its bytes. */
  close(): Buffer {
    this.end()
    if (!this.result) throw new Error('The file has objects that were never ended')
    return this.result
  }

  /** Operators wait until the page is ended: pdfkit would make a buffer of each. */
  override addPage(options: {size: [number, number]; margin: number}): void {
    super.addPage(options)
    const {page} = this
    const write = page.write.bind(page)
    const operators: string[] = []
    page.write = (operator) => operators.push(operator)
    this.closings.set(page, () => operators.length > 0 && write(operators.join('\n')))
  }

  endPageMarkings(page: PdfPage): void {
    this.closings.get(page)?.()
  }

  /** pdfkit asks for it when the document is set up; the tree is our own. */
  initMarkings(): void {
    this.catalog['MarkInfo'] = {Marked: true}
  }

  endMarkings(): void {
    this.tree.write(this)
    if (!isSound(this.tree.root)) this.conforms = false
  }

  /** The outline is our own, too: pdfkit's entries point at whole pages. */
  initOutline(): void {}

  endOutline(): void {
    writeOutline(this, this.outlineEntries)
  }

  /** The output intent: colours are sRGB. */
  endSubset(): void {
    profile ??= deflated(srgbProfile())
    const name = new String('sRGB IEC61966-2.1')
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: name,
      Info: name,
      DestOutputProfile: writeDeflated(this, {N: 3}, profile)
    })
    intent.end()
    this.catalog['OutputIntents'] = [intent]
  }

  endMetadata(): void {
    const metadata = this.ref({Type: 'Metadata', Subtype: 'XML'})
    metadata.compress = false
    metadata.end(Buffer.from(xmp(this.metadata, this.conforms), 'utf8'))
    this.catalog['Metadata'] = metadata
    this.catalog['Names'] = this.names()
    if (this.pageLabels.some((label) => label !== ''))
      this.catalog['PageLabels'] = {Nums: labelEntries(this.pageLabels)}
  }

  /** Collect the objects that pdfkit writes one part after the other. */
  override _write(data: string | Uint8Array): void {
    this.objects ??= []
    const {current} = this
    if (typeof data !== 'string') {
      if (current) current.stream = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
      return
    }
    const begun = /^(\d+) 0 obj$/.exec(data)
    if (begun) {
      this.current = {id: Number(begun[1]), value: undefined, stream: undefined}
    } else if (data === 'endobj') {
      if (current) this.objects.push(current)
      this.current = undefined
    } else if (current && current.value === undefined) {
      if (hasLongString(data)) this.conforms = false
      current.value = data
    }
  }

  /** pdfkit calls it when all objects are ended. */
  _finalize(): void {
    this.result = writeFile(this.objects ?? [], {root: this._root.id, info: this._info.id})
  }

  /** Replaces pdfkit's tree of names, whose order depends on the locale of the machine. */
  private names(): unknown {
    const original = this.catalog['Names']
    const entries = [...this.destinations].sort(([a], [b]) => (a < b ? -1 : 1))
    const tree = {Names: entries.flatMap(([name, target]) => [new String(name), target])}
    if (entries.length > 0 && isReference(original)) original.data = {Dests: tree}
    else if (isReference(original)) original.data = {}
    return original
  }
}

function isReference(value: unknown): value is {data: Record<string, unknown>} {
  return typeof value === 'object' && value !== null && 'data' in value
}

function documentInfo({title, author, subject, keywords, epoch}: Metadata): Record<string, unknown> {
  const date = epoch === undefined ? undefined : new String(pdfDate(epoch))
  return {
    Title: title,
    ...(author && {Author: author}),
    ...(subject && {Subject: subject}),
    ...(keywords?.length && {Keywords: keywords.join(', ')}),
    Creator: 'Gatefold',
    Producer: 'Gatefold',
    ...(date && {CreationDate: date, ModDate: date})
  }
}

/** Labels of pages: a number where it is the page's own in ASCII digits, else as it is. ISO 32000-1, 12.4.2. */
function labelEntries(labels: readonly string[]): unknown[] {
  const isNumber = (index: number): boolean => ['', String(index + 1)].includes(labels[index] ?? '-')
  return labels.flatMap((label, index): unknown[] => {
    if (!isNumber(index)) return [index, {P: new String(label)}]
    return isNumber(index - 1) ? [] : [index, {S: 'D', St: index + 1}]
  })
}
