/** Notes pages: one slide, its number, and what its speaker says. */
import type {Block, Inline} from '../../document/nodes.ts'
import {masterAt} from '../pdf/frames.ts'
import type {DeckSlide} from '../slides/deck.ts'
import type {SlideFormatOptions} from '../slides/options.ts'
import {ruledLines} from './ruled.ts'
import {type Desk, drawSlide, flowText, masterOf, type Sheet} from './sheet.ts'
import {titlesOf} from './titles.ts'

/**
 * Put each of `slides` on a sheet of the master `notes`: the slide in `slide-1`, its number in `number`, its notes in
 * `main` and on from there, on sheets that say which slide goes on. Lines fill the room below the notes.
 */
export function notesSheets(slides: readonly DeckSlide[], options: SlideFormatOptions, desk: Desk): Sheet[] {
  const master = masterOf('notes', desk.context)
  if (!master) return []
  const titles = titlesOf(slides, desk.context)
  return slides.flatMap((slide, index) => {
    const frame = master.frames['slide-1']
    const place = {master, parent: slide.element, at: slide.of}
    const number = flowText(numberOf(index + 1, desk), {...place, name: 'number'}, desk)
    const notes = flowText(notesOf(slide, titles[index]), {...place, name: 'main', snug: true}, desk)
    const last = notes.at(-1)

    return Array.from({length: (last?.page ?? 0) + 1}, (_, page): Sheet => {
      const on = masterAt(desk.context.theme, master, page)
      const lines = options.lines && page === last?.page ? ruledLines(last.frame, on, desk.context, last.end) : []
      const again = () => flowText(againOf(index + 1, desk), {...place, name: 'number', master: on, parent: null}, desk)
      const text = [...(page === 0 ? number : again()), ...notes.filter((one) => one.page === page)]
      return {
        master: on,
        placements: [
          ...(page === 0 && frame ? drawSlide(slide, frame, on, desk) : []),
          ...text.map(({placement}) => placement),
          ...lines
        ]
      }
    })
  })
}

function numberOf(number: number, {context}: Desk): Block[] {
  const {locale} = context
  return [paragraph('notes-label', locale.t('slide')), paragraph('notes-number', locale.digits(String(number)))]
}

/** The number beside notes that go on. */
function againOf(number: number, desk: Desk): Block[] {
  return [...numberOf(number, desk), paragraph('notes-continued', desk.context.locale.t('continued'))]
}

function notesOf({of}: DeckSlide, title = ''): Block[] {
  return [paragraph('notes-title', title), ...(of.notes ?? [])]
}

function paragraph(style: string, value: string): Block {
  const children: Inline[] = [{type: 'text', value}]
  return {type: 'paragraph', style, children}
}
