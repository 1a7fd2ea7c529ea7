/** Long texts take time in proportion to their length. CPU time: others may use the machine too. */
import {expect, test} from 'vitest'
import type {Content} from '../../../../src/writers/pdf/content.ts'
import {engine, text} from './setup.ts'

function seconds(content: readonly Content[]): number {
  const laid = engine()
  const start = process.cpuUsage()
  const {overset} = laid.flow(content, (index) => ({width: 450, height: 700, page: index}), laid.root)
  const {user, system} = process.cpuUsage(start)
  expect(overset).toBe(0)
  return (user + system) / 1e6
}

function table(count: number): Content {
  const cell = (words: string, rowspan = 1) => ({
    children: [text(words)],
    header: null,
    colspan: 1,
    rowspan,
    padding: [4, 4, 4] as const
  })
  const rows = Array.from({length: count}, (_, row) =>
    row % 2 === 0 ? [cell(`row ${row}`, 2), cell('one')] : [cell('two')]
  )
  return {kind: 'table', widths: [200, 250], headerRows: 1, rows, line: () => ({width: 0.5, color: '#000000'})}
}

const paragraph = (words: number) => text(Array.from({length: words}, (_, word) => `збор${word % 500}`).join(' '))

test.each([
  ['a table of 10,000 rows', () => table(2500), () => table(10_000)],
  ['a paragraph of 80,000 words', () => paragraph(20_000), () => paragraph(80_000)]
])('%s takes about four times as long as a quarter of it', (_, quarter, whole) => {
  seconds([quarter()])
  const short = Math.min(seconds([quarter()]), seconds([quarter()]))
  const long = seconds([whole()])
  // A scan of all rows for each row would make it sixteen times.
  expect(long / short).toBeLessThan(9)
  expect(long).toBeLessThan(10)
})
