import {expect, test} from 'vitest'
import {loadRecords} from '../../../src/build/records.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'
import {memoryWorld} from '../../helpers/memory-world.ts'

/** Records of a file as `line id`, and the messages about it. */
function records(file: string, text?: string) {
  const world = memoryWorld(text === undefined ? {} : {[file]: text})
  const {result, lines} = diagnosed((report) =>
    loadRecords(world, {file, pattern: '{id}', at: {file: 'publication.yml'}}, report)
  )
  return {found: result.map(({id, line}) => `${line} ${id}`), lines}
}

test.each([
  ['a.csv', 'id,name\n1,Ana\n2,Bo\n', ['2 1', '3 2']],
  ['a.csv', '\uFEFFid;name\r\n1;Ana\r\n', ['2 1']],
  ['a.json', '[{"id": 1},\n {"id": "b"}]', ['1 1', '2 b']],
  ['a.yml', '- id: x\n- {id: y}\n', ['1 x', '2 y']],
  ['a.csv', 'id\n../../etc\n', ['2 etc']],
  ['a.csv', '', []]
])('%s %j', (file, text, found) => {
  expect(records(file, text)).toEqual({found, lines: []})
})

test.each([
  [
    'a.csv',
    'id,name\n1,Ana\n2\n3,Bo\n',
    ['2 1', '4 3'],
    'data-invalid a.csv:3:1 Unexpected row: Invalid Record Length: columns length is 2, got 1 on line 3'
  ],
  [
    'a.csv',
    'id,name\n1,Ana\n,Bo\n',
    ['2 1'],
    'data-invalid a.csv:3:1 Unexpected record without `id`, expected what names its folder'
  ],
  [
    'a.csv',
    'id\n1\n1\n',
    ['2 1'],
    'data-invalid a.csv:3:1 Unexpected second record `1`, expected one (the other is on line 2)'
  ],
  ['a.yml', 'id: 1', [], 'data-invalid a.yml:1:1 Unexpected mapping, expected a list of records'],
  [
    'a.json',
    '[{"id": 1}, 2]',
    ['1 1'],
    'data-invalid a.json:1:13 Unexpected number `2`, expected a record of names and values'
  ],
  [
    'a.xlsx',
    'PK',
    [],
    'data-invalid a.xlsx Unexpected data file `a.xlsx`, expected one that ends in .csv, .json, .yml or .yaml'
  ],
  [
    'b.csv',
    undefined,
    [],
    'file-missing publication.yml Unexpected missing file `b.csv`, expected the records of a mail merge'
  ]
])('%s %j', (file, text, found, line) => {
  expect(records(file, text)).toEqual({found, lines: [line]})
})
