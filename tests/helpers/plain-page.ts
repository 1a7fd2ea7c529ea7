/** HTML laid out on one page master of a test's own, in the fonts of the house pack. */
import {getDocumentProxy} from 'unpdf'
import type {FrameSpec, Master} from '../../src/theme/masters.ts'
import {type StyleSheet, Styles} from '../../src/theme/styles.ts'
import type {PdfPage} from '../../src/writers/pdf/engine.ts'
import {compose} from '../../src/writers/pdf/pages.ts'
import {engineFor} from '../../src/writers/pdf.ts'
import {sample} from './brochure.ts'
import {masterWith} from './master.ts'

export interface PlainPage {
  lang: string
  styles: StyleSheet
  /** mm; where a frame says nothing it is 60 × 60 mm, 10 mm from the start and the top. */
  frames: Readonly<Record<string, Partial<FrameSpec>>>
  master?: Partial<Master>
  /** What stands in each frame. */
  html: Readonly<Record<string, string>>
}

export interface PlainResult {
  pages: readonly PdfPage[]
  problems: string[]
  /** The finished file. */
  write(): Uint8Array
}

const frame = {x: 10, y: 10, width: 60, height: 60, columns: 1, valign: 'top'} as const

/** Lay a page out, on further pages where its frames go on. */
export function plainPage({lang, styles, frames, master: own = {}, html}: PlainPage): PlainResult {
  const parts = Object.entries(html).map(([name, text]) => `<div data-frame="${name}">${text}</div>`)
  const {document, context, diagnostics} = sample(`<section data-master="page">${parts.join('')}</section>`, {lang})
  const specs = Object.entries(frames).map(([name, spec]) => [name, {...frame, ...spec}] as const)
  const margins = {top: 10, bottom: 10, start: 10, end: 10}
  const grid = {columns: 1, gutter: 4}
  const master = masterWith({
    name: 'page',
    width: 80,
    height: 80,
    margins,
    grid,
    ...own,
    frames: Object.fromEntries(specs)
  })
  const theme = {...context.theme, masters: {page: master}, styles: new Styles(styles, context.locale.script)}
  const engine = engineFor(document, {...context, theme})
  const {pages} = compose(document, engine, {context: {...context, theme}})
  const problems = diagnostics.list.map(({rule, reason}) => `${rule}: ${reason}`)
  return {pages, problems, write: () => engine.write(pages)}
}

export interface PlacedText {
  text: string
  page: number
  /** pt from the left of the page, and from its top to the baseline. */
  x: number
  y: number
  size: number
}

/** Each piece of text of a finished file where it stands, as pdf.js finds it. */
export async function placesIn(file: Uint8Array): Promise<PlacedText[]> {
  const document = await getDocumentProxy(new Uint8Array(file), {verbosity: 0})
  const found: PlacedText[] = []
  for (let page = 1; page <= document.numPages; page++) {
    const proxy = await document.getPage(page)
    const [, , , top = 0] = proxy.view
    const {items} = await proxy.getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , size = 0, x = 0, y = 0] = item.transform.map(Number)
      found.push({text: item.str, page, x, y: top - y, size})
    }
  }
  return found
}
