/** Sizes of titles on covers, chosen without a layout. */
import {expect, test} from 'vitest'
import {Styles} from '../../../../src/theme/styles.ts'
import {heightOf, stepFor} from '../../../../src/writers/docx/estimate.ts'
import type {WordInline} from '../../../../src/writers/docx/model.ts'

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

/** Lines that stand in a style of 10 on 20 without space around, by the height that they take. */
const lines = (content: readonly WordInline[], room: number) => {
  const {steps: _, ...plain} = look
  return heightOf(content, {...plain, size: 10, leading: 20, before: 0, after: 0, indent: 0}, room) / 20
}

test('lines break at spaces and where they are told to', () => {
  expect(lines(words('аа бб'), 100)).toBe(1)
  expect(lines(words('аа бб'), 20)).toBe(2)
  expect(lines(words('аа'), 5)).toBe(1)
  expect(lines([...words('а'), {type: 'break'}, ...words('б')], 100)).toBe(2)
})

test('words of links and bookmarks count', () => {
  expect(lines([{type: 'link', url: 'https://example.org', children: words('аа бб')}], 20)).toBe(2)
  expect(lines([{type: 'marked', bookmark: 'a', children: words('аа бб')}], 20)).toBe(2)
  expect(lines([{type: 'marked', bookmark: 'a', children: [{type: 'break'}]}], 20)).toBe(2)
})
