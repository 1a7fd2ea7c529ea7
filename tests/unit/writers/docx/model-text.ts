/** A WordModel as text, one line a paragraph: what the tests of the pure stage compare. */
import type {WordBlock, WordFormat, WordInline, WordModel} from '../../../../src/writers/docx/model.ts'

/** Write the body of a model: `Style: text`, marks in brackets, tables indented. */
export function modelText(model: WordModel): string {
  const notes = model.notes.flatMap((paragraphs, index) => lines(paragraphs, model, `  note ${index + 1} `))
  return [...lines(bodyOf(model), model, ''), ...notes].join('\n')
}

/** The text of all sections. */
export function bodyOf({sections}: WordModel): WordBlock[] {
  return sections.flatMap(({body}) => body)
}

/** Blocks as lines, each after `indent`. */
export function lines(blocks: readonly WordBlock[], model: Pick<WordModel, 'lists'>, indent: string): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === 'table') {
      const name = block.caption === undefined ? '' : ` “${block.caption}”`
      const rows = block.rows.flatMap((row) =>
        row.cells.flatMap((cell) => [
          `${indent}  ${row.header ? 'head' : 'cell'}${cell.columns > 1 ? ` ${cell.columns} wide` : ''}`,
          ...lines(cell.children, model, `${indent}    `)
        ])
      )
      return [`${indent}table ${block.style}${block.rtl ? ' rtl' : ''}${name}`, ...rows]
    }
    const list = block.item && model.lists[block.item.list]
    const item = block.item && list ? ` ${list.ordered ? list.start : '-'}#${block.item.list}.${block.item.level}` : ''
    const marks = [
      block.rtl && 'rtl',
      block.align,
      block.item && !block.item.marker && 'under',
      block.keepNext && 'keep'
    ]
    const flags = marks
      .filter(Boolean)
      .map((mark) => ` ${mark}`)
      .join('')
    const names = (block.bookmarks ?? []).map((name) => ` #${name}`).join('')
    return [`${indent}${block.style}${item}${flags}${names}: ${block.children.map(run).join('')}`]
  })
}

function run(inline: WordInline): string {
  switch (inline.type) {
    case 'text':
      return `${formatted(inline.format)}${inline.value}${formatted(inline.format) === '' ? '' : '}'}`
    case 'tab':
      return '→'
    case 'break':
      return '↵'
    case 'link':
      return `[${inline.children.map(run).join('')}](${inline.url ?? `#${inline.anchor}`})`
    case 'marked':
      return `<#${inline.bookmark} ${inline.children.map(run).join('')}>`
    case 'picture':
      return `<${inline.format} ${Math.round(inline.width)}×${Math.round(inline.height)} ${inline.alt ?? 'decorative'}>`
    case 'reference':
      return `[^${inline.number}]`
    case 'field':
      return `<${inline.code}=${inline.value}>`
    case 'fieldEdge':
      return inline.code === undefined ? '}' : `{${inline.code}: `
  }
}

function formatted(format: WordFormat): string {
  const names = Object.entries(format).map(([name, value]) => (value === true ? name : String(value)))
  return names.length === 0 ? '' : `{${names.join(' ')}:`
}
