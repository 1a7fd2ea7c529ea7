/** Paragraphs and tables as docx takes them. */
import {
  Bookmark,
  ColumnBreak,
  FrameAnchorType,
  FrameWrap,
  type IParagraphOptions,
  type ITableCellOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  type Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType
} from 'docx'
import type {Brand} from '../../theme/brand.ts'
import type {WordBlock, WordCell, WordModel, WordParagraph, WordTable} from './model.ts'
import {packInlines} from './pack-inlines.ts'
import {listIndent, numberingReference} from './pack-numbering.ts'
import {alignment, borderOf} from './pack-styles.ts'
import {twips} from './units.ts'
import {type StrongFont, wordColor} from './word-theme.ts'
import {CaptionedTable} from './xml-components.ts'

export interface PackState {
  brand: Brand
  model: WordModel
  /** Font of strong words by the id of their paragraph's style, where it is not that of the style. */
  strong: ReadonlyMap<string, StrongFont>
}

export function packBlocks(blocks: readonly WordBlock[], state: PackState): (Paragraph | Table)[] {
  return blocks.map((block) => (block.type === 'paragraph' ? packParagraph(block, state) : packTable(block, state)))
}

export function packParagraph(paragraph: WordParagraph, state: PackState): Paragraph {
  const {align} = paragraph
  return new Paragraph({
    style: paragraph.style,
    // The mark of the paragraph too: Word takes from it what is typed at the end.
    ...(paragraph.rtl ? {bidirectional: true, run: {rightToLeft: true}} : {}),
    ...(align === undefined ? {} : {alignment: alignment[align]}),
    ...(paragraph.keepNext ? {keepNext: true} : {}),
    ...placeOfItem(paragraph, state),
    ...(paragraph.after === undefined ? {} : {spacing: {after: twips(paragraph.after)}}),
    ...(paragraph.indentEnd === undefined ? {} : {indent: {end: twips(paragraph.indentEnd)}}),
    ...(paragraph.ground === undefined
      ? {}
      : {shading: {type: ShadingType.CLEAR, fill: wordColor(state.brand, paragraph.ground)}}),
    ...(paragraph.place === undefined ? {} : framed(paragraph.place)),
    ...(paragraph.endTab === undefined
      ? {}
      : {tabStops: [{type: TabStopType.RIGHT, position: twips(paragraph.endTab)}]}),
    children: [
      ...(paragraph.columnBreak ? [new TextRun({children: [new ColumnBreak()]})] : []),
      ...bookmarked(packInlines(paragraph.children, state.strong.get(paragraph.style)), paragraph.bookmarks ?? [])
    ]
  })
}

/** A frame that is as high as its text. Paragraphs at one place that follow on one another share it. */
function framed({
  x,
  y,
  width,
  indent
}: NonNullable<WordParagraph['place']>): Pick<IParagraphOptions, 'frame' | 'indent'> {
  return {
    frame: {
      type: 'absolute',
      position: {x: twips(x), y: twips(y)},
      width: twips(width),
      wrap: FrameWrap.AROUND,
      anchor: {horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE}
    },
    ...(indent && {indent: {start: twips(indent.start), end: twips(indent.end)}})
  }
}

/**
 * Numbering for the paragraph with the marker. The ones under it stand in as far, and say that they have no number of
 * their own (17.9.18, `numId` 0): pandoc knows by it that they belong to the item.
 */
function placeOfItem({item, rtl}: WordParagraph, {model}: PackState) {
  if (!item) return {}
  const {list, level, marker, inset = 0} = item
  const of = model.lists[list]
  if (marker && of) return {numbering: {reference: numberingReference(of), level, instance: list + 1, custom: true}}
  const indent = indentOf({list, level}, {model}) + twips(inset)
  // Code reads from the left in every language, and stands in on the side where the text around it does.
  return {numbering: false, indent: rtl === model.rtl ? {start: indent} : {end: indent}} as const
}

/** How far what belongs to an item stands in, twips. */
function indentOf({list, level}: {list: number; level: number}, {model}: Pick<PackState, 'model'>): number {
  return twips(listIndent(model, model.lists[list] ?? {ordered: false}, level))
}

function bookmarked(children: ParagraphChild[], names: readonly string[]): ParagraphChild[] {
  return names.reduceRight<ParagraphChild[]>((inner, id) => [new Bookmark({id, children: inner})], children)
}

const tableStyleIds = {table: 'BrandTable', lines: 'BrandLines', plain: 'PlainTable'}

function packTable(table: WordTable, state: PackState): Table {
  const options = {
    style: tableStyleIds[table.style],
    width: {size: twips(table.columns.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA},
    columnWidths: table.columns.map(twips),
    layout: TableLayoutType.FIXED,
    ...(table.item && {indent: {size: indentOf(table.item, state), type: WidthType.DXA}}),
    ...(table.rtl ? {visuallyRightToLeft: true} : {}),
    tableLook: {
      firstRow: table.heads.row,
      firstColumn: table.heads.column,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true
    },
    rows: table.rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          ...(row.header ? {tableHeader: true} : {}),
          children: row.cells.map((cell) => packCell(cell, state))
        })
    )
  }
  return new CaptionedTable(options, table)
}

function packCell(cell: WordCell, state: PackState): TableCell {
  const {padding, top, bottom} = cell
  const options: ITableCellOptions = {
    children: packBlocks(cell.children, state),
    ...(cell.columns > 1 ? {columnSpan: cell.columns} : {}),
    ...(cell.rows > 1 ? {rowSpan: cell.rows} : {}),
    ...(cell.ground === undefined
      ? {}
      : {shading: {type: ShadingType.CLEAR, fill: wordColor(state.brand, cell.ground)}}),
    ...(top || bottom
      ? {
          borders: {
            ...(top ? {top: borderOf({width: top.width, color: top.color}, state.brand)} : {}),
            ...(bottom ? {bottom: borderOf({width: bottom.width, color: bottom.color}, state.brand)} : {})
          }
        }
      : {}),
    ...(padding
      ? {
          margins: {
            marginUnitType: WidthType.DXA,
            top: twips(padding.vertical),
            bottom: twips(padding.vertical),
            left: twips(padding.start),
            right: twips(padding.end)
          }
        }
      : {})
  }
  return new TableCell(options)
}
