/** The parts that docx's Packer would zip. It writes nothing but zips: the rest is done here as it does it. */
import type {Document, IContext, XmlComponent} from 'docx'
import type {Parts} from './parts.ts'
import {printXml} from './print-xml.ts'

/** A part that refers to others, with its relationships. */
type View = IContext['viewWrapper']

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** XML that many files share: without declarations, and with placeholders where it names lists. */
export interface Looks {
  styles: string
  theme: string
  /** All `w:abstractNum` elements. */
  lists: string
}

/** The definitions of lists in numbering.xml. */
const definitions = /<w:abstractNum .*<\/w:abstractNum>/s

/** Print how `document` looks, whatever it holds. */
export function looksOf(document: Document): Looks {
  const [lists = ''] = definitions.exec(printIn(document, document.Numbering)) ?? []
  return {styles: printIn(document, document.Styles), theme: printIn(document, document.Theme), lists}
}

/** Print an element of `document` that stands in the part of `view`. */
function printIn(document: Document, component: XmlComponent, view: View = document.Document): string {
  const element = component.prepForXml({file: document, viewWrapper: view, stack: []})
  return element ? printXml(element) : ''
}

/** Print all parts of `document`, which looks like `looks` and cannot be used any further. */
export function printParts(document: Document, looks: Looks): Parts {
  const parts: Parts = new Map()
  const {Document: body, FootNotes: footnotes, Endnotes: endnotes, Headers: headers, Footers: footers} = document
  const {Numbering: numbering} = document
  const print = (component: XmlComponent, view?: View) => printIn(document, component, view)
  const views: [name: string, view: View][] = [
    ['document', body],
    ['footnotes', footnotes],
    ['endnotes', endnotes],
    ...headers.map((view, index): [string, View] => [`header${index + 1}`, view]),
    ...footers.map((view, index): [string, View] => [`footer${index + 1}`, view])
  ]
  // Printing them says which lists and pictures there are.
  const printed = views.map(([name, view]) => ({name, view, xml: print(view.View, view)}))
  // Styles have lists of their own, the first ones of each kind.
  for (const key of placeholders(looks.styles)) numbering.createConcreteNumberingInstance(key.replace(/-0$/, ''), 0)
  const lists = new Map(
    numbering.ConcreteNumbering.map(({reference, instance, numId}) => [`${reference}-${instance}`, numId])
  )
  const pictures = new Map(document.Media.Entries.map(([key, {fileName}]) => [key, fileName]))
  for (const {name, view, xml} of printed) {
    const {Relationships: relationships} = view
    const ids = new Map<string, number>(lists)
    for (const key of pictures.size > 0 ? placeholders(xml) : []) {
      const file = pictures.get(key)
      if (file === undefined || ids.has(key)) continue
      const id = relationships.RelationshipCount + 1
      relationships.addRelationship(id, `${types}/image`, `media/${file}`)
      ids.set(key, id)
    }
    if (view === body) {
      relationships.addRelationship(relationships.RelationshipCount + 1, `${types}/fontTable`, 'fontTable.xml')
    }
    put(`word/${name}.xml`, filled(xml, ids))
    put(`word/_rels/${name}.xml.rels`, print(relationships, view))
  }
  put('word/styles.xml', filled(looks.styles, lists))
  put(
    'word/numbering.xml',
    print(numbering).replace(definitions, () => looks.lists)
  )
  put('word/settings.xml', print(document.Settings))
  put('word/fontTable.xml', print(document.FontTable.View))
  put('word/_rels/fontTable.xml.rels', print(document.FontTable.Relationships))
  put('word/theme/theme1.xml', looks.theme)
  put('docProps/core.xml', print(document.CoreProperties))
  put('docProps/app.xml', print(document.AppProperties))
  put('docProps/custom.xml', print(document.CustomProperties))
  put('_rels/.rels', print(document.FileRelationships))
  put('[Content_Types].xml', print(document.ContentTypes))
  for (const {fileName, data} of document.Media.Array) parts.set(`word/media/${fileName}`, bytesOf(data))
  return parts

  function put(path: string, xml: string): void {
    parts.set(path, `<?xml version="1.0" encoding="UTF-8"${dependent.test(path) ? '' : ' standalone="yes"'}?>${xml}`)
  }
}

/** Parts that docx does not call standalone. */
const dependent = /\.rels$|\/(?:endnotes|header\d+|footer\d+)\.xml$|^\[/

/** What docx writes for the id of a list or a picture before it is known: the whole value of an attribute. */
const placeholder = /"(rId)?\{([^{}"]+)\}"/g

function placeholders(xml: string): string[] {
  return [...xml.matchAll(placeholder)].map(([, , key = '']) => key)
}

function filled(xml: string, ids: ReadonlyMap<string, number>): string {
  return xml.replace(placeholder, (given, start: string | undefined, key: string) => {
    const id = ids.get(key)
    return id === undefined ? given : `"${start ?? ''}${id}"`
  })
}

function bytesOf(data: Uint8Array | ArrayBuffer): Uint8Array {
  return data instanceof Uint8Array ? data : new Uint8Array(data)
}
