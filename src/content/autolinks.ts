/** GFM's links without brackets, `www.example.org`: looked for only in blocks that can have one. */
import type {Nodes, RootContent} from 'mdast'
import type {Extension, Transform} from 'mdast-util-from-markdown'
import type {Processor} from 'unified'

/** Let the transforms of a parser with GFM, which are those of its links, see no more of the tree than they need. */
export function fewerAutolinks(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map(
    (extension): Extension => ({
      ...extension,
      ...(extension.transforms && {transforms: extension.transforms.map(whereLinksMayBe)})
    })
  )
}

/** What each of GFM's patterns has in it. */
const sign = /www\.|:\/\/|@/i

function whereLinksMayBe(transform: Transform): Transform {
  const within = (node: Nodes): void => {
    if (!('children' in node) || node.type === 'link' || node.type === 'linkReference') return
    const mayHaveOne = node.children.some((child) => child.type === 'text' && sign.test(child.value))
    // It changes the list of children that it is given.
    if (mayHaveOne) transform({type: 'root', children: node.children as RootContent[]})
    else for (const child of node.children) within(child)
  }
  return within
}
