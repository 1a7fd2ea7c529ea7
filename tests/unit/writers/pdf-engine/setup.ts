/** An engine over the faces of the house, short ways to write content, and laid-out columns as text. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {FontFace} from '../../../../src/theme/brand.ts'
import type {Content, Run, Source, TextBlock, TextStyle} from '../../../../src/writers/pdf/content.ts'
import {Column} from '../../../../src/writers/pdf/engine/column.ts'
import {createEngine} from '../../../../src/writers/pdf/engine/create.ts'
import type {Item} from '../../../../src/writers/pdf/engine/items.ts'
import type {ColumnBox, Engine, EngineOptions, Fragment, PdfPage} from '../../../../src/writers/pdf/engine.ts'

const {resolve} = createRequire(import.meta.url)

export const faces: FontFace[] = [
  ['Source Serif 4', 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf', 400],
  ['Geologica', 'geologica/300Light/Geologica_300Light.ttf', 300],
  ['Geologica', 'geologica/600SemiBold/Geologica_600SemiBold.ttf', 600],
  ['Noto Naskh Arabic', 'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf', 400]
].map(([family, path, weight]) => ({
  family: String(family),
  path: `@expo-google-fonts/${path}`,
  weight: Number(weight),
  italic: false
}))

/** Source Serif has an ascent of 1.036 em. */
export const body: TextStyle = {
  families: ['Source Serif 4', 'Noto Naskh Arabic'],
  weight: 400,
  italic: false,
  size: 10,
  leading: 15,
  tracking: 0,
  color: '#16211F'
}
export const arabic: TextStyle = {...body, families: ['Noto Naskh Arabic', 'Source Serif 4'], leading: 20}

export function engine(options: Partial<EngineOptions> = {}): Engine {
  return createEngine({
    lang: 'mk',
    dir: 'ltr',
    title: 'Проба',
    faces,
    load: (face) => readFileSync(resolve(face.path)),
    missing: (codePoint: number, source: Source | undefined) => {
      throw new Error(`No face has U+${codePoint.toString(16)} of ${String(source?.position)}`)
    },
    ...options
  })
}

/** A paragraph; `\n` ends a line, so that a text of n lines is written as such. */
export function text(value: string | readonly Run[], more: Partial<TextBlock> = {}): TextBlock {
  const runs = typeof value === 'string' ? [{text: value, style: body}] : value
  return {kind: 'text', runs, align: 'start', ...more}
}

/** A paragraph of `count` lines: `a1`, `a2` and so on. */
export function lines(name: string, count: number, more: Partial<TextBlock> = {}): TextBlock {
  return text(Array.from({length: count}, (_, index) => `${name}${index + 1}`).join('\n'), more)
}

/** Boxes 200 pt wide of these heights, each on a page of its own. */
export function boxes(...heights: readonly number[]): (index: number) => ColumnBox | undefined {
  return (index) => {
    const height = heights[index]
    return height === undefined ? undefined : {width: 200, height, page: index + 1}
  }
}

/** Lay out and give each column as text: its lines in reading order, pictures and shapes in brackets. */
export function columns(content: readonly Content[], box: (index: number) => ColumnBox | undefined): string[] {
  const laid = engine()
  return laid.flow(content, box, laid.root).fragments.map((fragment) => items(fragment).map(label).join(' '))
}

/** What stands in a fragment. */
export function items(fragment: Fragment | undefined): readonly Item[] {
  if (!(fragment instanceof Column)) throw new Error('Not a column')
  return fragment.items
}

/** `x,y text` of each line, y being that of the baseline; one decimal. */
export function placed(fragment: Fragment | undefined): string[] {
  return items(fragment).flatMap((item) => {
    return item.type === 'line' ? [`${round(item.x)},${round(item.y + item.baseline)} ${label(item)}`] : []
  })
}

function label(item: Item): string {
  if (item.type === 'line') {
    const pieces = [...item.pieces].sort((a, b) => a.order - b.order)
    return pieces
      .map(({inline, hyphen}) => inline.text + (hyphen ? '-' : ''))
      .join('')
      .trim()
  }
  return item.type === 'picture' ? `[${item.content.kind}]` : `[${item.shape.shape}]`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A page for each fragment, drawn at its top left corner. */
export function pagesOf(fragments: readonly Fragment[], scale?: number): PdfPage[] {
  return fragments.map((fragment) => ({
    width: fragment.width,
    height: fragment.height,
    placements: [{kind: 'fragment', fragment, x: 0, y: 0, ...(scale !== undefined && {scale})}]
  }))
}
