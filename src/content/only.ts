/** Conditional text: `:::only{format="word web" lang="mk" edition="…"}`. */
import type {Nodes, Parents, Root} from 'mdast'
import type {ContainerDirective} from '../document/mdast.ts'
import {isWithin} from '../locale.ts'
import {walk} from './walk.ts'

export interface Occasion {
  /** The format, and those that it extends: a print version shows what its screen version does. */
  formats: readonly string[]
  /** BCP 47 */
  lang: string
  edition: string | null
}

/**
 * Keep the blocks of `:::only` that are meant for this document, without their directive; drop the others. An attribute
 * lists what it holds for; a language holds for its regions too (`en` for `en-GB`).
 */
export function only(tree: Root, occasion: Occasion): Root {
  const meant = {...tree, children: kept(tree, occasion)}
  return withoutNotes(meant, calledNotes(tree))
}

/** Take out the footnotes that were called, and are no more; those that nobody ever called are an author's mistake. */
function withoutNotes(tree: Root, calledBefore: ReadonlySet<string>): Root {
  const called = calledNotes(tree)
  if (called.size === calledBefore.size) return tree
  const isLeft = (node: Nodes) =>
    node.type !== 'footnoteDefinition' || called.has(node.identifier) || !calledBefore.has(node.identifier)
  // A note may have been the only one to call another one.
  return withoutNotes(removed(tree, isLeft), called)
}

function removed<Parent extends Parents>(parent: Parent, isLeft: (node: Nodes) => boolean): Parent {
  const left = parent.children.filter((child: Nodes) => isLeft(child))
  return {...parent, children: left.map((child: Nodes) => ('children' in child ? removed(child, isLeft) : child))}
}

function calledNotes(tree: Root): ReadonlySet<string> {
  const called = new Set<string>()
  walk(tree, (node) => {
    if (node.type === 'footnoteReference') called.add(node.identifier)
  })
  return called
}

function kept<Parent extends Parents>(parent: Parent, occasion: Occasion): Parent['children'] {
  const children: Nodes[] = parent.children.flatMap((child: Nodes): Nodes[] => {
    if (!('children' in child)) return [child]
    const inner = {...child, children: kept(child, occasion)} as typeof child
    if (child.type !== 'containerDirective' || child.name !== 'only') return [inner]
    return isMeant(child, occasion) ? inner.children : []
  })
  return children as Parent['children']
}

function isMeant({attributes}: ContainerDirective, {formats, lang, edition}: Occasion): boolean {
  const {format: wanted, lang: langs, edition: editions} = attributes ?? {}
  return (
    (!wanted || words(wanted).some((format) => formats.includes(format))) &&
    (!langs || words(langs).some((tag) => isWithin(lang, tag))) &&
    (!editions || (edition !== null && words(editions).includes(edition)))
  )
}

/** Names in an attribute, between spaces or commas. */
function words(list: string): string[] {
  return list.split(/[\s,]+/).filter(Boolean)
}
