/** Text beside a picture. */
import type {Block, Columns, Page} from '../../document/nodes.ts'

/** Put the text and the pictures of a slide on the master `slide-columns` side by side, in the order they first come. */
export function sideBySide(blocks: readonly Block[], page: Page): Block[] {
  const pictures = blocks.filter((block) => block.type === 'figure')
  const others = blocks.filter((block) => block.type !== 'figure')
  const [first] = blocks
  const pairs = page.master === 'slide-columns' && pictures.length > 0 && others.length > 0
  if (!pairs || others.some((block) => block.type === 'columns')) return [...blocks]
  const columns: Columns = {
    type: 'columns',
    children: [pictures, others].map((children) => ({type: 'column', width: '*', children})),
    position: first?.position,
    data: first?.data
  }
  if (first?.type !== 'figure') columns.children.reverse()
  return [columns]
}
