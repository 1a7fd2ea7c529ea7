/** A Document as lines, one a block: what is left of it when another program reads the file back. */
import type {Block, Document, Inline, ListItem, Table} from '../../src/document/nodes.ts'
import {outline} from '../../src/document/outline.ts'
import {plainText} from '../../src/document/text.ts'
import {creditOf} from '../../src/writers/credit.ts'

/** Write the tree of `document` as a flow: `# heading`, `- item`, `1. item`, `> quote`, `| cell`, Markdown in lines. */
export function documentLines(document: Document): string[] {
  const content = document.children.flatMap((page) => page.children.flatMap((frame) => frame.children))
  const entries = outline(document)
  return content.flatMap(lines)

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
            .map(({title, id}) => (id === undefined ? tidy(plainText(title)) : `[${tidy(plainText(title))}](#)`))
        ]
      case 'qr':
        return [`![… ${node.url}]`, ...text(node.caption)]
      default:
        return []
    }
  }

  /** An item of Word's has one paragraph: another stands in below it, as a quotation does, code with no sign of it. */
  function listItem({checked, children: [first, ...rest]}: ListItem, marker: string): string[] {
    const task = checked === null ? '' : checked ? '☒ ' : '☐ '
    const opening = first ? lines(first) : []
    return [
      ...under(opening, marker + task),
      ...rest.flatMap((block) => {
        if (block.type === 'list') return lines(block).map((line) => `  ${line}`)
        return block.type === 'paragraph' ? lines(block).map((line) => `> ${line}`) : lines(block)
      })
    ]
  }

  function table(node: Table): string[] {
    const headed = node.children.some((row) => row.children.every((cell) => cell.header === 'column'))
    return node.children.flatMap((row) =>
      row.children.flatMap((cell) => {
        const content = cell.children.flatMap(lines)
        if (!headed) return content
        return [`${row.children.every(({header}) => header === 'column') ? 'head' : 'cell'} ${content.join(' / ')}`]
      })
    )
  }

  /** Emphasis in Arabic is weight. */
  function weighted(type: string): string {
    return type === 'emphasis' && document.dir === 'rtl' ? 'strong' : type
  }

  function text(nodes: readonly Inline[], before = ''): string[] {
    const words = tidy(nodes.map(inline).join(''))
    return words === '' ? [] : [before + words]
  }

  function inline(node: Inline): string {
    switch (node.type) {
      case 'text':
        return node.value
      case 'inlineCode':
        return `\`${node.value}\``
      case 'lineBreak':
        return '↵'
      case 'image':
        return `![${node.alt}]`
      case 'field':
        return ''
      case 'note':
        return `[^${node.children.flatMap(lines).join(' / ')}]`
      case 'link':
        return `[${tidy(node.children.map(inline).join(''))}](${node.url.startsWith('#') ? '#' : node.url})`
      default:
        return marked(weighted(node.type), node.children.map(inline).join(''))
    }
  }
}

const signs: Readonly<Record<string, string>> = {
  strong: '**',
  emphasis: '*',
  delete: '~~',
  superscript: '^',
  subscript: '~'
}

/** The words between the signs of `kind`, which no space stands beside. */
export function marked(kind: string, words: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? []
  const sign = signs[kind] ?? ''
  return inner === '' ? words : before + sign + inner + sign + after
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
