/** Document pages on their page masters: text flowed through frames, placed over grounds and art. */
import type {Document, Frame, Page} from '../../document/nodes.ts'
import {outline} from '../../document/outline.ts'
import type {Master} from '../../theme/masters.ts'
import type {Styles} from '../../theme/styles.ts'
import type {WriterContext} from '../writer.ts'
import {balanced} from './balance.ts'
import {baselineGrid} from './baseline.ts'
import type {Content} from './content.ts'
import {copyfit, type Fitted} from './copyfit.ts'
import {define, type State} from './definition.ts'
import type {Element, Engine, Fragment, PdfPage, Placement} from './engine.ts'
import {columnsOf, type FrameColumn, masterAt} from './frames.ts'
import {ground, leftOf} from './ground.ts'
import {reportFrame, reportOverset, running, runningSections, slackAbove} from './running.ts'
import {pt} from './units.ts'

/** A page ready to be drawn, its master, and the page of the Document that it belongs to. */
export interface ComposedPage extends PdfPage {
  of: Page
  master: Master
}

export interface Composition {
  pages: ComposedPage[]
  /** Label of the page that each `id` stands on, for a table of contents. */
  pageOf: ReadonlyMap<string, string>
}

export interface CompositionOptions {
  context: WriterContext
  pageOf?: ReadonlyMap<string, string>
  /** What one page has of its own: other styles, or a part of the structure tree for its text. */
  within?: (page: Page) => Partial<Pick<PageState, 'context' | 'parent' | 'ready'>>
}

/** What the frames of one page are defined from. */
interface PageState extends Omit<State, 'blocks'> {
  /** Element that the text of the page is tagged under. */
  parent: Element
  /** Content of frames, by their names, that is defined already and known to fit. */
  ready?: ReadonlyMap<string, Content[]>
  /** Names of the frames that have text of their own on the page. */
  filled: readonly string[]
}

/**
 * Lay `document` out. `pageOf` is that of an earlier pass, where there was one: a table of contents needs it.
 * Text that finds no room is reported as `overset`, a master or frame that does not exist as `master-unknown`.
 */
export function compose(
  document: Document,
  engine: Engine,
  {context, pageOf, within}: CompositionOptions
): Composition {
  const state: PageState = {
    context,
    parent: engine.root,
    filled: [],
    measure: engine,
    scopes: [],
    text: 'body',
    width: 0,
    height: 0,
    gutter: 0,
    outline: outline(document),
    ...(pageOf && {pageOf})
  }
  const sheets = sharing(
    document.children.flatMap((page) => {
      const filled = filledOn(page, document, context)
      return runOf(page, {...state, filled, ...within?.(page)}, engine)
    })
  )
  const ids = sheets.map(({fragments}) => new Set(fragments.flatMap(({fragment}) => fragment.ids)))
  const sections = runningSections(document, ids)
  const digits = (number: number) => context.locale.digits(String(number))

  const pages = sheets.map(({of, master, fragments}, index): ComposedPage => {
    const fields = {page: digits(index + 1), pages: digits(sheets.length), section: sections[index] ?? ''}
    const gutter = pt(master.grid.gutter)
    const placements: Placement[] = [
      ...ground(master, context),
      ...running({document, master, fields, state: {...state, gutter}, engine}),
      ...fragments
    ]
    return {of, master, label: fields.page, width: pt(master.width), height: pt(master.height), placements}
  })
  return {pages, pageOf: new Map(ids.flatMap((onPage, index) => [...onPage].map((id) => [id, digits(index + 1)])))}
}

interface FragmentPlacement {
  kind: 'fragment'
  fragment: Fragment
  x: number
  y: number
}

/** A page with its text, before its number is known. */
interface Sheet {
  of: Page
  master: Master
  fragments: FragmentPlacement[]
}

/** Frames with text on the page that `page` stands on: on a folded sheet, those of every section on its master. */
function filledOn(page: Page, document: Document, {theme}: WriterContext): string[] {
  const folded = theme.masters[page.master]?.folds !== undefined
  const pages = folded ? document.children.filter(({master}) => master === page.master) : [page]
  return pages.flatMap(({children}) => children.map(({name}) => name))
}

