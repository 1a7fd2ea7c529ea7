/** Content as text: a line for each block, its words in quotation marks. */
import type {Content, Run, TextBlock} from '../../../../src/writers/pdf/content.ts'

/** `P body-look 9.6/14 “words” [space]`, children indented. */
export function show(contents: readonly Content[]): string {
  return contents.map((content) => block(content, '')).join('\n')
}

function block(content: Content, indent: string): string {
  const inside = (children: readonly Content[]) => children.map((child) => `\n${block(child, `${indent}  `)}`).join('')
  const head = (words: string) => `${indent}${words}${margins(content)}`
  switch (content.kind) {
    case 'text':
      return head(text(content))
    case 'stack':
      return head(content.tag ?? 'stack') + inside(content.children)
    case 'box':
      return head(`box ${content.ground} ${content.padding.join('/')}`) + inside(content.children)
    case 'columns':
      return (
        head(
          `columns ${content.columns.map(({width}) => (typeof width === 'number' ? width.toFixed(1) : width)).join(' ')}`
        ) + content.columns.map(({children}) => `\n${indent}  |${inside(children)}`).join('')
      )
    case 'list':
      return (
        head(`list +${content.indent}`) +
        content.items
          .map(({marker, children}) => `\n${indent}  - ${marker ? block(marker, '') : ''}${inside(children)}`)
          .join('')
      )
    case 'table':
      return (
        head(`table ${content.widths.map((width) => Number(width).toFixed(0)).join(' ')} head ${content.headerRows}`) +
        (content.caption ? `\n${block(content.caption, `${indent}  `)}` : '') +
        content.rows
          .map(
            (row, index) =>
              `\n${indent}  ${rule(content.line(index))}${row.map(({children}) => inside(children)).join('')}`
          )
          .join('') +
        `\n${indent}  ${rule(content.line(content.rows.length))}`
      )
    case 'drawing':
      return head(
        `drawing ${content.width.toFixed(0)}×${content.height.toFixed(0)}${content.alt ? ` “${content.alt}”` : ''}`
      )
    case 'rule':
      return head(`rule ${content.width} ${content.color}`)
    case 'break':
      return `${indent}break ${content.to}`
    case 'picture':
    case 'svg':
      return head(`${content.kind} ${content.width.toFixed(0)}×${content.height.toFixed(0)} “${content.alt}”`)
  }
}

function text({tag, runs, outline, id, keepWithNext}: TextBlock): string {
  const [first] = runs
  const look = first
    ? `${first.style.families[0]} ${first.style.weight} ${first.style.size}/${first.style.leading}`
    : ''
  const extras = [outline && `outline ${outline.level}`, id && `#${id}`, keepWithNext && 'keep']
    .filter(Boolean)
    .join(' ')
  return [tag, look, first?.style.color, words(runs, first), extras].filter(Boolean).join(' ')
}

/** Words, with what a run has other than the first in braces, and `~` for a space that ends no line. */
function words(runs: readonly Run[], first: Run | undefined): string {
  const parts = runs.map((run) => {
    if (run.glue) return '~'
    const own = [
      run.style.weight !== first?.style.weight && String(run.style.weight),
      run.style.size !== first?.style.size && `${run.style.size}pt`,
      run.style.italic && 'italic',
      run.style.script,
      run.style.strike && 'strike',
      run.style.features?.join(' '),
      run.link && `→${run.link}`,
      run.lang,
      run.note && `note ${run.note.id}`
    ].filter(Boolean)
    return own.length > 0 ? `{${own.join(' ')}:${run.text}}` : run.text
  })
  return `“${parts.join('').replaceAll('\n', '↵')}”`
}

function margins(content: Content): string {
  if (content.kind === 'break' || !content.margin || content.margin.every((side) => side === 0)) return ''
  return ` [${content.margin.map((side) => Number(side.toFixed(1))).join(' ')}]`
}

function rule(line: {width: number; color: string} | null): string {
  return line ? `— ${line.width} ${line.color}` : '·'
}
