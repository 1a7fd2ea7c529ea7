/** Shared texts: `::include{src=shared/contact}`. */
import type {Nodes, Parents, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {At, Report} from '../diagnostic.ts'
import type {LeafDirective} from '../document/mdast.ts'
import {joinPath} from '../world.ts'

export interface IncludeOptions {
  /** Folder of the text itself: `content/iom`. */
  folder: string
  /** Read, parse and translate the text of a folder (`content/shared/contact`); its own includes come after. */
  read(folder: string, at: At): Root | undefined
  report: Report
}

/** Put the shared texts in the place of their directives, and theirs in turn; reports `include-cycle`. */
export function include(tree: Root, options: IncludeOptions): Root {
  return {...tree, children: included(tree, [options.folder], options)}
}

/** List the folders that a tree includes, in order. */
export function includes(tree: Root): string[] {
  const folders: string[] = []
  visit(tree, 'leafDirective', (node) => {
    const folder = folderOf(node)
    if (folder !== undefined && !folders.includes(folder)) folders.push(folder)
  })
  return folders
}

function included<Parent extends Parents>(
  parent: Parent,
  chain: readonly string[],
  options: IncludeOptions
): Parent['children'] {
  const children: Nodes[] = parent.children.flatMap((child: Nodes): Nodes[] => {
    if (child.type === 'leafDirective' && child.name === 'include') return shared(child, chain, options)
    return 'children' in child ? [{...child, children: included(child, chain, options)} as typeof child] : [child]
  })
  return children as Parent['children']
}

function shared(node: LeafDirective, chain: readonly string[], {folder, read, report}: IncludeOptions): Nodes[] {
  const src = folderOf(node)
  if (src === undefined) return []
  const at = {file: node.data?.file, position: node.position}
  if (chain.includes(src)) {
    const circle = [...chain.slice(chain.indexOf(src)), src].map((name) => `\`${name}\``).join(' → ')
    report('include-cycle', `Unexpected include of a text in itself, ${circle}`, at)
    return []
  }
  const tree = read(src, at)
  if (!tree) return []
  ownReferences(tree, src)
  return included(tree, [...chain, src], {folder, read, report})
}

function folderOf(node: LeafDirective): string | undefined {
  const src = node.name === 'include' ? node.attributes?.src : undefined
  return src ? joinPath('content/', src) : undefined
}

/** Footnotes and link definitions of a shared text are its own, though another text may have some of the same name. */
function ownReferences(tree: Root, folder: string) {
  visit(tree, (node) => {
    if ('identifier' in node) node.identifier = `${folder}:${node.identifier}`
  })
}
