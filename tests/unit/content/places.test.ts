import type {Root} from 'hast'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {readText} from '../../helpers/read-text.ts'

const text = `---
title: T
---

Intro[^n] *with* a :value{name=x} and H<sub>2</sub>O.

## Heading

- [ ] task

| a |
| --- |
| b |

:::figures
- **1** one
:::

:::programme
- **10:30** what *where*
:::

:::table[Caption]
| a |
| --- |
| b |
:::

<div><p>html <b>bold</b></p></div>

::toc[Contents]

::include{src=shared/more}

[^n]: Note.
`

const files = {'content/doc/en.md': text, 'content/shared/more/en.md': 'More **words**.\n'}

/** Elements of a tree that cannot say where they come from. */
function lost(tree: Root | undefined): string[] {
  const names: string[] = []
  if (!tree) return ['nothing']
  visit(tree, (node) => {
    if (node.type === 'root' || (node.type === 'text' && !node.value.trim())) return
    if (
      node.type === 'element' &&
      ['thead', 'tbody', 'gf-time', 'gf-what', 'gf-where', 'caption'].includes(node.tagName)
    )
      return
    if (!node.position || !node.data?.file) names.push(node.type === 'element' ? node.tagName : node.type)
  })
  return names
}

test('everything in the text knows its file and place', () => {
  expect(lost(readText({files, values: {x: 1}}).hast)).toEqual([])
})

test('what a catalog says is placed in the catalog, to the column', () => {
  const po = `# A comment
msgid "Intro."
msgstr ""
"Before "
"\\"and\\" **strong** after."
`
  const {hast} = readText({files: {'content/doc/en.md': 'Intro.\n', 'content/doc/mk.po': po}, lang: 'mk'})
  expect(lost(hast)).toEqual([])
  const found: unknown[] = []
  if (hast)
    visit(hast, 'element', ({tagName, position, data}) => {
      found.push([tagName, data?.file, position?.start, position?.end])
    })
  expect(found).toEqual([
    ['p', 'content/doc/mk.po', {line: 4, column: 2}, {line: 5, column: 27}],
    ['strong', 'content/doc/mk.po', {line: 5, column: 10}, {line: 5, column: 20}]
  ])
})

test('blocks name their translation unit', () => {
  const {hast} = readText({files: {'content/doc/en.md': 'One.\n\n## Two\n\nOne.\n'}})
  const names: unknown[] = []
  if (hast) visit(hast, 'element', ({data}) => void (data?.unit !== undefined && names.push(data.unit)))
  expect(names).toEqual(['One.', 'Two', 'two\u0004One.'])
})

test('ids are those of the source in every language', () => {
  const po = 'msgid "Our mission"\nmsgstr "Мисија"\n'
  const sample = {files: {'content/doc/en.md': '## Our mission\n', 'content/doc/mk.po': po}}
  const ids = ['en', 'mk'].map((lang) => {
    const section = readText({...sample, lang}).hast?.children[0]
    return section?.type === 'element' && section.properties.id
  })
  expect(ids).toEqual(['our-mission', 'our-mission'])
})

test('line ends of another system change neither text nor units', () => {
  const units: unknown[] = []
  for (const value of [text, text.replaceAll('\n', '\r\n')]) {
    const {hast} = readText({files: {...files, 'content/doc/en.md': value}, values: {x: 1}})
    const found: unknown[] = []
    if (hast)
      visit(hast, (node) => {
        found.push(node.type === 'text' ? node.value : node.data?.unit)
      })
    units.push(found)
  }
  expect(units[1]).toEqual(units[0])
})
