/** Handouts, notes and outlines of texts that run on, that call footnotes, and that lead from slide to slide. */
import {expect, test} from 'vitest'
import {album} from '../helpers/album.ts'
import {deckOf} from '../helpers/deck.ts'
import {isReference, readPdf, type Value} from '../helpers/pdf-reader.ts'
import {type Leaf, readTree, type Tagged, textOf} from '../helpers/pdf-tree.ts'

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

async function made(format: string, markdown: string, pictures = {}): Promise<Uint8Array> {
  const {bytes, diagnostics} = await deckOf(format, {markdown, pictures})
  expect(diagnostics).toEqual([])
  return bytes ?? new Uint8Array()
}

/** Names of the destinations of a file, as often as they are given. */
function destinations(bytes: Uint8Array): string[] {
  const file = readPdf(bytes)
  const names = (value: Value | undefined): string[] => {
    const node = file.dictionary(value)
    const own = [file.get(node.get('Names'))].flat().filter((_, index) => index % 2 === 0)
    const kids = [file.get(node.get('Kids'))].flat().filter((kid) => kid !== null && isReference(kid))
    return [...own.flatMap((name) => (typeof name === 'string' ? [name] : [])), ...kids.flatMap(names)]
  }
  return names(file.dictionary(file.catalog.get('Names')).get('Dests'))
}

/** Where the links inside the file lead. */
function targets(node: Tagged | Leaf): string[] {
  if ('tag' in node) return node.children.flatMap(targets)
  const target = String(node.annotation?.target ?? '')
  return target.startsWith('#') ? [target.slice(1)] : []
}

const linked = `Said of all, with a footnote.[^told]

## First {#first}

- go to [the second](#second)
- a footnote[^shown]

Said with the same.[^shown]

## Second {#second}

- back to [the first](#first), and the note of the beginning[^told]
- twice[^told]

| a | b |
| --- | --- |
| [c](#first) | d |

[^told]: Called in the notes first.
[^shown]: Called on a slide first.
`

test.each(['slides', 'handout-6', 'notes', 'outline'])('%s: each link leads to one place', async (format) => {
  const bytes = await made(format, linked)
  const names = destinations(bytes)
  const {document} = readTree(bytes)
  expect(names).toEqual([...new Set(names)])
  expect(targets(document).length).toBeGreaterThan(1)
  expect(targets(document).filter((name) => !names.includes(name))).toEqual([])
  // The outline has no footnotes; everywhere else they stand where they are called first.
  const notes = ['Called in the notes first.', 'Called on a slide first.']
  for (const note of notes) expect(flat(textOf(document)).split(note)).toHaveLength(format === 'outline' ? 1 : 2)
})

test('notes that go on say of which slide, and all that can be told is there', async () => {
  const words = Array.from({length: 9}, (_, index) => `Paragraph ${index}: ${'many words of it '.repeat(18).trim()}.`)
  const blocks = [
    '- of two\n- items',
    '| Table | here |\n| --- | --- |\n| one | two |',
    '::figure[A road]{src=drawing.svg alt="A map"}'
  ]
  const told = [...words, ...blocks, 'The end.[^1]'].join('\n\n')
  const bytes = await made('notes', `## One\n\n- point\n\n:::notes\n${told}\n:::\n\n[^1]: The footnote.`, album)
  const {document, pages, artifacts} = readTree(bytes)
  expect(pages).toBe(3)
  expect(artifacts.map((text) => /Slide ?\d ?continued/.exec(flat(text))?.[0].replaceAll(' ', ''))).toEqual([
    undefined,
    undefined,
    'Slide2continued'
  ])
  for (const text of [...words, 'of two', 'one', 'The end.', 'The footnote.'])
    expect(flat(textOf(document))).toContain(text)
})

test('captions are numbered as the slides are, and say what goes on; a title that is too long is cut', async () => {
  const items = Array.from(
    {length: 14},
    (_, index) => `- item ${index} ${'with words enough for a line or two '.repeat(3)}`
  )
  const long = 'Long heading of many words '.repeat(15).trim()
  const bytes = await made('handout-6', `## List\n\n${items.join('\n')}\n\n## ${long}\n\n- point\n\n## List\n\n- other`)
  const sections = readTree(bytes).document.children.flatMap((node) =>
    'tag' in node && node.tag === 'Sect' ? [node] : []
  )
  const captions = sections.map(({children}) => flat(textOf(children.at(-1) ?? {text: '', page: 0})))
  const [cut = ''] = captions.splice(-2, 1)
  expect(captions).toEqual(['1 A deck', '2 List', '3 List (continued)', '4 List (continued)', '6 List'])
  expect(cut).toMatch(/^5 Long heading of many words .*…$/)
  expect(cut.length).toBeLessThan(80)
  // The whole of it stands on the slide, and names the part of the tree.
  expect(sections.at(-2)?.attributes.T).toBe(long)
})

test.each([
  ['handout-9', 1, 1],
  ['handout-9', 9, 2],
  ['handout-2', 100, 51]
])('%s of a title slide and %i more', async (format, count, pages) => {
  const sections = Array.from({length: count}, (_, index) => `## Section ${index}\n\n- point`)
  expect(readTree(await made(format, sections.join('\n\n'))).pages).toBe(pages)
})

test('no heading of a long outline stands alone at the foot of a page', async () => {
  const sections = Array.from({length: 60}, (_, index) => {
    const points = Array.from({length: 1 + (index % 9)}, (_, point) => `- point ${index}.${point}.`)
    return `## Section ${index}\n\n${points.join('\n')}`
  })
  const {document, pages} = readTree(await made('outline', sections.join('\n\n')))
  const first = (node: Tagged | Leaf): number => ('tag' in node ? Math.min(...node.children.map(first)) : node.page)
  const all = (node: Tagged | Leaf, tag: string): Tagged[] => {
    if (!('tag' in node)) return []
    return [...(node.tag === tag ? [node] : []), ...node.children.flatMap((child) => all(child, tag))]
  }
  const headings = all(document, 'H2').map((heading) => ({text: flat(textOf(heading)), page: first(heading)}))
  const points = all(document, 'P').map((point) => ({text: flat(textOf(point)), page: first(point)}))
  expect(pages).toBeGreaterThan(8)
  expect(headings).toHaveLength(60)
  for (const {text, page} of headings) {
    const begun = points.find((point) => point.text === `${text.replace('Section', 'point')}.0.`)
    expect(`${text} ${page}`).toBe(`${text} ${begun?.page}`)
  }
})
