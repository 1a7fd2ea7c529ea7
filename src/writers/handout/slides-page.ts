/** Several slides on a page, with their captions and lines to write on. */
import type {Block, Inline} from '../../document/nodes.ts'
import type {DeckSlide} from '../slides/deck.ts'
import type {SlideFormatOptions} from '../slides/options.ts'
import {ruledLines} from './ruled.ts'
import {type Desk, drawSlide, fitsFrame, flowText, masterOf, type Place, type Sheet} from './sheet.ts'

/** Between the number of a slide and its title: an em space. */
const captionSpace = '\u2003'

/** Put `slides` on sheets of the master `handout-<n>`, in the order of its frames `slide-1` to `slide-<n>`. */
export function slideSheets(slides: readonly DeckSlide[], options: SlideFormatOptions, desk: Desk): Sheet[] {
  const master = masterOf(`handout-${options.slides}`, desk.context)
  if (!master) return []
  const sheets: Sheet[] = []
  slides.forEach((slide, index) => {
    const place = (index % options.slides) + 1
    if (place === 1) sheets.push({master, placements: []})
    const frame = master.frames[`slide-${place}`]
    const lines = options.lines ? master.frames[`lines-${place}`] : undefined
    const caption = {name: `caption-${place}`, master, parent: slide.element}
    const words = captionOf(slide, {number: index + 1, caption}, desk)
    sheets
      .at(-1)
      ?.placements.push(
        ...(frame ? drawSlide(slide, frame, master, desk) : []),
        ...flowText([words], caption, desk).map(({placement}) => placement),
        ...(lines ? ruledLines(lines, master, desk.context) : [])
      )
  })
  return sheets
}

/** Number and title of a slide. What of a long title finds no room is left to the slide itself. */
function captionOf({of}: DeckSlide, {number, caption}: {number: number; caption: Place}, desk: Desk): Block {
  const digits: Inline[] = [{type: 'text', value: desk.context.locale.digits(String(number))}]
  const words = (of.title ?? '').split(' ')
  const captionWith = (count: number): Block => {
    const title = words.slice(0, count).join(' ') + (count < words.length ? '…' : '')
    const children: Inline[] = [
      {type: 'span', style: 'handout-number', children: digits},
      {type: 'text', value: captionSpace + title}
    ]
    return {type: 'paragraph', style: 'handout-title', children}
  }
  let count = words.length
  while (count > 1 && !fitsFrame([captionWith(count)], caption, desk)) count -= 1
  return captionWith(count)
}
