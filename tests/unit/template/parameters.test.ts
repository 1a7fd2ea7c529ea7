import {describe, expect, test} from 'vitest'
import {loadPack} from '../../../src/template/pack.ts'
import {checkParameters, checkRecord, translatableTexts, translateParameters} from '../../../src/template/parameters.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'
import {smallPack} from '../../helpers/small-pack.ts'

const template = `formats: {}
parameters:
  type: object
  required: [place]
  properties:
    place: {type: string, x-translatable: true}
    date: {type: string, format: date}
    time: {type: string, pattern: '^\\d\\d:\\d\\d$', examples: ["09:30"]}
    link: {type: string, format: uri}
    kind: {enum: [talk, walk]}
    seats: {type: integer, default: 40}
    speakers: {type: array, items: {$ref: "#/$defs/person"}}
    venue: {type: object, additionalProperties: false, properties: {street: {type: string, x-translatable: true}}}
  $defs:
    person: {type: object, properties: {name: {type: string}, role: {type: string, x-translatable: true}}}
record: {type: object, required: [id], properties: {id: {type: string}, seat: {type: integer}, host: {type: string, minLength: 1}}}
`

const {result: pack} = diagnosed((report) => loadPack(smallPack({'template.yml': template}), 'small', report))
if (!pack) throw new Error('The pack of this test is unsound')

const locate = () => ({file: 'data/day.yml'})

function check(values: Record<string, unknown>) {
  return diagnosed((report) => checkParameters(pack as NonNullable<typeof pack>, values, {locate, report}))
}

describe('a parameter that the schema does not allow', () => {
  test.each([
    [{}, 'Missing parameter `place`, expected it to be text'],
    [{place: 3}, 'Unexpected number `3` of the parameter `place`, expected text'],
    [
      {place: 'x', date: '14.5.2027'},
      'Unexpected text `14.5.2027` of the parameter `date`, expected a date such as `2027-05-14`'
    ],
    [{place: 'x', time: 9.3}, 'Unexpected number `9.3` of the parameter `time`, expected text'],
    [{place: 'x', time: 'noon'}, 'Unexpected text `noon` of the parameter `time`, expected text such as `09:30`'],
    [
      {place: 'x', link: 'example'},
      'Unexpected text `example` of the parameter `link`, expected an address such as `https://www.example.org`'
    ],
    [{place: 'x', kind: 'tlk'}, 'Unexpected text `tlk` of the parameter `kind`, expected one of `talk`, `walk`'],
    [{place: 'x', speakers: [{name: 1}]}, 'Unexpected number `1` of the parameter `speakers.0.name`, expected text'],
    [{place: 'x', venue: {steet: 'a'}}, 'Unexpected parameter `venue.steet`, expected `street`']
  ])('%o', (values, reason) => {
    expect(check(values).lines).toEqual([`parameter-invalid data/day.yml ${reason}`])
  })
})

test('defaults are filled in, and the values given stay as they were', () => {
  const given = {place: 'Скопје', staff: 5400}
  expect(check(given).result).toEqual({place: 'Скопје', staff: 5400, seats: 40})
  expect(given).toEqual({place: 'Скопје', staff: 5400})
})

const checkedRecord = (values: Record<string, unknown>) =>
  diagnosed((report) => checkRecord(pack, values, {row: 5, locate, report}))

test('a column of a record is read as the number it should be', () => {
  expect(checkedRecord({id: '7', seat: '12'})).toEqual({result: {id: '7', seat: 12}, lines: []})
  expect(checkedRecord({id: 7, seat: 12, note: true})).toEqual({result: {id: '7', seat: 12, note: true}, lines: []})
})

test('a faulty value of a record is told of with its row and column', () => {
  expect(checkedRecord({id: ' ', seat: 'x'}).lines).toEqual([
    'data-invalid data/day.yml Missing value in row 5, column `id`, expected it to be text',
    'data-invalid data/day.yml Unexpected text `x` in row 5, column `seat`, expected a whole number'
  ])
})

test('a blank cell is missing where there must be a value, and an empty text where there need not', () => {
  expect(checkedRecord({id: '7', seat: '', note: null})).toEqual({result: {id: '7', seat: '', note: ''}, lines: []})
  expect(checkedRecord({id: '7', host: ' '}).lines).toEqual([
    'data-invalid data/day.yml Missing value in row 5, column `host`, expected some text'
  ])
})

test('a schema that is none is a fault of the pack', () => {
  const wrong = {...pack, manifest: {...pack.manifest, parameters: {type: 'txt'}}}
  const [line] = diagnosed((report) => checkParameters(wrong, {}, {locate, report})).lines
  expect(line).toMatch(/^pack-invalid templates\/small\/template.yml:3:3 Unexpected JSON Schema/)
})

describe('texts to be translated', () => {
  const values = {place: 'Скопје', speakers: [{name: 'Ана', role: 'водител'}], venue: {street: 'Мостова'}, staff: 'x'}

  test('are those that the schema marks, in its order', () => {
    expect(translatableTexts(pack, values)).toEqual([
      {context: 'params/place', text: 'Скопје', path: ['place']},
      {context: 'params/speakers/0/role', text: 'водител', path: ['speakers', 0, 'role']},
      {context: 'params/venue/street', text: 'Мостова', path: ['venue', 'street']}
    ])
  })

  test('are replaced one by one, and nothing else is', () => {
    expect(translateParameters(pack, values, ({text}) => text.toUpperCase())).toEqual({
      place: 'СКОПЈЕ',
      speakers: [{name: 'Ана', role: 'ВОДИТЕЛ'}],
      venue: {street: 'МОСТОВА'},
      staff: 'x'
    })
  })
})
