/** Titles of slides as captions and notes have them. */
import type {DeckSlide} from '../slides/deck.ts'
import type {WriterContext} from '../writer.ts'

/** Titles of `slides`; one that goes on with the text of the slide before says so. */
export function titlesOf(slides: readonly DeckSlide[], {locale}: WriterContext): string[] {
  return slides.map(({of: {title = '', position}}, index) => {
    const before = slides[index - 1]?.of
    // Slides of one section have its heading's place.
    const goesOn = title !== '' && before?.title === title && position !== undefined && before.position === position
    return goesOn ? `${title} (${locale.t('continued')})` : title
  })
}
