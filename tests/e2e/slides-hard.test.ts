/** Texts that are hard on slides: each becomes a sound file with all its words, or is reported where it stands. */
import {expect, test} from 'vitest'
import {album} from '../helpers/album.ts'
import {type DeckText, deckOf} from '../helpers/deck.ts'
import {readTree, textOf} from '../helpers/pdf-tree.ts'

const formats = ['slides', 'handout', 'notes', 'outline']
const flat = (text: string): string => text.replace(/\s/g, '')
const row = (cell: (index: number) => string) =>
  `|${Array.from({length: 60}, (_, index) => ` ${cell(index)} |`).join('')}`
const long: Readonly<Record<string, string>> = {
  en: 'Long heading of many words '.repeat(15).trim(),
  mk: 'Долг наслов со многу зборови '.repeat(14).trim(),
  ar: 'عنوان طويل من كلمات كثيرة '.repeat(15).trim()
}
/** What is only wrong where it is drawn. */
const drawn = /^(overset|table-narrow) /

const titles = ['en', 'mk', 'ar'].flatMap((lang) =>
  ['- point', '| a | b |\n|---|---|\n| c | d |', '> “Quote.”'].map((below): [string, Case] => [
    `a heading of 400 characters in ${lang} over ${below.slice(0, 3)}`,
    {lang, markdown: `## ${long[lang]}\n\n${below}`, words: long[lang] ?? ''}
  ])
)

interface Case extends DeckText {
  /** Words that stand in every file. */
  words?: string
  /** What is said, `rule file:line`. */
  said?: string[]
}

test.each<[string, Case]>([
  ['a drawing', {markdown: '## Map\n\n::figure[A road]{src=drawing.svg alt="A map"}', pictures: album, words: 'Map'}],
  [
    'headings that skip levels',
    {
      markdown: '## One\n\n#### Two\n\nWords of two.\n\n##### Three\n\n- point',
      words: 'point',
      said: ['heading-skip content/doc/en.md:7']
    }
  ],
  [
    'a table of 60 columns',
    {
      markdown: [`## Wide`, '', row((index) => `h${index}`), row(() => '---'), row((index) => `c${index}`)].join('\n'),
      words: 'Wide',
      said: ['table-narrow content/doc/en.md:7']
    }
  ],
  ...titles,
  [
    'a picture that is none',
    {
      markdown: '## Map\n\n::figure[A road]{src=a.png alt="A map"}',
      pictures: {'a.png': 'no picture'},
      said: ['image-invalid content/doc/en.md:7']
    }
  ],
  ['control characters', {markdown: '## A \u0007 bell\n\n- point', said: ['character-control content/doc/en.md:5']}],
  ['U+FFFE', {markdown: '## A\n\n- point \ufffe', said: ['character-control content/doc/en.md:7']}],
  [
    'half a character',
    {
      markdown: Buffer.concat([Buffer.from('## A '), Buffer.of(0xed, 0xa0, 0x80)]),
      said: ['file-encoding content/doc/en.md:5']
    }
  ],
  ['half a character, escaped', {markdown: '## A &#xd800; b\n\n- point', words: 'point'}]
])(
  '%s',
  async (_, {words = '', said = [], ...text}) => {
    for (const format of formats) {
      const {bytes, diagnostics} = await deckOf(format, text)
      const lines = diagnostics.map(({rule, file, line}) => `${rule} ${file}:${line}`)
      // The outline shows no tables and pictures: nothing is wrong with it then.
      if (format !== 'outline' || !lines.every((line) => drawn.test(line))) expect(lines).toEqual(said)
      if (diagnostics.some(({severity}) => severity === 'error')) expect(bytes).toBeNull()
      else expect(flat(textOf(readTree(bytes ?? new Uint8Array()).document))).toContain(flat(words))
    }
  },
  120_000
)

test('a list of 10,000 items is a deck with each of them', async () => {
  const items = Array.from({length: 10_000}, (_, index) => `item ${index}`)
  const {bytes, diagnostics} = await deckOf('slides', {markdown: `## Long\n\n- ${items.join('\n- ')}`})
  expect(diagnostics).toEqual([])
  const {document, pages} = readTree(bytes ?? new Uint8Array())
  expect(textOf(document).match(/item \d+/g)).toEqual(items)
  expect(pages).toBeGreaterThan(1000)
}, 180_000)
