/** What a slide says in words, in brief: lists as they are, everything else as a point or none. */
import type {Block, Inline, KeyFigure, List, ListItem, Paragraph, ProgrammeEntry} from '../../document/nodes.ts'
import {withoutNotes} from '../../document/outline.ts'
import {firstSentence} from '../../document/slides/sentence.ts'

const style = 'outline-points'

/** Between parts of a point. */
const dash = ' – '

/**
 * Turn `blocks` of a slide into lists, headings left where they are. Paragraphs give their first sentence (by the rules
 * of `lang`), pictures and tables their caption; codes, addresses and tables of contents have nothing to say.
 */
export function points(blocks: readonly Block[], lang: string): Block[] {
  const found: Block[] = []
  for (const block of blocks) {
    const last = found.at(-1)
    if (block.type === 'list') found.push(plainList(block))
    else if (block.type === 'heading') found.push(block)
    else if (block.type === 'lead' || block.type === 'blockquote') found.push(...points(block.children, lang))
    else if (block.type === 'columns') found.push(...block.children.flatMap((column) => points(column.children, lang)))
    else if (last?.type === 'list' && !last.ordered && !last.position) last.children.push(...itemsOf(block, lang))
    else found.push(...listOf(itemsOf(block, lang)))
  }
  return found
}

function plainList(list: List): List {
  const children = list.children.map((item) => ({
    ...item,
    children: item.children.flatMap((block): Block[] => {
      if (block.type === 'list') return [plainList(block)]
      return block.type === 'paragraph' ? [{...block, children: withoutNotes(block.children)}] : []
    })
  }))
  return {...list, style, children}
}

function itemsOf(block: Block, lang: string): ListItem[] {
  switch (block.type) {
    case 'paragraph':
      return item(firstSentence(block.children, block.lang ?? lang), block)
    case 'quote': {
      const said = block.children.flatMap((inner) => (inner.type === 'paragraph' ? [text(' '), ...inner.children] : []))
      return item(joined(said.slice(1), block.source), block)
    }
    case 'figures':
      return block.children.flatMap((figure) => item(wordsOf(figure), figure))
    case 'programme':
      return block.children.flatMap((entry) => item(lineOf(entry), entry))
    case 'figure':
    case 'table':
      return item(block.caption, block)
    case 'callout': {
      const inner = points(block.children, lang)
      if (block.title.length === 0) return inner.flatMap(itemsWithin)
      return item(block.title, block).map(({children, ...box}) => {
        const title = children.map((line): Block => ({...line, style: 'outline-box'}))
        return {...box, children: [...title, ...inner]}
      })
    }
    default:
      return []
  }
}

const itemsWithin = (block: Block): ListItem[] => (block.type === 'list' ? block.children : [])

function item(words: readonly Inline[], {position, data, lang}: Pick<Block, 'position' | 'data' | 'lang'>): ListItem[] {
  const children = withoutNotes(words)
  if (children.length === 0) return []
  const paragraph: Paragraph = {type: 'paragraph', children, lang, position, data}
  return [{type: 'listItem', checked: null, children: [paragraph], position, data}]
}

function wordsOf({value, unit, label}: KeyFigure): Inline[] {
  const figure = unit === undefined ? value : `${value}\u00a0${unit}`
  return [{type: 'strong', children: [text(figure)]}, text(' '), ...label]
}

function lineOf({time, what, where}: ProgrammeEntry): Inline[] {
  return joined([{type: 'strong', children: time}, text(' '), ...what], where)
}

function joined(words: readonly Inline[], source: readonly Inline[]): Inline[] {
  return source.length > 0 ? [...words, text(dash), ...source] : [...words]
}

function text(value: string): Inline {
  return {type: 'text', value}
}

function listOf(children: ListItem[]): List[] {
  return children.length > 0 ? [{type: 'list', ordered: false, start: 1, style, children}] : []
}
