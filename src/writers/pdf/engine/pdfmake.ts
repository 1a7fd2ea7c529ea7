/**
 * The classes of pdfmake 0.3.11 that the engine is built on, with the members it uses. The version is pinned: these are
 * the inside of pdfmake, not its interface.
 */
import type {EventEmitter} from 'node:events'
import columnCalculator from 'pdfmake/js/columnCalculator.js'
import docMeasure from 'pdfmake/js/DocMeasure.js'
import documentContext from 'pdfmake/js/DocumentContext.js'
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js'
import line from 'pdfmake/js/Line.js'
import pageElementWriter from 'pdfmake/js/PageElementWriter.js'
import pdfDocument from 'pdfmake/js/PDFDocument.js'

/** An object of the file; `data` is its dictionary. */
export interface PdfReference {
  readonly id: number
  data: Record<string, unknown>
  buffer: Uint8Array[] | Uint8Array
  compress: boolean
  end(content?: string | Uint8Array): void
  finalize(): void
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly dictionary: PdfReference
  readonly fonts: Record<string, PdfReference>
  readonly xobjects: Record<string, PdfReference>
  readonly annotations: PdfReference[]
  write(operators: string): void
}

/** pdfkit's document, as pdfmake extends it. */
export interface PdfWriter {
  page: PdfPage
  /** Dictionary of the catalog. */
  readonly catalog: Record<string, unknown>
  /** The transform from here to the page: a, b, c, d, e, f. */
  _ctm: readonly [number, number, number, number, number, number]
  readonly _ctmStack: readonly unknown[]
  _fontFamilies: Record<string, {finalize(): void}>
  ref(data?: Record<string, unknown>): PdfReference
  addPage(options: {size: [number, number]; margin: number}): void
  end(): void
  save(): void
  restore(): void
  translate(x: number, y: number): void
  scale(x: number, y?: number): void
  rect(x: number, y: number, width: number, height: number): PdfWriter
  roundedRect(x: number, y: number, width: number, height: number, radius: number): PdfWriter
  path(d: string): PdfWriter
  moveTo(x: number, y: number): PdfWriter
  lineTo(x: number, y: number): PdfWriter
  clip(): PdfWriter
  lineWidth(width: number): PdfWriter
  lineCap(cap: 'butt' | 'round'): PdfWriter
  dash(length: number, options: {space: number}): PdfWriter
  undash(): PdfWriter
  fillColor(color: string): PdfWriter
  strokeColor(color: string): PdfWriter
  fill(): void
  stroke(): void
}

interface BaseDocument {
  readonly info: Record<string, unknown>
  readonly _offsets: number[]
  _offset: number
  readonly _root: PdfReference
  _info: PdfReference
  subset: string | undefined
  _write(data: string | Uint8Array): void
  push(chunk: unknown): boolean
}

type DocumentOptions = Record<string, unknown>
export type PdfDocumentClass = new (
  fonts: object,
  images: object,
  patterns: object,
  attachments: object,
  options: DocumentOptions
) => PdfWriter & BaseDocument

/** A page being filled; for us a column. */
export interface ContextPage {
  items: unknown[]
  pageSize: {width: number; height: number; orientation: string}
  pageMargins: {left: number; top: number; right: number; bottom: number}
}

interface Snapshot {
  x: number
  y: number
  availableWidth: number
  page: number
  bottomMost: {y: number}
}

export interface PageChange {
  newPageCreated: boolean
  prevPage: number
  prevY: number
  y: number
}

interface BaseContext {
  pages: ContextPage[]
  snapshots: Snapshot[]
  backgroundLength: number[]
  x: number
  y: number
  page: number
  availableWidth: number
  availableHeight: number
  pageMargins: ContextPage['pageMargins']
  addMargin(start: number, end: number): void
  moveDown(offset: number): boolean
  moveToNextPage(): PageChange
  completeColumnGroup(height?: number, endingCell?: unknown): object
}

interface BaseWriter<Context> extends EventEmitter {
  context(): Context
  pushContext(context: Context): void
  popContext(): void
  moveToNextPage(): void
}

/** What pdfmake asks of a piece of text. */
export interface LineInline {
  text: string
  /** Written by pdfmake's line. */
  x: number
  width: number
  height: number
  leadingCut: number
  trailingCut: number
  lineEnd?: boolean
  noNewLine?: boolean
}

interface BaseLine<Inline extends LineInline> {
  inlines: Inline[]
  readonly maxWidth: number
  leadingCut: number
  trailingCut: number
  newLineForced?: boolean
  lastLineInParagraph?: boolean
  addInline(inline: Inline): void
  getHeight(): number
  getWidth(): number
}

export interface MeasuredNode {
  _minWidth: number
  _maxWidth: number
}

interface BaseMeasure<Node> {
  measureNode(node: Node): Node
}

interface BaseLayoutBuilder<Writer> {
  writer: Writer
  nestedLevel: number
  buildNextLine(node: {_inlines: LineInline[]}): unknown
  processColumns(node: object): void
}

interface ColumnCalculator {
  buildColumnWidths(
    columns: {width: number | 'auto' | '*'; _minWidth: number; _maxWidth: number}[],
    width: number
  ): void
}

export const PdfDocument = unwrap<PdfDocumentClass>(pdfDocument)
export const DocumentContext = unwrap<new () => BaseContext>(documentContext)
export const PageElementWriter =
  unwrap<new <Context extends BaseContext>(context: Context) => BaseWriter<Context>>(pageElementWriter)
export const Line = unwrap<new <Inline extends LineInline>(width: number) => BaseLine<Inline>>(line)
export const DocMeasure =
  unwrap<new <Node>(document: object, styles: object, defaultStyle: object) => BaseMeasure<Node>>(docMeasure)
export const LayoutBuilder =
  unwrap<new <Writer>(pageSize: object, margins: object) => BaseLayoutBuilder<Writer>>(layoutBuilder)
export const ColumnWidths = unwrap<ColumnCalculator>(columnCalculator)

/** Node, esbuild and vitest differ in what the default of a CommonJS module with `__esModule` is. */
export function unwrap<T>(module: unknown): T {
  const wrapped = typeof module === 'object' && module !== null && 'default' in module
  return (wrapped ? module.default : module) as T
}
