/** Every word of a text stands on a slide or in its notes: texts are compared, not counts. */
import {join} from 'node:path'
import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {select, selectAll} from 'hast-util-select'
import {expect, test} from 'vitest'
import {plan} from '../../src/build/plan.ts'
import {compile} from '../../src/compile.ts'
import {diskWorld} from '../../src/world.ts'
import {type Leaf, readTree, type Tagged, textOf} from '../helpers/pdf-tree.ts'

const root = join(import.meta.dirname, '../..')
/** Elements that hold the words. */
const blocks = [
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'th',
  'dt',
  'dd',
  'figcaption',
  'caption',
  'pre',
  'blockquote'
]

/** The document of `publication` in `lang`, as `format`. */
async function made(publication: string, lang: string, format: string): Promise<Uint8Array> {
  const {jobs} = await plan(diskWorld(root), {
    publications: [publication],
    lang: [lang],
    format: [format],
    edition: [],
    record: []
  })
  const [job] = jobs.filter(({edition}) => edition === null)
  if (!job) throw new Error(`No ${format}`)
  const {bytes, diagnostics} = await compile(job, diskWorld(root))
  if (!bytes) throw new Error(diagnostics.map(({reason}) => reason).join('\n'))
  return bytes
}

/** Words of the text as the web page has them, block by block, without marks of footnotes. */
function blocksOf(html: string): string[] {
  const main = select('main', fromHtml(html))
  if (!main) throw new Error('A page without text')
  // The heading over the footnotes, and what leads back from each, are the web page’s own.
  const footnotes = select('[role=doc-endnotes] > h2', main)
  for (const link of selectAll('[role=doc-backlink]', main)) link.children = []
  return selectAll(blocks.join(), main)
    .filter((leaf) => leaf !== footnotes)
    .map((leaf) => flat(textWithin(leaf)))
    .filter(Boolean)
}

function textWithin(element: Element): string {
  const parts = element.children.map((child) => {
    if (child.type === 'text') return child.value
    return child.type === 'element' && !['sup', 'ul', 'ol', ...blocks].includes(child.tagName) ? textWithin(child) : ''
  })
  return parts.join('')
}

/** Lines are joined without their spaces, and numbers of footnotes are left out. */
const flat = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\u2060-\u2069]/g, '')

/** What is said on the slides and in their notes; a footnote stands apart from the paragraph that it belongs to. */
function said(bytes: Uint8Array): string {
  const {document} = readTree(bytes)
  const notes = (node: Tagged | Leaf): string[] => {
    if (!('tag' in node)) return []
    return node.tag === 'Note' ? [textOf(node)] : node.children.flatMap(notes)
  }
  return flat([textOf(document, ['Lbl', 'Note', 'Reference']), ...notes(document)].join(''))
}

test.each<[string, string, string[]]>([
  ['iom', 'mk', []],
  ['iom', 'en', []],
  ['iom', 'sq', []],
  ['iom', 'fr', []],
  ['iom', 'ar', []],
  // The only paragraph that is meant for Word and the web alone.
  ['guide', 'en', ['ThisparagraphisfortheWordfile']],
  ['guide', 'mk', ['ОвојпасусесамозадокументотзаWord']],
  ['guide', 'sq', ['KyparagrafështëvetëmpërskedarinWord']],
  ['guide', 'fr', ['CeparagrapheestréservéaufichierWord']],
  ['guide', 'ar', ['هذهالفقرةلملفWord']]
])('%s in %s: each block of the web page is on a slide or in its notes', async (publication, lang, others) => {
  const shown = blocksOf(new TextDecoder().decode(await made(publication, lang, 'web')))
  const words = said(await made(publication, lang, 'notes'))
  expect(shown.length).toBeGreaterThan(20)
  const lacking = shown.filter((block) => !words.includes(block))
  expect(lacking.map((block, index) => block.slice(0, others[index]?.length))).toEqual(others)
})
