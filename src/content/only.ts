/** Conditional text: `:::only{format="word web" lang="mk" edition="…"}`. */
import type {Nodes, Parents, Root} from 'mdast'
import type {ContainerDirective} from '../document/mdast.ts'
import {isWithin} from '../locale.ts'

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
  return {...tree, children: kept(tree, occasion)}
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
