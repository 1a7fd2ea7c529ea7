import {readFileSync} from 'node:fs'
import type {Code} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {directives} from '../../../src/content/directives.ts'
import {parse} from '../../../src/content/parse.ts'
import {toHast} from '../../../src/content/to-hast.ts'
import {createLocale} from '../../../src/locale.ts'
import {memoryWorld} from '../../helpers/memory-world.ts'

const page = readFileSync(new URL('../../../docs/write.md', import.meta.url), 'utf8')

/** The project that the examples are from: it has their pictures, and 5,400 trees. */
const world = memoryWorld({
  'docs/images/cut.svg': '<svg viewBox="0 0 8 8"/>',
  'docs/images/leaf.svg': '<svg viewBox="0 0 8 8"/>'
})
const values = {trees: 5400}

test.each(examples(page).map(({value, position}) => ({value, line: position?.start.line})))(
  'docs/write.md:$line is sound',
  ({value}) => {
    const messages: string[] = []
    const report = (rule: string, reason: string) => messages.push(`${rule}: ${reason}`)
    const tree = parse({file: 'docs/write.md', lang: 'en', value}, report)
    const hast = toHast(tree, {world, values, locale: createLocale('en', [], () => {}), report})
    expect(messages).toEqual([])
    expect(hast.children).not.toEqual([])
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
