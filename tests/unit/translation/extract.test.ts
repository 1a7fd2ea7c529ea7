import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {parse} from '../../../src/content/parse.ts'
import {Diagnostics} from '../../../src/diagnostic.ts'
import {extract} from '../../../src/translation/extract.ts'
import {type Unit, units} from '../../../src/translation/unit.ts'
import {line} from '../../helpers/read-text.ts'

function unitsOf(text: string): Unit[] {
  return units(parse({file: 'content/doc/en.md', lang: 'en', value: text}, new Diagnostics().report))
}

function extracted(po: string | undefined, text: string) {
  const {report, list} = new Diagnostics()
  const result = extract(po, unitsOf(text), {file: 'content/doc/mk.po', lang: 'mk', source: 'en', report})
  return {...result, messages: list.map(line)}
}

const head = `msgid ""
msgstr ""
"Language: mk\\n"
"X-Source-Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
`

describe('extract', () => {
  test('makes a new catalog in reading order', () => {
    const text = '---\ntitle: Title\n---\n\nOne "two" \\* [three](#a).\n\n## A\n\nline\\\nbreak\n\nA\n'
    expect(extracted(undefined, text)).toEqual({
      text: `${head}
msgctxt "front/title"
msgid "Title"
msgstr ""

msgid "One \\"two\\" \\\\* [three](#a)."
msgstr ""

msgctxt "a"
msgid "A"
msgstr ""

msgid ""
"line\\\\\\n"
"break"
msgstr ""
`,
      added: 4,
      changed: 0,
      obsolete: 0,
      messages: []
    })
  })

  test('leaves a catalog as it is, byte for byte, where nothing changed', () => {
    const foreign = `# By hand,
# and folded.
msgid   ""
msgstr "X-Tool: Other 1.0\\nContent-Type: text/plain; charset=UTF-8\\n"


#. a hint
#: elsewhere:12
#, no-wrap
msgid "One "
"two."
  msgstr "Еден два."
# the end`
    expect(extracted(foreign, 'One two.\n').text).toBe(foreign)
    const windows = foreign.replaceAll('\n', '\r\n')
    expect(extracted(windows, 'One two.\n').text).toBe(windows)
  })

  test('extracts a second time without a change', () => {
    const text = 'One.\n\n## Two\n\n| a | b |\n| - | - |\n| c | a |\n\n::figure[Cap]{src=x.svg alt="Words"}\n'
    const first = extracted(undefined, text).text
    expect(extracted(first, text)).toMatchObject({text: first, added: 0, changed: 0, obsolete: 0})
  })

  test('marks a changed unit fuzzy in its place, with the previous text, and keeps its comments', () => {
    const po = `${head}
msgid "Before."
msgstr "Пред."

# A translator's remark
#, no-wrap
msgid "The office opens at nine."
msgstr "Канцеларијата се отвора во девет."

msgid "After."
msgstr "По."
`
    expect(extracted(po, 'Before.\n\nThe office opens at ten.\n\nAfter.\n')).toMatchObject({
      text: po.replace(
        '#, no-wrap\nmsgid "The office opens at nine."',
        '#, fuzzy, no-wrap\n#| msgid "The office opens at nine."\nmsgid "The office opens at ten."'
      ),
      added: 0,
      changed: 1,
      obsolete: 0
    })
  })

  test('keeps the oldest source of a translation that was fuzzy already', () => {
    const po = `${head}
#, fuzzy
#| msgid "The office opens at eight."
msgid "The office opens at nine."
msgstr "Канцеларијата се отвора во осум."
`
    expect(extracted(po, 'The office opens at ten.\n').text).toBe(po.replace('at nine', 'at ten'))
  })

  test('adds a new unit after the one before it', () => {
    const po = `${head}
msgid "One."
msgstr "Еден."

msgid "Three."
msgstr "Три."
`
    expect(extracted(po, 'One.\n\nA wholly different matter.\n\nThree.\n').text).toBe(
      po.replace('msgid "Three."', 'msgid "A wholly different matter."\nmsgstr ""\n\nmsgid "Three."')
    )
  })

  test('makes a unit that went obsolete, and takes it back when it returns', () => {
    const po = `${head}
msgid "Stays."
msgstr "Останува."

# remark
msgctxt "a"
msgid "Goes away for good."
msgstr "Заминува."

msgid "Was never translated at all."
msgstr ""
`
    const without = extracted(po, 'Stays.\n')
    expect(without).toMatchObject({
      text: `${head}
msgid "Stays."
msgstr "Останува."

# remark
#~ msgctxt "a"
#~ msgid "Goes away for good."
#~ msgstr "Заминува."
`,
      added: 0,
      changed: 0,
      obsolete: 1
    })
    const back = extracted(without.text, 'Stays.\n\n## A\n\nGoes away for good.\n\n## B\n\nGoes away for good.\n').text
    expect(back).toContain('# remark\nmsgctxt "a"\nmsgid "Goes away for good."\nmsgstr "Заминува."')
    expect(back).not.toContain('#~')
  })

  test('keeps the translation of a text that stands twice now', () => {
    const po = `${head}
msgid "Read more."
msgstr "Повеќе."
`
    expect(extracted(po, '## A\n\nRead more.\n\n## B\n\nRead more.\n').text).toBe(`${head}
msgid "A"
msgstr ""

msgctxt "a"
msgid "Read more."
msgstr "Повеќе."

msgid "B"
msgstr ""

msgctxt "b"
msgid "Read more."
msgstr "Повеќе."
`)
  })

  test('does not take a title for body text', () => {
    const po = `${head}
msgctxt "front/title"
msgid "Our annual report"
msgstr "Наш годишен извештај"
`
    const {changed, obsolete} = extracted(po, 'Our annual reports\n')
    expect({changed, obsolete}).toEqual({changed: 0, obsolete: 1})
  })

  test('leaves a broken catalog alone, and says where', () => {
    expect(extracted('msgid "One.\nmsgstr ""\n', 'One.\n')).toEqual({
      messages: [
        'mk.po:1:1 catalog-invalid Unexpected quotation mark in a string, expected `\\"`, and a `"` at either end'
      ]
    })
  })

  test.each([
    ['iom', 'mk'],
    ['guide', 'en'],
    ['shared/contact', 'en']
  ])('has nothing to add to the catalogs of %s', (folder, source) => {
    const read = (file: string) => readFileSync(new URL(`../../../content/${folder}/${file}`, import.meta.url), 'utf8')
    for (const lang of folder === 'iom' ? ['en', 'sq', 'fr', 'ar'] : ['mk', 'ar']) {
      const {report, list} = new Diagnostics()
      const needed = unitsOf(read(`${source}.md`)).filter(({langs}) => !langs || langs.includes(lang))
      const result = extract(read(`${lang}.po`), needed, {file: `${lang}.po`, lang, source, report})
      expect({lang, added: result?.added, changed: result?.changed, list}).toEqual({
        lang,
        added: 0,
        changed: 0,
        list: []
      })
    }
  })
})
