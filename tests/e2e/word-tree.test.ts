/** What pandoc reads out of a Word file is the tree that was written into it. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {diskWorld, programRoot} from '../../src/world.ts'
import {memoryProject} from '../helpers/memory-world.ts'
import {pandocLines} from '../helpers/pandoc-lines.ts'
import {has} from '../helpers/programs.ts'
import {documentLines} from '../helpers/tree-lines.ts'
import {type Made, wordFiles} from '../helpers/word-made.ts'
import {judged} from '../helpers/word-validator.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatefold-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const runs = has('pandoc')
const made = runs ? await wordFiles(diskWorld(programRoot())) : []

/** What the packs set in other ways than one below the other. */
const looks = {grids: ['people', 'logos'], covers: ['report-cover']}

/** Lines of the Document, and those that pandoc reads. */
function compared({bytes, document}: Made): [string[], string[]] {
  const file = join(folder, 'a.docx')
  writeFileSync(file, bytes)
  // The address in a code's description stands among words.
  const read = pandocLines(file).map((line) => line.replace(/!\[[^\]]*(https?:[^\]\s]*)[^\]]*\]$/, '![… $1]'))
  return [read, documentLines(document, looks)]
}

describe.runIf(runs)('every Word file of the repository', () => {
  test.each(made.map((one) => ({...one, name: one.job.path})))('$name', (one) => {
    const [read, written] = compared(one)
    expect(written.length).toBeGreaterThan(10)
    expect(read).toEqual(written)
  })
})

const judge = judged()
const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><path d="M0 0h80v40z"/></svg>'

const front = '---\ntitle: Title\n---\n\n'

/** A text, and lines that must be among those read back. */
const hard: Record<string, {lang?: string; text: string; lines: readonly string[]}> = {
  'what stands in a list item': {
    text: `1. First

   Its second paragraph.

   \`\`\`sh
   code --of item
   second line
   \`\`\`

   > A quotation in it.

   ![A picture](a.svg)

   Its last paragraph.

2. Second

   - nested
   - more

     And of the nested.

3. Third`,
    lines: [
      '1. First',
      '  Its second paragraph.',
      '  code code --of item↵second line',
      '  > A quotation in it.',
      '  ![A picture]',
      '  Its last paragraph.',
      '2. Second',
      '  - nested',
      '  - more',
      '    And of the nested.',
      '3. Third'
    ]
  },
  'code, a picture and a quotation that open an item': {
    text: '- ```\n  code\n  ```\n\n- ![Alone](a.svg)\n\n- > quoted\n\n- words',
    lines: ['- code code', '- ![Alone]', '- > quoted', '- words']
  },
  'a table in an item parts it, and the numbers go on': {
    text: '1. One\n\n   | H |\n   | --- |\n   | c |\n\n   After.\n\n2. Two',
    lines: ['1. One', 'head H', 'cell c', 'After.', '2. Two']
  },
  'lists in lists, of both kinds': {
    text: '- a\n  1. b\n     - c\n       1. d\n  2. e\n- f\n\n7. seven\n8. eight\n\n- [x] done\n- [ ] open\n\n1. again',
    lines: ['- a', '  1. b', '    - c', '      1. d', '  2. e', '- f', '7. seven', '- ☒ done', '- ☐ open', '1. again']
  },
  'marks of words': {
    text: 'A **strong *and* so** *on ~~gone **loud**~~* H<sub>2</sub>O 10<sup>*n*</sup> `x **y**` **`code`**.\\\nNext line.',
    lines: ['A **strong** ***and*** **so** *on* *~~gone~~* ***~~loud~~*** H~2~O 10*^n^* `x **y**` `code`.↵Next line.']
  },
  links: {
    text: 'See [a *b*](https://example.org/?a=1&b=%20 "Its title"), [post](mailto:a@example.org), <https://example.org/x>, [here](#part).\n\n## The *part* {#part}\n\nWords.',
    lines: [
      'See [a *b*](https://example.org/?a=1&b=%20), [post](mailto:a@example.org), [https://example.org/x](https://example.org/x), [here](#The *part*).',
      '# The *part*'
    ]
  },
  'pictures in links': {
    text: 'To [![a picture](a.svg)](https://example.org/a) and [![another](a.svg)](#part).\n\n## Part {#part}',
    lines: ['To [![a picture]](https://example.org/a) and [![another]](#Part).', '# Part']
  },
  footnotes: {
    text: 'One[^a] and[^b] again[^a].\n\n[^a]: First *words*.\n\n    Second [link](https://example.org).\n\n    - point\n    - other\n\n    ![In it](a.svg)\n\n[^b]: Short.',
    lines: [
      'One[^First *words*. / Second [link](https://example.org). / point / other / ![In it]] and[^Short.] again[^1^](#note).'
    ]
  },
  pictures: {
    text: 'Here ![in a line](a.svg) and ![](a.svg).\n\n::figure[A *caption*]{src=a.svg alt="What it shows" credit="By me"}',
    lines: ['Here ![in a line] and ![].', '![What it shows]', 'A *caption*', 'By me']
  },
  tables: {
    text: ':::table[Its *caption*]{header=both}\n| A | **B** |\n| --- | ---: |\n| a[^n] | `b` |\n| | x<br>y |\n:::\n\n[^n]: Note.',
    lines: ['Its *caption*', 'head A', 'head **B**', 'cell a[^Note.]', 'cell `b`', 'cell ', 'cell x↵y']
  },
  'lists, code and tables in boxes': {
    text: ':::callout[Title]\n1. one\n\n   more of one\n\n2. two\n\n| H |\n| --- |\n| c |\n:::',
    lines: ['Title', '1. one', '  more of one', '2. two', 'head H', 'cell c']
  },
  quotations: {
    text: '> One.\n>\n> Two.\n\n:::quote[Who]\nSaid.\n:::',
    lines: ['> One.', '> Two.', '> Said.', 'Who']
  },
  'from the right': {
    lang: 'ar',
    text: '- ```\n  code\n  ```\n\n## عنوان\n\n1. أول **قوي** و`code`\n\n   فقرة ثانية.\n\n   ```\n   let x = 1\n   ```\n\n2. ثانٍ [رابط](https://example.org)[^n]\n\n> اقتباس\n\n[^n]: حاشية.\n\n    فقرة.',
    lines: [
      '- code code',
      '# عنوان',
      '1. أول **قوي** و`code`',
      '  فقرة ثانية.',
      '  code let x = 1',
      '2. ثانٍ [رابط](https://example.org)[^حاشية. / فقرة.]',
      '> اقتباس'
    ]
  }
}

describe.runIf(runs)('a text in Word and back', () => {
  test.each(Object.entries(hard))('%s', async (_, {lang = 'en', text, lines}) => {
    const world = memoryProject({
      'gatefold.yml': `source: ${lang}\nlanguages: [${lang}]\nformats: [word]\nrules: {image-alt: off, docx-alt: off}\n`,
      'content/a/publication.yml': '',
      [`content/a/${lang}.md`]: `${front}${text}\n`,
      'content/a/a.svg': picture
    })
    const [one] = await wordFiles(world)
    if (one) judge(one.bytes)
    const [read, written] = one ? compared(one) : []
    expect(read).toEqual(expect.arrayContaining([...lines]))
    expect(read).toEqual(written)
  })
})
