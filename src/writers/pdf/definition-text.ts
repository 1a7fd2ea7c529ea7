/** Text: a named style into the look of its runs, a paragraph or heading into a block. */
import type {Inline} from '../../document/nodes.ts'
import {directionOf} from '../../locale.ts'
import {families} from '../../theme/fonts.ts'
import type {Style} from '../../theme/styles.ts'
import type {Run, Source, Tag, TextBlock, TextStyle} from './content.ts'
import type {State} from './definition.ts'
import {inlines} from './definition-inlines.ts'
import {tied} from './ties.ts'

/** What a block of text takes from its node besides the words. */
export interface TextOptions {
  tag?: Tag
  lang?: string | undefined
  id?: string | undefined
  source?: Source | undefined
}

/** Set `nodes` in the style `name` of the scopes around. */
export function textBlock(nodes: readonly Inline[], name: string, state: State, options: TextOptions = {}): TextBlock {
  return styledBlock(nodes, styleOf(name, state), state, options)
}

/** Set `nodes` in `style`, one of whose `steps` is taken where it has any. */
export function styledBlock(
  nodes: readonly Inline[],
  style: Style,
  state: State,
  {tag = 'P', lang, id, source}: TextOptions = {}
): TextBlock {
  const set = (fitted: Style) => withTies(inlines(nodes, {state, style: textStyle(fitted, state)}), fitted, state)
  const {style: fitted, runs} = stepDown(style, set, state)
  const {room = 0, indent, indentEnd = 0} = fitted
  const width = state.width - indent - indentEnd
  const height = room > 0 ? heightOf(runs, width, state) : 0
  return {
    kind: 'text',
    runs,
    align: fitted.align,
    margin: [indent, fitted.before, indentEnd, Math.max(fitted.after, room - height)],
    tag,
    ...(fitted.hyphenate && isNarrow(runs, width, state) && {hyphenate: true}),
    ...(fitted.keepWithNext && {keepWithNext: true}),
    ...(fitted.unbreakable && {unbreakable: true}),
    ...language({lang}),
    ...(id !== undefined && {id}),
    ...(source && {source})
  }
}

function withTies(runs: Run[], {ties}: Style, {context}: State): Run[] {
  return ties === 'none' ? runs : tied(runs, ties ? (context.locale.ties ?? []) : [])
}

/** Characters of a line from which on words stay whole. */
const wideMeasure = 45
/** As many characters of a text say how wide its letters are. */
const sampleLength = 90

/** True where a line of `width` holds fewer characters of this text than a wide measure has. */
function isNarrow(runs: readonly Run[], width: number, {measure}: State): boolean {
  const [first] = runs.filter(({text}) => text.trim() !== '')
  if (!first) return false
  const text = runs
    .map((run) => run.text)
    .join('')
    .replaceAll('\n', ' ')
    .slice(0, sampleLength)
  return (width / measure.width([{text, style: first.style}])) * text.length < wideMeasure
}

/** Language of a block where it differs from what is around it, and the direction that comes with it. */
export function language({lang}: {lang?: string | undefined}): {lang?: string; dir?: 'ltr' | 'rtl'} {
  return lang === undefined ? {} : {lang, dir: directionOf(lang)}
}

/** The style `name` in the scopes around. */
export function styleOf(name: string, state: State): Style {
  return state.context.theme.styles.get(name, state.scopes)
}

/** True where template.yml says something about the style `name` here. */
export function hasStyle(name: string, state: State): boolean {
  const {styles} = state.context.theme
  return styles.has(styles.key(name, state.scopes))
}

/** The look of runs in `style`. */
export function textStyle(style: Style, state: Pick<State, 'context'>): TextStyle {
  return {
    families: familiesOf(style.font, state),
    weight: style.weight,
    italic: style.italic,
    size: style.size,
    leading: style.leading,
    tracking: style.tracking,
    color: colorOf(style.color, state)
  }
}

/** Families that text in a role is set in here, in the order they are tried. */
export function familiesOf(role: Style['font'], state: Pick<State, 'context'>): readonly string[] {
  const {theme, locale} = state.context
  return families(theme.brand, role, locale.script)
}

/** The brand's colour `name` as `#RRGGBB`. */
export function colorOf(name: string, state: Pick<State, 'context'>): string {
  const {colors} = state.context.theme.brand
  return colors[name] ?? colors.foreground ?? '#000000'
}

/** The place of a node, for what the engine reports. */
export function sourceOf(node: Pick<Inline, 'position' | 'data'>): Source {
  return {file: node.data?.file, position: node.position}
}

interface SetText {
  style: Style
  runs: Run[]
}

/** The text at the largest of the style's sizes at which it fits, or at the smallest. */
function stepDown(style: Style, set: (style: Style) => Run[], state: State): SetText {
  const {steps = [style.size]} = style
  const width = state.width - style.indent - (style.indentEnd ?? 0)
  let tried: SetText | undefined
  for (const size of steps) {
    const candidate = size === style.size ? style : scaled(style, size)
    tried = {style: candidate, runs: set(candidate)}
    if (steps.length > 1 && fits(tried, width, state)) break
  }
  return tried ?? {style, runs: set(style)}
}

/** Width of a narrow letter, em: a text that is longer in such letters than a line is not tried as one line. */
const NARROW = 0.25

/** True where the longest word fits into the line, and the lines are no more than `maxLines`. */
function fits({style, runs}: SetText, width: number, state: State): boolean {
  const {leading, maxLines = Number.POSITIVE_INFINITY} = style
  const text = runs.map((run) => run.text).join('')
  const short = text.length * style.size * NARROW <= width && !text.includes('\n')
  if (short && state.measure.width(runs) <= width) return true
  if (state.measure.widestWord(runs) > width) return false
  return maxLines === Number.POSITIVE_INFINITY || Math.round(heightOf(runs, width, state) / leading) <= maxLines
}

function heightOf(runs: readonly Run[], width: number, {measure}: State): number {
  return measure.height([{kind: 'text', runs, align: 'start'}], width)
}

/** The look of `style` at another size, pt. */
export function scaled(style: Style, size: number): Style {
  const factor = size / style.size
  return {...style, size, leading: style.leading * factor, tracking: style.tracking * factor}
}
