import {readFileSync} from 'node:fs'
import type {Code} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {directives} from '../../../src/content/directives.ts'
import {parse} from '../../../src/content/parse.ts'

const page = readFileSync(new URL('../../../docs/write.md', import.meta.url), 'utf8')

test.each(examples(page).map(({value, position}) => ({value, line: position?.start.line})))(
  'docs/write.md:$line is a text that the parser takes',
  ({value}) => {
    const messages: string[] = []
    const tree = parse({file: 'docs/write.md', lang: 'en', value}, (rule, reason) =>
      messages.push(`${rule}: ${reason}`)
    )
    expect(messages).toEqual([])
    expect(tree.children).not.toEqual([])
  }
)

test('docs/write.md shows every directive', () => {
  const shown = new Set<string>()
  for (const {value} of examples(page)) {
    const tree = parse({file: 'docs/write.md', lang: 'en', value}, () => {})
    visit(tree, (node) => {
      if ('name' in node && node.type.endsWith('Directive')) shown.add(String(node.name))
    })
  }
  expect([...shown].sort()).toEqual(Object.keys(directives).sort())
})

function examples(markdown: string): Code[] {
  const found: Code[] = []
  visit(unified().use(remarkParse).parse(markdown), 'code', (code) => {
    if (code.lang === 'markdown') found.push(code)
  })
  return found
}
