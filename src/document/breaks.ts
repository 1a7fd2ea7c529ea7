/** Exceptions that a publication makes for one document: where lines and columns end, and where they do not. */
import type {Report} from '../diagnostic.ts'
import type {BreakEntry, Breaks} from './break-schema.ts'
import type {Break, Document, Heading, Node, Paragraph, Text} from './nodes.ts'
import {plainText} from './text.ts'
import {isNode, nodesOf} from './walk.ts'

/**
 * Put breaks where an exception names the words around them. Changes the document. Words that the text does not have
 * (any more) are reported as `override-unknown`, so that a changed text does not lose its exceptions in silence.
 */
export function applyBreaks(document: Document, {title, breaks = []}: Breaks, report: Report): void {
  if (title && !setTitle(document, title)) {
    const titles = headings(document).map((heading) => `\`${plainText(heading.children)}\``)
    const wanted = titles.length > 0 ? `the words of the title, ${titles.join(' or ')}` : 'a document with a title'
    report('override-unknown', `Unexpected title lines \`${title.join(' / ')}\`, expected ${wanted}`)
  }
  for (const entry of breaks) {
    if (apply(entry, document)) continue
    const [[key, said] = ['', '']] = Object.entries(entry)
    const words = [said].flat().join(' / ')
    report('override-unknown', `Unexpected words \`${words}\` of \`${key}\`, expected words of this text`)
  }
}

/** Put one exception into effect; false where its words are not found. */
function apply({line, keep, whole, column, panel, page}: BreakEntry, document: Document): boolean {
  if (line) return changeTexts(document, line.join(' '), (text) => inLines(text, line))
  if (keep !== undefined) return changeTexts(document, keep, (text) => [{...text, value: tied(text.value, keep)}])
  if (whole !== undefined)
    return changeBlocks(document, whole, (block) => [block.type === 'paragraph' ? {...block, whole: true} : block])
  const to = column === undefined ? (panel === undefined ? 'page' : 'panel') : 'column'
  const before: Break = {type: 'break', to}
  return changeBlocks(document, column ?? panel ?? page ?? '', (block) => [before, block])
}

function headings(document: Document): Heading[] {
  return nodesOf(document).filter((node) => node.type === 'heading' && node.depth === 1) as Heading[]
}

/** The title in these lines and no others: it is set smaller where one of them is too long. */
function setTitle(document: Document, lines: readonly string[]): boolean {
  const words = lines.join(' ')
  const whole = (text: Text) => ({...text, value: lines.reduce(tied, text.value)})
  const titles = headings(document).filter(({children}) => plain(plainText(children)).trim() === words)
  return titles.filter((title) => changeTexts(title, words, (text) => inLines(whole(text), lines))).length > 0
}

/** Replace the texts below `root` that have `words` in them; false where there are none. */
function changeTexts(root: Node, words: string, change: (text: Text) => Node[]): boolean {
  return replace(root, (node) => (node.type === 'text' && plain(node.value).includes(words) ? change(node) : undefined))
}

/** Replace paragraphs and headings that begin with `words`. */
function changeBlocks(root: Node, words: string, change: (block: Paragraph | Heading) => Node[]): boolean {
  return replace(root, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return
    return plain(plainText(node.children)).trimStart().startsWith(words) ? change(node) : undefined
  })
}

/** Put what `change` gives in the place of nodes below `root`; false where it gave nothing for any of them. */
function replace(root: Node, change: (node: Node) => Node[] | undefined): boolean {
  let found = false
  for (const list of Object.values(root)) {
    if (!Array.isArray(list)) continue
    const nodes: Node[] = list.filter(isNode)
    const changed = nodes.flatMap((node) => {
      const instead = change(node)
      if (instead) found = true
      else if (replace(node, change)) found = true
      return instead ?? [node]
    })
    if (nodes.length === list.length) list.splice(0, list.length, ...changed)
  }
  return found
}

/** A text with a line break between the words that stand in `lines`. */
function inLines(text: Text, lines: readonly string[]): Node[] {
  const words = lines.join(' ')
  const from = plain(text.value).indexOf(words)
  const parts: Node[] = []
  let start = 0
  let at = from
  for (const line of lines.slice(0, -1)) {
    at += line.length
    parts.push({...text, value: text.value.slice(start, at)}, {type: 'lineBreak'})
    at += 1
    start = at
  }
  return [...parts, {...text, value: text.value.slice(start)}]
}

/** `text` with no-break spaces between the words of `words`. */
function tied(text: string, words: string): string {
  const from = plain(text).indexOf(words)
  const kept = text.slice(from, from + words.length).replace(/ /g, '\u00a0')
  return text.slice(0, from) + kept + text.slice(from + words.length)
}

/** Spaces of every kind as plain ones, each in its place. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ')
}
