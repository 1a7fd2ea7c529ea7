import {readFileSync} from 'node:fs'
import type {Nodes} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {parse as parseYaml} from 'yaml'

const seed = readFileSync(new URL('../../fixtures/seed-mk.txt', import.meta.url), 'utf8')
const markdown = readFileSync(new URL('../../../content/iom/mk.md', import.meta.url), 'utf8')

test('every sentence of the seed stands in the main text, in its order, character by character', () => {
  const text = blocks(markdown).join('\n')
  const expected = sentences(seed)
  expect(expected).toHaveLength(31)

  let from = 0
  for (const sentence of expected) {
    const at = text.indexOf(sentence, from)
    expect(at, `\`${sentence}\` in its place`).toBeGreaterThanOrEqual(from)
    from = at + sentence.length
  }
})

test('each block of the seed is one block of the main text', () => {
  const found = blocks(markdown)
  for (const block of paragraphs(seed)) expect(found).toContain(block)
})

/** The seed's paragraphs, headings and points, without bullets and numbers. */
function paragraphs(value: string): string[] {
  return value.split(/\n+/).map((line) => line.replace(/^(•|\d+\.) /, ''))
}

function sentences(value: string): string[] {
  return paragraphs(value).flatMap((paragraph) => paragraph.split(/(?<=\.) (?=\p{Lu})/u))
}

/** The title, headings and paragraphs of a text as plain text, in reading order. */
function blocks(value: string): string[] {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(remarkFrontmatter)
  const found: string[] = []
  visit(parser.parse(value) as Nodes, (node) => {
    if (node.type === 'yaml') found.push(parseYaml(node.value).title)
    if (node.type === 'heading' || node.type === 'paragraph') found.push(textOf(node).replace(/ \{#\w+\}$/, ''))
  })
  return found
}
