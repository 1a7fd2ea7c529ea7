import {describe, expect, test} from 'vitest'
import {loadRecords} from '../../../src/build/records.ts'
import {diagnosedLater} from '../../helpers/diagnosed.ts'
import {memoryWorld} from '../../helpers/memory-world.ts'

/** Records of a file as `line id`, and the messages about it. */
async function records(file: string, text?: string, pattern = '{id}') {
  const world = memoryWorld(text === undefined ? {} : {[file]: text})
  const {result, lines} = await diagnosedLater((report) =>
    loadRecords(world, {file, pattern, at: {file: 'publication.yml'}}, report)
  )
  return {found: result.map(({id, line}) => `${line} ${id}`), lines}
}

test.each([
  ['a.csv', 'id,name\n1,Ana\n2,Bo\n', ['2 1', '3 2']],
  ['a.csv', '\uFEFFid;name\r\n1;Ana\r\n', ['2 1']],
  ['a.csv', 'id, name\n\n1,Ana\n  \n2,"Bo\nLi"\n3,Cy\n', ['3 1', '5 2', '7 3']],
  ['a.csv', 'id,name\r\n1,"A\r\nB"\r\n2,Bo\r\n', ['2 1', '4 2']],
  ['a.csv', 'id,name\n,\n1,Ana\n', ['3 1']],
  ['a.json', '[{"id": 1},\n {"id": "b"}]', ['1 1', '2 b']],
  ['a.yml', '- id: x\n- {id: y}\n', ['1 x', '2 y']],
  ['a.csv', '', []],
  ['a.csv', 'id,name\n', []]
])('%s %j', async (file, text, found) => {
  expect(await records(file, text)).toEqual({found, lines: []})
})

test.each([
  [
    'a.csv',
    'id,name\n1,Ana\n2\n3,Bo\n',
    ['2 1', '4 3'],
    'data-invalid a.csv:3:1 Unexpected row of 1 value, expected 2, one for each column'
  ],
  [
    'a.csv',
    'id,name\n1,Ana\n2,Bo,Li\n',
    ['2 1'],
    'data-invalid a.csv:3:1 Unexpected value in row 3, column 3, expected a name of that column in row 1'
  ],
  ['a.csv', 'id,id\n1,2\n', [], 'data-invalid a.csv:1:1 Unexpected second column `id`, expected each name once'],
  [
    'a.csv',
    'id,name\n1,Ana\n2,"B"o\n3,Cy\n',
    ['2 1', '4 3'],
    'data-invalid a.csv:3:1 Unexpected quotes in row 3 (Invalid Closing Quote: got "o"), expected `"a ""word"""` around the whole of a value'
  ],
  [
    'a.csv',
    'id,name\n1,Ana\n2,"Bo\n3,Cy\n',
    ['2 1', '4 3'],
    'data-invalid a.csv:3:1 Unexpected quotes in row 3 (Quote Not Closed), expected `"a ""word"""` around the whole of a value'
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
    'data-invalid a.csv:3:1 Unexpected second record `1`, expected one (the other is in row 2)'
  ],
  ['a.yml', 'id: 1', [], 'data-invalid a.yml:1:1 Unexpected mapping, expected a list of records'],
  [
    'a.json',
    '[{"id": 1}, 2]',
    ['1 1'],
    'data-invalid a.json:1:13 Unexpected number `2`, expected a record of names and values'
  ],
  [
    'a.ods',
    'PK',
    [],
    'data-invalid a.ods Unexpected data file `a.ods`, expected one that ends in .csv, .xlsx, .json, .yml or .yaml'
  ],
  [
    'b.csv',
    undefined,
    [],
    'file-missing publication.yml Unexpected missing file `b.csv`, expected the records of a mail merge'
  ]
])('%s %j', async (file, text, found, line) => {
  expect(await records(file, text)).toEqual({found, lines: [line]})
})

describe('the folder of a record', () => {
  test.each([
    ['../../etc', 'etc'],
    ['C:\\x', 'C-x'],
    ['a.', 'a'],
    ['.a', 'a'],
    ['Ана Петрова', 'Ана-Петрова'],
    ['سارة', 'سارة'],
    ['e\u0301', '\u00E9'],
    ['\u202Egnp\u202C.exe', 'gnp-exe'],
    ['\u0301a', 'a'],
    ['a\nb', 'a-b'],
    ['con', 'con_'],
    ['LPT1', 'LPT1_'],
    ['com¹', 'com¹_'],
    ['console', 'console'],
    ['con.txt', 'con-txt'],
    ['{{id}}', 'id'],
    ['{id}', 'id']
  ])('of %j is %j', async (id, folder) => {
    expect(await records('a.json', JSON.stringify([{id}]))).toEqual({found: [`1 ${folder}`], lines: []})
  })

  test.each([
    ['capitals', 'Ana', 'aNA'],
    ['Cyrillic capitals', 'АНА', 'ана'],
    ['forms of one sigma', 'ος', 'ΟΣ'],
    ['accents in two codings', 'é', 'e\u0301'],
    ['what is not in names', 'a.b', 'a b']
  ])('is one for %s', async (_, first, second) => {
    const {found, lines} = await records('a.csv', `id\n${first}\n${second}\n`)
    expect(found).toHaveLength(1)
    expect(lines).toEqual([expect.stringMatching(/a\.csv:3:1 Unexpected second record .* \(the other is in row 2\)$/)])
  })

  test('two letters of one sound are two folders', async () => {
    expect((await records('a.csv', 'id\nStraße\nStrasse\n')).found).toEqual(['2 Straße', '3 Strasse'])
  })

  test.each([
    ['x'.repeat(121), 'name of a folder of 121 characters, expected no more than 120 bytes'],
    ['ж'.repeat(61), 'name of a folder of 61 characters, expected no more than 120 bytes'],
    ['?!', "`id` without a letter or digit, expected a folder's name"]
  ])('cannot be made of %j', async (id, reason) => {
    const {found, lines} = await records('a.csv', `id\n1\n${id}\n`)
    expect({found, lines}).toEqual({found: ['2 1'], lines: [`data-invalid a.csv:3:1 Unexpected ${reason}`]})
  })

  test.each([
    ['{Id}', 'Unexpected column `Id` in `record`, expected `id`'],
    ['{number}', 'Unexpected column `number` in `record`, expected one of `id`, `name`'],
    ['guest', 'Unexpected `record` without a column, expected one such as `{id}`']
  ])('named by %j is told of once', async (pattern, reason) => {
    const text = 'id,name\n1,Ana\n2,Bo\n'
    expect(await records('a.csv', text, pattern)).toEqual({
      found: [],
      lines: [`data-invalid publication.yml ${reason}`]
    })
  })
})

test.each([
  ['a\u000Bb', 'control character U+000B in row 2, column `name`, expected text'],
  ['a\u202Eb', 'direction control U+202E by itself in row 2, column `name`, expected a pair, or none'],
  ['a\u2069b', 'direction control U+2069 by itself in row 2, column `name`, expected a pair, or none'],
  ['\u2067\u202Aa\u2069\u202C', 'direction control U+2069 by itself in row 2, column `name`, expected a pair, or none']
])('%j is a fault of its record', async (name, reason) => {
  const {found, lines} = await records('a.csv', `id,name\n1,${name}\n2,\u2067ש\u2069 \u202Aa\u202C\u200F\n`)
  expect({found, lines}).toEqual({found: ['3 2'], lines: [`data-invalid a.csv:2:1 Unexpected ${reason}`]})
})
