/** A Document as lines, one a block: what is left of it when another program reads the file back. */
import type {Block, Document, Inline, ListItem, Table} from '../../src/document/nodes.ts'
import {outline} from '../../src/document/outline.ts'
import {plainText} from '../../src/document/text.ts'
import {creditOf} from '../../src/writers/credit.ts'

/**
 * Write the tree of `document` as a flow: `# heading`, `- item`, `1. item`, `> quote`, `| cell`, Markdown in lines.
 * `grids`: styles of lists whose items stand beside one another, which makes a table of them. `covers`: masters whose
 * columns are one line.
 */
export function documentLines(
  document: Document,
  {grids = [], covers = []}: {grids?: readonly string[]; covers?: readonly string[]} = {}
): string[] {
  const entries = outline(document)
  const headings = new Map(entries.map(({id, heading}) => [id, inline(heading.children)]))
  return document.children.flatMap((page) => {
    const content = page.children.flatMap((frame) => frame.children)
    if (!covers.includes(page.master)) return content.flatMap(lines)
    return content.flatMap((block) => (block.type === 'columns' ? [lines(block).join(' ')] : lines(block)))
  })

  function lines(node: Block): string[] {
    switch (node.type) {
      case 'section':
      case 'group':
        return node.children.flatMap(lines)
      case 'columns':
        return node.children.flatMap((column) => column.children.flatMap(lines))
      case 'contact':
        return node.children.flatMap((child) =>
          child.type === 'list' ? child.children.flatMap((item) => item.children.flatMap(lines)) : lines(child)
        )
      case 'heading':
        return text(node.children, '#'.repeat(node.depth - 1) + (node.depth > 1 ? ' ' : ''))
      case 'paragraph':
        return text(node.children)
      case 'list':
        if (node.style !== undefined && grids.includes(node.style))
          return node.children.flatMap((item) => item.children.flatMap(lines))
        return node.children.flatMap((item, index) => listItem(item, node.ordered ? `${node.start + index}. ` : '- '))
      case 'blockquote':
        return node.children.flatMap(lines).map((line) => `> ${line}`)
      case 'quote':
        return ['–', ...node.children.flatMap(lines).map((line) => `> ${line}`), ...text(node.source)]
      case 'code':
        return [`code ${node.value.replaceAll('\n', '↵')}`]
      case 'table':
        return [...text(node.caption), ...table(node)]
      case 'figure': {
        const credit = creditOf(node)
        return [`![${node.alt}]`, ...text(node.caption), ...(credit === undefined ? [] : [credit])]
      }
      case 'callout':
      case 'aside':
        return [...text(node.title), ...node.children.flatMap(lines)]
      case 'lead':
        return [...text(node.kicker), ...node.children.flatMap(lines)]
      case 'figures':
        return node.children.flatMap(({value, unit, label}) => [
          tidy(unit === undefined ? value : `${value} ${unit}`),
          ...text(label)
        ])
      case 'programme':
        return node.children.flatMap(({time, what, where}) => [...text(time), ...text(what), ...text(where)])
      case 'toc':
        return [
          ...text(node.title),
          ...entries
            .filter(({depth}) => depth <= node.depth)
            .map(({title, id}) =>
              id === undefined ? tidy(plainText(title)) : `[${tidy(plainText(title))}]${target(id)}`
            )
        ]
      case 'qr':
        return [`![… ${node.url}]`, ...text(node.caption)]
      default:
        return []
    }
  }

  /**
   * What stands in an item stays in it. Two things cannot be told in Word's flat paragraphs: what follows a list within
   * an item joins the last item of that list, and a table parts an item from what follows.
   */
  function listItem({checked, children: [first, ...rest]}: ListItem, marker: string): string[] {
    const task = checked === null ? '' : checked ? '☒ ' : '☐ '
    const written = first ? under(lines(first), marker + task) : []
    let indent = '  '
    for (const block of rest) {
      const own = lines(block)
      if (isTable(block)) indent = ''
      written.push(...own.map((line) => (block.type === 'list' && indent !== '' ? '  ' : indent) + line))
      if (block.type === 'list' && indent !== '') indent = `  ${/^ */.exec(own.at(-1) ?? '')?.[0]}  `
    }
    return written
  }

  function target(id: string): string {
    return `(#${id.startsWith('note-') ? 'note' : tidy(headings.get(id) ?? '')})`
  }

  function table(node: Table): string[] {
    const headed = node.children.some((row) => row.children.every((cell) => cell.header === 'column'))
    return node.children.flatMap((row) =>
      row.children.flatMap((cell) => {
        const content = cell.children.flatMap(lines)
        if (!headed) return content
        const kind = row.children.every(({header}) => header === 'column') ? 'head' : 'cell'
        return [`${kind}${spans(cell.colspan, cell.rowspan)} ${content.join(' / ')}`]
      })
    )
  }

  /** Emphasis in Arabic is weight. */
  function mark(type: Inline['type']): string | undefined {
    return type === 'emphasis' && document.dir === 'rtl' ? signs.strong : signs[type]
  }

  function text(nodes: readonly Inline[], before = ''): string[] {
    const words = tidy(inline(nodes))
    return words === '' ? [] : [before + words]
  }

  function inline(nodes: readonly Inline[]): string {
    return printed(nodes.flatMap((node) => runs(node, [])))
  }

  function runs(node: Inline, marks: readonly string[]): Run[] {
    const atom = (words: string) => [{words, marks: []}]
    switch (node.type) {
      case 'text':
        return [{words: node.value, marks}]
      case 'inlineCode':
        return atom(`\`${node.value}\``)
      case 'lineBreak':
        return atom('↵')
      case 'image':
        return atom(`![${node.alt}]`)
      case 'field':
        return []
      case 'note':
        return atom(`[^${node.children.flatMap(flat).join(' / ')}]`)
      case 'link': {
        const words = printed(node.children.flatMap((child) => runs(child, marks)))
        return atom(`[${tidy(words)}]${node.url.startsWith('#') ? target(node.url.slice(1)) : `(${node.url})`}`)
      }
      default: {
        const own = mark(node.type)
        return node.children.flatMap((child) => runs(child, own === undefined ? marks : [...marks, own]))
      }
    }
  }

  /** pandoc reads the items of lists in footnotes as paragraphs. */
  function flat(block: Block): string[] {
    return block.type === 'list' ? block.children.flatMap((item) => item.children.flatMap(flat)) : lines(block)
  }
}

