/** Every word of a text stands on a slide or in its notes: texts are compared, not counts. */
import {join} from 'node:path'
import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {select, selectAll} from 'hast-util-select'
import {expect, test} from 'vitest'
import {plan} from '../../src/build/plan.ts'
import {compile} from '../../src/compile.ts'
import {diskWorld} from '../../src/world.ts'
import {album} from '../helpers/album.ts'
import {deckOf} from '../helpers/deck.ts'
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

/** So many words that none is like another. */
const words = (name: string, count: number): string =>
  Array.from({length: count}, (_, index) => `${name}${index}.`).join(' ')

const paragraphs = (name: string, count: number): string =>
  Array.from({length: count}, (_, index) => words(`${name}${index}w`, 20)).join('\n\n')

test.each<[string, string]>([
  ['a list item longer than a slide', `## H\n\n- short\n- ${words('long', 300)}\n  - ${words('inner', 200)}\n- last`],
  [
    'a table row longer than a slide',
    `## H\n\n| a | b |\n|---|---|\n| c | d |\n| ${words('cell', 400)} | e |\n| f | g |`
  ],
  [
    'a heading of 400 characters',
    `## ${words('head', 50)}\n\n- point\n\n### ${words('wide', 50)}\n\n| a | b |\n|---|---|\n| c | d |`
  ],
  [
    'footnotes on slides, in notes and in a title',
    '## Title[^t]\n\n- point[^a] twice[^b][^a]\n\nTold.[^c] More.\n\n> Said.[^d]\n\n[^t]: titled.\n[^a]: first.\n[^b]: second.\n[^c]: third.\n[^d]: fourth.'
  ],
  ['lists in lists', '## H\n\n- one\n  - two\n    - three\n      - four\n        - [x] five\n        - [ ] six'],
  [
    'headings of every depth',
    '# A\n\nToldA. More.\n\n## B\n\nToldB.\n\n### C\n\nToldC.\n\n#### D\n\nToldD. More.\n\n##### E\n\n- point\n\n###### F\n\nToldF. Again.'
  ],
  [
    'parts, and sections without a text',
    '# One\n\n## Empty\n\n# Two\n\n## Noted\n\n:::notes\nOnly told.\n:::\n\n### Under\n\nWords.'
  ],
  [
    'slides of every layout around other text',
    `## S\n\nBefore. More.\n\n${['title', 'section', 'bullets', 'quote', 'figures', 'table', 'image', 'columns']
      .map(
        (layout) =>
          `::::slide[Own ${layout}]{layout=${layout}}\nWords ${layout}.\n\n:::notes\nTold ${layout}.\n:::\n::::`
      )
      .join('\n\n')}\n\nAfter.\n\n:::notes\nLast.\n:::`
  ],
  ['rules and breaks', '## S\n\n- one\n\n---\n\n- two\n\n::break{to=slide}\n\n- three\n\nTold.\n\n---\n\nAgain.'],
  [
    'pictures only',
    '## P\n\n::figure[Photo]{src=photo.jpg alt="p"}\n\n::figure[Drawing]{src=drawing.svg alt="d" credit="Somebody"}\n\n![i](wide.jpg)'
  ],
  [
    'boxes, one of them too long',
    `## B\n\n:::callout[First]{kind=note}\n${words('box', 60)}\n:::\n\n:::callout[Second]{kind=tip}\n${words('more', 350)}\n:::`
  ],
  [
    'notes of a slide that a box with a title takes for itself',
    `## S\n\n:::::slide\n- first\n:::::\n\n:::::slide\n:::callout[Mind this]\n${paragraphs('box', 9)}\n:::\n\n- ${words('item', 120).replaceAll(/(\w+(?:29|59|89)\.) /g, '$1\n- ')}\n\n:::notes\nTold once.\n:::\n:::::`
  ],
  [
    'a long quote and a long code',
    `## Q\n\n:::quote[Somebody]\n${words('said', 300)}\n:::\n\n\`\`\`\n${words('line', 30).replaceAll(' ', '\n')}\n\`\`\``
  ],
  [
    'a picture with more text than room beside it',
    `## L\n\n- ${words('item', 20).replaceAll(' ', '\n- ')}\n\n::figure[${words('caption', 150)}]{src=wide.jpg alt="w"}\n\n- after`
  ]
])(
  'no word is lost: %s',
  async (_, markdown) => {
    const {bytes, diagnostics} = await deckOf('notes', {markdown, pictures: album})
    expect(diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
    const shown = said(bytes ?? new Uint8Array())
    // Marks of the dialect and what stands in them are left: words and the text of footnotes.
    const plain = markdown
      .replace(/\[\^\w\]:?|\{[^}]*\}|\(\w+\.jpg\)|!\[i\]|^:+\w*/gm, ' ')
      .replaceAll(/\[x?\s?\]/g, ' ')
    const tokens = [...new Set(plain.match(/[\p{L}\p{N}]+\.?/gu))]
    expect(tokens.length).toBeGreaterThan(2)
    expect(tokens.filter((token) => !shown.includes(token))).toEqual([])
  },
  60_000
)
