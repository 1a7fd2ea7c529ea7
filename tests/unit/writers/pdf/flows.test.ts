/** No line alone and no heading at the foot of a column, in every kind of flow, over texts of many shapes. */
import {describe, expect, test} from 'vitest'
import {Column} from '../../../../src/writers/pdf/engine/column.ts'
import type {StructureElement} from '../../../../src/writers/pdf/engine/structure.ts'
import {type PlainPage, plainPage} from '../../../helpers/plain-page.ts'
import {Random} from '../../../helpers/random.ts'

const styles = {
  body: {size: 10, leading: 14, after: 4, arab: {leading: 20}},
  h2: {size: 13, leading: 17, before: 10, after: 4, keepWithNext: true, arab: {leading: 24}},
  h3: {size: 11, leading: 15, before: 6, after: 2, keepWithNext: true, arab: {leading: 22}},
  table: {padding: [2, 3]}
} as const

const words = {mk: 'слобода', ar: 'المسؤوليات'}

const flows: Record<string, Pick<PlainPage, 'frames' | 'master'>> = {
  'on pages': {frames: {main: {next: 'main'}}},
  'in columns': {frames: {main: {next: 'main', columns: 2, width: 64}}},
  'in a side panel that goes on': {frames: {main: {next: 'main', x: 50, width: 25}}},
  'through frames of different widths': {
    frames: {
      main: {next: 'panel', width: 36, height: 64},
      panel: {x: 50, width: 25, height: 120, next: 'strip'},
      strip: {y: 80, width: 30, height: 60, next: 'main'}
    },
    master: {height: 150}
  }
}

/** Paragraphs of 1 to 9 lines or so under headings, in a table cell where `cell` says. */
function text(lang: 'mk' | 'ar', seed: number, cell: boolean): string {
  const random = new Random(seed)
  const next = () => random.next()
  const paragraph = (tag: string, most: number) =>
    `<${tag}>${`${words[lang]} `.repeat(1 + Math.floor(next() * most)).trim()}</${tag}>`
  const section = () => {
    const heads = cell ? '' : paragraph('h2', 2) + (next() < 0.4 ? paragraph('h3', 2) : '')
    return heads + Array.from({length: 1 + Math.floor(next() * 4)}, () => paragraph('p', 28)).join('')
  }
  const all = Array.from({length: 12}, section).join('')
  return cell ? `<table><tbody><tr><td>${all}</td><td>${paragraph('p', 9)}</td></tr></tbody></table>` : all
}

interface Placed {
  tag: string
  /** Lines in each column that it stands in. */
  lines: number[]
}

/** Each paragraph and heading, and what stands last in each column. */
function placed(pages: ReturnType<typeof plainPage>['pages']): {blocks: Placed[]; last: string[]} {
  const blocks = new Map<StructureElement, Placed & {column: number}>()
  const last: string[] = []
  let column = 0
  for (const placement of pages.flatMap(({placements}) => placements)) {
    if (placement.kind !== 'fragment' || !(placement.fragment instanceof Column)) continue
    column += 1
    const lines = placement.fragment.items.flatMap((item) => (item.type === 'line' ? [item] : []))
    for (const {pieces} of lines) {
      const block = blockOf(pieces[0]?.element ?? undefined)
      if (!block) throw new Error('A line without an element')
      const known = blocks.get(block) ?? {tag: block.tag, lines: [], column: 0}
      if (known.column === column) known.lines[known.lines.length - 1] = (known.lines.at(-1) ?? 0) + 1
      else known.lines.push(1)
      known.column = column
      blocks.set(block, known)
    }
    const lowest = [...lines].sort((a, b) => a.y - b.y).at(-1)
    last.push(blockOf(lowest?.pieces[0]?.element ?? undefined)?.tag ?? '')
  }
  return {blocks: [...blocks.values()], last}
}

function blockOf(element: StructureElement | undefined): StructureElement | undefined {
  if (!element || /^(?:P|H\d)$/.test(element.tag)) return element
  return blockOf(element.parent)
}

describe.each(['mk', 'ar'] as const)('in %s', (lang) => {
  test.each(Object.entries(flows))('%s', (_, {frames, master = {}}) => {
    let broken = 0
    for (let seed = 1; seed <= 12; seed++) {
      const {pages, problems} = plainPage({lang, styles, frames, master, html: {main: text(lang, seed, false)}})
      expect(problems).toEqual([])
      const {blocks, last} = placed(pages)
      const alone = blocks.filter(
        ({tag, lines}) => lines.length > 1 && (tag !== 'P' || lines.some((count) => count < 2))
      )
      expect(alone, `seed ${seed}`).toEqual([])
      expect(
        last.filter((tag) => tag.startsWith('H')),
        `seed ${seed}`
      ).toEqual([])
      broken += blocks.filter(({lines}) => lines.length > 1).length
    }
    expect(broken).toBeGreaterThan(12)
  })

  test('in a table cell whose row breaks', () => {
    let broken = 0
    for (let seed = 1; seed <= 12; seed++) {
      const frames = {main: {next: 'main', width: 62}}
      const {pages, problems} = plainPage({lang, styles, frames, html: {main: text(lang, seed, true)}})
      expect(problems).toEqual([])
      const {blocks} = placed(pages)
      const parts = blocks.filter(({lines}) => lines.length > 1)
      expect(
        parts.filter(({lines}) => lines.some((count) => count < 2)),
        `seed ${seed}`
      ).toEqual([])
      broken += parts.length
    }
    expect(broken).toBeGreaterThan(5)
  })
})
