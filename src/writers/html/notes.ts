/** Footnotes at the end of the page. */
import {element, escapeText, type Html} from './element.ts'
import {named, type State} from './state.ts'

/** Write the footnotes that the text has referred to, each with a link back to its place; none where there are none. */
export function endnotes(state: State): Html[] {
  if (state.notes.length === 0) return []
  const {t, digits} = state.context.locale
  const items = state.notes.map(({id, number, html}) => {
    const name = `${t('back')} ${digits(String(number))}`
    const back = element('a', {href: `#ref-${id}`, role: 'doc-backlink', 'aria-label': name}, '↩')
    return element('li', {id: `note-${id}`, value: number}, html, ' ', back)
  })
  const title = element('h2', {class: named('h3', state)}, escapeText(t('footnotes')))
  return [
    element(
      'section',
      {class: 'notes', role: 'doc-endnotes'},
      title,
      element('ol', {class: named('note', state)}, ...items)
    )
  ]
}
