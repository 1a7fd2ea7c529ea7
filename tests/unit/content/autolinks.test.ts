import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {fewerAutolinks} from '../../../src/content/autolinks.ts'

const gfm = unified().use(remarkParse).use(remarkGfm)
const fewer = unified().use(remarkParse).use(remarkGfm).use(fewerAutolinks)

test.each([
  'Write to info@example.org, or look at www.example.org and https://example.org/a_(b).',
  '“www.example.org”, **see “https://example.org”**, *„a@example.org“* in ~~words~~ of “[“www.example.org”](a)”',
  '| a | b |\n| - | - |\n| “www.example.org” | mailto:a@example.org |',
  '- one\n- two www.example.org\n  - three xmpp:a@example.org/b',
  '[www.example.org](https://example.com) and [see **a@example.org**][place]\n\n[place]: https://example.net',
  '> Quoted, www.\\example.org, a @ b, a//b, `www.example.org`\n\n# www.example.org',
  'A note[^1]\n\n[^1]: See www.example.org'
])('links without brackets are found wherever GFM finds them: %s', (text) => {
  expect(fewer.parse(text)).toEqual(gfm.parse(text))
})
