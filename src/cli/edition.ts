/** publication.yml with one edition more: its comments, its order and its other lines stay as they are. */
import {type Document, isCollection, isMap, parseDocument, type YAMLMap} from 'yaml'

/** Add the edition `name` to the text of a sound publication.yml. */
export function addEdition(text: string, name: string, edition: Readonly<Record<string, unknown>>): string {
  const document: Document = parseDocument(text, {schema: 'core'})
  const root = isMap(document.contents) ? document.contents : document.createNode({})
  document.contents = inLines(root)
  const said = root.get('editions', true)
  const editions = isMap(said) ? said : document.createNode({})
  if (editions !== said) root.set(document.createNode('editions'), editions)

  const value = document.createNode(edition)
  for (const {value: list} of value.items) if (isCollection(list)) list.flow = true
  inLines(editions).set(document.createNode(name), value)
  return document.toString({lineWidth: 0, flowCollectionPadding: /[{[] /.test(text)})
}

/** What was empty, `{}`, becomes a mapping of lines. */
function inLines(map: YAMLMap): YAMLMap {
  if (map.items.length === 0) map.flow = false
  return map
}
