/** What stands around the text of a section: its header with the ground and art of its pages, and its footer. */
import type {Block, Document, Frame} from '../../document/nodes.ts'
import type {Master} from '../../theme/masters.ts'
import {backdrop} from './backdrop.ts'
import {blocks, line} from './blocks.ts'
import {gap} from './components.ts'
import type {WordBlock, WordInline, WordParagraph} from './model.ts'
import type {WordRunning, WordSection} from './model-sections.ts'
import {isCover} from './page.ts'
import type {State} from './state.ts'

/** Headers and footers of the sections of one document, in their order. */
export class Around {
  readonly #document: Document
  /** What the pages so far have in each place, which is what further ones have where they say nothing. */
  readonly #shown = new Map<string, string>()

  constructor(document: Document) {
    this.#document = document
  }

  /** What is new with the section on `master`; its first page differs where another master continues it. */
  next(master: Master | undefined, state: State): Pick<WordSection, 'firstPage' | 'header' | 'footer'> {
    const further = master?.continue === undefined ? undefined : state.context.theme.masters[master.continue]
    const running = (name: 'header' | 'footer'): WordRunning => {
      const first = further && this.#part(name, 'first', master, state)
      const rest = this.#part(name, 'rest', further ?? master, state)
      return {...(first && {first}), ...(rest && {rest})}
    }
    return {firstPage: further !== undefined, header: running('header'), footer: running('footer')}
  }

  #part(name: 'header' | 'footer', place: 'first' | 'rest', master: Master | undefined, state: State) {
    const file = master?.[name]
    const frames = (file !== undefined && this.#document.running[file]) || []
    // Word pales what stands in a header while the text is edited: a cover has its pictures in its text.
    const pictures = name === 'header' && master && !isCover(master) ? backdrop(master, state.context) : []
    const filled = frames.length > 0 || pictures.length > 0
    const key = filled ? [file, state.width, pictures.length > 0 ? master?.name : ''].join('\n') : ''
    const seat = `${name} ${place}`
    if ((this.#shown.get(seat) ?? '') === key) return
    this.#shown.set(seat, key)
    return over(pictures, runningLine(frames, name, state), state)
  }
}

/** The pictures stand in the first paragraph; there is one in any case, since what has none is that of the page before. */
function over(pictures: readonly WordInline[], lines: readonly WordParagraph[], state: State): WordBlock[] {
  const [first = gap(state), ...rest] = lines
  return [{...first, children: [...pictures, ...first.children]}, ...rest]
}

/**
 * One line from the frames of a running template, or from the columns in one: the first at the start edge, the next
 * after a tab at the end edge. `name`: the style, `header` or `footer`.
 */
function runningLine(frames: readonly Frame[], name: 'header' | 'footer', state: State): WordParagraph[] {
  const places = frames.flatMap((frame) => frame.children.flatMap(columnsOf))
  const children = inOneLine(places.map((place) => blocks(place, {...state, noteless: true})))
  if (children.length === 0) return []
  const capitals = state.registry.look(name).size * capitalHeight
  const words = children.map((inline) => centred(inline, capitals))
  return [{...line(name, words, state), endTab: state.width}]
}

/** The words of places side by side, with a tab between two; none where no place has words. */
export function inOneLine(places: readonly (readonly WordBlock[])[]): WordInline[] {
  const filled = places.map((blocks) => blocks.filter(isParagraph))
  if (filled.every((paragraphs) => paragraphs.length === 0)) return []
  return filled.flatMap((paragraphs, index): WordInline[] => [
    ...(index === 0 ? [] : [{type: 'tab'} as const]),
    ...paragraphs.flatMap(({children}, number): WordInline[] =>
      number === 0 ? [...children] : [{type: 'break'}, ...children]
    )
  ])
}

function isParagraph(block: WordBlock): block is WordParagraph {
  return block.type === 'paragraph'
}

/** Height of capital letters in a size of 1. */
const capitalHeight = 0.7

/** A mark beside the words stands at the middle of their capitals. */
function centred(inline: WordInline, capitals: number): WordInline {
  if (inline.type !== 'picture' || inline.height <= capitals) return inline
  return {...inline, drop: Math.round(inline.height - capitals) / 2}
}

function columnsOf(block: Block): Block[][] {
  return block.type === 'columns' ? block.children.map((column) => column.children) : [[block]]
}
