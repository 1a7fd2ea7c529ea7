/** Pages of a booklet on the sheets it is folded from: two on each side, in the order of the finished book. */
import type {Document} from '../../document/nodes.ts'
import {pageSizes} from '../../theme/master-schema.ts'
import type {PrintOptions} from '../../theme/print-schema.ts'
import type {WriterContext} from '../writer.ts'
import type {PdfPage, Placement} from './engine.ts'
import {pt} from './units.ts'

/** Pages of one folded sheet, both sides together. */
const pagesOfSheet = 4

/**
 * Place `pages` on the sides of flat sheets, front before back, scaled to half a sheet, to be printed on both sides,
 * turned over the short edge. Pages that do not fill the last sheet are reported, unless `blanks` says where blank ones
 * go. A book in a right-to-left language is bound on the right.
 */
export function booklet(
  pages: readonly PdfPage[],
  {sheet = 'a4', blanks}: Pick<PrintOptions, 'sheet' | 'blanks'>,
  {document, context}: {document: Document; context: WriterContext}
): PdfPage[] {
  const lacking = -pages.length & (pagesOfSheet - 1)
  if (lacking > 0 && blanks === undefined) reportGap(pages.length, lacking, {document, context})
  const bound = filled(pages, lacking, blanks)

  const [short, long] = pageSizes[sheet]
  const [width, height] = [pt(long), pt(short)]
  const scale = Math.min(...pages.map((page) => width / 2 / page.width), ...pages.map((page) => height / page.height))
  return signature(bound.length, context.locale.dir).map((numbers) => ({
    width,
    height,
    placements: numbers.flatMap((number, half): Placement[] => {
      const page = bound[number]
      if (!page) return []
      const x = width / 2 - (half === 0 ? page.width * scale : 0)
      return [{kind: 'page', page, x, y: (height - page.height * scale) / 2, scale, bleed: 0}]
    })
  }))
}

/** Numbers of the pages, from 0, on the left and right half of each side; `count` is a multiple of 4. */
export function signature(count: number, dir: 'ltr' | 'rtl'): [number, number][] {
  return Array.from({length: count / 2}, (_, side): [number, number] => {
    const [early, late] = [side, count - 1 - side]
    // The earlier page of a front is on the right, of a back on the left; bound on the right, it is the other way.
    return (side % 2 === 1) === (dir === 'ltr') ? [early, late] : [late, early]
  })
}

function filled(pages: readonly PdfPage[], lacking: number, blanks: PrintOptions['blanks']): (PdfPage | undefined)[] {
  const before = {'after-cover': 1, 'before-back': Math.max(1, pages.length - 1), end: pages.length}[blanks ?? 'end']
  return [...pages.slice(0, before), ...Array<undefined>(lacking).fill(undefined), ...pages.slice(before)]
}

function reportGap(
  count: number,
  lacking: number,
  {document, context}: {document: Document; context: WriterContext}
): void {
  const pages = count === 1 ? '1 page' : `${count} pages`
  context.report(
    'booklet-pages',
    `Unexpected ${pages} of a booklet, expected ${count + lacking}: a folded sheet has four`,
    {file: document.data?.file, position: document.position},
    'Write more or less, or let the format say where blank pages go: `blanks: before-back`.'
  )
}
