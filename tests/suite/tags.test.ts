/**
 * The tag tree of each construct, read back from the written PDF. In tags.txt a case is a name, its HTML, its tree; with
 * `artifacts` in its name, what no reader hears comes first. `UPDATE=1` writes what is found.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {pdf} from '../../src/writers/pdf.ts'
import {sample} from '../helpers/brochure.ts'
import {printTree, readTree} from '../helpers/pdf-tree.ts'

const path = join(import.meta.dirname, 'tags.txt')
const cases = readFileSync(path, 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((text) => {
    const [name = '', html = '', ...tree] = text.trimEnd().split('\n')
    return {name, html: html.replaceAll('\\n', '\n'), tree}
  })

/** The tags of `html` as the main text of a page in English. */
async function tags(html: string): Promise<string[]> {
  const {document, context} = sample(`<section data-master="inner">${html}</section>`, {lang: 'en'})
  const {bytes} = await pdf.write(document, context)
  return printTree(readTree(bytes).document)
}

const found: string[] = []

describe('tags of', () => {
  test.each(cases)('$name', async ({name, html, tree}) => {
    const lines = await tags(html)
    found.push(`# ${name}\n${html.replaceAll('\n', '\\n')}\n${lines.join('\n')}\n`)
    if (!process.env.UPDATE) expect(lines).toEqual(tree)
  })
})

afterAll(() => {
  if (process.env.UPDATE && found.length === cases.length) writeFileSync(path, found.join('\n'))
})
