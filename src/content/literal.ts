/** Colons and brackets that are prose: `10:30`, `a:b`, and references to nothing. */
import type {Nodes, Parents, Text} from 'mdast'
import type {Point} from 'unist'
import {SKIP, visit} from 'unist-util-visit'
import type {Report} from '../diagnostic.ts'
import type {TextDirective} from '../document/mdast.ts'
import {walk} from './walk.ts'

/** Turn text directives that have neither label nor attributes back into the text they were written as. */
export function keepLiteral(tree: Nodes) {
  visit(tree, 'textDirective', (node: TextDirective, index, parent) => {
    const {start, end} = node.position ?? {}
    const written = (end?.offset ?? 0) - (start?.offset ?? 0)
    const bare = written === node.name.length + 1
    if (!bare || !parent || index === undefined) return
    const text: Text = {type: 'text', value: `:${node.name}`}
    if (node.position) text.position = node.position
    return [SKIP, putText(parent, index, text)]
  })
}

/** Put `text` in the place of a child, joined to the text on either side; returns the index to go on with. */
function putText(parent: Parents, index: number, text: Text): number {
  const before = parent.children[index - 1]
  const after = parent.children[index + 1]
  let first = index
  let count = 1
  if (before?.type === 'text') {
    text = joined(before, text)
    first--
    count++
  }
  if (after?.type === 'text') {
    text = joined(text, after)
    count++
  }
  parent.children.splice(first, count, text)
  return first + 1
}

function joined(before: Text, after: Text): Text {
  const text: Text = {type: 'text', value: before.value + after.value}
  if (before.position && after.position) text.position = {start: before.position.start, end: after.position.end}
  return text
}

/** Report references in brackets that name nothing, `[^3]` or `[words][place]`: Markdown leaves them as text. */
export function checkReferences(tree: Nodes, source: string, at: {file: string; report: Report}) {
  walk(tree, ({type, position}) => {
    if (type !== 'text' || !position) return
    const written = source.slice(position.start.offset, position.end.offset)
    for (const match of written.matchAll(/(?<!\\)\[\^[^\]\s]+\]|(?<![\\\]])\[[^[\]]+\]\[[^[\]]+\]/g)) {
      const start = pointAfter(position.start, written.slice(0, match.index))
      const place = {start, end: pointAfter(start, match[0])}
      at.report('reference-unknown', `Unexpected reference \`${match[0]}\`, expected one that is defined`, {
        file: at.file,
        position: place
      })
    }
  })
}

/** Where one comes to from `start` by the characters of `text`. */
function pointAfter(start: Point, text: string): Point {
  const lines = text.split('\n')
  const last = lines.at(-1) ?? ''
  const column = lines.length > 1 ? last.length + 1 : start.column + last.length
  return {line: start.line + lines.length - 1, column, offset: (start.offset ?? 0) + text.length}
}
