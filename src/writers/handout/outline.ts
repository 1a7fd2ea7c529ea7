/** The outline of a deck: its titles and lists, without looks. */
import type {Block, Document, Heading, List, ListItem, Page} from '../../document/nodes.ts'

/**
 * Make a Document of one run of pages on the master `outline` from the slides of `deck`: its title, then a numbered
 * entry for each section, with the lists of its slides and the titles of the slides below it.
 */
export function outlineDocument(deck: Document): Document {
  const entries: ListItem[] = []
  const seen = new Set<string>()
  for (const page of deck.children) {
    const heading = headingOf(page)
    if (!heading || heading.depth === 1) continue
    const blocks = [...(seen.has(titleKey(page, heading)) ? [] : [plain(heading)]), ...listsOf(page)]
    seen.add(titleKey(page, heading))
    const last = entries.at(-1)
    if (last && (heading.depth > 2 || blocks[0]?.type !== 'heading')) last.children.push(...blocks)
    else entries.push({type: 'listItem', checked: null, children: blocks})
  }
  const title: Heading = {type: 'heading', depth: 1, children: [{type: 'text', value: deck.meta.title}]}
  const sections: List = {type: 'list', ordered: true, start: 1, style: 'outline-sections', children: entries}
  const children: Block[] = entries.length > 0 ? [title, sections] : [title]
  return {...deck, children: [{type: 'page', master: 'outline', children: [{type: 'frame', name: 'main', children}]}]}
}

function headingOf(page: Page): Heading | undefined {
  return page.children.flatMap((frame) => frame.children).find((block) => block.type === 'heading')
}

/** Slides that go on under the same title are one entry. */
function titleKey(page: Page, heading: Heading): string {
  return `${heading.depth} ${page.title ?? ''}`
}

function plain({style: _, id: __, ...heading}: Heading): Heading {
  return heading
}

function listsOf(page: Page): Block[] {
  return page.children.flatMap((frame) => frame.children.filter((block) => block.type === 'list'))
}
