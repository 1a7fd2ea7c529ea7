/** Texts that are meant to do harm, or are far longer than any that is written. */
import type {RuleId} from '../../src/diagnostic.ts'

interface Hostile {
  lang?: string
  markdown: string | Uint8Array
  /** What is told of it, where it becomes no document. */
  rules?: RuleId[]
}

const text = (body: string): string => `---\ntitle: Hostile\n---\n\nText.\n\n${body}\n`
const repeated = (count: number, line: (index: number) => string): string =>
  Array.from({length: count}, (_, index) => line(index)).join('\n')

/** By what they are. */
export const hostile: Readonly<Record<string, Hostile>> = {
  'control characters': {markdown: text('A \u0000\u0007\u001b[31m bell.'), rules: ['character-control']},
  'no character': {markdown: text('A \ufffe and \uffff.'), rules: ['character-control']},
  'half a character': {
    markdown: Buffer.concat([Buffer.from(text('A ')), Buffer.of(0xed, 0xa0, 0x80, 0x41)]),
    rules: ['file-encoding']
  },
  'half a character, escaped': {markdown: text('A &#xd800; and &#0; and &#x110000;.')},
  'marks of direction': {markdown: text('A \u202eright\u202c \u2066left\u2069 \u200f\u061c \u202d\u202b\u202a end.')},
  'directions that do not end': {lang: 'ar', markdown: text(`نص ${'\u202e\u2066\u202b'.repeat(200)} abc 123`)},
  'letters under marks': {markdown: text(`A${'\u0301'.repeat(2000)} and ${'e\u0323\u0301'.repeat(500)}`)},
  'a byte order mark': {markdown: `\ufeff${text('Text.')}`},
  'a list of 1,000': {markdown: text(repeated(1000, (index) => `- item ${index}`))},
  'a list of 110 levels': {
    markdown: text(repeated(110, (index) => `${'  '.repeat(index)}- item`)),
    rules: ['text-nested']
  },
  'quotes in quotes': {markdown: text(`${'> '.repeat(200)}deep`), rules: ['text-nested']},
  'quotes as deep as may be': {markdown: text(`${'> '.repeat(95)}deep`)},
  'directives in directives': {
    markdown: text(
      [
        ...Array.from({length: 120}, (_, index) => `${':'.repeat(123 - index)}callout`),
        'deep',
        ...Array.from({length: 120}, (_, index) => ':'.repeat(4 + index))
      ].join('\n')
    ),
    rules: ['text-nested']
  },
  'emphasis in emphasis': {markdown: text(`${'*a _b '.repeat(500)}c${'_ d*'.repeat(500)}`), rules: ['text-nested']},
  'brackets that do not close': {markdown: text('['.repeat(2000) + '(!['.repeat(500))},
  'a paragraph of 100 kB': {markdown: text('Ten words here. '.repeat(6250))},
  'a word of 5,000 letters': {markdown: text('x'.repeat(5000))},
  'an Arabic word of 5,000 letters': {lang: 'ar', markdown: text('ت'.repeat(5000))},
  'a heading of 400 letters': {markdown: text(`## ${'Long heading '.repeat(30)}`)},
  'a table of 100 columns': {
    markdown: text([`|${' a |'.repeat(100)}`, `|${'---|'.repeat(100)}`, `|${' b |'.repeat(100)}`].join('\n')),
    rules: ['docx-columns']
  },
  'three hundred footnotes': {
    markdown: text(
      `${repeated(300, (index) => `word[^${index}]`)}\n\n${repeated(300, (index) => `[^${index}]: Note ${index}.\n`)}`
    )
  },
  'three hundred sections of one name': {markdown: text(repeated(300, () => '## Name\n\nText.\n'))}
}
