/** Random tables: cells that fill a grid, some of them over several columns or rows. */
import type {Block, TableCell, TableRow} from '../../src/document/nodes.ts'
import type {Draft} from './draft.ts'
import {inlines} from './inlines.ts'

export interface TableSize {
  columns: number
  rows: number
}

/** A table; `blocks` makes what a cell holds that has more than words. */
export function table(draft: Draft, blocks: () => Block[], size?: TableSize): Block {
  const {random} = draft
  const caption = random.chance(0.4) ? inlines(draft, 4) : []
  const columns = size?.columns ?? random.whole(1, random.chance(0.1) ? 12 : 5)
  const rows = size?.rows ?? random.whole(1, random.chance(0.1) ? 40 : 6)
  const heads = random.chance(0.7) ? Math.min(rows, random.whole(1, 2)) : 0
  const taken = new Set<string>()
  const children = Array.from({length: rows}, (_, row): TableRow => {
    const cells: TableCell[] = []
    for (let column = 0; column < columns; column++) {
      if (taken.has(`${row} ${column}`)) continue
      const free = (to: number) => to < columns && !taken.has(`${row} ${to}`)
      let colspan = 1
      while (random.chance(0.15) && free(column + colspan)) colspan += 1
      const rowspan = random.chance(0.1) ? random.whole(1, Math.max(1, (row < heads ? heads : rows) - row)) : 1
      for (let down = 0; down < rowspan; down++)
        for (let right = 0; right < colspan; right++) taken.add(`${row + down} ${column + right}`)
      const header = row < heads ? 'column' : column === 0 && random.chance(0.5) ? 'row' : null
      const align = random.pick(['start', 'center', 'end'] as const)
      cells.push({type: 'tableCell', header, align, colspan, rowspan, children: cellContent(draft, blocks)})
    }
    return {type: 'tableRow', children: cells}
  })
  return {type: 'table', caption, children}
}

function cellContent(draft: Draft, blocks: () => Block[]): Block[] {
  const {random} = draft
  if (random.chance(0.1)) return blocks()
  if (random.chance(0.1)) return []
  return [{type: 'paragraph', children: inlines(draft, random.chance(0.03) ? 60 : 2)}]
}
