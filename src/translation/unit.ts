/** Units: the pieces of a text that are translated one by one. */
import type {Nodes, Root} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import type {Position} from 'unist'
import type {FrontText} from '../document/mdast.ts'
import {markdownOf} from './markdown.ts'

export interface Unit {
  /** msgctxt: `front/title`, `params/place`, or the section's id where the same text stands twice; else empty. */
  context: string
  /** msgid: one block's Markdown, on one line but for hard line breaks. */
  source: string
  file: string
  position?: Position | undefined
  /** Languages it is for, where `:::only{lang}` says so. */
  langs?: readonly string[]
}

/** Name of a unit in a catalog: unique in its text. The character between is gettext's own. */
export function unitKey(unit: Pick<Unit, 'context' | 'source'>): string {
  return unit.context ? `${unit.context}\u0004${unit.source}` : unit.source
}

/** Attributes of directives that are words. */
const wordAttributes = ['alt', 'credit', 'licence']

/**
 * List the units of a text in reading order, and write each one's name on its node (`data.unit`), those of the front
 * matter on its values.
 *
 * Call it on the whole text, before `only` takes blocks out: which texts stand twice decides their names.
 */
export function units(tree: Root): Unit[] {
  const found = bodyUnits(tree)
  const times = new Map<string, number>()
  for (const {source} of found) times.set(source, (times.get(source) ?? 0) + 1)

  const list = new Map<string, Unit>()
  for (const unit of frontUnits(tree)) list.set(unitKey(unit), unit)
  for (const {source, section, langs, node, attribute} of found) {
    const context = (times.get(source) ?? 0) > 1 ? section : ''
    const key = unitKey({context, source})
    name(node, attribute, key)
    const {file = ''} = node.data ?? {}
    const unit = {context, source, file, position: node.position, ...(langs && {langs})}
    const known = list.get(key)
    // The same words for some languages here and for others there: the unit is for all of them.
    if (!known) list.set(key, unit)
    else if (known.langs) list.set(key, {...unit, langs: [...known.langs, ...(langs ?? [])]})
  }
  return [...list.values()]
}

/** Context of a front matter value: `front/title`. */
export function frontContext(key: string): string {
  return `front/${key}`
}

function frontUnits(tree: Root): Unit[] {
  const front = tree.data?.front
  if (!front) return []
  const list: Unit[] = []
  const named = (key: string, text: FrontText): FrontText => {
    if (!text.value) return text
    const unit = {context: frontContext(key), source: text.value, file: text.file, position: text.position}
    list.push(unit)
    return {...text, unit: unitKey(unit)}
  }
  for (const key of ['title', 'subtitle', 'description'] as const) {
    const text = front[key]
    if (text) front[key] = named(key, text)
  }
  for (const key of ['authors', 'keywords'] as const) front[key] = front[key].map((text) => named(key, text))
  return list
}

interface Found {
  source: string
  section: string
  langs: readonly string[] | undefined
  node: Nodes
  /** Attribute whose value it is, where it is not the node's own content. */
  attribute: string | undefined
}

function bodyUnits(tree: Root): Found[] {
  const found: Found[] = []
  const written = tree.data?.written ?? ''
  let section = ''
  enter(tree, {langs: undefined, quoted: false})
  return found

  function enter(node: Nodes, inside: {langs: readonly string[] | undefined; quoted: boolean}) {
    if (node.type === 'heading') section = node.data?.id ?? ''
    const {langs, quoted} = inside
    const add = (source: string, attribute?: string) => found.push({source, section, langs, node, attribute})

    const source = markdownOf(node, {written, quoted})
    if (source !== undefined && hasWords(node)) add(source)
    if (node.type === 'leafDirective') {
      for (const attribute of wordAttributes) {
        const value = node.attributes?.[attribute]
        if (value) add(value, attribute)
      }
    }
    if (source !== undefined || !('children' in node)) return
    const deeper = {langs: langsOf(node) ?? langs, quoted: quoted || node.type === 'blockquote'}
    for (const child of node.children) enter(child, deeper)
  }
}

function hasWords(node: Nodes): boolean {
  const words = node.type === 'html' ? node.value.replace(/<!--.*?-->|<[^>]*>/gs, '') : textOf(node)
  return /[\p{L}\p{N}]/u.test(words)
}

function langsOf(node: Nodes): readonly string[] | undefined {
  const langs = node.type === 'containerDirective' && node.name === 'only' ? node.attributes?.lang : undefined
  return langs ? langs.split(/[\s,]+/).filter(Boolean) : undefined
}

function name(node: Nodes, attribute: string | undefined, key: string) {
  if (attribute === undefined) node.data = {...node.data, unit: key}
  else node.data = {...node.data, attributeUnits: {...node.data?.attributeUnits, [attribute]: key}}
}
