import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {strToU8, unzipSync, zipSync} from 'fflate'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {readRows} from '../../../../src/build/data/rows.ts'
import {diagnosedLater} from '../../../helpers/diagnosed.ts'
import {memoryWorld} from '../../../helpers/memory-world.ts'
import {row, texts, type WorkbookOptions, workbook} from '../../../helpers/workbook.ts'

async function read(bytes: Uint8Array) {
  const {result, lines} = await diagnosedLater((report) => readRows(memoryWorld({'a.xlsx': bytes}), 'a.xlsx', report))
  return {found: result?.map(({line, values}) => [line, values]), lines}
}

const rowsOf = (rows: string, options?: WorkbookOptions) => read(workbook(rows, options))

/** The value of `cell`, which stands in the column `x` of the second row. */
async function cellOf(cell: string, options?: WorkbookOptions) {
  const {found, lines} = await rowsOf(texts('A1:id', 'B1:x') + row(2, `<c r="A2"><v>7</v></c>${cell}`), options)
  return lines.length > 0 ? lines : found?.[0]?.[1]
}

test('rows by their numbers in the sheet; blank ones, and those above the header, are none', async () => {
  const header = row(3, '<c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c>')
  const first = row(4, '<c r="A4"><v>7</v></c><c r="B4" t="s"><v>2</v></c>')
  const blank = row(6, '<c r="A6" s="1"/><c r="B6" t="inlineStr"><is><t> </t></is></c>')
  const last = row(9, '<c r="B9" t="inlineStr"><is><t> Бо </t></is></c>')
  expect(await rowsOf(header + first + blank + last)).toEqual({
    found: [
      [4, {id: 7, name: 'Ана'}],
      [9, {id: '', name: ' Бо '}]
    ],
    lines: []
  })
})

