/** The tag tree of each construct, read back from the written PDF. In tags.txt a case is a name, its HTML, its tree. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {pdf} from '../../src/writers/pdf.ts'
import {sample} from '../helpers/brochure.ts'
import {printTree, readTree} from '../helpers/pdf-tree.ts'

const cases = readFileSync(join(import.meta.dirname, 'tags.txt'), 'utf8')
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

describe('tags of', () => {
  test.each(cases)('$name', async ({html, tree}) => {
    expect(await tags(html)).toEqual(tree)
  })
})
