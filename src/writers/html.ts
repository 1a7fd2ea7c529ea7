/** The web page: one self-contained, accessible HTML file. */
import type {Frame, Page} from '../document/nodes.ts'
import {checkContrast} from './contrast.ts'
import {blocks} from './html/blocks.ts'
import {element, escapeText, type Html} from './html/element.ts'
import {pageLayout} from './html/layout.ts'
import {endnotes} from './html/notes.ts'
import {artwork} from './html/pictures.ts'
import {repeatedPictures} from './html/repeated.ts'
import {shownText} from './html/shown-text.ts'
import {inside, look, type State} from './html/state.ts'
import {themeRules} from './html/theme-rules.ts'
import {checkNames} from './options.ts'
import {loadCodecs} from './resolution.ts'
import {defineWriter} from './writer.ts'

/** Scripts and the network are out of reach of the page, whatever the text says. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"

/**
 * Write the Document as one page: frames `header` and `footer` become those landmarks, all others the main text, in
 * document order. Pictures are data: URIs, fonts are the reader's own or their substitutes.
 */
export const html = defineWriter({
  name: 'html',
  async write(document, context) {
    checkNames(context, [], 'a web format')
    await loadCodecs(document, context)
    const state: State = {
      context,
      document,
      scopes: [],
      used: new Set(['body']),
      notes: [],
      repeated: repeatedPictures(document),
      shared: new Map(),
      labels: {count: 0}
    }
    const body = pageBody(state)
    checkContrast(shownText(body, state), context)
    const page = element(
      'html',
      {lang: document.lang, dir: document.dir},
      `\n<head>\n${pageHead(state)}\n</head>\n`,
      element('body', {}, `\n${body}\n`),
      '\n'
    )
    return {
      bytes: new TextEncoder().encode(`<!DOCTYPE html>\n${page}\n`),
      mediaType: 'text/html',
      extension: 'html',
      pages: null,
      conformance: []
    }
  }
})

function pageHead(state: State): Html {
  const {title, description, authors, keywords} = state.document.meta
  const meta = (name: string, content: string | undefined) => (content ? [element('meta', {name, content})] : [])
  return [
    element('meta', {charset: 'utf-8'}),
    element('meta', {'http-equiv': 'Content-Security-Policy', content: policy}),
    ...meta('viewport', 'width=device-width, initial-scale=1'),
    element('title', {}, escapeText(title)),
    ...meta('description', description),
    ...meta('author', authors.join(', ')),
    ...meta('keywords', keywords.join(', ')),
    ...meta('theme-color', state.context.theme.brand.colors.primary),
    element('style', {}, `\n${themeRules(state.context, state.used)}\n${pageLayout}`)
  ].join('\n')
}

function pageBody(state: State): Html {
  const parts = (name: string, has: (frame: Frame) => boolean) =>
    state.document.children.flatMap((page) =>
      page.children.filter(has).map((frame) => frameBox(name, {page, frame}, state))
    )
  const header = parts('header', (frame) => frame.name === 'header')
  const main = parts('div', (frame) => frame.name !== 'header' && frame.name !== 'footer')
  // Notes of the header and the footer count too, so all text is written before they are.
  const footer = parts('footer', (frame) => frame.name === 'footer')
  const skip = element('a', {class: 'skip', href: '#main'}, escapeText(state.context.locale.t('skip')))
  const text = element('main', {id: 'main'}, `\n${[...main, ...endnotes(state)].join('\n')}\n`)
  return [skip, ...header, ...strips(state), text, ...footer].join('\n')
}

/** The art of the page masters, as strips between header and text. */
function strips(state: State): Html[] {
  const {masters} = state.context.theme
  const names = [...new Set(state.document.children.map((page) => page.master))]
  return names.flatMap((name) => (masters[name]?.art ?? []).map((art) => artwork(art, state)))
}

/** A frame, inside the class of the template and that of the page master's frame. */
function frameBox(name: string, {page, frame}: {page: Page; frame: Frame}, state: State): Html {
  const scope = state.context.theme.masters[page.master]?.frames[frame.name]?.class
  const around = inside(inside(inside(state, page.style), scope), frame.style)
  const classes = [frame.style, scope].filter((one) => one !== undefined)
  const own = look({...frame, style: classes[0]}, 'body', state)
  return element(name, own, `\n${blocks(frame.children, around)}\n`)
}
