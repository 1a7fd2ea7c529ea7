/** Named styles as docx takes them. */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphStylePropertiesOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LeaderType,
  LineRuleType,
  ShadingType,
  TabStopType
} from 'docx'
import type {Brand} from '../../theme/brand.ts'
import type {Rule, Style} from '../../theme/styles.ts'
import type {WordModel, WordStyle} from './model.ts'
import {numberingReference} from './pack-numbering.ts'
import {regional, twips} from './units.ts'
import {wordColor, wordFont} from './word-theme.ts'

/** Styles of the file. Normal and the document's defaults are the body style; each says what differs from its base. */
export function packStyles(model: WordModel, brand: Brand): IStylesOptions {
  const body = model.styles.find((style) => style.id === 'Normal')
  const paragraphs = model.styles.filter((style) => style.kind === 'paragraph')
  const characters = model.styles.filter((style) => style.kind === 'character')
  return {
    default: {
      document: {
        run: {
          ...(body ? runLook(body.look, brand) : {}),
          language: {
            value: model.rtl ? 'en-US' : regional(model.lang),
            eastAsia: 'en-US',
            bidirectional: model.rtl ? regional(model.lang) : 'ar-SA'
          }
        }
      }
    },
    paragraphStyles: paragraphs.map((style) => {
      const base = style === body ? undefined : (paragraphs.find(({id}) => id === style.basedOn) ?? body)?.look
      return {
        ...names(style),
        ...(style.next === undefined ? {} : {next: style.next}),
        run: style === body ? {} : runLook(style.look, brand, base),
        paragraph: paragraphLook(style, brand, base)
      }
    }),
    characterStyles: [
      // Word's own, for those who edit; docx would make paragraph styles of them.
      {id: 'Strong', name: 'Strong', quickFormat: true, run: {bold: true}},
      {id: 'Emphasis', name: 'Emphasis', quickFormat: true, run: {italics: true}},
      ...characters.map((style) => {
        const base = (characters.find(({id}) => id === style.basedOn) ?? body)?.look
        return {...names(style), run: characterLook(style, brand, base)}
      })
    ]
  }
}

function names(style: WordStyle) {
  return {
    id: style.id,
    name: style.name,
    quickFormat: true,
    ...(style.basedOn === undefined ? {} : {basedOn: style.basedOn})
  }
}

/** A character style takes no size from running text: it stands in headings and captions as well. */
function characterLook(style: WordStyle, brand: Brand, body: Style | undefined): IRunStylePropertiesOptions {
  const {size: _, sizeComplexScript: __, ...look} = runLook(style.look, brand, body)
  return style.id === 'KeyFigureUnit' ? runLook(style.look, brand, body) : look
}

/** What the style says of characters and `base` does not. */
function runLook(look: Style, brand: Brand, base?: Style): IRunStylePropertiesOptions {
  const sameFace = base && look.font === base.font && look.weight === base.weight
  // Half points, whole ones only.
  const size = Math.round(look.size * 2)
  return {
    ...(sameFace ? {} : wordFont(brand, look)),
    ...(base?.size === look.size ? {} : {size, sizeComplexScript: size}),
    ...(base?.color === look.color ? {} : {color: wordColor(brand, look.color)}),
    ...(base?.italic === look.italic || (!base && !look.italic) ? {} : {italics: look.italic}),
    ...(base?.tracking === look.tracking || (!base && look.tracking === 0)
      ? {}
      : {characterSpacing: twips(look.tracking)})
  }
}

function paragraphLook(style: WordStyle, brand: Brand, base: Style | undefined): IParagraphStylePropertiesOptions {
  const {look} = style
  const border = {
    ...(look.ruleAbove ? {top: borderOf(look.ruleAbove, brand)} : {}),
    ...(look.ruleBelow ? {bottom: borderOf(look.ruleBelow, brand)} : {})
  }
  return {
    spacing: {
      before: twips(look.before),
      after: twips(look.after),
      // At least, not exactly: a picture in the line, or a taller substitute font, must not be cut off.
      line: twips(look.leading),
      lineRule: style.id === 'TableEnd' ? LineRuleType.EXACT : LineRuleType.AT_LEAST
    },
    ...(look.align === (base?.align ?? 'start') ? {} : {alignment: alignment[look.align]}),
    ...indents(style, base),
    ...endTab(style),
    ...kept('keepNext', look.keepWithNext || style.outline !== undefined, base?.keepWithNext),
    ...kept('keepLines', look.unbreakable || style.outline !== undefined, base?.unbreakable),
    ...(style.outline === undefined ? {} : {outlineLevel: style.outline - 1}),
    ...(look.ground === undefined ? {} : {shading: {type: ShadingType.CLEAR, fill: wordColor(brand, look.ground)}}),
    ...(style.list
      ? {numbering: {reference: numberingReference({...style.list, start: 1}), level: style.list.level}}
      : {}),
    ...(Object.keys(border).length > 0 ? {border} : {})
  }
}

/** `false` only where the base of the style says otherwise. */
function kept(name: 'keepNext' | 'keepLines', wanted: boolean, base = false): IParagraphStylePropertiesOptions {
  return wanted || base ? {[name]: wanted} : {}
}

/** Word makes paragraphs of contents anew, by their style alone: it says the direction, and tabs are mirrored by it. */
function endTab({endTab}: WordStyle) {
  if (!endTab) return {}
  const tabStops = [{type: TabStopType.RIGHT, position: twips(endTab.width), leader: LeaderType.DOT}]
  return {tabStops, ...(endTab.rtl ? {bidirectional: true} : {})}
}

/** Items of lists stand in by their numbering. */
function indents({id, list, look}: WordStyle, base: Style | undefined): IParagraphStylePropertiesOptions {
  const [start, end] = [look.indent, look.indentEnd ?? 0]
  const same = start === (base?.indent ?? 0) && end === (base?.indentEnd ?? 0)
  return list || id === 'ListParagraph' || same ? {} : {indent: {start: twips(start), end: twips(end)}}
}

/** `start` and `end`, not `left` and `right`, follow the direction of the paragraph. */
export const alignment = {start: AlignmentType.START, center: AlignmentType.CENTER, end: AlignmentType.END}

/** A line in eighths of a point. Word's thinnest is a quarter, its thickest 12 points. */
export function borderOf(rule: Pick<Rule, 'width' | 'color'> & {gap?: number}, brand: Brand) {
  return {
    style: BorderStyle.SINGLE,
    size: Math.min(96, Math.max(2, Math.round(rule.width * 8))),
    color: wordColor(brand, rule.color),
    space: Math.min(31, Math.round(rule.gap ?? 0))
  }
}
