/** Tables. */
import type {Element} from 'hast'
import type {Block, TableCell, TableRow} from '../nodes.ts'
import {base, childElements, labelOf, number, placeOf, type State, text} from './element.ts'

/** Read a table; what is neither caption nor row follows it as blocks of its own, and is reported. */
export function table(element: Element, state: State): Block[] {
  const rows: TableRow[] = []
  const strays: Element[] = []
  const caption: Element[] = []
  for (const child of childElements(element)) {
    if (child.tagName === 'caption') caption.push(child)
    else if (child.tagName === 'tr') rows.push(row(child, {head: false, state}))
    else if (['thead', 'tbody', 'tfoot'].includes(child.tagName)) {
      const head = child.tagName === 'thead'
      for (const inner of childElements(child)) {
        if (inner.tagName === 'tr') rows.push(row(inner, {head, state}))
        else strays.push(inner)
      }
    } else strays.push(child)
  }
  for (const stray of strays)
    state.report('template-markup', `Unexpected \`<${stray.tagName}>\` in a table, expected \`<tr>\``, placeOf(stray))
  const words = caption.flatMap(labelOf)
  return [{type: 'table', ...base(element), caption: state.inlines(words), children: rows}, ...state.blocks(strays)]
}

function row(element: Element, {head, state}: {head: boolean; state: State}): TableRow {
  const cells = childElements(element).map((child) => cell(child, {head, state}))
  return {type: 'tableRow', ...base(element), children: cells}
}

function cell(element: Element, {head, state}: {head: boolean; state: State}): TableCell {
  if (element.tagName !== 'td' && element.tagName !== 'th')
    state.report('template-markup', `Unexpected \`<${element.tagName}>\` in a row, expected \`<td>\``, placeOf(element))
  return {
    type: 'tableCell',
    ...base(element),
    header: headerOf(element, head),
    align: alignOf(text(element, 'align')),
    colspan: span(element, 'colSpan'),
    rowspan: span(element, 'rowSpan'),
    children: state.blocks(element.tagName === 'td' || element.tagName === 'th' ? element.children : [element])
  }
}

/** How many columns or rows a cell goes over: a whole number, as in HTML (4.9.11) at most 1000. */
function span(element: Element, name: 'colSpan' | 'rowSpan'): number {
  return Math.min(Math.max(1, Math.floor(number(element, name) ?? 1)), 1000)
}

/** What a header cell heads: as `scope` says, else its column in the head of the table and its row below. */
function headerOf(element: Element, head: boolean): TableCell['header'] {
  if (element.tagName !== 'th') return null
  const scope = text(element, 'scope')
  if (scope === 'row' || scope === 'rowgroup') return 'row'
  if (scope === 'col' || scope === 'colgroup') return 'column'
  return head ? 'column' : 'row'
}

/** Markdown's `:--` and `--:` mean the start and the end of a line, which right-to-left languages turn round. */
function alignOf(align: string | undefined): TableCell['align'] {
  if (align === 'center') return 'center'
  return align === 'right' || align === 'end' ? 'end' : 'start'
}