describe('the value', () => {
  const mac = {properties: '<workbookPr date1904="1"/>'}
  test.each<[string, unknown, WorkbookOptions?]>([
    ['<c r="B2"><v>0.1</v></c>', 0.1],
    ['<c r="B2" t="b"><v>1</v></c>', true],
    ['<c r="B2" t="inlineStr"><is><t>a &amp;&#10;b</t></is></c>', 'a &\nb'],
    ['<c r="B2" s="1"><v>46374</v></c>', '2026-12-18'],
    ['<c r="B2" s="1"><v>44912</v></c>', '2026-12-18', mac],
    ['<c r="B2" s="2"><v>46374.4166666667</v></c>', '2026-12-18T10:00'],
    ['<c r="B2" s="2"><v>46374.9999999</v></c>', '2026-12-19'],
    ['<c r="B2" s="3"><v>0.75</v></c>', '18:00'],
    ['<c r="B2" s="3"><v>0.7500115741</v></c>', '18:00:01'],
    ['<c r="B2" t="d" s="1"><v>2026-12-18</v></c>', '2026-12-18'],
    ['<c r="B2"><f>3*4</f><v>12</v></c>', 12],
    ['<c r="B2" t="str"><f>A2&amp;""</f><v>7</v></c>', '7'],
    ['<c r="B2" t="str"><f>""</f><v></v></c>', ''],
    ['<c r="B2" t="str"><f>""</f></c>', '']
  ])('of %s is %j', async (cell, x, options) => {
    expect(await cellOf(cell, options)).toEqual({id: 7, x})
  })

  test.each([
    ['<c r="B2"><f>NOW()</f></c>', 'formula without its value in row 2, column `x`, expected a value'],
    ['<c r="B2"><f>NOW()</f><v></v></c>', 'formula without its value in row 2, column `x`, expected a value'],
    ['<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '`#DIV/0!` in row 2, column `x`, expected a value'],
    [
      '<c r="B2" t="d"><v>2026-12-18T10:00:00</v></c>',
      'date `2026-12-18T10:00:00` in row 2, column `x`, expected a day without a time, or one of the time zone UTC'
    ]
  ])('of %s is a fault of its row', async (cell, fault) => {
    const next = row(3, '<c r="A3"><v>8</v></c>')
    const {found, lines} = await rowsOf(texts('A1:id', 'B1:x') + row(2, `<c r="A2"><v>7</v></c>${cell}`) + next)
    expect({found, lines}).toEqual({
      found: [[3, {id: 8, x: ''}]],
      lines: [`data-invalid a.xlsx:2:2 Unexpected ${fault}`]
    })
  })
})

test.each([
  [
    texts('A1:id', 'B1:name', 'C1:name') + texts('A2:7'),
    'a.xlsx:1:1 Unexpected second column `name`, expected each name once'
  ],
  [
    texts('A1:id') + texts('A2:7', 'C2:x'),
    'a.xlsx:2:1 Unexpected value in row 2, column 3, expected a name of that column in row 1'
  ],
  [
    texts('A1:id') + texts('XFD150:x'),
    'a.xlsx Unexpected sheet of 150 rows and 16384 columns, expected no more than 2000000 cells'
  ],
  [
    row(9_999_999, '<c r="A9999999"><v>1</v></c>'),
    'a.xlsx Unexpected damage, expected a sound XLSX file (a cell lies outside of any sheet)'
  ],
  [row(1, '<c><v>1</v></c>'), 'a.xlsx Unexpected damage, expected a sound XLSX file (a cell has no address)'],
  ['<row', 'a.xlsx Unexpected damage, expected a sound XLSX file (Invalid character in tag name)'],
  [row(1, '<c r="A1" t="s"><v>99</v></c>'), 'a.xlsx Unexpected spreadsheet: <c/> at row 1, col 1: VALUE_INVALID']
])('%s is told of', async (rows, line) => {
  expect(await rowsOf(rows)).toEqual({found: [], lines: [`data-invalid ${line}`]})
})

test('an empty sheet has no records', async () => {
  expect(await rowsOf('')).toEqual({found: [], lines: []})
})

test('the first sheet that is shown', async () => {
  const sheets =
    '<sheet name="Old" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Chart" sheetId="3" r:id="rId9"/><sheet name="New" sheetId="2" r:id="rId4"/>'
  const second = workbook(texts('A1:id') + texts('A2:9'))
  const part = new TextDecoder().decode(unzipSync(second)['xl/worksheets/sheet1.xml'])
  const {found} = await rowsOf(texts('A1:id') + texts('A2:1'), {sheets, parts: {'xl/worksheets/sheet2.xml': part}})
  expect(found).toEqual([[2, {id: '9'}]])
})

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'content, expected an XLSX file'],
  ['text', strToU8('id,name\n'), 'content, expected an XLSX file'],
  [
    'a password',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'spreadsheet with a password or in the format of .xls, expected .xlsx'
  ],
  ['half a file', workbook(texts('A1:id')).slice(0, 900), 'damage, expected a sound XLSX file (invalid zip data)'],
  ['another archive', zipSync({'a.txt': strToU8('a')}), 'damage, expected a sound XLSX file (it has no sheet)'],
  [
    'a bomb',
    zipSync({'xl/workbook.xml': new Uint8Array(70 * 2 ** 20)}, {level: 1}),
    'spreadsheet that unfolds to more than 64 MB, expected less'
  ],
  [
    'entities',
    workbook('', {parts: {'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'}}),
    'damage, expected a sound XLSX file (it has a doctype)'
  ]
])('%s is told of', async (_, bytes, reason) => {
  expect(await read(bytes)).toEqual({found: [], lines: [`data-invalid a.xlsx Unexpected ${reason}`]})
})

test('a size that an archive hides does not unfold', async () => {
  const bytes = zipSync({'xl/workbook.xml': new Uint8Array(70 * 2 ** 20)}, {level: 1})
  const view = new DataView(bytes.buffer)
  // The directory at the end says how large the part is.
  const directory = view.getUint32(bytes.length - 6, true)
  view.setUint32(directory + 24, 100, true)
  expect(await read(bytes)).toEqual({
    found: [],
    lines: ['data-invalid a.xlsx Unexpected damage, expected a sound XLSX file (a part is larger than it says)']
  })
})

describe('sheets of other programs, in any time zone', () => {
  afterEach(() => vi.unstubAllEnvs())

  test.each(['openpyxl', 'xlsxwriter'])('%s', async (program) => {
    const bytes = readFileSync(join(import.meta.dirname, `../../../fixtures/guests-${program}.xlsx`))
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      vi.stubEnv('TZ', zone)
      expect(await read(bytes)).toEqual({
        found: [
          [2, {id: 1, name: 'Ана Пример', day: '2026-12-18', from: '18:30', seats: 2, member: true, note: ''}],
          [
            4,
            {
              id: 2,
              name: 'Sample, "Bo" & <Li>',
              day: '2027-01-01T09:05',
              from: '00:00',
              seats: 3.5,
              member: false,
              note: 'line one\nline two'
            }
          ],
          [5, {id: 3, name: 'ليلى مثال', day: '2024-02-29', from: '23:59:59', seats: 0, member: true, note: ' '}]
        ],
        lines: []
      })
    }
  })
})
