/** Blocks of a slide in pieces: a list by its items, a table by its rows, everything else whole. */
import type {Block, List, Table} from '../../document/nodes.ts'

export interface Piece {
  block: Block
  /** Item of a list or row of a table; none for a block that stays whole. */
  part?: number
}

/** Cut `blocks` into the pieces that may stand on different slides. */
export function pieces(blocks: readonly Block[]): Piece[] {
  return blocks.flatMap((block): Piece[] => {
    if (block.type === 'list') return block.children.map((_, part) => ({block, part}))
    if (block.type !== 'table') return [{block}]
    const rows = block.children.map((_, part) => ({block, part})).slice(headRows(block))
    return rows.length > 0 ? rows : [{block}]
  })
}

/** Put pieces that follow one another together again. A list goes on counting, a table repeats its head. */
export function joined(parts: readonly Piece[]): Block[] {
  const blocks: Block[] = []
  for (let index = 0; index < parts.length; ) {
    const first = parts[index]
    if (!first) break
    let end = index + 1
    while (first.part !== undefined && parts[end]?.block === first.block) end += 1
    blocks.push(range(first, first.part === undefined ? 1 : end - index))
    index = end
  }
  return blocks
}

function range({block, part}: Piece, count: number): Block {
  if (part === undefined) return block
  if (block.type === 'list') return listRange(block, part, count)
  return block.type === 'table' ? tableRange(block, part, count) : block
}

function listRange(list: List, from: number, count: number): List {
  return {...list, start: list.start + from, children: list.children.slice(from, from + count)}
}

function tableRange(table: Table, from: number, count: number): Table {
  const heads = headRows(table)
  const children = [...table.children.slice(0, heads), ...table.children.slice(from, from + count)]
  return {...table, caption: from > heads ? [] : table.caption, children}
}

function headRows(table: Table): number {
  const body = table.children.findIndex(({children}) => children.some(({header}) => header !== 'column'))
  return body === -1 ? table.children.length : body
}
