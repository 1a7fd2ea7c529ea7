/** A text file into mdast: Markdown, GFM, YAML front matter and the closed list of directives. */
import type {Nodes, PhrasingContent, Root} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import type {Point, Position} from 'unist'
import type {Report} from '../diagnostic.ts'
import {fewerAutolinks} from './autolinks.ts'
import {checkDirectives} from './check-directives.ts'
import {checkFence, readFront} from './front-matter.ts'
import {nameHeadings} from './headings.ts'
import {checkReferences, keepLiteral} from './literal.ts'
import type {TextFile} from './load.ts'
import {walk} from './walk.ts'

const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(remarkDirective)
  .use(fewerAutolinks)
markdown.freeze()

const inline = unified().use(remarkParse).use(paragraphsOnly).use(remarkGfm).use(remarkDirective).use(fewerAutolinks)
inline.freeze()

/** A unit is inline content, though it may begin as a list or a heading does: `1. January`. */
function paragraphsOnly(this: Processor) {
  const blocks = ['headingAtx', 'setextUnderline', 'list', 'blockQuote', 'codeIndented', 'codeFenced', 'thematicBreak']
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {disable: {null: [...blocks, 'htmlFlow']}}]
}

/** How many blocks a text may have in each other. */
const deepest = 100

/**
 * Parse a text. Every node gets `data.file`, headings `data.id`, the root `data.front`.
 *
 * Reports `front-matter`, `text-empty`, `text-nested`, `directive-*`, `reference-unknown` and `heading-id`.
 */
export function parse(text: TextFile, report: Report): Root {
  const {value, file} = text
  const tree = markdown.parse(value)
  const head = tree.children[0]

  checkFence(tree, value, {file, report})
  const front = readFront(head?.type === 'yaml' ? head : undefined, file, report)
  tree.data = {...tree.data, front, file, written: value}
  tree.children = tree.children.filter((node) => node.type !== 'yaml')
  const end = {file, position: tree.position?.end}
  if (tree.children.length === 0) report('text-empty', 'Unexpected empty text, expected some words', end)
  const deep = tree.children.find(isTooDeep)
  if (deep) {
    const reason = `Unexpected nesting, expected no more than ${deepest} blocks in each other`
    report('text-nested', reason, {file, position: deep.position?.start})
    tree.children = []
    return tree
  }

  checkTree(tree, {value, file, report})
  nameHeadings(tree, report)
  return tree
}

/** Text without any sign that Markdown, a link or a directive could begin with. */
const plainWords = /^(?!\s)(?!.*www\.)[^\\`*_[\]<>&~:@!\p{Cc}]+(?<!\s)$/iu

/** One unit's Markdown, where it stands in its file. */
export interface Fragment {
  value: string
  file: string
  /** Place in the file of the characters of `value` from one offset to another. */
  position(start: number, end: number): Position
  /** Link definitions and footnotes of the whole text, as Markdown: what references may name. */
  definitions: string
}

/** Parse the Markdown of one unit: inline content only, whatever its first characters look like. */
export function parseFragment(fragment: Fragment, report: Report): PhrasingContent[] {
  const {value, file} = fragment
  // Most units are words and nothing else: they need no parser.
  if (plainWords.test(value)) return [{type: 'text', value, position: fragment.position(0, value.length), data: {file}}]

  const tree = inline.parse(`${value}\n\n${fragment.definitions}`)
  const own = tree.children.filter((node) => (node.position?.start.offset ?? 0) < value.length)

  const placed: Report = (rule, reason, at, note) =>
    report(rule, reason, {file, position: placeIn(fragment, at?.position)}, note)
  if (own.some(isTooDeep)) {
    placed('text-nested', `Unexpected nesting, expected no more than ${deepest} elements in each other`)
    return []
  }
  for (const node of own) checkTree(node, {value, file, report: placed})
  if (own.length !== 1 || own[0]?.type !== 'paragraph')
    placed('translation-structure', `Unexpected ${own.length} blocks in a translation, expected one paragraph`)

  const words = own.flatMap((node) => (node.type === 'paragraph' ? node.children : []))
  for (const word of words)
    walk(word, (node) => {
      node.position &&= placeIn(fragment, node.position)
    })
  return words
}

/** Whether blocks are nested so deeply that it can only be a mistake, or an attack on whoever walks the tree. */
function isTooDeep(tree: Nodes): boolean {
  const open = [{node: tree, depth: 0}]
  for (let next = open.pop(); next; next = open.pop()) {
    const {node, depth} = next
    if (depth > deepest) return true
    if ('children' in node) for (const child of node.children) open.push({node: child, depth: depth + 1})
  }
  return false
}

/** Place in the fragment's file of a place in its value. */
function placeIn(fragment: Fragment, place: Position | Point | undefined): Position {
  const {start, end} = place && 'start' in place ? place : {start: place, end: place}
  return fragment.position(start?.offset ?? 0, end?.offset ?? 0)
}

function checkTree(tree: Nodes, written: {value: string; file: string; report: Report}) {
  keepLiteral(tree)
  checkDirectives(tree, written)
  checkReferences(tree, written.value, written)
  walk(tree, (node) => {
    node.data = {...node.data, file: written.file}
  })
}
