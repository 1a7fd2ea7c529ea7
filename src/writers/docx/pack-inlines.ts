/** Runs as docx takes them. */
import {
  Bookmark,
  FootnoteReferenceRun,
  HorizontalPositionRelativeFrom,
  type IFloating,
  type ImageRun,
  type IRunOptions,
  type ParagraphChild,
  Tab,
  TextRun,
  TextWrappingType,
  VerticalPositionRelativeFrom
} from 'docx'
import {png} from '../../picture/png-write.ts'
import {remember} from '../../world/recent.ts'
import type {WordFormat, WordInline, WordPicture} from './model.ts'
import {rasterize} from './svg/raster.ts'
import {pixels, regional} from './units.ts'
import type {StrongFont} from './word-theme.ts'
import {CutImage, closedField, Link, openField, PlainText, splitField} from './xml-components.ts'

/** Turn the model's inlines into runs; `strong` is the font of strong words where it is not that of the others. */
export function packInlines(inlines: readonly WordInline[], strong?: StrongFont): ParagraphChild[] {
  return inlines.flatMap((inline) => packInline(inline, strong))
}

function packInline(inline: WordInline, strong: StrongFont | undefined): ParagraphChild[] {
  switch (inline.type) {
    case 'text':
      return [
        isPlain(inline.format)
          ? new PlainText(inline.value, inline.format.rtl === true)
          : new TextRun({...runOptions(inline.format, strong), text: inline.value})
      ]
    case 'tab':
      return [new TextRun({children: [new Tab()]})]
    case 'break':
      return [new TextRun({break: 1})]
    case 'link':
      return [new Link(inline, packInlines(inline.children, strong))]
    case 'marked':
      return [new Bookmark({id: inline.bookmark, children: packInlines(inline.children, strong)})]
    case 'picture':
      return [packPicture(inline)]
    case 'reference':
      return [new Bookmark({id: inline.bookmark, children: [new FootnoteReferenceRun(inline.number)]})]
    case 'field':
      return splitField(inline, runOptions(inline.format, strong))
    case 'fieldEdge':
      return inline.code === undefined ? closedField() : openField(inline.code)
  }
}

/** True for text that differs in nothing but its direction from what its style says. */
function isPlain({rtl: _, ...look}: WordFormat): boolean {
  return Object.values(look).every((value) => value === undefined || value === false)
}

function runOptions(format: WordFormat, strong: StrongFont | undefined): IRunOptions {
  const {lang} = format
  const heavier = format.bold || (format.rtl && format.boldComplex)
  return {
    ...(format.style === undefined ? {} : {style: format.style}),
    ...(heavier && strong !== undefined ? {font: strong} : {}),
    ...(format.bold ? {bold: true, boldComplexScript: true} : {}),
    ...(format.italic ? {italics: true} : {}),
    ...(format.boldComplex ? {italicsComplexScript: false, boldComplexScript: true} : {}),
    ...(format.strike ? {strike: true} : {}),
    ...(format.raised ? {superScript: true} : {}),
    ...(format.lowered ? {subScript: true} : {}),
    ...(format.rtl ? {rightToLeft: true} : {}),
    ...(lang === undefined ? {} : {language: format.rtl ? {bidirectional: regional(lang)} : {value: regional(lang)}})
  }
}

function packPicture(picture: WordPicture): ImageRun {
  const {format, alt} = picture
  const data = Buffer.from(picture.bytes)
  const description = alt === null ? {decorative: true} : {altText: {name: '', description: alt}}
  const run = picture.drop === undefined ? {} : {run: {position: `${-picture.drop}pt` as const}}
  const {turn} = picture
  // Word takes the size from before the turn.
  const sides = [pixels(picture.width), pixels(picture.height)] as const
  const [width, height] = turn && turn.degrees % 180 !== 0 ? [sides[1], sides[0]] : sides
  const turned = turn && {rotation: turn.degrees, flip: {horizontal: turn.mirrored}}
  const transformation = {width, height, ...turned}
  const floating = picture.behind && {floating: behindText(picture.behind)}
  const rest = {data, transformation, ...run, ...floating, ...description}
  if (format !== 'svg') return new CutImage({type: format, ...rest}, picture.cut)
  return new CutImage(
    {type: format, fallback: {type: 'png', data: Buffer.from(fallbackOf(picture))}, ...rest},
    picture.cut
  )
}

function behindText({layer}: NonNullable<WordPicture['behind']>): IFloating {
  return {
    horizontalPosition: {relative: HorizontalPositionRelativeFrom.PAGE, offset: 0},
    verticalPosition: {relative: VerticalPositionRelativeFrom.PAGE, offset: 0},
    wrap: {type: TextWrappingType.NONE},
    behindDocument: true,
    allowOverlap: true,
    layoutInCell: false,
    zIndex: layer
  }
}

/** Pixels to the point in the picture that stands in for an SVG: 216 to the inch, or 108 over a whole page. */
const sharpness = {picture: 3, page: 1.5}

/** Word 2016 and later draw the SVG itself; other programs show this, or nothing where it could not be drawn. */
function fallbackOf(picture: WordPicture): Uint8Array {
  const svg = new TextDecoder().decode(picture.bytes)
  const {left, top, right, bottom} = picture.cut ?? {left: 0, top: 0, right: 0, bottom: 0}
  const scale = picture.behind ? sharpness.page : sharpness.picture
  const width = Math.ceil((picture.width / (1 - left - right)) * scale)
  const height = Math.ceil((picture.height / (1 - top - bottom)) * scale)
  return drawn(svg, width, height)
}

/** The covers of a publication show the same art, and its headers the same mark. */
const drawn = remember((svg: string, width: number, height: number): Uint8Array => {
  return rasterize(svg, width, height) ?? png(new Uint8Array(1), 1, ['transparent'])
}, 16)
