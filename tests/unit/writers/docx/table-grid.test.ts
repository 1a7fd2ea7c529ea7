import {expect, test} from 'vitest'
import type {TableCell, TableRow} from '../../../../src/document/nodes.ts'
import {tableGrid} from '../../../../src/writers/docx/table-grid.ts'

const cell = (colspan = 1, rowspan = 1): TableCell => ({
  type: 'tableCell',
  header: null,
  align: 'start',
  colspan,
  rowspan,
  children: []
})
const row = (...children: TableCell[]): TableRow => ({type: 'tableRow', children})

/** Rows of cells, each `column+columns×rows`; a gap has a dot behind it. */
function drawn(rows: readonly TableRow[]): string[] {
  return tableGrid(rows).rows.map(({cells}) =>
    cells.map(({column, columns, rows, cell}) => `${column}+${columns}×${rows}${cell ? '' : '.'}`).join(' ')
  )
}

test('what no cell stands in is a gap, beside and below cells of several rows', () => {
  expect(drawn([row(cell(2, 3), cell()), row(), row(), row(cell(1, 9))])).toEqual(['0+2×1 2+1×1', '0+1×1 1+2×1.'])
  expect(drawn([row(cell(), cell(1, 3), cell(), cell()), row(cell()), row(), row(cell(2))])).toEqual([
    '0+1×1 1+1×2 2+1×1 3+1×1',
    '0+1×1 2+2×1.',
    '0+2×1 2+2×1.'
  ])
  expect(drawn([])).toEqual([])
})

test('a table of very many rows is placed in no more time for each', () => {
  const rows = [row(cell(), cell(1, 200_001)), ...new Array<TableRow>(100_000).fill(row(cell()))]
  rows.push(...new Array<TableRow>(100_000).fill(row()), row(cell()))
  const grid = tableGrid(rows)
  expect(grid.columns).toBe(2)
  expect(grid.rows).toHaveLength(100_002)
  expect(grid.rows[0]?.cells[1]?.rows).toBe(100_001)
})
