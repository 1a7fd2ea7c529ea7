/** The Document as a WordModel: the pure stage, without XML. */
import type {Document} from '../../document/nodes.ts'
import {outline} from '../../document/outline.ts'
import type {WriterContext} from '../writer.ts'
import type {WordListLooks, WordModel, WordProperties} from './model.ts'
import {Registry} from './registry.ts'
import {sections} from './sections.ts'
import type {State} from './state.ts'
import {xmlText} from './text.ts'

/** Turn `document` into what a Word file holds: its text in reading order, in sections by the masters of its pages. */
export function compose(document: Document, context: WriterContext): WordModel {
  const registry = new Registry(context.theme.styles)
  const state: State = {
    context,
    registry,
    outline: outline(document),
    scopes: [],
    documentLang: document.lang,
    lang: document.lang,
    rtl: document.dir === 'rtl',
    width: 0,
    height: Number.POSITIVE_INFINITY,
    text: 'body',
    noteless: false,
    depth: 0,
    listIndent: 0
  }
  const parts = sections(document, state)
  return {
    lang: document.lang,
    rtl: state.rtl,
    properties: properties(document, context),
    sections: parts,
    styles: registry.styles(),
    lists: registry.lists,
    listLooks: listLooks(registry),
    tableRules: {head: registry.look('table-head').ruleBelow, row: registry.look('table').ruleBelow},
    notes: registry.notes,
    places: registry.places
  }
}

/** The marker of the pack's `bullet` style, which is a shape elsewhere, as a character. */
function listLooks(registry: Registry): WordListLooks {
  const bullet = registry.look('bullet')
  const numeral = registry.look('numeral')
  return {
    marker: {
      text: bullet.marker?.text ?? '•',
      look: {...bullet, color: bullet.marker?.color ?? bullet.color},
      indent: registry.itemIndent(false)
    },
    number: {text: numeral.number ?? '{n}.', look: numeral, indent: registry.itemIndent(true)}
  }
}

function properties({meta}: Document, {world}: WriterContext): WordProperties {
  const clean = (text: string) => xmlText(text, () => undefined)
  return {
    title: clean(meta.title),
    creator: clean(meta.authors.join('; ')),
    description: clean(meta.description ?? meta.subtitle ?? ''),
    keywords: clean(meta.keywords.join(', ')),
    date: world.epoch === undefined ? undefined : isoTime(world.epoch)
  }
}

/** ISO 8601 in UTC of seconds since 1970: Swedish writes dates that way, up to the T and the Z. */
function isoTime(epoch: number): string {
  const swedish = new Intl.DateTimeFormat('sv-SE', {timeZone: 'UTC', dateStyle: 'short', timeStyle: 'medium'})
  return `${swedish.format(epoch * 1000).replace(' ', 'T')}Z`
}
