/** The pages of a template as sections of a Word file, each with its size, its columns, its header and footer. */
import type {Document, Page} from '../../document/nodes.ts'
import type {Master} from '../../theme/masters.ts'
import type {Theme} from '../../theme/theme.ts'
import {pt} from '../pdf/units.ts'
import {coverText} from './cover.ts'
import {flow, joined, type WordFlow} from './flow.ts'
import type {WordBlock} from './model.ts'
import type {WordColumns, WordPage, WordSection} from './model-sections.ts'
import {isCover, wordPage} from './page.ts'
import {Around} from './running.ts'
import type {State} from './state.ts'

/** Pages of the template on one master, which follow on one another: their text is one flow. */
interface Run {
  master: Master | undefined
  pages: Page[]
}

/** A run with its text. */
interface Laid {
  master: Master | undefined
  page: WordPage
  columns: WordColumns
  parts: readonly WordFlow[]
}

/** List the sections of `document`. All text is turned into blocks first, then what stands around it. */
export function sections(document: Document, state: State): WordSection[] {
  const laid = runs(document, state.context.theme).map((run) => layRun(run, state))
  const around = new Around(document)
  return laid.flatMap(({master, page, columns, parts}) => {
    const width = textWidth(page)
    const running = around.next(master, {...state, scopes: [], width})
    const {ground} = master ?? {}
    return parts.map(
      (part, index): WordSection => ({
        start: index === 0 ? 'page' : 'here',
        page,
        columns: part.columns ?? columns,
        ...(ground === undefined ? {} : {ground}),
        ...(index === 0 ? running : {firstPage: false, header: {}, footer: {}}),
        body: part.blocks
      })
    )
  })
}

function runs({children}: Document, theme: Theme): Run[] {
  const found: Run[] = []
  for (const page of children) {
    const master = theme.masters[page.master] ?? theme.masters.word
    const open = found.at(-1)
    if (open && open.master === master && !(master && isCover(master))) open.pages.push(page)
    else found.push({master, pages: [page]})
  }
  return found.length > 0 ? found : [{master: theme.masters.word, pages: []}]
}

/** Space between two columns where the grid has none, pt. */
const usualGap = 18

function layRun({master, pages}: Run, around: State): Laid {
  const page = wordPage(master)
  const state = {...around, height: page.height - page.margins.top - page.margins.bottom}
  const width = textWidth(page)
  const gap = master && master.grid.gutter > 0 ? pt(master.grid.gutter) : usualGap
  const count = master?.frames.main?.columns ?? 1
  const column = (width - gap * (count - 1)) / count
  const parts = pages.flatMap((sheet): WordFlow[] => {
    const scopes = sheet.style === undefined ? [] : [sheet.style]
    if (master && isCover(master)) return [{blocks: coverText(sheet.children, master, {...state, scopes, width})}]
    return sheet.children.flatMap((frame) => {
      const within = frame.style === undefined ? scopes : [frame.style, ...scopes]
      return flow(frame.children, {...state, scopes: within, width: column}, gap)
    })
  })
  const columns = {widths: new Array<number>(count).fill(column), gap}
  const tidy = joined(parts).map((part) => ({...part, blocks: closed(part.blocks, state)}))
  return {master, page, columns, parts: tidy.length > 0 ? tidy : [{blocks: []}]}
}

/** Space above a paragraph that is enough below a table, pt. */
const enough = 8

/** Leave out the space below a table where a heading brings its own. */
function closed(blocks: readonly WordBlock[], {registry}: State): WordBlock[] {
  const end = registry.paragraph('table-end')
  const apart = new Set(
    registry
      .styles()
      .filter(({look}) => look.before >= enough)
      .map(({id}) => id)
  )
  return blocks.filter((block, index) => {
    const next = blocks[index + 1]
    const empty = block.type === 'paragraph' && block.style === end && !block.bookmarks && !block.columnBreak
    return !(empty && next?.type === 'paragraph' && apart.has(next.style) && !next.columnBreak)
  })
}

function textWidth({width, margins}: WordPage): number {
  return width - margins.start - margins.end
}
