/** Several slides on a page, with their captions and lines to write on. */
import type {Block, Inline} from '../../document/nodes.ts'
import type {DeckSlide} from '../slides/deck.ts'
import type {SlideFormatOptions} from '../slides/options.ts'
import {ruledLines} from './ruled.ts'
import {type Desk, drawSlide, fitsFrame, flowText, masterOf, type Place, type Sheet} from './sheet.ts'
import {titlesOf} from './titles.ts'

/** Between the number of a slide and its title: an em space. */
const captionSpace = '\u2003'

/** Put `slides` on sheets of the master `handout-<n>`, in the order of its frames `slide-1` to `slide-<n>`. */
export function slideSheets(slides: readonly DeckSlide[], options: SlideFormatOptions, desk: Desk): Sheet[] {
  const master = masterOf(`handout-${options.slides}`, desk.context)
  if (!master) return []
  const titles = titlesOf(slides, desk.context)
  const sheets: Sheet[] = []
  slides.forEach((slide, index) => {
    const place = (index % options.slides) + 1
    if (place === 1) sheets.push({master, placements: []})
    const frame = master.frames[`slide-${place}`]
    const lines = options.lines ? master.frames[`lines-${place}`] : undefined
    const caption = {name: `caption-${place}`, master, parent: slide.element, at: slide.of}
    const words = captionOf(titles[index] ?? '', {number: index + 1, caption}, desk)
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
function captionOf(title: string, {number, caption}: {number: number; caption: Place}, desk: Desk): Block {
  const digits: Inline[] = [{type: 'text', value: desk.context.locale.digits(String(number))}]
  const captionWith = (words: string): Block => {
    const children: Inline[] = [
      {type: 'span', style: 'handout-number', children: digits},
      {type: 'text', value: captionSpace + words}
    ]
    return {type: 'paragraph', style: 'handout-title', children}
  }
  const fits = (words: string) => fitsFrame([captionWith(words)], caption, desk)
  return captionWith(fits(title) ? title : cut(title, fits))
}

/** As much of `title` as fits, with an ellipsis, up to the end of a word where there is one. */
function cut(title: string, fits: (words: string) => boolean): string {
  const letters = [...title]
  const first = (count: number) =>
    `${letters
      .slice(0, count)
      .join('')
      .replace(/(?<=\S)\s+\S*$/, '')}…`
  let [most, tooMany] = [0, letters.length]
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2)
    if (fits(first(middle))) most = middle
    else tooMany = middle
  }
  return first(most)
}