/** What is a table in Word, boxes too. */
function isTable({type}: Block): boolean {
  return ['table', 'callout', 'aside', 'figures', 'programme'].includes(type)
}

/** How many columns and rows a cell goes over, where it is more than one. */
export function spans(columns: number, rows: number): string {
  return columns * rows === 1 ? '' : ` ${columns}×${rows}`
}

/** Words with the signs of what they are. */
export interface Run {
  words: string
  marks: readonly string[]
}

/** The sign of each kind of words. */
export const signs: Readonly<Record<string, string>> = {
  strong: '**',
  emphasis: '*',
  delete: '~~',
  superscript: '^',
  subscript: '~'
}

/** Print runs with their signs, always in the same order, and none beside a space. */
export function printed(runs: readonly Run[]): string {
  const joined: {words: string; signs: string}[] = []
  for (const {words, marks} of runs) {
    const sorted = [...new Set(marks)].sort().join(' ')
    const last = joined.at(-1)
    if (last?.signs === sorted) last.words += words
    else joined.push({words, signs: sorted})
  }
  return joined.map(({words, signs}) => (signs === '' ? words : around(words, signs.split(' ')))).join('')
}

function around(words: string, signs: readonly string[]): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? []
  return inner === '' ? words : before + signs.join('') + inner + signs.toReversed().join('') + after
}

/** Lines of a list item: the first has the marker, the others stand in. */
export function under(lines: readonly string[], marker: string): string[] {
  return lines.map((line, index) => (index === 0 ? marker : '  ') + line)
}

/** White space as one space, and no marks of direction. */
export function tidy(text: string): string {
  return text
    .replace(/\u200E/g, '')
    .replace(/[ \n]+/g, ' ')
    .replace(/ ?↵ ?/g, '↵')
    .trim()
}