/** The sections on a folded master stand on the page that the first of them began, whatever is read in between. */
function sharing(sheets: readonly Sheet[]): Sheet[] {
  const sides = new Map<Master, Sheet>()
  return sheets.flatMap((sheet) => {
    const begun = sheet.master.folds && sides.get(sheet.master)
    if (begun) begun.fragments.push(...sheet.fragments)
    else if (sheet.master.folds) sides.set(sheet.master, sheet)
    return begun ? [] : [sheet]
  })
}

/** The pages of one run: as many as its longest frame needs, one at least. */
function runOf(page: Page, state: PageState, engine: Engine): Sheet[] {
  const {theme, report} = state.context
  const master = theme.masters[page.master]
  if (!master) {
    const known = Object.keys(theme.masters).map((name) => `\`${name}\``)
    const reason = `Unexpected page master \`${page.master}\`, expected one of ${known.join(', ')}`
    report('master-unknown', reason, {file: page.data?.file, position: page.position})
    return []
  }
  const sheets: Sheet[] = [{of: page, master, fragments: []}]
  for (const frame of page.children)
    for (const {column, fragment} of flowFrame(frame, {page, master}, state, engine)) {
      while (sheets.length <= column.page)
        sheets.push({of: page, master: masterAt(theme, master, sheets.length), fragments: []})
      sheets[column.page]?.fragments.push(placed(fragment, column, masterAt(theme, master, column.page), state))
    }
  return sheets
}

function placed(
  fragment: Fragment,
  column: FrameColumn,
  master: Master,
  state: Omit<State, 'blocks'>
): FragmentPlacement {
  const x = pt(leftOf(column, master, state.context.locale.dir))
  const slack = slackAbove(column.spec.valign, pt(column.height) - fragment.used)
  return {kind: 'fragment', fragment, x, y: pt(column.y) + slack}
}

/** Flow the text of one frame through its columns. */
function flowFrame(
  frame: Frame,
  {page, master}: {page: Page; master: Master},
  state: PageState,
  engine: Engine
): {column: FrameColumn; fragment: Fragment}[] {
  const {context} = state
  const {theme} = context
  const spec = master.frames[frame.name]
  if (!spec) {
    reportFrame(frame.name, master, context, frame)
    return []
  }
  const columns: FrameColumn[] = []
  const source = columnsOf(page, frame.name, theme, state.filled)
  const columnAt = (index: number): FrameColumn | undefined => {
    while (columns.length <= index) {
      const {value} = source.next()
      if (!value) return
      columns.push(value)
    }
    return columns[index]
  }
  const scopes = [frame.style, spec.class, page.style].filter((scope) => scope !== undefined)
  const boxes = (stepped: Styles) => (index: number) => {
    const column = columnAt(index)
    const on = column && masterAt(theme, master, column.page)
    const grid = on && baselineGrid(column, {master: on, styles: stepped, scopes, state, engine})
    return column && {width: pt(column.width), height: pt(column.height), page: column.page, ...(grid && {grid})}
  }

  const {styles} = theme
  const first = boxes(styles)(0)
  const room = {width: first?.width ?? 0, height: first?.height ?? 0, gutter: pt(master.grid.gutter)}
  const ready = state.ready?.get(frame.name)
  const fitted: Fitted = ready
    ? {content: ready, boxes: boxes(styles), smallest: false}
    : copyfit(
        (stepped) =>
          define(frame.children, {
            ...state,
            ...room,
            scopes,
            context: {...context, theme: {...theme, styles: stepped}}
          }),
        {styles, scopes, boxes, flows: spec.next !== undefined, engine, parent: spec.columns > 1 ? null : state.parent}
      )

  const {content, smallest} = fitted
  const evened = spec.columns > 1 ? balanced(content, fitted.boxes, engine) : fitted.boxes
  const tagged = spec.columns > 1 ? undefined : fitted.flow
  const {fragments, overset: lines, oversetWords: words} = tagged ?? engine.flow(content, evened, state.parent)
  const frames = [frame.name, columns.at(-1)?.frame ?? frame.name]
  if (lines > 0) reportOverset({frames, master: master.name, lines, words, smallest}, context, frame)
  return fragments.flatMap((fragment, index) => {
    const column = columnAt(index)
    return column ? [{column, fragment}] : []
  })
}
