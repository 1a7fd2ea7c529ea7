/** The outline of a deck: its titles and lists, without looks. */
import type {Block, Document, Heading, List, ListItem, Page} from '../../document/nodes.ts'

/**
 * Make a Document of one run of pages on the master `outline` from the slides of `deck`: its title, then a numbered
 * entry for each section, with the lists of its slides and the titles of the slides below it.
 */
export function outlineDocument(deck: Document): Document {
  const entries: ListItem[] = []
  for (const page of deck.children.filter(({master}) => master !== 'slide-title')) {
    const heading = headingOf(page)
    const last = entries.at(-1)
    // A slide without a heading goes on under the title of the one before it; the first ones have the document's.
    if (last && (!heading || heading.depth > 2)) last.children.push(...(heading ? [heading] : []), ...listsOf(page))
    else entries.push({type: 'listItem', checked: null, children: [heading ?? titled(page), ...listsOf(page)]})
  }
  const title: Heading = {type: 'heading', depth: 1, children: [{type: 'text', value: deck.meta.title}]}
  const sections: List = {type: 'list', ordered: true, start: 1, style: 'outline-sections', children: entries}
  const rule: Block = {type: 'thematicBreak', style: 'outline-rule'}
  const children: Block[] = entries.length > 0 ? [title, rule, sections] : [title]
  return {...deck, children: [{type: 'page', master: 'outline', children: [{type: 'frame', name: 'main', children}]}]}
}

function headingOf(page: Page): Heading | undefined {
  const heading = page.children.flatMap((frame) => frame.children).find((block) => block.type === 'heading')
  if (!heading) return
  const {style: _, ...plain} = heading
  return plain
}

function titled(page: Page): Heading {
  return {type: 'heading', depth: 2, children: [{type: 'text', value: page.title ?? ''}]}
}

/** Lists of a slide, those in boxes and columns too. */
function listsOf(page: Page): List[] {
  return lists(page.children.flatMap((frame) => frame.children))
}

function lists(blocks: readonly Block[]): List[] {
  return blocks.flatMap((block) => {
    if (block.type === 'list') return [{...block, style: 'outline-points'}]
    if (block.type === 'callout') return lists(block.children)
    return block.type === 'columns' ? block.children.flatMap((column) => lists(column.children)) : []
  })
}
