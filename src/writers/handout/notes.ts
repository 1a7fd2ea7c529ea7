/** Notes pages: one slide, its number, and what its speaker says. */
import type {Block, Inline} from '../../document/nodes.ts'
import {masterAt} from '../pdf/frames.ts'
import type {DeckSlide} from '../slides/deck.ts'
import type {SlideFormatOptions} from '../slides/options.ts'
import {ruledLines} from './ruled.ts'
import {type Desk, drawSlide, flowText, masterOf, type Sheet} from './sheet.ts'

/**
 * Put each of `slides` on a sheet of the master `notes`: the slide in `slide-1`, its number in `number`, its notes in
 * `main` and on from there. Lines fill the room below the notes.
 */
export function notesSheets(slides: readonly DeckSlide[], options: SlideFormatOptions, desk: Desk): Sheet[] {
  const master = masterOf('notes', desk.context)
  if (!master) return []
  const {theme} = desk.context
  return slides.flatMap((slide, index) => {
    const frame = master.frames['slide-1']
    const number = flowText(numberOf(index + 1, desk), {name: 'number', master, parent: slide.element}, desk)
    const notes = flowText(notesOf(slide), {name: 'main', master, parent: slide.element}, desk)
    const last = notes.at(-1)
    const count = (last?.page ?? 0) + 1

    return Array.from({length: count}, (_, page): Sheet => {
      const on = masterAt(theme, master, page)
      const lines =
        options.lines && page === count - 1 && last ? ruledLines(last.frame, on, desk.context, last.end) : []
      const text = [...number, ...notes].filter((one) => one.page === page).map(({placement}) => placement)
      return {
        master: on,
        placements: [...(page === 0 && frame ? drawSlide(slide, frame, on, desk) : []), ...text, ...lines]
      }
    })
  })
}

function numberOf(number: number, {context}: Desk): Block[] {
  const {locale} = context
  return [paragraph('notes-label', locale.t('slide')), paragraph('notes-number', locale.digits(String(number)))]
}

function notesOf({of}: DeckSlide): Block[] {
  return [paragraph('notes-title', of.title ?? ''), ...(of.notes ?? [])]
}

function paragraph(style: string, value: string): Block {
  const children: Inline[] = [{type: 'text', value}]
  return {type: 'paragraph', style, children}
}
