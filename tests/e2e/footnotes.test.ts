/** Footnotes of whole documents, in both directions: where they stand in the finished file, and how they are read. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readTree, type Tagged, textOf} from '../helpers/pdf-tree.ts'
import {type PlacedText, placesIn} from '../helpers/plain-page.ts'
import {gatefold, project} from '../helpers/project.ts'
import {canJudge, judge} from '../helpers/verapdf.ts'

const words = {
  mk: {body: 'слобода', note: 'забелешка', title: 'Белешки', digits: '0123456789'},
  ar: {body: 'الحرية', note: 'ملاحظة', title: 'ملاحظات', digits: '٠١٢٣٤٥٦٧٨٩'}
}
type Lang = keyof typeof words

/** A text whose notes are called everywhere that one can be called: `[^name]`, each with its name in its text. */
function text(lang: Lang): string {
  const {body, note, title} = words[lang]
  const paragraph = (count: number) => `${body} `.repeat(count).trim()
  const many = Array.from({length: 100}, (_, index) => `${body}[^m${index}]`).join(' ')
  const definitions = [
    ['long', 900],
    ['heading', 8],
    ['cell', 60],
    ['item', 30],
    ['callout', 45],
    ['outer', 9],
    ['inner', 7],
    ...Array.from({length: 100}, (_, index) => [`m${index}`, 4 + (index % 9)] as const)
  ].map(
    ([name, count]) =>
      `[^${name}]: ${name}-${`${note} `.repeat(Number(count)).trim()}${name === 'outer' ? '[^inner]' : ''} ${name}.`
  )
  return [
    `---\ntitle: ${title}\n---`,
    `${paragraph(120)}[^long] ${paragraph(60)}`,
    `## ${title}[^heading]`,
    paragraph(150),
    `| ${body} | ${body} |\n| --- | --- |\n| ${paragraph(9)}[^cell] | ${body} |\n| ${body} | ${body} |`,
    `- ${paragraph(12)}\n- ${paragraph(5)}[^item]`,
    `:::callout\n${paragraph(14)}[^callout]\n:::`,
    `${paragraph(9)}[^outer]`,
    many,
    definitions.join('\n\n')
  ].join('\n\n')
}

function elements(node: Tagged, tag: string): Tagged[] {
  const inner = node.children.flatMap((child) => ('tag' in child ? elements(child, tag) : []))
  return node.tag === tag ? [node, ...inner] : inner
}

/** Pages that an element stands on. */
function pagesOf(node: Tagged): number[] {
  const pages = node.children.flatMap((child) => ('tag' in child ? pagesOf(child) : [child.page]))
  return [...new Set(pages)].sort((a, b) => a - b)
}

describe.each(['mk', 'ar'] as const)('in %s', (lang) => {
  async function built(): Promise<string> {
    const folder = project({
      'gatefold.yml': `source: ${lang}\nlanguages: [${lang}]\ntemplate: base\nformats: [brochure]\n`,
      'content/notes/publication.yml': '{}\n',
      [`content/notes/${lang}.md`]: text(lang)
    })
    const {code, err} = await gatefold(folder, ['build'])
    expect({code, err}).toMatchObject({code: 0})
    return join(folder, `output/notes/${lang}/notes-brochure.pdf`)
  }
  const number = (value: string) => [...value].map((digit) => words[lang].digits.indexOf(digit)).join('')

  test('every note is one element, numbered in order, read right after its reference', async () => {
    const {document} = readTree(readFileSync(await built()))
    const notes = elements(document, 'Note')
    expect(notes).toHaveLength(107)
    expect(new Set(notes.map(({attributes}) => attributes.ID)).size).toBe(107)
    const labels = notes.map((note) => number(textOf(elements(note, 'Lbl')[0] ?? note).trim()))
    expect([...labels].sort((a, b) => Number(a) - Number(b))).toEqual(labels.map((_, index) => String(index + 1)))
    const parents = [
      document,
      ...['P', 'H1', 'H2', 'H3', 'TD', 'LBody', 'Div', 'Note'].flatMap((tag) => elements(document, tag))
    ]
    const before = parents.flatMap(({children}) =>
      children.flatMap((child, index) => ('tag' in child && child.tag === 'Note' ? [children[index - 1]] : []))
    )
    expect(before.map((child) => (child && 'tag' in child ? child.tag : 'text'))).toEqual(notes.map(() => 'Reference'))
  })

  test('a note longer than a page goes on over pages, and is whole', async () => {
    const {document} = readTree(readFileSync(await built()))
    const [long] = elements(document, 'Note')
    expect(long && pagesOf(long).length).toBeGreaterThan(1)
    const {note} = words[lang]
    for (const [index, count] of [
      [0, 900],
      [2, 60],
      [4, 45]
    ] as const) {
      const read = textOf(elements(document, 'Note')[index] ?? document)
      expect(read.split(note).length - 1, read.slice(0, 60)).toBe(count)
    }
  })

  test('each note begins on the page that calls it, below all of its text, in the order of the calls', async () => {
    const bytes = readFileSync(await built())
    const {document} = readTree(bytes)
    const calls = elements(document, 'Reference').map((reference) => pagesOf(reference)[0])
    const begun = elements(document, 'Note').map((note) => pagesOf(note)[0])
    const called = elements(document, 'Reference').length
    expect(begun).toEqual(calls.slice(0, called))

    const found = await placesIn(bytes)
    const bodySize = Math.max(...found.filter(({text: said}) => said.includes(words[lang].body)).map(({size}) => size))
    for (const page of new Set(found.map((place) => place.page))) {
      const here = found.filter((place) => place.page === page)
      const lowest = largestY(here.filter(({text: said, size}) => said.includes(words[lang].body) && size === bodySize))
      const highest = smallestY(here.filter(({text: said}) => said.includes(words[lang].note)))
      expect(lowest, `page ${page}`).toBeLessThan(highest)
    }
  })

  test.runIf(canJudge())('the file passes both flavours', async () => {
    expect(judge([await built()]).map(({flavour, failures}) => [flavour, failures])).toEqual([
      ['ua1', []],
      ['2a', []]
    ])
  })
})

function largestY(places: readonly PlacedText[]): number {
  return Math.max(0, ...places.map(({y}) => y))
}

function smallestY(places: readonly PlacedText[]): number {
  return Math.min(10_000, ...places.map(({y}) => y))
}
