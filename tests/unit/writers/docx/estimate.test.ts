/** Sizes of titles on covers, chosen without a layout. */
import {expect, test} from 'vitest'
import {Styles} from '../../../../src/theme/styles.ts'
import {linesIn, stepFor} from '../../../../src/writers/docx/estimate.ts'

const look = new Styles({h1: {size: 50, leading: 60, after: 10, tracking: -1, steps: [50, 40, 30, 20]}}, 'Cyrl').get(
  'h1'
)
const words = (value: string) => [{type: 'text' as const, value, format: {}}]
const size = (value: string, width: number, height = 1000) => stepFor(words(value), look, {width, height}).size

test('a short title keeps the first step, a long word or many lines take a smaller one', () => {
  expect(size('Наслов', 300)).toBe(50)
  expect(size('Меѓународната', 300)).toBe(30)
  expect(size('Еден наслов од многу кратки зборови', 300)).toBe(30)
  expect(size('Непрекинливонепрекинливонепрекинливо', 100)).toBe(20)
})

test('a frame that is too low takes a smaller step as well', () => {
  // Two lines: at 40 of 50, and at 30 of 37.5, since Word cuts no letters off.
  expect(size('Наслов наслов', 300, 110)).toBe(40)
  expect(size('Наслов наслов', 250, 100)).toBe(30)
})

test('leading, tracking and space go down with the size', () => {
  expect(stepFor(words('Меѓународната'), look, {width: 300, height: 1000})).toMatchObject({
    leading: 36,
    tracking: -0.6,
    after: 6
  })
})

test('a style without steps stays as it is', () => {
  const {steps: _, ...plain} = look
  expect(stepFor(words('Непрекинливонепрекинливо'), plain, {width: 100, height: 1000})).toEqual(plain)
})

test('lines break at spaces and where they are told to', () => {
  const at = (value: string, room: number) => linesIn(words(value), {size: 10, indent: 0, indentEnd: 0}, room)
  expect(at('аа бб', 100)).toBe(1)
  expect(at('аа бб', 20)).toBe(2)
  expect(at('аа', 5)).toBe(1)
  expect(linesIn([...words('а'), {type: 'break'}, ...words('б')], {size: 10, indent: 0}, 100)).toBe(2)
})
