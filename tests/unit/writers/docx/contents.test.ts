import {expect, test} from 'vitest'
import type {Block} from '../../../../src/document/nodes.ts'
import {compose} from '../../../../src/writers/docx/compose.ts'
import {docx} from '../../../../src/writers/docx.ts'
import {readParts} from '../../../helpers/word-parts.ts'
import {judged} from '../../../helpers/word-validator.ts'
import {modelText} from './model-text.ts'
import {contextOf, documentOf, heading, p, section, t} from './sample.ts'

const judge = judged()

const text: Block[] = [
  {type: 'toc', depth: 3, title: [t('Содржина')]},
  section('one', heading(2, 'Прво'), p('a'), section('deep', heading(3, 'Подлабоко'), p('b'))),
  section('two', heading(2, 'Второ'), p('c'))
]

const numbered = {contentsPageNumbers: true}

test('contents are links, and no number is in them, unless the format asks for numbers', () => {
  const {context} = contextOf('mk')
  expect(
    modelText(compose(documentOf('mk', text), context))
      .split('\n')
      .slice(0, 4)
  ).toEqual(['TOCHeading: Содржина', 'TOC1: [Прво](#one)', 'TOC2: [Подлабоко](#deep)', 'TOC1: [Второ](#two)'])
})

test('with numbers they are a field that Word fills: until then none is said', () => {
  const {context} = contextOf('mk')
  const model = compose(documentOf('mk', text), {...context, options: numbered})
  expect(modelText(model).split('\n').slice(0, 4)).toEqual([
    'TOCHeading: Содржина',
    'TOC1: {TOC \\o "1-2" \\h \\z \\u: [Прво→<PAGEREF one \\h=>](#one)',
    'TOC2: [Подлабоко→<PAGEREF deep \\h=>](#deep)',
    'TOC1: [Второ→<PAGEREF two \\h=>](#two)}'
  ])
})

async function partsOf(lang: string, body: Block[], options: Record<string, unknown>) {
  const {context, diagnostics} = contextOf(lang)
  const {bytes} = await docx.write(documentOf(lang, body), {...context, options})
  judge(bytes)
  expect(diagnostics.list).toEqual([])
  return readParts(bytes)
}

test('Word asks to fill the field, and only where there is one', async () => {
  const asks = '<w:updateFields w:val="true"/>'
  const {xml} = await partsOf('mk', text, numbered)
  expect(xml('word/settings.xml')).toContain(asks)
  expect(xml('word/document.xml').match(/w:dirty="true"/g)).toHaveLength(1)
  const marks = [...xml('word/document.xml').matchAll(/w:fldCharType="(\w+)"/g)].map(([, type]) => type)
  expect(marks.filter((type) => type === 'begin')).toHaveLength(marks.filter((type) => type === 'end').length)

  for (const [body, options] of [
    [text, {}],
    [[p('a')], numbered]
  ] as const) {
    const {xml} = await partsOf('mk', [...body], options)
    expect(xml('word/settings.xml')).not.toContain(asks)
    expect(xml('word/document.xml')).not.toContain('w:dirty')
  }
})

test.each([
  ['mk', false],
  ['ar', true]
])('numbers stand at the end of the line, after dots, in the direction of the text: %s', async (lang, rightToLeft) => {
  const {xml} = await partsOf(lang, text, numbered)
  const [style = ''] = /<w:style [^>]*w:styleId="TOC2".*?<\/w:style>/.exec(xml('word/styles.xml')) ?? []
  // A4 with margins of 25 mm.
  expect(style).toContain('<w:tab w:val="right" w:pos="9071" w:leader="dot"/>')
  expect(style.includes('<w:bidi/>')).toBe(rightToLeft)
})

test('an option that is neither true nor false is reported', async () => {
  const {context, diagnostics} = contextOf('mk')
  await docx.write(documentOf('mk', [p('a')]), {...context, options: {contentsPageNumbers: 'yes', embedFonts: 1}})
  expect(diagnostics.list.map(({rule, reason}) => `${rule}: ${reason}`)).toEqual([
    'pack-invalid: Unexpected `"yes"` as `contentsPageNumbers` of a Word format, expected `true` or `false`',
    'pack-invalid: Unexpected `1` as `embedFonts` of a Word format, expected `true` or `false`'
  ])
})
