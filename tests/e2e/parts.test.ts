/** A text of parts: `#` stands in every product as a heading above those of its sections, and never as the title. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {printTree, readTree} from '../helpers/pdf-tree.ts'
import {gatefold, project} from '../helpers/project.ts'

const text = `---
title: Year book
---

Words before.

# Spring

## Sowing

- seed

# Autumn

## Harvest

- fruit
`

test.each(['base', 'strands'])('a text of parts in every product of %s', async (template) => {
  const formats = 'brochure, report, outline, web'
  const folder = project({
    'gatefold.yml': `source: en\nlanguages: [en]\ntemplate: ${template}\nformats: [${formats}]\n`,
    'content/book/publication.yml': '{}\n',
    'content/book/en.md': text
  })
  const {code, err} = await gatefold(folder, ['build'])
  expect(err).toBe('4 documents built, 0 failed, 0 errors, 0 warnings\n')
  expect(code).toBe(0)
  const file = (name: string) => readFileSync(join(folder, `output/book/en/book-${name}`))

  const lines = printTree(readTree(file('outline.pdf')).document)
  const titles = lines.filter((line) => /^ *H1\b/.test(line)).map((line) => line.trim())
  expect(titles).toEqual(['H1 “Year book”', 'H1 “Spring”', 'H1 “Autumn”'])
  const web = file('web.html').toString()
  expect([...web.matchAll(/<h1 class="([^"]*)"/g)].map(([, style]) => style)).toEqual(['h1', 'part', 'part'])
})
