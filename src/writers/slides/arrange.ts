/** Blocks as they stand on a slide. */
import type {Block, Columns, Page} from '../../document/nodes.ts'

/** Height that the pictures of a slide are given, mm; `all`: those made of dots too, which else keep their own size. */
export interface PictureHeight {
  height: number
  all: boolean
}

/** Arrange the blocks of `page`: text beside pictures on the master `slide-columns`, smaller type inside other text. */
export function arrange(blocks: readonly Block[], page: Page, pictures: PictureHeight): Block[] {
  const styled = blocks.map((block) => sized(restyled(block), page, pictures))
  return page.master === 'slide-columns' ? sideBySide(styled) : styled
}

/** Masters whose pictures are what the slide is for: drawings fill the room there is. */
const pictureMasters: ReadonlySet<string> = new Set(['slide-image', 'slide-columns'])

function sized(block: Block, {master}: Page, {height, all}: PictureHeight): Block {
  if (block.type !== 'figure' || block.width !== undefined || block.height !== undefined) return block
  const fills = pictureMasters.has(master) && /\.svg$/i.test(block.src)
  return fills || all ? {...block, height} : block
}

/** What is set smaller than the slide around it has a style, and with it a class, of its own. */
function restyled(block: Block): Block {
  if (block.type === 'callout') return {...block, style: block.style ?? 'slide-callout'}
  if (block.type !== 'list') return block
  const nested = (inner: Block): Block =>
    inner.type === 'list' ? {...inner, style: inner.style ?? 'slide-nested'} : inner
  return {...block, children: block.children.map((item) => ({...item, children: item.children.map(nested)}))}
}

/** Text and pictures in two columns, in the order in which they first come. */
function sideBySide(blocks: Block[]): Block[] {
  const pictures = blocks.filter((block) => block.type === 'figure')
  const others = blocks.filter((block) => block.type !== 'figure')
  const [first] = blocks
  if (pictures.length === 0 || others.length === 0 || others.some((block) => block.type === 'columns')) return blocks
  const columns: Columns = {
    type: 'columns',
    children: [pictures, others].map((children) => ({type: 'column', width: '*', children})),
    position: first?.position,
    data: first?.data
  }
  if (first?.type !== 'figure') columns.children.reverse()
  return [columns]
}
