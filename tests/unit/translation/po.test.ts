import {describe, expect, test} from 'vitest'
import {Diagnostics} from '../../../src/diagnostic.ts'
import {parsePo} from '../../../src/translation/po.ts'
import {line} from '../../helpers/read-text.ts'

function parsed(text: string) {
  const {report, list} = new Diagnostics()
  const {blocks, sound} = parsePo(text, 'mk.po', report)
  return {entries: blocks.flatMap(({entry}) => entry ?? []), blocks, sound, messages: list.map(line)}
}

describe('parsePo', () => {
  test('reads contexts, comments, plurals, obsolete entries and strings in pieces', () => {
    const {entries, sound} = parsed(`# note
#, fuzzy, no-wrap
#| msgid "old"
msgctxt "ctx"
msgid ""
"a "
"b\\n"
msgstr "x\\ty"
msgid "one"
msgid_plural "many"
msgstr[0] "еден"
msgstr[1] "многу"
#~ msgid "gone"
#~ msgstr "нема"
`)
    expect(sound).toBe(true)
    expect(
      entries.map(({context, source, value, fuzzy, obsolete}) => ({context, source, value, fuzzy, obsolete}))
    ).toEqual([
      {context: 'ctx', source: 'a b\n', value: 'x\ty', fuzzy: true, obsolete: false},
      {context: '', source: 'one', value: 'еден', fuzzy: false, obsolete: false},
      {context: '', source: 'gone', value: 'нема', fuzzy: false, obsolete: true}
    ])
    expect(entries[0]?.comments).toMatchObject({translator: 'note', previous: 'msgid "old"'})
  })

  test('keeps each line of the file', () => {
    const text = '# head\n\nmsgid "a"\nmsgstr "b"\n\n\n#~ msgid "c"\n#~ msgstr "d"\n# tail'
    expect(
      parsed(text)
        .blocks.flatMap(({lines}) => lines)
        .join('\n')
    ).toBe(text.replace('\n\n\n', '\n'))
  })

  test('places each character of a translation', () => {
    const [entry] = parsed('msgid "a"\nmsgstr ""\n"a\\"b\\n"\n  "cd"\n').entries
    const columns = Array.from(entry?.value ?? '', (_, offset) => {
      const {start} = entry?.position(offset, offset) ?? {}
      return `${start?.line}:${start?.column}`
    })
    expect(entry?.value).toBe('a"b\ncd')
    expect(columns).toEqual(['3:2', '3:3', '3:5', '3:6', '4:4', '4:5'])
    expect(entry?.position(0, 6).end).toEqual({line: 4, column: 6})
  })

  test.each([
    [
      'msgid "a',
      'mk.po:1:1 catalog-invalid Unexpected quotation mark in a string, expected `\\"`, and a `"` at either end'
    ],
    ['msgid "a"\n', 'mk.po:1:1 catalog-invalid Unexpected `msgid` without a translation, expected `msgstr` after it'],
    ['msgstr "a"', 'mk.po:1:1 catalog-invalid Unexpected `msgstr`, expected `msgid` before it'],
    ['\n"a"', 'mk.po:2:1 catalog-invalid Unexpected string, expected `msgid` before it'],
    ['msgid "a"\nmsgid "b"\nmsgstr ""', 'mk.po:2:1 catalog-invalid Unexpected `msgid`, expected `msgstr` before it'],
    [
      '<<<<<<< HEAD\n',
      'mk.po:1:1 catalog-invalid Unexpected `<<<<<<< HEAD`, expected a keyword such as `msgid` with a string in quotes'
    ],
    [
      'msgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr "c"',
      'mk.po:4:9 catalog-invalid Unexpected second entry for `a`, expected one'
    ]
  ])('reports %j with its line', (text, message) => {
    const {messages, sound} = parsed(text)
    expect({messages, sound}).toEqual({messages: [message], sound: false})
  })
})
