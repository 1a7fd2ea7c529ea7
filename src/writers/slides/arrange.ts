/** Blocks as they stand on a slide. */
import type {Block, Columns, KeyFigure, Page} from '../../document/nodes.ts'
import {plainText} from '../../document/text.ts'

/** Height that the pictures of a slide are given, mm; `all`: those made of dots too, which else keep their own size. */
export interface PictureHeight {
  height: number
  all: boolean
}

/**
 * Arrange the blocks of `page`: text beside pictures on the master `slide-columns`, an address beside its code, smaller
 * type inside other text.
 */
export function arrange(blocks: readonly Block[], page: Page, pictures: PictureHeight): Block[] {
  const [first, ...others] = blocks
  const shown = first && others.length === 0 ? [alone(first)] : blocks
  const styled = shown.map((block) => sized(restyled(block), page, pictures))
  return sideBySideMasters.has(page.master) ? sideBySide(styled) : styled
}

/** A sentence of so many characters, alone on its slide, is a statement. */
const longestStatement = 220

/** What has a slide to itself is set larger: figures, a table, a sentence. */
function alone(block: Block): Block {
  if (block.style !== undefined) return block
  if (block.type === 'figures' || block.type === 'table') return {...block, style: 'slide-alone'}
  const isStatement = block.type === 'paragraph' && plainText(block.children).length <= longestStatement
  return isStatement ? {...block, style: 'slide-statement'} : block
}

const sideBySideMasters: ReadonlySet<string> = new Set(['slide-columns', 'slide-contact'])

/** Masters whose pictures are what the slide is for: drawings fill the room there is. */
const pictureMasters: ReadonlySet<string> = new Set(['slide-image', 'slide-columns'])

function sized(block: Block, {master}: Page, {height, all}: PictureHeight): Block {
  if (block.type !== 'figure' || block.width !== undefined || block.height !== undefined) return block
  const fills = pictureMasters.has(master) && /\.svg$/i.test(block.src)
  return fills || all ? {...block, height} : block
}

/** What is set smaller than the slide around it has a style, and with it a class, of its own. */
function restyled(block: Block): Block {
  if (block.type === 'figures') return {...block, children: block.children.map(withShortUnit)}
  if (block.type === 'callout') return {...block, style: block.style ?? 'slide-callout'}
  if (block.type !== 'list') return block
  const nested = (inner: Block): Block =>
    inner.type === 'list' ? {...inner, style: inner.style ?? 'slide-nested'} : inner
  return {...block, children: block.children.map((item) => ({...item, children: item.children.map(nested)}))}
}

/** A unit of so many letters is read as part of its number, and as large: `$1 bn`. */
const shortUnit = 2

function withShortUnit({unit, ...figure}: KeyFigure): KeyFigure {
  if (unit === undefined || [...unit].length > shortUnit) return unit === undefined ? figure : {...figure, unit}
  return {...figure, value: `${figure.value}\u00a0${unit}`}
}

/** Text and pictures in two columns, in the order in which they first come; a code takes no more room than it needs. */
function sideBySide(blocks: Block[]): Block[] {
  const pictures = blocks.filter(isPicture)
  const others = blocks.filter((block) => !isPicture(block))
  const [first] = blocks
  if (pictures.length === 0 || others.length === 0 || others.some((block) => block.type === 'columns')) return blocks
  const columns: Columns = {
    type: 'columns',
    children: [
      {type: 'column', width: pictures.every(({type}) => type === 'qr') ? 'auto' : '*', children: pictures},
      {type: 'column', width: '*', children: others}
    ],
    position: first?.position,
    data: first?.data
  }
  if (first && !isPicture(first)) columns.children.reverse()
  return [columns]
}

/** True for what stands beside text: pictures and codes. */
export function isPicture({type}: Block): boolean {
  return type === 'figure' || type === 'qr'
}
