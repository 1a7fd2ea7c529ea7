/**
 * The tag tree of each construct, read back from the written PDF. In tags.txt a case is a name, its HTML, its tree; with
 * `artifacts` in its name, what no reader hears comes first, in the order it is painted. `UPDATE=1` writes what is found.
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

const running = {
  'running.hbs': '<div data-frame="organisation"><p>Who</p></div>',
  'folio.hbs': '<div data-frame="folio"><p><gf-field name="page"></gf-field></p></div>'
}

/** The tags of `html` as the main text of a page in English. */
async function tags(name: string, html: string): Promise<string[]> {
  const artifacts = name.includes('artifacts')
  const page = html.startsWith('<section data-master') ? html : `<section data-master="inner">${html}</section>`
  const {document, context} = sample(page, {lang: 'en', ...(artifacts && {running})})
  const {bytes} = await pdf.write(document, context)
  const file = readTree(bytes)
  const aside = file.artifactKinds.flatMap((kinds, index) => [
    `Artifacts of page ${index + 1}`,
    ...kinds.map((kind) => `  ${kind}`)
  ])
  return [...(artifacts ? aside : []), ...printTree(file.document)]
}

const found: string[] = []

describe('tags of', () => {
  test.each(cases)('$name', async ({name, html, tree}) => {
    const lines = await tags(name, html)
    found.push(`# ${name}\n${html.replaceAll('\n', '\\n')}\n${lines.join('\n')}\n`)
    if (!process.env.UPDATE) expect(lines).toEqual(tree)
  })
})

afterAll(() => {
  if (process.env.UPDATE && found.length === cases.length) writeFileSync(path, found.join('\n'))
})
