/** A block's own Markdown, as its author wrote it. */
import type {Nodes} from 'mdast'

export interface Place {
  /** The whole file. */
  written: string
  /** Whether the block stands in a blockquote, whose `>` open its lines. */
  quoted: boolean
}

/**
 * Give the Markdown of a block of words on one line, its hard line breaks as `\` at a line's end: how an author wraps
 * lines changes no unit. `undefined` for a node that is no such block.
 */
export function markdownOf(node: Nodes, {written, quoted}: Place): string | undefined {
  switch (node.type) {
    case 'html':
      return node.value
    case 'paragraph':
    case 'heading':
    case 'tableCell':
    case 'leafDirective': {
      const start = node.children[0]?.position?.start.offset
      const end = node.children.at(-1)?.position?.end.offset
      if (start === undefined || end === undefined) return ''
      const slice = written.slice(start, end)
      const words = node.data?.named ? slice.replace(/\s*\{#[^\s{}]+\}\s*$/, '') : slice
      return onOneLine(words, quoted)
    }
    default:
      return
  }
}

function onOneLine(words: string, quoted: boolean): string {
  const [first = '', ...others] = words.split(/\r?\n/)
  const indent = quoted ? /^[\s>]*/ : /^\s*/
  return others.reduce((joined, line) => {
    const next = line.replace(indent, '')
    if (/(?<!\\)(\\\\)*\\$/.test(joined)) return `${joined}\n${next}`
    if (/ {2,}$/.test(joined)) return `${joined.trimEnd()}\\\n${next}`
    return `${joined.trimEnd()} ${next}`
  }, first)
}
