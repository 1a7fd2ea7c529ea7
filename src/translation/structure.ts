/** What a translation must keep of its source: links, footnotes, pictures and directives. */
import type {Nodes} from 'mdast'
import {visit} from 'unist-util-visit'

/** Say what a translation lost or added, one sentence each. Another address for a link outside is no loss. */
export function structureProblems(source: readonly Nodes[], translation: readonly Nodes[]): string[] {
  const wanted = featuresOf(source)
  const found = featuresOf(translation)
  const lost = surplus(wanted, found).map(
    (feature) => `Unexpected translation without ${feature}, expected it as in the source`
  )
  const added = surplus(found, wanted).map(
    (feature) => `Unexpected translation with ${feature}, expected only what the source has`
  )
  return [...lost, ...added]
}

/** Features that `left` has more often than `right`, each once. */
function surplus(left: readonly string[], right: readonly string[]): string[] {
  const count = (list: readonly string[], feature: string) => list.filter((other) => other === feature).length
  return [...new Set(left)].filter((feature) => count(left, feature) > count(right, feature))
}

function featuresOf(nodes: readonly Nodes[]): string[] {
  const features: string[] = []
  for (const root of nodes)
    visit(root, (node) => {
      const feature = featureOf(node)
      if (feature !== undefined) features.push(feature)
    })
  return features
}

function featureOf(node: Nodes): string | undefined {
  switch (node.type) {
    case 'link':
      return node.url.startsWith('#') ? `the link to \`${node.url}\`` : 'a link'
    case 'linkReference':
      return 'a link'
    case 'image':
    case 'imageReference':
      return 'a picture'
    case 'footnoteReference':
      return `the footnote \`[^${node.label ?? node.identifier}]\``
    case 'textDirective':
      // Which words are in another language depends on the language around them.
      if (node.name === 'lang') return
      return `\`:${node.name}${node.attributes?.name ? `{name=${node.attributes.name}}` : ''}\``
    default:
      return
  }
}
